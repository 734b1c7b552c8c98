/**
 * Settled while the person waits (C1, the express way for certified copies): one officer receives, accepts, compares with the
 * original and proposes the result in one act. Signature and seal stay with those who answer for them.
 */
import type { Act } from '../../../ground/db/act.ts';
import { settleWrites } from '../../../ground/db/edge.ts';
import type { File } from '../../../ground/files/index.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { takeNumber } from '../../../work/numbers/index.ts';
import { findDossier, hold } from '../load.ts';
import { wholeOf, type Whole } from '../queries.ts';
import { certificationBook } from '../settings.ts';
import { acceptNow } from './accept.ts';
import { addScan, noteFindings } from './find.ts';
import { raiseFees } from './payment.ts';
import { proposeGrant, type CheckMark } from './result.ts';

/** What the officer brings beside the dossier: the scan of the original that was shown, and how the result is checked. */
export type Shown = { readonly scan: File; readonly name: string; readonly mark: CheckMark };

/** Every act below reads what the one before it has written. */
async function wholeNow(act: Act, id: string): Promise<Whole> {
  await settleWrites(act);
  const dossier = await findDossier(act, id);
  if (!dossier) throw new Error(`No dossier ${id} in its own act`);
  return wholeOf(act, dossier);
}

/**
 * Takes a dossier that was handed in just now as far as the leader's signature: accepted, its charge raised, the scan kept,
 * entered in the register of certifications. Throws Conflict where the process begins otherwise.
 */
export async function settleAtCounter(act: Act, id: string, { scan, name, mark }: Shown): Promise<void> {
  const received = await wholeNow(act, id);
  await acceptNow(act, received);
  const accepted = await wholeNow(act, id);
  await raiseFees(act, await hold(act, id), accepted.procedure);
  const charged = await wholeNow(act, id);
  const work = charged.work.find(({ kind }) => kind === 'draft');
  if (!work)
    throw new Conflict({
      vi: 'Quy trình của thủ tục này không bắt đầu bằng bước soạn kết quả, nên không làm ngay tại quầy được.',
      en: 'The process of this procedure does not begin with drafting, so it cannot be settled at the counter.',
    });
  const held = await hold(act, id);
  await addScan(act, held, name, scan);
  const day = vietnamDay(act.now);
  const entry = await takeNumber(act, certificationBook(charged.agency.identifier), day, {});
  noteFindings(act, held, {
    copyHash: scan.hash,
    registerNumber: entry.text,
    book: `01/${day.slice(0, 4)}`,
  });
  const found = await wholeNow(act, id);
  await proposeGrant(act, await hold(act, id), found, work, mark);
}
