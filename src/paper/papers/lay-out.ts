/** The first half of a paper's bytes: typeset, with the places that its signers fill later. Slow and without a transaction. */
import type { Store } from '../../ground/files/index.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import {
  prepareFields,
  readCertificate,
  type Picture,
  type PreparedField,
  type SignaturePlan,
} from '../signing/index.ts';
import { dataFile, findTemplate, typeset, type Place } from '../typeset/index.ts';
import { namesOn } from './check/names.ts';
import { agencyKey, digestOf, ownerMark, signStatement, type AgencyKey } from './check/statement.ts';
import type { Holder } from './holder.ts';
import { signaturePicture, type Keyring } from './keyring.ts';
import type { ToSign } from './remote/signing.ts';
import type { Paper, Signed } from './schema.ts';
import type { TemplateSource } from './templates/versions.ts';

/** Where bytes lie, who signs, and with which templates papers are made: those that are shipped unless said otherwise. */
export type Press = {
  readonly store: Store;
  readonly keyring: Keyring;
  readonly templates?: TemplateSource;
};

/** What of a paper its bytes are made from. */
export type Printed = Pick<
  Paper,
  'id' | 'title' | 'code' | 'template' | 'data' | 'agency' | 'agency_name' | 'owner_name'
>;

/** How a leader signs: the first signature certifies the file and allows filling and signing only. */
export const leaderPlan = (now: Date, picture: Picture): SignaturePlan => ({
  field: 'signature',
  time: now,
  permission: 2,
  appearance: { kind: 'picture', picture },
});

/** A typeset file with the places for signature, number, date and seal, and what is noted of the paper besides its bytes. */
export type LaidOut = { readonly prepared: Buffer; readonly result: Omit<Signed, 'stored'> };

/**
 * Typesets a draft. The places of number, date and seal are prepared before the first signature. The square code gets a
 * statement signed by the agency, which a phone can check without network.
 */
export async function layOut(
  { keyring, templates = async (key) => findTemplate(key) }: Press,
  paper: Printed,
  now: Date,
): Promise<LaidOut> {
  const template = await templates(paper.template);
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
  const { agency, agency_name, data } = paper;
  const issuer = { agency, agency_name };
  return { prepared, result: { version: template.version, issuer, data, places, key, check: statement } };
}

/** A paper as its leader signs it on the phone. */
export const paperToSign = (
  press: Press,
  paper: Printed,
  leader: Holder,
  now: Date,
): ToSign<LaidOut['result']> => ({
  id: paper.id,
  title: paper.title,
  madeFrom: `${paper.template}\n${dataFile(paper.data)}`,
  level: 'B-T',
  make: async () => {
    const { prepared, result } = await layOut(press, paper, now);
    return { pdf: prepared, plan: leaderPlan(now, await signaturePicture(leader.name)), result };
  },
});

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
