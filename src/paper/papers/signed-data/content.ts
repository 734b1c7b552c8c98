/** What a paper says, as data for programs: the same words as JSON and as XML. */
import type { Paper } from '../schema.ts';

/** What of a paper its data is made from; `hash` is that of the sealed file. */
export type Told = Pick<
  Paper,
  | 'code'
  | 'title'
  | 'template'
  | 'template_version'
  | 'result_code'
  | 'agency_name'
  | 'signer_name'
  | 'symbol'
  | 'issued_on'
  | 'valid_until'
  | 'data'
> & { readonly hash: string; readonly annexes: readonly { readonly n: number; readonly hash: string }[] };

/** Name of this form of the data; another form gets another number. */
const FORM = 'toantrinh.paper/1';
const NAMESPACE = 'urn:toantrinh:paper:1';

/** The facts of a paper. They name the file, so that neither can be held against another. */
const factsOf = (paper: Told): Readonly<Record<string, unknown>> => ({
  form: FORM,
  code: paper.code,
  title: paper.title,
  template: paper.template,
  templateVersion: paper.template_version,
  resultCode: paper.result_code,
  issuer: paper.agency_name,
  signer: paper.signer_name,
  number: paper.symbol,
  issuedOn: paper.issued_on,
  validUntil: paper.valid_until,
  file: { digest: 'sha-256', value: paper.hash },
  annexes: paper.annexes.map(({ n, hash }) => ({ n, digest: 'sha-256', value: hash })),
  data: paper.data,
});

/** The data as JSON, in Unicode form NFC as in `data.json` of the file. */
export const asJson = (paper: Told): Buffer => Buffer.from(JSON.stringify(factsOf(paper)).normalize('NFC'));

/** Text of an element. What XML 1.0 cannot hold at all is left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');

const inQuotes = (text: string): string =>
  escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** One value: fields by name, lists by items, everything else as text; nothing for null. */
const element = (tag: string, name: string | null, value: unknown): string => {
  if (value === null || value === undefined) return '';
  const named = name === null ? '' : ` name="${inQuotes(name)}"`;
  if (Array.isArray(value))
    return `<${tag}${named}>${value.map((one) => element('item', null, one)).join('')}</${tag}>`;
  if (typeof value === 'object') return `<${tag}${named}>${fieldsOf(value)}</${tag}>`;
  return `<${tag}${named}>${escaped(String(value))}</${tag}>`;
};

const fieldsOf = (value: object): string =>
  Object.entries(value)
    .map(([name, one]) => element('field', name, one))
    .join('');

/** The same facts as XML: names stand in attributes, so that whatever a template calls its fields can be written. */
export const asXml = (paper: Told): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<paper xmlns="${NAMESPACE}">${fieldsOf(factsOf(paper))}</paper>`.normalize(
    'NFC',
  );
