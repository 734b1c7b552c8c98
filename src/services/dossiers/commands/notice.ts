/** The notice of an approval by silence: it is drafted with the approval, signed, sealed, and is then what the person was given. */
import type { Act } from '../../../ground/db/act.ts';
import { draftPaper, headFor, newCheckCode, type Paper } from '../../../paper/papers/index.ts';
import { calendarOf } from '../../../work/clock/index.ts';
import { closeWork, openWork } from '../../../work/desk/index.ts';
import type { Held } from '../load.ts';
import { move } from '../move.ts';
import { composeNotice, noticeDraft, noticeRef } from '../notice.ts';
import { noticeWords } from '../notice-words.ts';
import { receiverOf } from '../party.ts';
import { wholeOf } from '../queries.ts';
import type { Dossier } from '../schema.ts';
import { noticeTerm } from '../settings.ts';
import { stepDue } from '../term.ts';
import { BESIDE_PROCESS, workOf } from '../work.ts';

/** Drafts it. `home` is the address of this site, at which the paper can be checked. Returns the id of the paper. */
export async function draftNotice(act: Act, dossier: Dossier, home: string): Promise<string> {
  const whole = await wholeOf(act, dossier);
  const code = newCheckCode();
  const head = await headFor(act, whole.agency);
  const paper = composeNotice(whole, whole.oneStop, head, `${home}/xac-minh/${code}`);
  return draftPaper(act, noticeDraft(whole, paper, await receiverOf(act, dossier)), code);
}

const steps = {
  sign: { role: 'leader', step: noticeWords.sign.vi },
  seal: { role: 'clerk', step: noticeWords.seal.vi },
} as const;

/** Puts the notice on the desk of who signs or seals it: the agency has kept the person waiting once already. */
export async function openNoticeWork(
  act: Act,
  dossier: Dossier,
  kind: 'sign' | 'seal',
  paper: string,
): Promise<void> {
  openWork(act, {
    ...workOf(dossier),
    ...steps[kind],
    kind,
    agency: dossier.agency,
    ref: noticeRef(paper),
    due_at: stepDue(noticeTerm, act.now, await calendarOf(act, dossier.agency)),
  });
}

/** The leader has signed it: the clerk numbers and seals it. */
export async function noteNoticeSigned(act: Act, held: Held, paper: string): Promise<Dossier> {
  await closeWork(act, held.dossier.id, { ref: noticeRef(paper) });
  const after = move(act, held, 'sign-notice', {}, { note: { paper } });
  await openNoticeWork(act, after, 'seal', paper);
  return after;
}

/** It is issued: the dossier has its result, and the one-stop unit hands it over. */
export async function noteNoticeIssued(act: Act, held: Held, { id }: Pick<Paper, 'id'>): Promise<Dossier> {
  await closeWork(act, held.dossier.id, { ref: noticeRef(id) });
  const after = move(act, held, 'issue-notice', { result: id }, { visible: 'public', note: { paper: id } });
  openWork(act, {
    ...workOf(after),
    kind: 'return',
    agency: after.one_stop,
    role: 'counter',
    step: noticeWords.handOver.vi,
    ref: BESIDE_PROCESS,
    due_at: null,
  });
  return after;
}

/** The agency whose leader signed it has ended before it was sealed: the leader of the one that took over signs it again. */
export async function signNoticeAgain(act: Act, { dossier }: Held, paper: string): Promise<void> {
  await closeWork(act, dossier.id, { ref: noticeRef(paper) });
  await openNoticeWork(act, dossier, 'sign', paper);
}
