/**
 * Random legal walks over every shipped process: whatever the officers and the applicant do, and whenever, the invariants
 * of the room hold after every act, and a dossier fares the same by whichever channel it came (C1, C3, P3; Decree 137/2024).
 * The seed of a run is printed; `WALKS_SEED` walks it again.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listSteps } from '../../ground/record/index.ts';
import type { Ledger } from '../../work/clock/index.ts';
import { listWorkOf, type Work } from '../../work/desk/index.ts';
import { testPress } from '../../paper/papers/fixtures.ts';
import { getPaper, type Paper } from '../../paper/papers/index.ts';
import { close as closeTypeset } from '../../paper/typeset/index.ts';
import { receive } from './commands/receive.ts';
import { noticeOf } from './notice.ts';
import { father, submission } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { findDossier, hold } from './load.ts';
import { transitions, waitsForPerson, type ActName } from './rules.ts';
import type { ChannelNumber, Dossier, State } from './schema.ts';
import { movesOf } from './testing/moves.ts';
import { openTown, type Town } from './testing/town.ts';

/** Three dossiers a run, one for each channel. */
const channels: readonly ChannelNumber[] = [1, 2, 3];
const RUNS = 340;
const MOST_ACTS = 18;
const HOUR = 3_600_000;
/** Friday 20 November 2026, 09:00 in Vietnam. */
const begin = new Date('2026-11-20T02:00:00Z');

/** What waits, in an order that does not depend on ids: two warnings of one dossier differ only in whom they warn. */
const workOf = async (world: TestWorld, id: string): Promise<Work[]> =>
  (await world.look(systemAt(begin.toISOString()), (look) => listWorkOf(look, id))).toSorted(
    (a, b) => Number(a.ref) - Number(b.ref) || placeOf(a).localeCompare(placeOf(b)),
  );
const placeOf = ({ kind, role, step, agency }: Work): string => [kind, role, step, agency].join('|');
const paperOf = async (
  world: TestWorld,
  { dossier: { result }, work }: Pick<Walker, 'dossier' | 'work'>,
): Promise<Paper | null> => {
  const paper = work.map(noticeOf).find((one) => one !== null) ?? result;
  return paper === null ? null : world.look(systemAt(begin.toISOString()), (look) => getPaper(look, paper));
};
const dossierOf = async (world: TestWorld, id: string): Promise<Dossier> => {
  const found = await world.look(systemAt(begin.toISOString()), (look) => findDossier(look, id));
  assert.ok(found);
  return found;
};

/** The state that the acts of the record lead to, by the transition table alone. */
async function folded(world: TestWorld, id: string): Promise<State> {
  const steps = await world.look(systemAt(begin.toISOString()), (look) => listSteps(look, id, 'inside'));
  let state: State = 'submitted';
  let accepted = false;
  for (const { act } of steps) {
    const name = act.replace('dossier.', '') as ActName;
    // The act by which it began, and acts of the desk, are none of the table.
    if (!Object.hasOwn(transitions, name)) continue;
    const { from, to } = transitions[name];
    assert.ok(from.includes(state), `${name} happened in state ${state}`);
    accepted ||= name === 'accept';
    if (name === 'answer-supplement') state = accepted ? 'processing' : 'submitted';
    else if (!(name === 'do-step' && state === 'decided')) state = to ?? state;
  }
  return state;
}

const lastOf = (ledger: Ledger) => ledger.intervals.at(-1);

/** The clock of a dossier runs while we have it, stands while the person has it, and has ended when it is over. */
function checkClock(dossier: Dossier): void {
  const last = lastOf(dossier.clock ?? dossier.intake_clock);
  const over = dossier.ended_at !== null || dossier.decided_at !== null;
  assert.equal(last?.to === null, !over, `clock ${over ? 'goes on' : 'has ended'} in state ${dossier.state}`);
  if (!over)
    assert.equal(last?.state, waitsForPerson.has(dossier.state) ? 'paused' : 'running', dossier.state);
  if (dossier.accepted_at)
    assert.equal(lastOf(dossier.intake_clock)?.to === null, false, 'intake clock goes on');
  else assert.equal(dossier.due_at, null, 'a date is promised before acceptance');
}

/** A result is out only when the dossier is decided, and has its number and its bytes then. */
function checkPaper({ dossier, paper }: Walker): void {
  if (paper?.state !== 'issued') return;
  assert.ok(dossier.decided_at, `a result is out in state ${dossier.state}`);
  assert.ok(paper.symbol && paper.hash, 'a result without number or bytes is out');
}

/** What must be the same for every channel. */
const fate = ({ dossier, work, paper }: Walker) => ({
  state: dossier.state,
  paper: paper?.state,
  clock: dossier.clock,
  intake: dossier.intake_clock,
  due: dossier.due_at,
  promised: dossier.promised_at,
  process: dossier.process,
  outcome: dossier.outcome,
  work: work.map(({ kind, step, role, agency, due_at, paused_for }) => ({
    kind,
    step,
    role,
    agency,
    due_at,
    paused_for,
  })),
});

