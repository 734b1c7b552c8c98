/**
 * The officer who receives a paper signs its digitised copy: it matches the original (TT 01/2023/TT-VPCP art. 10; C5). The
 * words stand at the top right, without a picture, as on every electronic copy (Decree 30/2020, Annex I).
 */
import type { Stored } from '../../ground/files/index.ts';
import { firstPageOf, signingTimeWords, signPdf, topRight } from '../signing/index.ts';
import type { Holder } from './holder.ts';
import type { Press } from './lay-out.ts';

/** Signs the PDF with this hash as the officer and keeps it. Slow; stands outside of acts. */
export async function signDigitalCopy(
  { store, keyring }: Press,
  hash: string,
  officer: Holder,
  now: Date,
): Promise<Stored> {
  const pdf = await store.read(hash);
  const { signer } = await keyring.person(officer);
  const lines = ['SỐ HÓA, ĐÚNG VỚI BẢN CHÍNH', officer.name, officer.organisation, signingTimeWords(now)];
  const signed = await signPdf(
    pdf,
    {
      field: 'digitised',
      time: now,
      reason: 'Bản số hóa đúng với bản chính',
      appearance: { kind: 'words', lines, align: 'right' },
      place: { page: 1, rectangle: topRight(firstPageOf(pdf), 240, 52, 14) },
    },
    signer,
    { timestamp: keyring.timestamp, evidence: keyring.evidence, level: 'B-LT' },
  );
  return store.put(signed);
}
