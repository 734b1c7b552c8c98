/** Making the bytes of a paper: typeset, sign, number, seal. Slow and without a transaction. */
import type { Store, Stored } from '../../ground/files/index.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { prepareFields, readCertificate, signPdf, type PreparedField } from '../signing/index.ts';
import { dataFile, findTemplate, typeset, type Place } from '../typeset/index.ts';
import { namesOn } from './check/names.ts';
import { agencyKey, digestOf, ownerMark, signStatement, type AgencyKey } from './check/statement.ts';
import type { Holder, Keyring } from './keyring.ts';
import type { Signed } from './commands.ts';
import type { Paper } from './schema.ts';

/** Where bytes lie and who signs. */
export type Press = { readonly store: Store; readonly keyring: Keyring };

/** What of a paper its bytes are made from. */
type Printed = Pick<Paper, 'code' | 'template' | 'data' | 'agency' | 'agency_name' | 'owner_name'>;

/**
 * Typesets a draft and signs it as the leader: the first signature certifies the file and lets the clerk number and
 * the agency seal it later, nothing else. The places of number, date and seal are prepared before. The square code gets
 * a statement signed by the agency, which a phone can check without network.
 */
export async function signAsLeader(
  { store, keyring }: Press,
  paper: Printed,
  leader: Holder,
  now: Date,
): Promise<Signed> {
  const template = findTemplate(paper.template);
  if (!template)
    throw new NotFound({
      vi: 'Không còn mẫu của văn bản này.',
      en: 'The template of this paper is no longer there.',
    });
  const { statement, key } = await statementOf(keyring, paper, vietnamDay(now));
  const { pdf, places } = await typeset(template, paper.data as never, {
    date: vietnamDay(now),
    author: paper.agency_name,
    ...(statement && { codes: { check: statement } }),
  });
  const prepared = prepareFields(Buffer.from(pdf), fieldsOf(places));
  const { signer, picture } = await keyring.person(leader);
  const signed = await signPdf(
    prepared,
    { field: 'signature', time: now, permission: 2, appearance: { kind: 'picture', picture } },
    signer,
    { timestamp: keyring.timestamp, level: 'B-T' },
  );
  return { stored: await store.put(signed), data: paper.data, places, key, check: statement };
}

/** What the square code of a paper holds: the address of its check with the agency's statement; null without an address. */
async function statementOf(
  keyring: Keyring,
  paper: Printed,
  day: string,
): Promise<{ readonly statement: string | null; readonly key: AgencyKey | null }> {
  const { code, template, data, agency, agency_name: name } = paper;
  const address = data['check'];
  if (typeof address !== 'string') return { statement: null, key: null };
  const { signer } = await keyring.agency({ id: agency, name, organisation: name });
  const key = agencyKey(readCertificate(signer.certificate).spki, signer.certificate, name);
  const signed = await signStatement(
    {
      code,
      template,
      day,
      digest: digestOf(dataFile(data)),
      owner: ownerMark(code, namesOn(paper)[0] ?? ''),
      number: typeof data['number'] === 'string' ? data['number'] : null,
    },
    key.kid,
    signer,
  );
  return signed ? { statement: `${address}?c=${signed}`, key } : { statement: null, key: null };
}

/** Writes number and date into their places and seals as the agency, with everything that makes the signature last. */
export async function numberAndSeal(
  { store, keyring }: Press,
  paper: Paper & { readonly symbol: string; readonly issued_on: string },
  agency: Holder,
  now: Date,
): Promise<Stored> {
  const bytes = await store.read(paper.hash!);
  const { signer, picture } = await keyring.agency(agency);
  const sealed = await signPdf(
    bytes,
    { field: 'seal', time: now, appearance: { kind: 'picture', picture }, fills: fillsOf(paper) },
    signer,
    { timestamp: keyring.timestamp, evidence: keyring.evidence, level: 'B-LTA' },
  );
  return store.put(sealed);
}

/** The places that the typesetter left, as fields of the file: pictures become signatures, gaps in lines become words. */
const fieldsOf = (places: Readonly<Record<string, Place>>): PreparedField[] =>
  Object.entries(places).map(([name, { page, x, y, width, height, text }]) => ({
    name,
    kind: text ? 'words' : 'signature',
    page,
    rectangle: text ? lineAround(x, y, width, text.size) : [x, y, x + width, y + height],
  }));

/** The rectangle in which words of this size stand with their baseline at `y`. */
const lineAround = (x: number, y: number, width: number, size: number) =>
  [x, y - 0.3 * size, x + width, y + 0.95 * size] as const;

/** A digit and a space of Times, as parts of the size of the letters. */
const [DIGIT, SPACE] = [0.5, 0.25];

/** Digits that end where their place ends, close before the notation: words are written from the left edge. */
function atRightEdge(digits: string, place: Place | undefined): string {
  if (!place?.text) return digits;
  const free = place.width / place.text.size - digits.length * DIGIT;
  return digits.padStart(digits.length + Math.max(0, Math.floor(free / SPACE)), ' ');
}

/** Words of the clerk: number, and the day in its three gaps. */
function fillsOf(paper: {
  readonly number: number | null;
  readonly issued_on: string;
  readonly places: Paper['places'];
}): Record<string, string> {
  const [year = '', month = '', day = ''] = paper.issued_on.split('-');
  // Days below ten and the months January and February are written with two digits (Decree 30/2020, annex I, II.4).
  const words: Record<string, string> = {
    number: atRightEdge(String(paper.number ?? '').padStart(2, '0'), paper.places?.['number']),
    day,
    month: Number(month) <= 2 ? month : String(Number(month)),
    year,
  };
  return Object.fromEntries(Object.entries(words).filter(([name]) => paper.places && name in paper.places));
}
