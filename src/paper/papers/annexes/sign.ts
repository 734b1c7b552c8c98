/**
 * The agency signs each annex in a separate file when its document has a number: number and symbol, and the time, as words at
 * the top right of the first page, no picture (Decree 30/2020, Annex I, part I, sections II.8b and III.1d; C6).
 */
import type { Stored } from '../../../ground/files/index.ts';
import { cornerWords, signingTimeWords, signPdf } from '../../signing/index.ts';
import type { Holder } from '../holder.ts';
import type { Press } from '../lay-out.ts';
import type { Annex } from '../schema.ts';

/** A signed annex; `source` is the file that was signed. */
export type SignedAnnex = Pick<Annex, 'n' | 'source'> & { readonly stored: Stored };

/** Signs the annexes of a paper. Slow; stands outside of acts. */
export async function signAnnexes(
  { store, keyring }: Press,
  annexes: readonly Annex[],
  { code, symbol }: { readonly code: string; readonly symbol: string },
  agency: Holder,
  now: Date,
): Promise<readonly SignedAnnex[]> {
  if (annexes.length === 0) return [];
  const { signer } = await keyring.agency(agency);
  const { timestamp, evidence } = keyring;
  const signed: SignedAnnex[] = [];
  for (const { n, source } of annexes) {
    const pdf = await store.read(source);
    const plan = {
      field: `phu-luc-${code}-${n}`,
      time: now,
      reason: `Phụ lục của văn bản số ${symbol}`,
      ...cornerWords(pdf, [`Số: ${symbol}`, signingTimeWords(now)]),
    };
    const bytes = await signPdf(pdf, plan, signer, { timestamp, evidence, level: 'B-LTA' });
    signed.push({ n, source, stored: await store.put(bytes) });
  }
  return signed;
}