/** A dossier on its walk, with what waits for somebody. */
type Walker = { dossier: Dossier; work: readonly Work[]; paper: Paper | null };

/** Three dossiers of one procedure, filed at one moment, one by each channel. */
const file = (world: TestWorld, town: Town, procedure: string): Promise<Walker[]> =>
  Promise.all(
    channels.map(async (channel) => {
      const filed = submission(`${procedure} ${channel}`);
      const { agency, oneStop, counter } = town;
      const named = {
        ...filed,
        agency,
        oneStop,
        channel,
        procedure: { ...filed.procedure, code: procedure },
      };
      const by = channel === 2 ? father : counter;
      const { id } = await world.as(by, begin, (act) => receive(act, named));
      return { dossier: await dossierOf(world, id), work: await workOf(world, id), paper: null };
    }),
  );

/** Walks the three through the same acts at the same moments; tells what was done. */
async function walk(
  world: TestWorld,
  town: Town,
  procedure: string,
  choices: readonly Choice[],
): Promise<string[]> {
  const definition = town.processes.get(procedure)!;
  const told: string[] = [];
  const walkers = await file(world, town, procedure);
  let now = begin;
  for (const { pick, hours } of choices) {
    now = new Date(now.getTime() + hours * HOUR);
    for (const walker of walkers) {
      const moves = movesOf(town, { ...walker, definition, now });
      const move = moves[pick % Math.max(1, moves.length)];
      if (!move) continue;
      told.push(move.name);
      const { id } = walker.dossier;
      const done = await world.as(move.by, now, async (act) => move.act(act, await hold(act, id)));
      walker.dossier = done ?? (await dossierOf(world, id));
      walker.work = await workOf(world, id);
      walker.paper = await paperOf(world, walker);
      checkClock(walker.dossier);
      checkPaper(walker);
    }
    const [first, ...others] = walkers.map(fate);
    for (const other of others) assert.deepEqual(other, first, 'channels are not treated alike');
  }
  for (const { dossier } of walkers) {
    const kept = await dossierOf(world, dossier.id);
    assert.deepEqual(
      fate({ dossier: kept, work: [], paper: null }),
      fate({ dossier, work: [], paper: null }),
      'what was answered is not what is kept',
    );
    assert.equal(kept.state, await folded(world, dossier.id));
  }
  for (const one of invariants)
    assert.deepEqual(await world.look(systemAt(begin.toISOString()), one.check), [], one.name);
  assert.equal(new Set(walkers.map(({ dossier }) => dossier.code)).size, walkers.length);
  const numbers = walkers.flatMap(({ paper }) => paper?.symbol ?? []);
  assert.equal(new Set(numbers).size, numbers.length, 'two papers have one number');
  return told;
}

type Choice = { readonly pick: number; readonly hours: number };

describe('dossiers, whatever happens', () => {
  let press: Awaited<ReturnType<typeof testPress>>;
  before(async () => {
    press = await testPress(begin.toISOString());
  });
  after(async () => {
    await press.close();
    await closeTypeset();
  });

  it(
    `keep their invariants on ${RUNS * channels.length} random legal walks over every shipped process`,
    { timeout: 600_000 },
    rolledBack(async (world) => {
      const seen = new Set<string>();
      const town = await openTown(world, begin, press);
      const choice = fc.record({ pick: fc.nat(1000), hours: fc.oneof(fc.nat(6), fc.nat(90)) });
      const run = fc.asyncProperty(
        fc.constantFrom(...town.processes.keys()),
        fc.array(choice, { minLength: MOST_ACTS / 2, maxLength: MOST_ACTS }),
        async (procedure, choices) => {
          await sql`savepoint walk`.execute(world.tx);
          const told = await walk(world, town, procedure, choices).finally(() =>
            sql`rollback to savepoint walk`.execute(world.tx),
          );
          for (const name of told) seen.add(name);
        },
      );
      const seed = Number(process.env['WALKS_SEED'] ?? Date.now() ^ process.pid);
      process.stderr.write(`random walks of dossiers: seed ${seed}\n`);
      await fc.assert(run, { seed, numRuns: RUNS, endOnFailure: true });
      // A walk that never gets anywhere would prove nothing.
      for (const name of [
        'accept',
        'ask',
        'answer',
        'refuse',
        'withdraw',
        'stop',
        'grant',
        'sign',
        'send back',
        'seal',
        'return',
        'apologise',
        'silence',
        'sign notice',
        'issue notice',
        'propose supplement',
        'warn',
        'discuss',
        'hand over',
        'opinion',
        'no answer',
        'take',
        'give back',
        'stand in',
        'batch: accept',
        'batch: sign',
        'batch: seal',
        'batch: send-back',
        'batch: return',
      ])
        assert.ok(seen.has(name), `no walk came to “${name}”`);
    }),
  );
});
