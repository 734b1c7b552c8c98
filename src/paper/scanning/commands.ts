/** The acts around a digitised document: asked for, made, compared with its original, original handed back. */
import type { Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import type { Stored } from '../../ground/files/index.ts';
import { announce } from '../../ground/jobs/index.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { newId } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { takeNumber } from '../../work/numbers/index.ts';
import type { Digitised } from './digitise.ts';
import { docCodes } from './names.ts';
import { LEAST_DPI, type PaperFacts, type Scan } from './schema.ts';

/** What is to be digitised. */
export type Wanted = {
  readonly item: string;
  readonly n: number;
  readonly title: string;
  readonly source: { readonly hash: string; readonly type: string };
  readonly agency: { readonly identifier: string; readonly name: string };
};

/** Asks for a document to be digitised: it gets its code now, the rest follows as a job. */
export async function askScan(act: Act, { item, n, title, source, agency }: Wanted): Promise<void> {
  const { identifier } = agency;
  const code = await takeNumber(act, docCodes(identifier), vietnamDay(act.now), { agency: identifier });
  const id = newId(act.now);
  insert(act.writes, 'scanning.scans', {
    tenant: act.tenant,
    id,
    item,
    n,
    doc_code: code.text,
    title,
    agency_name: agency.name,
    source_hash: source.hash,
    source_type: source.type,
    state: 'waiting',
    asked_at: act.now,
  });
  announce(act, 'scan.asked', id);
}

const change = (act: Act, { item, n }: Pick<Scan, 'item' | 'n'>, to: Partial<Scan>): void =>
  update(act.writes, 'scanning.scans', { tenant: act.tenant, item, n }, to);

/** Notes what the job made of it; `stored` is the PDF that it is now. */
export function noteDigitised(
  act: Act,
  scan: Scan,
  made: Digitised,
  stored: (Stored & { readonly name: string }) | null,
): void {
  if (scan.state !== 'waiting') return;
  if (made.kind === 'refused') return change(act, scan, { state: 'refused', why: made.why });
  if (made.kind === 'original') return change(act, scan, { state: 'original' });
  const { pages, dpi, recognised, texts } = made;
  const kept = stored && { hash: stored.hash, size: stored.size, file_name: stored.name };
  change(act, scan, { state: 'made', pages, dpi, recognised, texts, ...kept });
}

/** Why a document cannot be confirmed as matching its original now; null: it can. */
export function obstacle(scan: Pick<Scan, 'state' | 'dpi'>): Text | null {
  if (scan.state === 'waiting')
    return {
      vi: 'Bản số hóa đang được tạo. Hãy đợi ít phút.',
      en: 'It is still being made. Wait a few minutes.',
    };
  if (scan.state !== 'made')
    return { vi: 'Bản này không còn chờ đối chiếu.', en: 'This one does not wait for comparison any more.' };
  if (scan.dpi !== null && scan.dpi < LEAST_DPI)
    return {
      vi: `Ảnh chỉ có ${scan.dpi} điểm trên inch, quy định ít nhất ${LEAST_DPI}. Hãy quét lại.`,
      en: `The picture has only ${scan.dpi} dots per inch; ${LEAST_DPI} are prescribed. Scan it again.`,
    };
  return null;
}

/**
 * The officer confirmed with a signature that the copy matches the original (đã đối chiếu, TT 01/2023/TT-VPCP): `stored`
 * is the signed file. Throws Conflict when it cannot be confirmed.
 */
export function noteConfirmed(act: Act, scan: Scan, stored: Stored, facts: PaperFacts): void {
  const wrong = obstacle(scan);
  if (wrong) throw new Conflict(wrong);
  change(act, scan, {
    state: 'confirmed',
    hash: stored.hash,
    size: stored.size,
    facts,
    confirmed_by: act.by.account,
    confirmed_name: act.by.name,
    confirmed_at: act.now,
  });
  announce(act, 'scan.confirmed', scan.item);
}

/** The paper went back into the hands of whoever brought it. Noted once. */
export function noteHandedBack(act: Act, scan: Scan): void {
  if (scan.handed_back_at) return;
  change(act, scan, { handed_back_at: act.now, handed_back_by: act.by.name });
}
