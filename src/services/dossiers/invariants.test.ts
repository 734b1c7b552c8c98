/** Every invariant of the room finds what breaks it: rows are broken by hand, as no act could. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { send } from '../../ground/db/connect.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { step } from '../../ground/record/index.ts';
import { accept } from './commands/accept.ts';
import { receive } from './commands/receive.ts';
import { counter, father, pinned, submission } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { hold } from './load.ts';

const friday = '2026-11-20T02:00:00Z';

async function accepted(world: TestWorld): Promise<string> {
  const { id } = await world.as(father, friday, (act) => receive(act, submission('broken')));
  await world.as(counter, friday, async (act) => accept(act, await hold(act, id), pinned));
  return id;
}

/** Names of the invariants that do not hold. */
const broken = async (world: TestWorld): Promise<readonly string[]> => {
  const found = await Promise.all(
    invariants.map(async ({ name, check }) =>
      (await world.look(systemAt(friday), check)).length > 0 ? name : [],
    ),
  );
  return found.flat();
};

const dossier = (set: string): string => `update dossiers.dossiers set ${set} where id = $1`;
const work = (set: string): string => `update desk.work set ${set} where item = $1`;
const clockWith = (change: string): string =>
  dossier(
    `clock = jsonb_set(clock, '{intervals}', jsonb_build_array(clock->'intervals'->-1 || '${change}'))`,
  );

/** The record can only be added to: an act that says it began where the dossier was not. */
const actFromPayment: Break = (world, id) =>
  world.as(counter, friday, async (act) => {
    const { head } = await hold(act, id);
    const state = 'accepted';
    step(act, head, {
      act: 'dossier.pay',
      visible: 'inside',
      before: { state: 'payment' },
      after: { state },
      reason: null,
    });
  });

type Break = (world: TestWorld, id: string) => Promise<unknown>;

const breaks: readonly (readonly [string, string | Break, readonly string[]])[] = [
  ['nobody has it', work('closed_at = now()'), ['dossiers.accountable']],
  ['only a warning waits', work(`kind = 'warning', ref = null`), ['dossiers.accountable']],
  ['its clock stands without a reason', clockWith('{"state": "paused"}'), ['dossiers.clock']],
  ['its clock has ended', clockWith('{"to": "2026-11-20T03:00:00Z"}'), ['dossiers.clock']],
  ['its clock has no interval', dossier(`clock = '{"intervals": []}'`), ['dossiers.clock']],
  [
    'the intake clock goes on',
    dossier(`intake_clock = jsonb_set(intake_clock, '{intervals,0,to}', 'null')`),
    ['dossiers.clock'],
  ],
  ['nothing is promised', dossier('due_at = null'), ['dossiers.clock']],
  ['a decision without an outcome', dossier('decided_at = now()'), ['dossiers.clock', 'dossiers.outcome']],
  ['returned before it was decided', dossier('returned_at = now()'), ['dossiers.outcome']],
  ['work for a step where it is not', work(`ref = '99'`), ['dossiers.work-of-process']],
  ['a time without an event ahead', work(`kind = 'await-time'`), ['dossiers.timers-ahead']],
  [
    'a process without its steps',
    dossier(`process = process || '{"tokens": []}'`),
    ['dossiers.work-of-process'],
  ],
  ['work though it is over', dossier('ended_at = now()'), ['dossiers.clock', 'dossiers.no-orphan-work']],
  ['work for nothing', work(`item = gen_random_uuid()`), ['dossiers.accountable', 'dossiers.no-orphan-work']],
  ['a state that nobody recorded', dossier(`state = 'processing'`), ['dossiers.state-is-recorded']],
  ['an act that began in another state', actFromPayment, ['dossiers.states-follow']],
  ['another code', dossier(`code = 'H99.18-261120-9999'`), ['dossiers.codes']],
];

describe('what must be true of all dossiers', () => {
  it(
    'is true of an accepted dossier',
    rolledBack(async (world) => {
      await accepted(world);
      assert.deepEqual(await broken(world), []);
    }),
  );

  for (const [what, how, names] of breaks)
    it(
      `is found broken: ${what}`,
      rolledBack(async (world) => {
        const id = await accepted(world);
        await (typeof how === 'string' ? send(world.tx, how, [id]) : how(world, id));
        assert.deepEqual((await broken(world)).toSorted(), names.toSorted());
      }),
    );

  it('has a break for every invariant', () => {
    const tried = new Set(breaks.flatMap(([, , names]) => names));
    assert.deepEqual(
      invariants.map(({ name }) => name).filter((name) => !tried.has(name)),
      [],
    );
  });
});
