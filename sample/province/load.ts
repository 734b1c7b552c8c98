/** Reads the files of the sample province, and turns them into what the rooms take. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Agency, Change, Organisation } from '../../src/world/agencies/index.ts';
import { dayAfter } from '../../src/world/law/index.ts';
import type { NewMandate } from '../../src/world/mandates/index.ts';
import type { IdentityPaper, NewOrganisation, NewPerson } from '../../src/world/people/index.ts';
import { parsePlaces, type Boundaries, type Places } from '../../src/world/places/index.ts';
import { sampleId } from './ids.ts';
import type {
  SampleAgency,
  SampleMandate,
  SampleOfficer,
  SampleOrganisation,
  SamplePerson,
  SampleProvince,
} from './schema.ts';

/** The code of Tỉnh Sông Lam: outside of the national codes, because the province is invented. */
export const PROVINCE = 'SL';
/** The day on which the sample begins to work: two tiers, no districts. */
export const SAMPLE_BEGINS = '2025-07-01';
/** Where invented data come from. */
export const SAMPLE_SOURCE = 'Dữ liệu mẫu, hư cấu';

const text = (file: string): string => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const read = <Content>(file: string): Content => JSON.parse(text(file)) as Content;

/** Everything in the folder but places and boundaries. */
export const readSample = (): SampleProvince => ({
  ...read<Pick<SampleProvince, 'agencies' | 'units' | 'posts'>>('agencies.json'),
  officers: read<SampleOfficer[]>('officers.json'),
  ...read<Omit<SampleProvince, 'agencies' | 'units' | 'posts' | 'officers' | 'mandates'>>('people.json'),
  mandates: read<SampleMandate[]>('mandates.json'),
});

/** The places of the sample province, old and new, in the shape of the national lists. */
export const samplePlaces = (): Places =>
  parsePlaces(text('admin-units.json'), text('admin-units-legacy.csv'), {
    basis: '202/2025/QH15',
    basisBefore: '124/2004/QĐ-TTg',
    invented: true,
  });

/** Boundaries of the twelve communes (GeoJSON, WGS 84). They lie in the open sea of a real map. */
export const sampleBoundaries = (): Boundaries => read<Boundaries>('boundaries.json');

const agencyOf = (one: SampleAgency): Agency => ({
  id: sampleId('agency', one.slug),
  identifier: one.identifier,
  name: { vi: one.name, en: one.name_en },
  short: one.short,
  kind: one.kind,
  level: one.level,
  regime: one.regime,
  parent: one.parent === undefined ? null : sampleId('agency', one.parent),
  place: one.place,
  headTitle: one.head,
  established: one.established,
  abolished: one.abolished ?? null,
  basis: one.basis,
  phone: one.phone?.replaceAll(' ', '') ?? null,
  email: one.email ?? null,
  address: one.address ?? null,
});

const changesOf = (one: SampleAgency): Change[] => {
  const agency = sampleId('agency', one.slug);
  const nothing = { nameBefore: null, parentBefore: null, basis: one.basis };
  const changes: Change[] = [{ agency, on: one.established, kind: 'established', ...nothing }];
  for (const { on, before, before_en: en, basis } of one.renamed ?? []) {
    changes.push({ agency, on, kind: 'renamed', nameBefore: { vi: before, en }, parentBefore: null, basis });
  }
  if (one.abolished !== undefined) changes.push({ agency, on: one.abolished, kind: 'abolished', ...nothing });
  return changes;
};

/** Agencies, units, posts, officers and who holds what, as `agencies` takes them. */
export function sampleOrganisation({ agencies, units, posts, officers }: SampleProvince): Organisation {
  const always = { from: SAMPLE_BEGINS, to: null };
  return {
    agencies: agencies.map(agencyOf),
    changes: agencies.flatMap(changesOf),
    successions: agencies.flatMap((one) =>
      (one.successors ?? []).map(({ agency, field, place }) => ({
        agency: sampleId('agency', one.slug),
        successor: sampleId('agency', agency),
        field: field ?? null,
        place: place ?? null,
        began: dayAfter(one.abolished!),
        basis: one.basis,
      })),
    ),
    units: units.map((one) => ({
      id: sampleId('unit', one.slug),
      agency: sampleId('agency', one.agency),
      parent: null,
      name: { vi: one.name, en: one.name_en },
      kind: one.kind,
      ...always,
    })),
    posts: posts.map((one) => ({
      id: sampleId('post', one.slug),
      agency: sampleId('agency', one.agency),
      unit: one.unit === undefined ? null : sampleId('unit', one.unit),
      title: { vi: one.title, en: one.title_en },
      rank: one.rank,
      roles: one.roles,
      fields: one.fields ?? null,
      ...always,
    })),
    officers: officers.map((one) => ({
      person: sampleId('officer', one.slug),
      name: one.name,
      sex: one.sex,
      staffNumber: one.staff_number,
      phone: one.phone,
      email: one.email,
    })),
    holdings: officers.flatMap((one) =>
      one.holds.map(({ post, kind, from, to, basis }) => ({
        post: sampleId('post', post),
        person: sampleId('officer', one.slug),
        kind,
        from,
        to: to ?? null,
        basis: basis ?? null,
      })),
    ),
  };
}

/** A person of the sample as `people` takes it. */
export const samplePerson = (one: SamplePerson): NewPerson => ({
  number: one.number ?? null,
  name: one.name,
  born: one.born,
  sex: one.sex,
  ethnicity: one.ethnicity,
  nationality: one.nationality,
  commune: one.commune,
  address: one.address,
  died: one.died ?? null,
  source: SAMPLE_SOURCE,
});

/** The papers of a person besides the number. */
export const samplePapers = ({ papers = [] }: SamplePerson): IdentityPaper[] =>
  papers.map(({ kind, number }) => ({ kind, number, issued: null, expires: null, issuer: null }));

/** An organisation of the sample as `people` takes it. */
export const sampleCompany = (one: SampleOrganisation): NewOrganisation => ({
  number: one.number,
  name: one.name,
  nameEn: one.name_en,
  kind: one.kind,
  commune: one.commune,
  address: one.address,
  established: one.established,
  dissolved: one.dissolved ?? null,
  source: SAMPLE_SOURCE,
});

/** A mandate of the sample as `mandates` takes it. An officer is a person. */
export function sampleMandate(one: SampleMandate): NewMandate {
  const { agent, principal, grantedBy } = one;
  return {
    kind: one.kind,
    form: one.form ?? null,
    agent: { kind: agent.kind === 'post' ? 'post' : 'person', id: sampleId(agent.kind, agent.slug) },
    principal: { kind: principal.kind, id: sampleId(principal.kind, principal.slug) },
    grantedBy: grantedBy === undefined ? null : sampleId(grantedBy.kind, grantedBy.slug),
    agency: one.agency === undefined ? null : sampleId('agency', one.agency),
    roles: one.roles ?? [],
    acts: one.acts ?? null,
    procedures: one.procedures ?? null,
    fields: one.fields ?? null,
    documents: one.documents ?? null,
    resultsTo: one.resultsTo ?? 'principal',
    under: one.under === undefined ? null : sampleId('mandate', one.under),
    redelegable: one.redelegable ?? false,
    from: one.from,
    to: one.to ?? null,
    basis: one.basis,
  };
}
