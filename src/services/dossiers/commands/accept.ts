/** Acceptance (tiếp nhận): the dossier is complete; the settlement clock starts, the first date is promised. */
import type { Act } from '../../../ground/db/act.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { acceptanceFaults } from '../../../paper/scanning/index.ts';
import { calendarOf, due, startClock, stopClock, type Term } from '../../../work/clock/index.ts';
import { closeWork } from '../../../work/desk/index.ts';
import { start, type Definition } from '../../../work/process/index.ts';
import { getProcedure } from '../../catalogue/index.ts';
import { refuseOverColleague } from '../colleague.ts';
import { hold, momentIn, type Held } from '../load.ts';
import { move } from '../move.ts';
import { listComponents, processOf, type Whole } from '../queries.ts';
import { decide } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { termOf } from '../term.ts';
import { asking, continued } from '../opinions.ts';
import { follow } from '../follow.ts';
import { trace } from '../trace.ts';
import { refuseUnpaid } from './payment.ts';

/** Ways of filing as the catalogue names them. */
export const channels = { 1: 'in-person', 2: 'online', 3: 'post' } as const;

/** What acceptance pins: the version of the procedure, its term and its process. */
export type Pinned = { readonly version: number; readonly term: Term; readonly process: Definition };

/**
 * Accepts a dossier. Returns it with its promised date. The intake clock ends; the process begins, and its first step
 * waits on somebody's desk. Throws Conflict while a colleague has the dossier in hand.
 */
export async function accept(act: Act, held: Held, pinned: Pinned): Promise<Dossier> {
  const { dossier } = held;
  decide(act.by, dossier, 'accept', null);
  await refuseOverColleague(act, dossier, 'accept');
  const at = momentIn(held, act);
  const clock = startClock(pinned.term, at, {
    cause: { vi: 'Hồ sơ được tiếp nhận', en: 'The dossier was accepted' },
    basis: null,
    evidence: null,
  });
  const promised = due(clock, await calendarOf(act, dossier.agency)).at;
  await closeWork(act, dossier.id, { kind: 'accept' });
  const begun = start(pinned.process, plainAnswers(dossier.answers));
  const accepted = move(
    act,
    held,
    'accept',
    {
      procedure_version: pinned.version,
      intake_clock: stopClock(dossier.intake_clock, at),
      accepted_at: act.now,
      clock,
      due_at: promised,
      promised_at: promised,
      process: begun.instance,
      ...continued([], null, await asking(act, dossier, pinned.process, begun.effects)),
    },
    {
      visible: 'public',
      note: {
        promised_at: promised,
        version: pinned.version,
        ...trace(null, 0, begun.effects, begun.instance),
      },
    },
  );
  await follow(act, accepted, pinned.process, begun.effects);
  return accepted;
}

/**
 * Accepts by the version of the procedure in force now, not the one of the day of submission. Throws Conflict while a fee is
 * owed that the law wants first, or pages of its papers are not looked through for marks of secrecy yet.
 */
export async function acceptNow(
  act: Act,
  { dossier, agency, oneStop }: Pick<Whole, 'dossier' | 'agency' | 'oneStop'>,
): Promise<Dossier> {
  const held = await hold(act, dossier.id);
  // Before what is owed or read: of what was withdrawn meanwhile that is the reason to tell.
  decide(act.by, held.dossier, 'accept', null);
  const procedure = await getProcedure(act, held.dossier.procedure);
  await refuseUnpaid(act, 'acceptance', held.dossier, procedure);
  await refuseUnread(act, held.dossier);
  return accept(act, held, {
    version: procedure.version,
    term: termOf(procedure, channels[held.dossier.channel]),
    process: processOf(procedure, agency, oneStop),
  });
}

/** Nothing is accepted that may still turn out to be a state secret (Law 29/2018/QH14). */
async function refuseUnread(act: Act, { id }: Pick<Dossier, 'id'>): Promise<void> {
  const files = (await listComponents(act, id)).flatMap(({ name, hash }) => (hash ? [{ name, hash }] : []));
  const [fault] = await acceptanceFaults(act, files);
  if (fault) throw new Conflict(fault.message);
}

/** Answers that conditions of a process may look at: plain values only. */
const plainAnswers = (answers: Dossier['answers']): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, string | number | boolean] =>
      ['string', 'number', 'boolean'].includes(typeof entry[1]),
    ),
  );
