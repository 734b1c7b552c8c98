/** Loads the sample province through the commands of the rooms, as an administrator would. Repeating it changes nothing. */
import type { Act } from '../../src/ground/db/act.ts';
import { settleWrites, type Caller, type Edge } from '../../src/ground/db/edge.ts';
import { importOrganisation } from '../../src/world/agencies/index.ts';
import { importLaw, shippedLists, shippedTexts } from '../../src/world/law/index.ts';
import { grantMandate, listMandatesFor, revokeMandate } from '../../src/world/mandates/index.ts';
import {
  addContact,
  registerOrganisation,
  registerPerson,
  relate,
  type Contact,
} from '../../src/world/people/index.ts';
import { importBoundaries, importPlaces } from '../../src/world/places/index.ts';
import { sampleId } from './ids.ts';
import {
  readSample,
  sampleCompany,
  samplePapers,
  sampleBoundaries,
  sampleMandate,
  sampleOrganisation,
  samplePerson,
  samplePlaces,
  SAMPLE_BEGINS,
  SAMPLE_SOURCE,
} from './load.ts';
import type { SampleProvince } from './schema.ts';

/** Loads everything. `progress` hears what is being loaded, for the person who waits. */
export async function seedProvince(
  edge: Edge,
  caller: Caller,
  progress: (what: string) => void = () => {},
): Promise<void> {
  const sample = readSample();
  progress('law');
  await edge.act(caller, (act) => importLaw(act, shippedTexts(), shippedLists()));
  progress('places');
  await edge.act(caller, (act) => importPlaces(act, samplePlaces()));
  await edge.act(caller, (act) => importBoundaries(act, sampleBoundaries(), SAMPLE_SOURCE, SAMPLE_BEGINS));
  progress('agencies');
  // One act, so that it is all there or not at all; once, so that what people change in the sample stays.
  if (await isSeeded(edge, caller)) return;
  await edge.act(caller, async (act) => {
    await importOrganisation(act, sampleOrganisation(sample));
    progress('people');
    await seedPeople(act, sample);
    progress('mandates');
    await seedMandates(act, sample);
  });
}

const isSeeded = (edge: Edge, caller: Caller): Promise<boolean> =>
  edge.look(caller, async (look) => {
    const last = sampleMandate(readSample().mandates.at(-1)!);
    return (await listMandatesFor(look, last.principal)).length > 0;
  });

type Owner = Pick<Contact, 'owner' | 'ownerKind'>;

function seedContacts(act: Act, owner: Owner, { phone, email }: { phone?: string; email?: string }): void {
  const verified = { ...owner, verifiedAt: act.now };
  if (phone !== undefined) addContact(act, { ...verified, kind: 'phone', value: phone, preferred: true });
  if (email !== undefined) addContact(act, { ...verified, kind: 'email', value: email, preferred: false });
}

async function seedPeople(act: Act, { people, relationships, organisations }: SampleProvince): Promise<void> {
  for (const one of people) {
    const owner = await registerPerson(
      act,
      samplePerson(one),
      samplePapers(one),
      sampleId('person', one.slug),
    );
    seedContacts(act, { owner, ownerKind: 'person' }, one);
  }
  for (const { kind, person, relative, from, to } of relationships) {
    const line = { kind, person: sampleId('person', person), relative: sampleId('person', relative) };
    await relate(act, { ...line, from: from ?? null, to: to ?? null, source: SAMPLE_SOURCE });
  }
  for (const one of organisations) {
    const owner = await registerOrganisation(act, sampleCompany(one), sampleId('organisation', one.slug));
    seedContacts(act, { owner, ownerKind: 'organisation' }, one);
  }
}

async function seedMandates(act: Act, { mandates }: SampleProvince): Promise<void> {
  for (const passedOn of [false, true]) {
    for (const one of mandates) {
      if ((one.under !== undefined) === passedOn)
        await grantMandate(act, sampleMandate(one), sampleId('mandate', one.slug));
    }
    // What is passed on or revoked is read from the database: the mandates before it must lie there.
    await settleWrites(act);
  }
  for (const { slug, revoked } of mandates) {
    if (revoked)
      await revokeMandate(act, sampleId('mandate', slug), { from: revoked.from, reason: revoked.reason });
  }
}
