/** Making the bytes of a paper: typeset, sign, number, seal. Slow and without a transaction. */
import type { Store, Stored } from '../../ground/files/index.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { signPdf } from '../signing/pdf/sign.ts';
import { prepareFields, type PreparedField } from '../signing/pdf/widgets.ts';
import { findTemplate, typeset, type Place } from '../typeset/index.ts';
import type { Holder, Keyring } from './keyring.ts';
import type { Signed } from './commands.ts';
import type { Paper } from './schema.ts';

/** Where bytes lie and who signs. */
export type Press = { readonly store: Store; readonly keyring: Keyring };

/**
 * Typesets a draft and signs it as the leader: the first signature certifies the file and lets the clerk number and
 * the agency seal it later, nothing else. The places of number, date and seal are prepared before.
 */
export async function signAsLeader(
  { store, keyring }: Press,
  paper: Pick<Paper, 'template' | 'data' | 'agency_name'>,
  leader: Holder,
  now: Date,
): Promise<Signed> {
  const template = findTemplate(paper.template);
  if (!template)
    throw new NotFound({
      vi: 'Không còn mẫu của văn bản này.',
      en: 'The template of this paper is no longer there.',
    });
  const { pdf, places } = await typeset(template, paper.data as never, {
    date: dayOf(now),
    author: paper.agency_name,
  });
  const prepared = prepareFields(Buffer.from(pdf), fieldsOf(places));
  const { signer, picture } = await keyring.person(leader);
  const signed = await signPdf(
    prepared,
    { field: 'signature', time: now, permission: 2, appearance: { kind: 'picture', picture } },
    signer,
    { timestamp: keyring.timestamp, level: 'B-T' },
  );
  return { stored: await store.put(signed), data: paper.data, places };
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

const dayOf = (now: Date): string => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** The places that the typesetter left, as fields of the file: pictures become signatures, gaps in lines become words. */
const fieldsOf = (places: Readonly<Record<string, Place>>): PreparedField[] =>
  Object.entries(places).map(([name, { page, x, y, width, height, text }]) => ({
    name,
    kind: text ? 'words' : 'signature',
    page,
    rectangle: text ? [x, y - 3, x + width, y + height + 3] : [x, y, x + width, y + height],
  }));

/** Words of the clerk: number, and the day in its three gaps. */
function fillsOf(paper: {
  readonly number: number | null;
  readonly issued_on: string;
  readonly places: Paper['places'];
}): Record<string, string> {
  const [year = '', month = '', day = ''] = paper.issued_on.split('-');
  // Days below ten and the months January and February are written with two digits (Decree 30/2020, annex I, II.4).
  const words: Record<string, string> = {
    number: String(paper.number ?? '').padStart(2, '0'),
    day,
    month: Number(month) <= 2 ? month : String(Number(month)),
    year,
  };
  return Object.fromEntries(Object.entries(words).filter(([name]) => paper.places && name in paper.places));
}
