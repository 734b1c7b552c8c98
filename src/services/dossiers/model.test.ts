/**
 * Random legal walks over every shipped process: whatever the officers and the applicant do, and whenever, the invariants
 * of the room hold after every act, and a dossier fares the same by whichever channel it came (C1, C3, P3; Decree 137/2024).
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { sampleProcedures } from '../../../sample/procedures/index.ts';
import { system, type Act, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listSteps } from '../../ground/record/index.ts';
import type { Ledger } from '../../work/clock/index.ts';
import { comment, handOver, listWorkOf, type Work } from '../../work/desk/index.ts';
import type { Definition } from '../../work/process/index.ts';
import { accept } from './commands/accept.ts';
import { discontinue, refuseIntake, withdraw } from './commands/end.ts';
import { escalate } from './commands/escalate.ts';
import { apologise, approveBySilence } from './commands/lateness.ts';
import { receive } from './commands/receive.ts';
import { decideDossier, doStep, noteReturned, noteSigned, propose, sendBack } from './commands/steps.ts';
import { answerSupplement, askSupplement, proposeSupplement } from './commands/supplement.ts';
import { caseOfficer, clerk, counter, father, leader, notCompetent, pinned, submission } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { findDossier, hold, type Held } from './load.ts';
import { transitions, waitsForPerson, type ActName } from './rules.ts';
import { tokenOf } from './work.ts';
import type { ChannelNumber, Dossier, State } from './schema.ts';

/** Three dossiers a run, one for each channel. */
const channels: readonly ChannelNumber[] = [1, 2, 3];
const RUNS = 340;
const MOST_ACTS = 18;
const HOUR = 3_600_000;
/** Friday 20 November 2026, 09:00 in Vietnam. */
const begin = new Date('2026-11-20T02:00:00Z');
const paper = '01900000-0000-7000-8000-000000000999';

const processes = new Map(
  sampleProcedures.flatMap(({ national, local }): [string, Definition][] =>
    local.process ? [[national.code, local.process]] : [],
  ),
);

/** One lawful act that may come next: who does it, and what. */
type Move = {
  readonly name: string;
  readonly by: By;
  readonly act: (act: Act, held: Held) => Promise<Dossier>;
};

/** Everything that may lawfully happen to a dossier now, likely things more than once. */
function movesOf(dossier: Dossier, work: readonly Work[], definition: Definition, now: Date): Move[] {
  const defects = [{ where: '', what: 'Bản vẽ mờ' }];
  const basis = dossier.supplements > 0 || dossier.accepted_at ? 'Luật chuyên ngành (mẫu), Điều 5' : null;
  const ask: Move = {
    name: 'ask',
    by: counter,
    act: (act, held) => askSupplement(act, held, defects, basis),
  };
  const leave: Move = { name: 'withdraw', by: father, act: (act, held) => withdraw(act, held, null) };
  const stop: Move = {
    name: 'stop',
    by: leader,
    act: (act, held) => discontinue(act, held, 'Tòa án yêu cầu'),
  };
  const take: Move = {
    name: 'accept',
    by: counter,
    act: (act, held) => accept(act, held, { ...pinned, process: definition }),
  };
  const answer: Move = {
    name: 'answer',
    by: father,
    act: (act, held) =>
      answerSupplement(act, held, held.dossier.answers, [], dossier.supplements % 2 ? 'resume' : 'restart'),
  };
  const steps = work.flatMap((one) => stepsAt(one, definition));
  switch (dossier.state) {
    case 'submitted':
      return [
        take,
        take,
        take,
        ask,
        leave,
        {
          name: 'refuse',
          by: counter,
          act: (act, held) => refuseIntake(act, held, notCompetent),
        },
      ];
    case 'supplement':
      return [answer, answer, answer, leave, ...(dossier.accepted_at ? [stop] : [])];
    case 'accepted':
    case 'processing':
      return [
        ...Array.from({ length: 6 }, () => steps).flat(),
        ask,
        leave,
        stop,
        ...timely(dossier, now),
        ...beside(work),
      ];
    case 'decided':
      return steps;
    default:
      return [];
  }
}

/** What officers do beside the process: it may open and close work, and never moves the dossier. */
function beside(work: readonly Work[]): Move[] {
  const defects = [{ where: '', what: 'Thiếu chữ ký của chủ hộ' }];
  const stay = (name: string, by: By, does: (act: Act, id: string) => unknown): Move => ({
    name,
    by,
    act: async (act, held) => {
      await does(act, held.dossier.id);
      return held.dossier;
    },
  });
  const [first] = work;
  return [
    ...(work.some(({ kind }) => kind === 'ask-supplement')
      ? []
      : [
          {
            name: 'propose supplement',
            by: caseOfficer,
            act: (act: Act, held: Held) => proposeSupplement(act, held, defects),
          },
        ]),
    stay('warn', system, (act) => escalate(act)),
    stay('discuss', caseOfficer, (act, id) => comment(act, id, 'Đã gọi hỏi lại phường.')),
    ...(first
      ? [stay('hand over', leader, (act) => handOver(act, first.id, caseOfficer.account ?? ''))]
      : []),
  ];
}

/** What time brings: the apology in time, and the silence of the agency after the limit. */
function timely({ due_at, apologies }: Dossier, now: Date): Move[] {
  if (!due_at) return [];
  if (due_at < now) return [{ name: 'silence', by: system, act: approveBySilence }];
  return apologies === 0 && due_at.getTime() - now.getTime() > 24 * HOUR
    ? [{ name: 'apologise', by: leader, act: (act, held) => apologise(act, held, 3, 'Chờ kết quả xác minh') }]
    : [];
}

