/** Opinions of colleagues (xin ý kiến nội bộ): each waits on the desk as work of its own; its delay never moves the date of the matter. */
import type { Act, By } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import { actorName, step } from '../../ground/record/index.ts';
import { calendarOf, due, startClock } from '../clock/index.ts';
import { guardChosen, holdWork, maySee, type Colleague } from './assign.ts';
import { openWork, shut } from './commands.ts';
import { getOpinion } from './queries.ts';
import { mayAssign, mayDo, type Work } from './schema.ts';
import { words } from './words.ts';

/** Asks a colleague what they think of a matter, to be answered within so many working hours. */
export async function askOpinion(
  act: Act,
  asked: Work,
  colleague: Pick<Colleague, 'account' | 'person' | 'name'>,
  question: string,
  hours: number,
): Promise<void> {
  const { head, work: about, standing } = await holdWork(act, asked);
  if (!(await maySee(act, about))) throw new NotAllowed(words.notYours);
  const right = { insteadOf: standing.insteadOf, may: (by: By) => mayDo(by, about) || mayAssign(by, about) };
  const name = actorName(act.by, right);
  if (colleague.account === act.by.account)
    throw new Invalid([{ field: 'colleague', message: words.askAnother }]);
  await guardChosen(act, about, colleague);
  const clock = startClock({ unit: 'working_hour', amount: hours }, act.now, {
    cause: words.opinionAsked,
    basis: null,
    evidence: null,
  });
  const work = openWork(act, {
    item: about.item,
    room: 'desk',
    kind: 'opinion',
    agency: about.agency,
    unit: null,
    role: about.role,
    holder: colleague.account,
    party: about.party,
    code: about.code,
    title: about.title,
    subject: about.subject,
    step: words.opinionStep(name).vi,
    ref: null,
    due_at: due(clock, await calendarOf(act, about.agency)).at,
    paused_for: null,
  });
  insert(act.writes, 'desk.opinions', {
    tenant: act.tenant,
    work,
    item: about.item,
    of_work: about.id,
    asked_by: act.by.account,
    asked_name: name,
    asked_at: act.now,
    question,
    answer: null,
    answered_name: null,
    answered_at: null,
  });
  step(act, head, {
    act: 'desk.ask-opinion',
    visible: 'inside',
    after: { work, of: colleague.name, question },
    ...right,
  });
}

/** Gives the opinion that was asked for. */
export async function giveOpinion(act: Act, asked: Work, answer: string): Promise<void> {
  const { head, work } = await holdWork(act, asked);
  if (!mayDo(act.by, work)) throw new NotAllowed(words.notYours);
  await getOpinion(act, work.id);
  const may = (by: By): boolean => mayDo(by, work);
  update(
    act.writes,
    'desk.opinions',
    { tenant: act.tenant, work: work.id },
    { answer, answered_name: actorName(act.by, { may }), answered_at: act.now },
  );
  shut(act, work.id);
  step(act, head, { act: 'desk.give-opinion', visible: 'inside', after: { work: work.id, answer }, may });
}
