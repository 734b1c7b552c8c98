/** Who has a work item: take, give back, hand over, assign. Each is a step of the record of the matter. */
import type { Act, By, Look } from '../../ground/db/act.ts';
import { Conflict, Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import { lockItem, step } from '../../ground/record/index.ts';
import { listAccounts, listAccountsById } from '../../world/access/index.ts';
import { listSeats } from '../../world/agencies/index.ts';
import { listAuthorisedBelow } from '../../world/mandates/index.ts';
import { awayKey, listAway, listSubstituted } from './absence.ts';
import { handOver } from './commands.ts';
import { guardInterest, interestOf, matterOf } from './interest.ts';
import { getWork } from './queries.ts';
import { isOwnMatter, mayAssign, mayDo, mayTakeOver, type Work } from './schema.ts';
import { words } from './words.ts';

/** Somebody who could do a piece of work; `away`: the name of who substitutes today. */
export type Colleague = {
  readonly account: string;
  readonly person: string;
  readonly name: string;
  readonly post: string;
  readonly away: string | null;
};

/**
 * Those who hold the role of this work in its agency, by their order there; for a signature also the heads of agencies below who were given
 * authority to sign (TUQ., Decree 30/2020 art. 13.3): which document it covers is decided when they sign.
 */
export async function listColleagues(
  look: Look,
  work: Pick<Work, 'agency' | 'role' | 'unit' | 'kind'>,
): Promise<readonly Colleague[]> {
  const [seats, away] = await Promise.all([listSeats(look, work.agency), listAway(look, work.agency)]);
  const below = work.kind === 'sign' ? await listAuthorisedBelow(look, work.agency) : [];
  const fitting = seats
    .filter(
      ({ post }) =>
        post.roles.some((role) => role === work.role) &&
        (work.unit === null || post.unit === null || post.unit === work.unit),
    )
    .concat(below);
  const accounts = await listAccounts(look, { persons: fitting.map(({ officer }) => officer.person) }, 500);
  return fitting.flatMap(({ post, officer }): Colleague[] => {
    const account = accounts.find(({ person, closed_at }) => person === officer.person && closed_at === null);
    const { person, name } = officer;
    return account
      ? [
          {
            account: account.id,
            person,
            name,
            post: post.title.vi,
            away: away.get(awayKey(post.id, person)) ?? null,
          },
        ]
      : [];
  });
}

/** What the one who looks may do with a work item on the desk. */
export type Standing = {
  /** Do it, or take it: theirs, of their role, or of a colleague whose work they do today. */
  readonly take: boolean;
  readonly giveBack: boolean;
  readonly pass: boolean;
  /** Name of the absent colleague who has it, when the one who looks does that colleague's work. */
  readonly insteadOf: string | null;
};

/** Decides what the one who looks may do with a work item; the one policy of the desk's page, its acts and its batches. */
export async function standingAt(look: Look, work: Work): Promise<Standing> {
  const { by } = look;
  const mine = mayDo(by, work);
  const absent =
    mine || work.holder === null
      ? undefined
      : (await listSubstituted(look)).find(({ account }) => account === work.holder);
  const instead = absent !== undefined && !isOwnMatter(by, work);
  return {
    take: (mine && work.holder === null) || instead,
    giveBack: work.holder !== null && (work.holder === by.account || mayAssign(by, work)),
    pass: work.holder === by.account || instead || mayAssign(by, work),
    insteadOf: absent?.name ?? null,
  };
}

/** Whether the one who looks may see a work item at all: may do, take or distribute it. */
export async function maySee(look: Look, work: Work): Promise<boolean> {
  const { take, giveBack, pass } = await standingAt(look, work);
  return take || giveBack || pass || mayDo(look.by, work);
}

/** Holds the matter and reads the work again: two officers who act on it at once follow each other. */
export async function holdWork(act: Act, { id, item }: Pick<Work, 'id' | 'item'>) {
  const head = await lockItem(act, item);
  const work = await getWork(act, id);
  return { head, work, standing: await standingAt(act, work) };
}

/** Takes what waits for anybody of the role, or what an absent colleague has (nhận việc). */
export async function takeWork(act: Act, asked: Work): Promise<void> {
  const { head, work, standing } = await holdWork(act, asked);
  if (work.holder === act.by.account) return;
  if (!standing.take)
    throw work.holder === null ? new NotAllowed(words.notYours) : new Conflict(words.takenAlready);
  await guardInterest(act, matterOf(work));
  handOver(act, work.id, act.by.account);
  step(act, head, {
    act: 'desk.take',
    visible: 'inside',
    before: { holder: work.holder },
    after: { work: work.id, step: work.step, holder: act.by.account },
    insteadOf: standing.insteadOf,
    may: (by) => mayDo(by, { ...work, holder: null }),
    ...(standing.insteadOf && { reason: words.insteadOf(standing.insteadOf).vi }),
  });
}

/**
 * Takes work of the counter over from a colleague who is not away (nhận lại việc); the record names both. What they gave back meanwhile is
 * simply taken. Throws NotAllowed where only the colleague or a leader may hand it over.
 */
export async function takeOver(act: Act, asked: Work): Promise<void> {
  const { head, work, standing } = await holdWork(act, asked);
  if (work.holder === act.by.account) return;
  if (standing.take) return takeWork(act, work);
  if (work.holder === null || !mayTakeOver(act.by, work)) throw new NotAllowed(words.notYours);
  await guardInterest(act, matterOf(work));
  const [colleague] = await listAccountsById(act, [work.holder]);
  handOver(act, work.id, act.by.account);
  step(act, head, {
    act: 'desk.take-over',
    visible: 'inside',
    before: { holder: work.holder },
    after: { work: work.id, step: work.step, holder: act.by.account },
    reason: words.takenOverFrom(colleague?.name ?? words.somebody.vi).vi,
    may: (by) => mayTakeOver(by, work),
  });
}

/** Who gives work on: who has it, or the leader who distributes it. */
const distributes =
  (work: Work) =>
  (by: By): boolean =>
    work.holder === by.account || mayAssign(by, work);

/** Gives work back to everybody of the role (trả lại). */
export async function giveBack(act: Act, asked: Work): Promise<void> {
  const { head, work, standing } = await holdWork(act, asked);
  if (!standing.giveBack) throw new NotAllowed(words.notYours);
  handOver(act, work.id, null);
  step(act, head, {
    act: 'desk.give-back',
    visible: 'inside',
    before: { holder: work.holder },
    after: { work: work.id, step: work.step, holder: null },
    may: distributes(work),
  });
}

/**
 * Hands work over to a colleague (chuyển việc), or assigns it as a leader (phân công). Throws Invalid when the colleague does not hold
 * the role, is away today, or the matter is their own.
 */
export async function passTo(act: Act, asked: Work, colleague: string, note: string | null): Promise<void> {
  const { head, work, standing } = await holdWork(act, asked);
  if (!standing.pass) throw new NotAllowed(words.notYoursToPass);
  const to = (await listColleagues(act, work)).find(({ account }) => account === colleague);
  const wrong = !to ? words.notThatRole : to.away !== null ? words.isAway(to.name, to.away) : null;
  if (wrong) throw new Invalid([{ field: 'colleague', message: wrong }]);
  await guardChosen(act, work, to!);
  handOver(act, work.id, colleague);
  step(act, head, {
    act: work.holder === act.by.account ? 'desk.hand-over' : 'desk.assign',
    visible: 'inside',
    before: { holder: work.holder },
    after: { work: work.id, step: work.step, holder: colleague, name: to!.name },
    reason: note,
    insteadOf: standing.insteadOf,
    may: distributes(work),
  });
}

/** Throws Invalid when a colleague who was chosen for a work item has an interest in its matter. */
export async function guardChosen(
  look: Look,
  work: Work,
  { person, name }: Pick<Colleague, 'person' | 'name'>,
): Promise<void> {
  if (await interestOf({ ...look, by: { ...look.by, person } }, matterOf(work)))
    throw new Invalid([{ field: 'colleague', message: words.theirMatter(name) }]);
}
