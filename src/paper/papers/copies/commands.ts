/** Making copies and conversions of a paper: each takes its number and code and is a step of the paper's record. */
import type { Act, By } from '../../../ground/db/act.ts';
import { insert } from '../../../ground/db/writes.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { actorName, lockItem, newId, step } from '../../../ground/record/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { newCheckCode } from '../commands.ts';
import { getPaper } from '../queries.ts';
import { isClerkOf } from '../rules.ts';
import type { Copy } from '../schema.ts';
import { listCopies } from './queries.ts';
import { copyNumber } from './number.ts';
import { copyProblems, type CopyWish } from './rules.ts';

/** Records a copy, a conversion, or a sealed print of a paper. Returns it with its code. Throws Invalid with what stands against it. */
export async function makeCopy(
  act: Act,
  paperId: string,
  wish: CopyWish & { readonly reason: string },
): Promise<Copy> {
  const head = await lockItem(act, paperId);
  const paper = await getPaper(act, paperId);
  const problems = copyProblems(paper, wish, await listCopies(act, paperId));
  if (problems.length > 0 || !paper.hash) throw new Invalid(problems);
  const taken = await copyNumber(act, wish.kind, paper.agency);
  const may = (by: By): boolean => isClerkOf(by, paper);
  const copy: Copy = {
    id: newId(act.now),
    paper: paper.id,
    kind: wish.kind,
    medium: 'paper',
    code: newCheckCode(),
    of_copy: wish.kind === 'copy-of-copy' ? wish.ofCopy : null,
    number: taken?.n ?? null,
    symbol: taken?.text ?? null,
    part: wish.kind === 'extract' ? wish.part : null,
    pages: null,
    reason: wish.reason,
    hash: paper.hash,
    original: null,
    file: null,
    size: null,
    authorised_by: null,
    authorised_as: null,
    agency: paper.agency,
    agency_name: paper.agency_name,
    by_name: actorName(act.by, { may }),
    made_on: vietnamDay(act.now),
    made_at: act.now,
  };
  insert(act.writes, 'papers.copies', { tenant: act.tenant, ...copy });
  step(act, head, {
    act: `paper.${wish.kind}`,
    visible: 'party',
    after: { code: copy.code, symbol: copy.symbol, part: copy.part, hash: copy.hash },
    reason: wish.reason,
    may,
  });
  return copy;
}
