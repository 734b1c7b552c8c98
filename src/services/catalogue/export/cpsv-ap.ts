/**
 * A procedure as CPSV-AP 3.2, the Core Public Service Vocabulary application profile, in JSON-LD and Turtle (machine-readable
 * export of the catalogue, D224 art. 12; A7). Pure: content in, graph out.
 */
import type { Text } from '../../../ground/text/language.ts';
import { feesOf } from '../rules/fees.ts';
import { countedTerm } from '../rules/terms.ts';
import type { Channel, Fee, Procedure } from '../schema.ts';

/** A node: its type, and properties whose values are texts, numbers, references or nodes. */
export type Value =
  | string
  | number
  | { readonly '@id': string }
  | { readonly '@value': string; readonly '@language'?: string; readonly '@type'?: string }
  | Node;
export type Node = { readonly '@id': string; readonly '@type': string } & {
  readonly [property: string]: Value | readonly Value[];
};

/** Prefixes of the graph. */
export const context = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

const said = (text: string, language = 'vi'): Value => ({ '@value': text, '@language': language });
const inBoth = ({ vi, en }: Text): readonly Value[] => [said(vi), said(en, 'en')];

const channelNames: Readonly<Record<Channel, Text>> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  'in-person': { vi: 'Trực tiếp', en: 'In person' },
  post: { vi: 'Qua bưu chính công ích', en: 'By public post' },
};

/** A limit as an ISO 8601 duration; null where it has no unit. Working days cannot be told apart there: the words beside it do. */
function durationOf(procedure: Procedure, channel: Channel): string | null {
  const counted = countedTerm(procedure, channel);
  if (counted === null) return null;
  if (counted.unit === 'same_day') return 'P1D';
  const { amount } = counted;
  if (counted.unit === 'hour' || counted.unit === 'working_hour') return `PT${amount}H`;
  return counted.unit === 'month' ? `P${amount}M` : `P${amount}D`;
}

const costNode = (base: string, fee: Fee, i: number): Node => ({
  '@id': `${base}#phi-${i + 1}`,
  '@type': 'cv:Cost',
  'dct:identifier': fee.code,
  'dct:description': [said([fee.name, fee.per && `/ ${fee.per}`, fee.note].filter(Boolean).join(' '))],
  // An unknown amount has no value: never 0.
  ...(fee.amount !== null && {
    'cv:hasValue': { '@value': String(fee.amount), '@type': 'xsd:decimal' },
    'cv:currency': { '@id': 'http://publications.europa.eu/resource/authority/currency/VND' },
  }),
});

const agencyNode = (base: string, name: string, i: number): Node => ({
  '@id': `${base}#co-quan-${i + 1}`,
  '@type': 'cv:PublicOrganisation',
  'dct:title': [said(name)],
  'skos:prefLabel': [said(name)],
});

/** The graph of one procedure. `origin`: address of this installation. */
export function serviceNode(procedure: Procedure, origin: string): Node {
  const base = `${origin}/thu-tuc/${procedure.code}`;
  const agencies = [
    ...new Set(
      [procedure.competent, ...procedure.implementing].filter((name): name is string => Boolean(name)),
    ),
  ];
  const fees = feesOf(procedure, procedure.methods[0]?.channel ?? 'online');
  return {
    '@id': base,
    '@type': 'cpsv:PublicService',
    'dct:identifier': procedure.code,
    'dct:title': [said(procedure.name), ...(procedure.nameEn ? [said(procedure.nameEn, 'en')] : [])],
    'dct:description': procedure.summary ? inBoth(procedure.summary) : [said(procedure.name)],
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/VIE' },
    'dct:publisher': {
      '@id': `${base}#cong-bo`,
      '@type': 'cv:PublicOrganisation',
      'dct:title': [said(procedure.publisher)],
    },
    'cv:thematicArea': {
      '@id': `${base}#linh-vuc`,
      '@type': 'skos:Concept',
      'skos:prefLabel': [said(procedure.domain)],
    },
    'cv:hasCompetentAuthority': agencies.map((name, i) => agencyNode(base, name, i)),
    'cv:hasChannel': procedure.methods.map(({ channel, description }): Node => {
      const duration = durationOf(procedure, channel);
      return {
        '@id': `${base}#${channel}`,
        '@type': 'cv:Channel',
        'dct:title': inBoth(channelNames[channel]),
        ...(description && { 'dct:description': [said(description)] }),
        ...(duration && { 'cv:processingTime': { '@value': duration, '@type': 'xsd:duration' } }),
      };
    }),
    'cv:hasCost': fees.map((fee, i) => costNode(base, fee, i)),
    'cpsv:hasInput': procedure.groups.flatMap(({ components }, g) =>
      components.map(({ key, name, form }): Node => ({
        '@id': `${base}#giay-to-${g + 1}-${encodeURIComponent(key)}`,
        '@type': 'cv:Evidence',
        'dct:identifier': key,
        'dct:title': [said(name || 'Chưa ghi tên')],
        ...(form && { 'foaf:page': [said(form)] }),
      })),
    ),
    'cpsv:produces': procedure.results.map(({ code, name }, i): Node => ({
      '@id': `${base}#ket-qua-${i + 1}`,
      '@type': 'cv:Output',
      ...(code && { 'dct:identifier': code }),
      'dct:title': [said(name)],
    })),
    'cv:hasLegalResource': procedure.legalBasis.map(({ number, title }, i): Node => ({
      '@id': `${base}#can-cu-${i + 1}`,
      '@type': 'eli:LegalResource',
      ...(number && { 'eli:id_local': number }),
      'eli:title': [said(title ?? number ?? '')],
    })),
    ...(procedure.steps && {
      'cpsv:follows': {
        '@id': `${base}#trinh-tu`,
        '@type': 'cpsv:Rule',
        'dct:title': [said('Trình tự thực hiện')],
        'dct:description': [said(procedure.steps)],
      },
    }),
    ...(procedure.conditions && {
      'cv:hasCriterion': {
        '@id': `${base}#dieu-kien`,
        '@type': 'cv:Requirement',
        'dct:title': [said('Yêu cầu, điều kiện')],
        'dct:description': [said(procedure.conditions)],
      },
    }),
    'dct:issued': { '@value': procedure.validFrom, '@type': 'xsd:date' },
  };
}

/** JSON-LD of one procedure. */
export const jsonLd = (procedure: Procedure, origin: string): Readonly<Record<string, unknown>> => ({
  '@context': context,
  ...serviceNode(procedure, origin),
});