/** How the step that waits at this work may be finished. */
function stepsAt({ ref, kind, role }: Work, definition: Definition): Move[] {
  if (ref === null) return [];
  const token = Number(ref);
  const proposal = (kind: 'grant' | 'refuse') => ({ kind, data: {}, refusal: null, paper });
  switch (kind) {
    case 'draft':
      return (['grant', 'refuse'] as const).map((kind) => ({
        name: kind,
        by: caseOfficer,
        act: (act, held) => propose(act, held, definition, token, proposal(kind)),
      }));
    case 'sign':
      return [
        { name: 'sign', by: leader, act: (act, held) => noteSigned(act, held, definition, token) },
        {
          name: 'send back',
          by: leader,
          act: (act, held) => sendBack(act, held, definition, token, 'Sai tên'),
        },
      ];
    case 'seal':
      return [{ name: 'seal', by: clerk, act: (act, held) => decideDossier(act, held, definition, token) }];
    case 'return':
      return [
        {
          name: 'return',
          by: counter,
          act: (act, held) => noteReturned(act, held, definition, tokenOf({ ref })),
        },
      ];
    default:
      return [true, false].map((data) => ({
        name: `${kind} ${data}`,
        by: { counter, leader, clerk }[role as 'counter'] ?? caseOfficer,
        act: (act, held) =>
          doStep(act, held, definition, token, 'Đã làm', { managedArea: data, duyet: data }),
      }));
  }
}

/** What waits, in an order that does not depend on ids: two warnings of one dossier differ only in whom they warn. */
const workOf = async (world: TestWorld, id: string): Promise<Work[]> =>
  (await world.look(systemAt(begin.toISOString()), (look) => listWorkOf(look, id))).toSorted(
    (a, b) => Number(a.ref) - Number(b.ref) || placeOf(a).localeCompare(placeOf(b)),
  );
const placeOf = ({ kind, role, step, agency }: Work): string => [kind, role, step, agency].join('|');
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

/** What must be the same for every channel. */
const fate = ({ dossier, work }: Walker) => ({
  state: dossier.state,
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
type Walker = { dossier: Dossier; work: readonly Work[] };

/** Three dossiers of one procedure, filed at one moment, one by each channel. */
const file = (world: TestWorld, procedure: string): Promise<Walker[]> =>
  Promise.all(
    channels.map(async (channel) => {
      const filed = submission(`${procedure} ${channel}`);
      const named = { ...filed, channel, procedure: { ...filed.procedure, code: procedure } };
      const by = channel === 2 ? father : counter;
      const { id } = await world.as(by, begin, (act) => receive(act, named));
      return { dossier: await dossierOf(world, id), work: await workOf(world, id) };
    }),
  );

/** Walks the three through the same acts at the same moments; tells what was done. */
async function walk(world: TestWorld, procedure: string, choices: readonly Choice[]): Promise<string[]> {
  const definition = processes.get(procedure)!;
  const told: string[] = [];
  const walkers = await file(world, procedure);
  let now = begin;
  for (const { pick, hours } of choices) {
    now = new Date(now.getTime() + hours * HOUR);
    for (const walker of walkers) {
      const moves = movesOf(walker.dossier, walker.work, definition, now);
      const move = moves[pick % Math.max(1, moves.length)];
      if (!move) continue;
      told.push(move.name);
      const { id } = walker.dossier;
      walker.dossier = await world.as(move.by, now, async (act) => move.act(act, await hold(act, id)));
      walker.work = await workOf(world, id);
      checkClock(walker.dossier);
    }
    const [first, ...others] = walkers.map(fate);
    for (const other of others) assert.deepEqual(other, first, 'channels are not treated alike');
  }
  for (const { dossier } of walkers) {
    const kept = await dossierOf(world, dossier.id);
    assert.deepEqual(
      fate({ dossier: kept, work: [] }),
      fate({ dossier, work: [] }),
      'what was answered is not what is kept',
    );
    assert.equal(kept.state, await folded(world, dossier.id));
  }
  for (const one of invariants)
    assert.deepEqual(await world.look(systemAt(begin.toISOString()), one.check), [], one.name);
  assert.equal(new Set(walkers.map(({ dossier }) => dossier.code)).size, walkers.length);
  return told;
}

type Choice = { readonly pick: number; readonly hours: number };

describe('dossiers, whatever happens', () => {
  it(
    `keep their invariants on ${RUNS * channels.length} random legal walks over every shipped process`,
    { timeout: 300_000 },
    rolledBack(async (world) => {
      const seen = new Set<string>();
      const choice = fc.record({ pick: fc.nat(1000), hours: fc.oneof(fc.nat(6), fc.nat(90)) });
      const run = fc.asyncProperty(
        fc.constantFrom(...processes.keys()),
        fc.array(choice, { minLength: MOST_ACTS / 2, maxLength: MOST_ACTS }),
        async (procedure, choices) => {
          await sql`savepoint walk`.execute(world.tx);
          const told = await walk(world, procedure, choices).finally(() =>
            sql`rollback to savepoint walk`.execute(world.tx),
          );
          for (const name of told) seen.add(name);
        },
      );
      const seed = Date.now() ^ process.pid;
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
        'propose supplement',
        'warn',
        'discuss',
        'hand over',
      ])
        assert.ok(seen.has(name), `no walk came to “${name}”`);
    }),
  );
});
