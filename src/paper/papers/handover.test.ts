/** Papers of an agency that ended: its heir corrects them in its own name; of several heirs a person chooses who looks after them (E4). */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { system, type Act, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { deskRoom } from '../../work/desk/module.ts';
import { abolishAgency, establishAgency, type Heir } from '../../world/agencies/index.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { close } from '../typeset/index.ts';
import { newCheckCode } from './commands.ts';
import { draftCorrection, signCorrection } from './corrections/commands.ts';
import { clerk, commune, establishWard, issued, leader, testPress, ward } from './fixtures.ts';
import { handovers } from './handover.ts';
import { papersRoom } from './module.ts';
import { signAsLeader } from './press.ts';
import { getPaper } from './queries.ts';
import type { Paper } from './schema.ts';

const now = '2026-11-20T09:00:00+07:00';
const later = '2026-11-23T09:00:00+07:00';
const desk = deskRoom([], [], handovers);

const heirs = ['Một', 'Hai'].map((name) => `Ủy ban nhân dân phường Mẫu ${name}`);
const establish = (act: Act, n: number): Promise<string> =>
  establishAgency(act, commune(`H99.7${n}`, heirs[n]!));

const at = (by: By, agency: string): By => ({
  ...by,
  agency,
  powers: by.powers.map((power) => ({ ...power, agency })),
});

const end = async (world: TestWorld, all: readonly Heir[]): Promise<void> => {
  const basis = 'Nghị quyết mẫu';
  await world.as(system, now, (act) => abolishAgency(act, ward, { last: '2026-11-22', basis, heirs: all }));
  await settle(world, desk.listeners, new Date(later));
};

describe('papers of an agency that ended', () => {
  const made = testPress(now);
  after(async () => {
    await (await made).close();
    await close();
  });

  /** An issued paper of the ward, and the two agencies that will follow it. */
  async function opened(world: TestWorld): Promise<{ paper: Paper; first: string; second: string }> {
    await establishWard(world, now);
    const first = await world.as(system, now, (act) => establish(act, 0));
    const second = await world.as(system, now, (act) => establish(act, 1));
    return { paper: await issued(world, await made, now), first, second };
  }
  const correct = (world: TestWorld, wrong: Paper, when: string): Promise<string> =>
    world.as(clerk, when, (act) =>
      draftCorrection(act, wrong, {
        data: { ...wrong.data, note: 'Đính chính nơi sinh' },
        error: 'Đánh máy sai',
        code: newCheckCode(),
      }),
    );
  const read = (world: TestWorld, id: string): Promise<Paper> =>
    world.look(systemAt(later), (look) => getPaper(look, id));

  it(
    'are corrected in the name of the one agency that took over everything',
    rolledBack(async (world) => {
      const { paper, first } = await opened(world);
      await end(world, [{ successor: first, field: null, place: null }]);
      const correction = await read(world, await correct(world, paper, later));
      assert.deepEqual([correction.agency, correction.agency_name], [first, heirs[0]]);
      assert.equal(correction.data['agency'], heirs[0]);
    }),
  );

  it(
    'wait until an administrator has chosen who looks after them, and a signed correction is signed again',
    rolledBack(async (world) => {
      const { paper, first, second } = await opened(world);
      const press = await made;
      const open = await correct(world, paper, now);
      const holder = { id: leader.person!, name: leader.name, organisation: paper.agency_name };
      const signed = await signAsLeader(press, await read(world, open), holder, new Date(now));
      await world.as(leader, now, (act) => signCorrection(act, open, signed));
      await end(world, [
        { successor: first, field: 'ho-tich', place: null },
        { successor: second, field: 'dat-dai', place: null },
      ]);
      const path = `/giay-to-da-cap/${paper.id}`;
      const visit = (by: By) => visitorOf(world, papersRoom(press), later, by);
      assert.equal((await visit(at(clerk, second)).get(path)).status, 403, 'nobody is guessed');

      const chosen = async (item: string): Promise<void> => {
        const waiting = await world.look(systemAt(later), (look) => listWorkOf(look, item));
        const choice = waiting.find(({ kind }) => kind === 'choose-heir') ?? assert.fail('nobody is asked');
        const admin = at(
          { ...leader, powers: [{ role: 'it-admin', agency: '', unit: null }] },
          choice.agency,
        );
        const desks = visitorOf(world, desk, later, admin);
        assert.equal((await desks.post(`/viec/ke-thua/${choice.id}`, { heir: second })).status, 303);
      };
      await chosen(ward);
      assert.equal((await visit(at(clerk, second)).get(path)).status, 200);
      assert.equal((await visit(at(clerk, first)).get(path)).status, 403);
      assert.match((await visit(at(clerk, second)).get('/giay-to-da-cap')).html, new RegExp(paper.id));
      assert.doesNotMatch((await visit(at(clerk, first)).get('/giay-to-da-cap')).html, new RegExp(paper.id));

      await chosen(open);
      const correction = await read(world, open);
      assert.deepEqual(
        [correction.state, correction.agency, correction.hash, correction.data['agency']],
        ['draft', second, null, heirs[1]],
      );
      const waiting = await world.look(systemAt(later), (look) => listWorkOf(look, open));
      assert.deepEqual(
        waiting.map(({ kind, agency, role }) => [kind, agency, role]),
        [['sign', second, 'leader']],
      );
    }),
  );
});
