/**
 * The officer who receives a paper signs its digitised copy: it matches the original (TT 01/2023/TT-VPCP art. 10; C5). The
 * words stand at the top right, without a picture, as on every electronic copy (Decree 30/2020, Annex I).
 */
import type { Act } from '../../ground/db/act.ts';
import type { Stored } from '../../ground/files/index.ts';
import { cornerWords, signingTimeWords, signPdf, type SignaturePlan } from '../signing/index.ts';
import type { Holder } from './holder.ts';
import type { Press } from './lay-out.ts';
import { phoneOf, signOnPhone } from './remote/on-phone.ts';
import { endWaiting } from './remote/waiting.ts';

/** A digitised copy that waits for its officer: `hash` is the PDF that was made of it. */
export type DigitalCopy = { readonly id: string; readonly title: string; readonly hash: string };

const copyPlan = (pdf: Buffer, officer: Holder, now: Date): SignaturePlan => ({
  field: 'digitised',
  time: now,
  reason: 'Bản số hóa đúng với bản chính',
  ...cornerWords(pdf, [
    'SỐ HÓA, ĐÚNG VỚI BẢN CHÍNH',
    officer.name,
    officer.organisation,
    signingTimeWords(now),
  ]),
});

/**
 * Signs a copy as the officer and keeps it. Slow; stands outside of acts. An officer who signs on a phone is asked there;
 * until the answer has come this throws Invalid with what to do, and calling it again goes on with the very same bytes.
 */
export async function signDigitalCopy(
  press: Press,
  { id, title, hash }: DigitalCopy,
  officer: Holder,
  now: Date,
): Promise<Stored> {
  const { store, keyring } = press;
  const make = async () => {
    const pdf = await store.read(hash);
    return { pdf, plan: copyPlan(pdf, officer, now), result: {} };
  };
  const phone = await phoneOf(press, officer);
  if (phone) {
    const madeFrom = `digitised\n${hash}`;
    return (await signOnPhone(phone, { id, title, madeFrom, level: 'B-LTA', make })).stored;
  }
  const { pdf, plan } = await make();
  const { signer } = await keyring.person(officer);
  const { timestamp, evidence } = keyring;
  return store.put(await signPdf(pdf, plan, signer, { timestamp, evidence, level: 'B-LTA' }));
}

/** The copy is confirmed: nothing of it waits on a phone any more. */
export const noteCopySigned = (act: Act, id: string): void => endWaiting(act, id);
