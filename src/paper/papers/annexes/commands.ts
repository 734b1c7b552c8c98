/** Attaching annexes in separate files to a draft. Once the leader has signed, what belongs to the paper is fixed. */
import type { Act, By } from '../../../ground/db/act.ts';
import { insert, remove, update } from '../../../ground/db/writes.ts';
import type { Stored } from '../../../ground/files/index.ts';
import { Conflict, Invalid, NotFound } from '../../../ground/operate/errors.ts';
import { actorName, lockItem, step } from '../../../ground/record/index.ts';
import { getPaper } from '../queries.ts';
import { refuseWhileSigning } from '../remote/waiting.ts';
import { mayAttach } from '../rules.ts';
import type { Annex } from '../schema.ts';
import { listAnnexes } from './queries.ts';
import type { SignedAnnex } from './sign.ts';

/** More files than anybody reads are one file too few. */
const MOST = 20;

/** A draft, locked for a change of its annexes. Throws Conflict when the leader has signed, or is about to. */
async function draftOf(act: Act, id: string) {
  const head = await lockItem(act, id);
  await refuseWhileSigning(act, id);
  const paper = await getPaper(act, id);
  if (paper.state !== 'draft')
    throw new Conflict({
      vi: 'Văn bản đã được ký nên không thêm, bớt phụ lục được nữa.',
      en: 'The paper has been signed: its annexes cannot be changed any more.',
    });
  return { head, annexes: await listAnnexes(act, id), may: (by: By) => mayAttach(by, paper) };
}

/** Attaches a file that was found fit (`annexFault`). */
export async function attachAnnex(act: Act, paper: string, title: string, file: Stored): Promise<void> {
  const { head, annexes, may } = await draftOf(act, paper);
  if (annexes.length >= MOST)
    throw new Invalid([
      {
        field: '',
        message: { vi: `Một văn bản có nhiều nhất ${MOST} tệp phụ lục.`, en: `At most ${MOST} annexes.` },
      },
    ]);
  const n = (annexes.at(-1)?.n ?? 0) + 1;
  const by_name = actorName(act.by, { may });
  insertAnnex(act, { paper, n, title, source: file.hash, size: file.size, by_name });
  step(act, head, { act: 'paper.annex', visible: 'inside', after: { n, title, hash: file.hash }, may });
}

const insertAnnex = (
  act: Act,
  annex: Pick<Annex, 'paper' | 'n' | 'title' | 'source' | 'size' | 'by_name'>,
): void =>
  insert(act.writes, 'papers.annexes', {
    tenant: act.tenant,
    ...annex,
    hash: null,
    added_at: act.now,
  });

/** Takes an annex away; those behind it move up. */
export async function removeAnnex(act: Act, paper: string, n: number): Promise<void> {
  const { head, annexes, may } = await draftOf(act, paper);
  const gone = annexes.find((one) => one.n === n);
  if (!gone) throw new NotFound({ vi: 'Không có phụ lục này.', en: 'There is no such annex.' });
  const key = (at: number) => ({ tenant: act.tenant, paper, n: at });
  const behind = annexes.filter((one) => one.n > n);
  // A row is written once in an act: each takes what the next one holds, and the last row goes.
  for (const { n: at, title, source, size, by_name, added_at } of behind)
    update(act.writes, 'papers.annexes', key(at - 1), { title, source, size, by_name, added_at });
  remove(act.writes, 'papers.annexes', key(behind.at(-1)?.n ?? n));
  step(act, head, {
    act: 'paper.annex-remove',
    visible: 'inside',
    before: { n, title: gone.title, hash: gone.source },
    may,
  });
}

/** A draft that takes the place of another paper, one that was sent back or one that is corrected, begins with its annexes, unsigned. */
export async function carryAnnexes(act: Act, from: string, to: string): Promise<void> {
  const annexes = await listAnnexes(act, from);
  if (annexes.length === 0) return;
  const paper = await getPaper(act, from);
  const by_name = actorName(act.by, { may: (by) => mayAttach(by, paper) });
  for (const { n, title, source, size } of annexes)
    insertAnnex(act, { paper: to, n, title, source, size, by_name });
}

/**
 * Notes the signed files when the paper is issued. Throws Conflict when they are not the annexes that the paper has: nothing is
 * issued without what belongs to it.
 */
export async function noteAnnexes(
  act: Act,
  paper: string,
  signed: readonly SignedAnnex[],
): Promise<readonly { readonly n: number; readonly hash: string }[]> {
  const annexes = await listAnnexes(act, paper);
  const fits = annexes.every(({ n, source }) => signed.some((one) => one.n === n && one.source === source));
  if (!fits || annexes.length !== signed.length)
    throw new Conflict({
      vi: 'Phụ lục của văn bản đã thay đổi khi đang đóng dấu. Hãy đóng dấu lại.',
      en: 'The annexes of the paper have changed while it was sealed. Seal it again.',
    });
  for (const { n, stored } of signed)
    update(
      act.writes,
      'papers.annexes',
      { tenant: act.tenant, paper, n },
      { hash: stored.hash, size: stored.size },
    );
  return signed.map(({ n, stored }) => ({ n, hash: stored.hash }));
}
