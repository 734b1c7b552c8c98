/** Time: warnings climb the ladder once each, and the usual time is told from finished dossiers alone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { accept } from './commands/accept.ts';
import { escalate } from './commands/escalate.ts';
import { receive } from './commands/receive.ts';
import { decideDossier, noteSigned, propose } from './commands/steps.ts';
import {
  caseOfficer,
  clerk,
  committee,
  counter,
  father,
  leader,
  oneStop,
  pinned,
  shortProcess,
  submission,
} from './fixtures.ts';
import { invariants } from './invariants.ts';
import { findDossier, hold } from './load.ts';
import { mayRead } from './rules.ts';
import { usualFromHere, usualSince, usualWords } from './usual.ts';

/** Friday 20 November 2026, 09:00 in Vietnam; due on Thursday 26 November 09:00. */
const friday = '2026-11-20T02:00:00Z';
const paper = '01900000-0000-7000-8000-000000000999';

async function accepted(world: TestWorld, key: string): Promise<string> {
  const { id } = await world.as(father, friday, (act) => receive(act, submission(key)));
  await world.as(counter, friday, async (act) => accept(act, await hold(act, id), pinned));
  return id;
}

async function decided(world: TestWorld, id: string, at: string): Promise<void> {
  const grant = { kind: 'grant' as const, data: {}, refusal: null, paper };
  const token = async (by: By, kind: string): Promise<number> =>
    Number(
      (await world.look({ ...systemAt(at), by }, (look) => listWorkOf(look, id))).find(
        (one) => one.kind === kind,
      )?.ref,
    );
  const drafting = await token(caseOfficer, 'draft');
  await world.as(caseOfficer, at, async (act) =>
    propose(act, await hold(act, id), shortProcess, drafting, grant),
  );
  const signing = await token(leader, 'sign');
  await world.as(leader, at, async (act) => noteSigned(act, await hold(act, id), shortProcess, signing));
  const sealing = await token(clerk, 'seal');
  await world.as(clerk, at, async (act) => decideDossier(act, await hold(act, id), shortProcess, sealing));
}

describe('time of dossiers', () => {
  it(
    'warns the officer, then the leader, then the head of the one-stop unit, each once, until it is decided',
    rolledBack(async (world) => {
      const id = await accepted(world, 'a');
      const warned = async () =>
        (await world.look(systemAt(friday), (look) => listWorkOf(look, id)))
          .filter(({ kind }) => kind === 'warning')
          .map(({ role, agency }) => `${role} ${agency === committee ? 'committee' : 'one-stop'}`)
          .toSorted();
      const at = async (now: string) => {
        await world.as(system, now, escalate);
        return warned();
      };
      assert.deepEqual(await at('2026-11-25T01:59:00Z'), []);
      assert.deepEqual(await at('2026-11-25T02:00:00Z'), ['case-officer committee']);
      assert.deepEqual(await at('2026-11-25T03:00:00Z'), ['case-officer committee']);
      assert.deepEqual(await at('2026-11-26T02:00:00Z'), ['case-officer committee', 'leader committee']);
      const all = ['case-officer committee', 'leader committee', 'leader one-stop'];
      assert.deepEqual(await at('2026-11-27T02:00:00Z'), all);
      assert.deepEqual(await at('2026-12-27T02:00:00Z'), all);
      const dossier = await world.look(systemAt(friday), (look) => findDossier(look, id));
      assert.ok(dossier);
      const head = { ...leader, powers: [{ role: 'leader', agency: oneStop, unit: null }] };
      assert.equal(mayRead(head, dossier), true);
      await decided(world, id, '2026-12-27T02:00:00Z');
      assert.deepEqual(await warned(), []);
      for (const one of invariants) assert.deepEqual(await world.look(systemAt(friday), one.check), []);
    }),
  );

  it(
    'tells the usual time from here as the median of finished dossiers, once five are known',
    rolledBack(async (world) => {
      const usual = (state: 'submitted' | 'accepted' | 'supplement') =>
        world.look(systemAt('2026-12-30T02:00:00Z'), (look) =>
          usualFromHere(look, { procedure: '1.001193', state, process: null }),
        );
      const days = ['21', '22', '25', '26', '30'];
      for (const [n, day] of days.entries()) {
        assert.equal(await usual('accepted'), null);
        await decided(world, await accepted(world, `usual ${n}`), `2026-11-${day}T02:00:00Z`);
      }
      assert.deepEqual(await usual('accepted'), { hours: 120, n: 5, from: 'state' });
      assert.deepEqual(await usual('submitted'), { hours: 120, n: 5, from: 'state' });
      assert.equal(await usual('supplement'), null);
    }),
  );

  it(
    'tells it from the same step once twenty have been there, and from the state until then',
    rolledBack(async (world) => {
      const id = await accepted(world, 'here');
      const later = '2026-12-30T02:00:00Z';
      const usual = () =>
        world.look(systemAt(later), async (look) => usualFromHere(look, (await findDossier(look, id))!));
      const since = () =>
        world.look(systemAt(later), async (look) => usualSince(look, (await findDossier(look, id))!));
      for (let n = 0; n < 20; n++) {
        const from = n < 5 ? null : 'state';
        assert.equal((await usual())?.from ?? null, from);
        await decided(world, await accepted(world, `step ${n}`), '2026-11-23T02:00:00Z');
      }
      assert.deepEqual(await usual(), { hours: 72, n: 20, from: 'step' });
      assert.match(usualWords((await usual())!).note.vi, /cùng bước/);
      // A day later it is drafted: from the signature on, where all others were within the hour, little is left.
      const [work] = await world.look(systemAt(later), (look) => listWorkOf(look, id));
      await world.as(caseOfficer, '2026-11-21T02:00:00Z', async (act) =>
        propose(act, await hold(act, id), shortProcess, Number(work!.ref), {
          kind: 'grant',
          data: {},
          refusal: null,
          paper,
        }),
      );
      assert.deepEqual(await usual(), { hours: 0, n: 20, from: 'step' });
      assert.equal((await since())?.since.toISOString(), '2026-11-21T02:00:00.000Z');
    }),
  );
});
