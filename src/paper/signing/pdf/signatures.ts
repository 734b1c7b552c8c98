/** The signature dictionaries of a PDF (ISO 32000-2 §12.8): one for each signed field. */
import { entry, isCut, resolve, type PdfDocument } from './document.ts';
import { arrayOf, fieldNodes, plainDict } from './structure.ts';
import {
  headerAt,
  isArray,
  isDict,
  isName,
  isText,
  readValue,
  textOf,
  type Dict,
  type Text,
  type Value,
} from './syntax.ts';

export type PdfSignature = {
  readonly field: string;
  /** The dictionary, or null where the field points at nothing usable. */
  readonly dict: Dict | null;
};

/** Signed fields in the order of the file; fields prepared but not yet signed are left out. */
export const signaturesIn = (document: PdfDocument): readonly PdfSignature[] => {
  const found = fieldNodes(document)
    .filter(
      ({ type, own, value, dict }) => type === 'Sig' && (own || dict.entries.has('V')) && value !== null,
    )
    .map(({ name, value }) => ({ field: name, dict: plainDict(document, value) }));
  const lost = isCut(document) || document.state.damaged || document.trailer.has('Encrypt');
  return (found.length > 0 || !lost ? found : strays(document)).toSorted(
    (one, other) => endOf(document, one) - endOf(document, other),
  );
};

const endOf = (document: PdfDocument, { dict }: PdfSignature): number => {
  const range = numbersOf(document, entry(document, dict, 'ByteRange'));
  return range?.length === 4 ? range[2]! + range[3]! : Number.MAX_SAFE_INTEGER;
};

/** An array of whole numbers, or null. */
const numbersOf = (document: PdfDocument, value: Value): readonly number[] | null => {
  if (!isArray(value)) return null;
  const numbers = value.map((item) => resolve(document, item));
  return numbers.every((item): item is number => typeof item === 'number' && Number.isInteger(item))
    ? numbers
    : null;
};

const mostStrays = 200;

/** Signature dictionaries found by their byte range, where the file has lost the way to them or an update took it away. */
export const strays = (document: PdfDocument): readonly PdfSignature[] => {
  const { bytes } = document;
  const found = new Map<number, PdfSignature>();
  let tried = 0;
  for (
    let at = bytes.indexOf('/ByteRange', 0, 'latin1');
    at >= 0 && tried++ < mostStrays;
    at = bytes.indexOf('/ByteRange', at + 10, 'latin1')
  ) {
    const near = Math.max(0, at - 1_000_000);
    const before = near + bytes.subarray(near, at).lastIndexOf(' obj', undefined, 'latin1');
    const line = before < near ? '' : bytes.toString('latin1', Math.max(0, before - 20), before + 4);
    const start = before + 4 - (/\d+[\s\0]+\d+ obj$/.exec(line)?.[0].length ?? 0);
    const header = before < near ? null : headerAt(bytes, start);
    if (!header) continue;
    try {
      const [value] = readValue(bytes, header.at);
      if (isDict(value) && value.entries.has('ByteRange')) found.set(header.at, { field: '', dict: value });
    } catch {
      found.set(header.at, { field: '', dict: null }); // cut off in the middle: a signature, but not a readable one
    }
  }
  return [...found.values()];
};

/** What a signature dictionary says about itself. */
export const factsOf = (document: PdfDocument, dict: Dict) => {
  const name = (key: string): string | null => {
    const value = entry(document, dict, key);
    return isName(value) ? value.name : null;
  };
  const contents = entry(document, dict, 'Contents');
  const claimed = entry(document, dict, 'M');
  return {
    format: name('SubFilter'),
    timestamp: name('Type') === 'DocTimeStamp' || name('SubFilter') === 'ETSI.RFC3161',
    contents: isText(contents) ? contents : null,
    claimed: isText(claimed) ? pdfDate(textOf(claimed)) : null,
    range: numbersOf(document, entry(document, dict, 'ByteRange')),
    certificates: [entry(document, dict, 'Cert')]
      .flat()
      .map((value) => resolve(document, value as Value))
      .filter((value): value is Text => isText(value)),
    ...permissionsOf(document, dict),
  };
};

/** `D:20260624083837+07'00'` (ISO 32000-2 §7.9.4) as a moment; without a zone it is taken as UTC. */
const pdfDate = (words: string): Date | null => {
  const match = /^D?:?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?)?/.exec(words);
  if (!match) return null;
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    sign,
    zoneHour = '00',
    zoneMinute = '00',
  ] = match;
  const zone = sign ? `${sign}${zoneHour}:${zoneMinute}` : 'Z';
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(moment.getTime()) ? null : moment;
};

/** Which fields a signature locks (FieldMDP). */
export type Lock = { readonly action: string; readonly fields: readonly string[] };

const permissionsOf = (
  document: PdfDocument,
  dict: Dict,
): { permission: number | null; locks: readonly Lock[] } => {
  let permission: number | null = null;
  const locks: Lock[] = [];
  for (const item of arrayOf(document, dict.entries.get('Reference'))) {
    const reference = plainDict(document, item);
    const method = entry(document, reference, 'TransformMethod');
    const parameters = plainDict(document, reference?.entries.get('TransformParams'));
    const level = entry(document, parameters, 'P');
    if (isName(method, 'DocMDP'))
      permission = typeof level === 'number' && level >= 1 && level <= 3 ? level : 2;
    if (!isName(method, 'FieldMDP')) continue;
    if (typeof level === 'number') permission = Math.min(permission ?? 3, level);
    const action = entry(document, parameters, 'Action');
    const fields = arrayOf(document, parameters?.entries.get('Fields')).map((field) =>
      resolve(document, field),
    );
    locks.push({ action: isName(action) ? action.name : 'All', fields: fields.filter(isText).map(textOf) });
  }
  return { permission, locks };
};

/** Whether a lock covers a field (or one of the fields above it). */
export const locked = ({ action, fields }: Lock, field: string): boolean => {
  const named = fields.some((name) => field === name || field.startsWith(`${name}.`));
  return action === 'All' || (action === 'Include' && named) || (action === 'Exclude' && !named);
};
