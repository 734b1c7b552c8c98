/** What every act on a dossier writes: the new state, the step of the record, the event. */
import type { Act } from '../../ground/db/act.ts';
import { update } from '../../ground/db/writes.ts';
import { announce } from '../../ground/jobs/index.ts';
import { step } from '../../ground/record/index.ts';
import { count } from './figures.ts';
import type { Held } from './load.ts';
import { agencyOfPart, decide, ended, hasPart, nationalStatus, type ActName } from './rules.ts';
import type { Dossier } from './schema.ts';

type Changes = Partial<Omit<Dossier, 'id' | 'born' | 'code' | 'state'>>;

type Words = {
  /** Stated reason, shown to the person. */
  readonly reason?: string | null;
  /** What of the change the record keeps beside the state. */
  readonly note?: Readonly<Record<string, unknown>>;
  readonly visible?: 'public' | 'party' | 'inside';
};

/**
 * Does one act of the transition table: decides, writes the row, the step and the event `dossier.<act>`. Returns the
 * dossier as it is now.
 */
export function move(act: Act, held: Held, name: ActName, changes: Changes = {}, words: Words = {}): Dossier {
  const { dossier, head } = held;
  const state = decide(act.by, dossier, name, words.reason ?? null);
  const ends = ended.has(state) && !dossier.ended_at ? { ended_at: act.now } : {};
  const after: Dossier = { ...dossier, ...changes, ...ends, state };
  update(
    act.writes,
    'dossiers.dossiers',
    { tenant: act.tenant, born: dossier.born, id: dossier.id },
    { state, ...changes, ...ends, look_ahead_at: hasToBeInTime(after) ? act.now : null },
  );
  step(act, head, {
    act: `dossier.${name}`,
    visible: words.visible ?? 'party',
    before: { state: dossier.state, due_at: dossier.due_at },
    after: { state, due_at: after.due_at, ...words.note },
    reason: words.reason ?? null,
    may: (by) => hasPart(by, dossier, name),
    at: agencyOfPart(act.by, dossier, name),
  });
  count(act, dossier, after);
  announce(act, `dossier.${name}`, dossier.id, { code: dossier.code, state, status: nationalStatus[state] });
  return after;
}

/** Whether it may become late, and an apology is still possible: each act changes how far ahead that can be seen. */
const hasToBeInTime = ({ state, apologies, decided_at: decided }: Dossier): boolean =>
  (state === 'accepted' || state === 'processing') && apologies === 0 && decided === null;
