/** Warnings ahead of lateness reach the officers who must act as messages: those who have the dossier, or whose field it is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../sample/province/ids.ts';
import { readSample } from '../../../sample/province/load.ts';
import { inSample } from '../../../sample/testing.ts';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listNotices, setWishes } from '../../outside/messages/index.ts';
import { handOver, listWorkOf } from '../../work/desk/index.ts';
import { findAccount } from '../../world/access/index.ts';
import { escalate } from './commands/escalate.ts';
import { receive } from './commands/receive.ts';
import { father, submission } from './fixtures.ts';
import { watch } from './commands/watch.ts';
import { acceptAt, takeStep } from './testing.ts';

/** Friday 20 November 2026, 09:00 in Vietnam. */
const friday = new Date('2026-11-20T02:00:00Z');
const agency = sampleId('agency', 'ubnd-song-mau');
const emailOf = (slug: string) => readSample().officers.find((one) => one.slug === slug)?.email;

/** A dossier of this procedure at the ward of the sample, accepted; by its id. */
async function accepted(world: TestWorld, key: string): Promise<string> {
  const filed = submission(key);
  const { id } = await world.as(father, friday, (act) =>
    receive(act, {
      ...filed,
      procedure: { ...filed.procedure, code: '1.004873' },
      agency: { id: agency, identifier: 'H99.61' },
      oneStop: sampleId('agency', 'ttpvhcc-song-mau'),
    }),
  );
  await acceptAt(world, id, friday);
  return id;
}

const dueOf = async (world: TestWorld, id: string): Promise<Date> =>
  (await send<{ due_at: Date }>(world.tx, 'select due_at from dossiers.dossiers where id = $1', [id]))[0]!
    .due_at;

const told = (world: TestWorld) =>
  send<{ address: string; title: { vi: string } }>(
    world.tx,
    `select d.address, n.title from messages.notices n join messages.deliveries d on d.notice = n.id
      where n.event = 'dossier.warning' order by n.at, d.address`,
  );

describe('warnings ahead of lateness', () => {
  it(
    'go to the officer who has the dossier, here and by e-mail, unless they wished otherwise',
    { timeout: 60_000 },
    inSample(async (world) => {
      const id = await accepted(world, 'warned');
      await takeStep(world, id, friday);
      const look = systemAt(friday.toISOString());
      const account = await world.look(look, (now) => findAccount(now, 'officer', 'ho-tich.song-mau'));
      const [work] = await world.look(look, (now) => listWorkOf(now, id));
      assert.ok(account && work?.role === 'case-officer');
      await world.as(system, friday, async (act) => handOver(act, work.id, account.id));

      const due = await dueOf(world, id);
      await world.as(system, new Date(due.getTime() - 24 * 3_600_000), escalate);
      const reader: By = { ...nobody, kind: 'officer', person: sampleId('officer', 'ho-tich.song-mau') };
      const notices = await world.as(reader, friday, (act) => listNotices(act));
      assert.deepEqual(
        notices.map(({ event, title }) => [event, title.vi]),
        [['dossier.warning', 'Sắp đến hạn trả, hãy giải quyết']],
      );
      assert.ok(!JSON.stringify(notices).includes(father.name), 'mail names nobody');
      assert.deepEqual(
        (await told(world)).map(({ address }) => address),
        [emailOf('ho-tich.song-mau')],
      );
      await world.as(system, new Date(due.getTime() - 23 * 3_600_000), escalate);
      assert.equal((await told(world)).length, 1, 'once');

      await world.as(reader, friday, (act) =>
        setWishes(act, reader.person ?? '', { email: false, sms: false, language: 'vi' }),
      );
      const second = await accepted(world, 'warned again');
      await takeStep(world, second, friday);
      const [again] = await world.look(look, (now) => listWorkOf(now, second));
      await world.as(system, friday, async (act) => handOver(act, again!.id, account.id));
      await world.as(system, new Date(due.getTime() - 24 * 3_600_000), escalate);
      assert.equal((await world.as(reader, friday, (act) => listNotices(act))).length, 2);
      assert.equal((await told(world)).length, 1, 'only here');
    }),
  );

  it(
    'go to the leaders of that field when lateness is foreseeable, before the date',
    { timeout: 60_000 },
    inSample(async (world) => {
      const id = await accepted(world, 'foreseen');
      const due = await dueOf(world, id);
      const before = new Date(due.getTime() - 48 * 3_600_000);
      await world.as(system, before, watch);
      const sent = await told(world);
      assert.ok(before < due && sent.length > 0);
      assert.ok(sent.some(({ address }) => address === emailOf('pho-chu-tich-1.song-mau')));
      assert.ok(!sent.some(({ address }) => address === emailOf('pho-chu-tich-2.song-mau')), 'another field');
      assert.ok(sent.every(({ title }) => title.vi.startsWith('Sắp trễ hạn')));
    }),
  );

  it(
    'come as soon as what is left to do no longer ends by the date, once, and again only after something was done',
    { timeout: 60_000 },
    inSample(async (world) => {
      const id = await accepted(world, 'far ahead');
      const due = await dueOf(world, id);
      const apologies = async () =>
        (await world.look(systemAt(friday.toISOString()), (now) => listWorkOf(now, id))).filter(
          ({ kind }) => kind === 'apologise',
        ).length;
      const lookAhead = async (): Promise<Date | null> =>
        (
          await send<{ look_ahead_at: Date | null }>(
            world.tx,
            'select look_ahead_at from dossiers.dossiers where id = $1',
            [id],
          )
        )[0]!.look_ahead_at;
      assert.equal((await lookAhead())?.toISOString(), friday.toISOString());
      await world.as(system, friday, watch);
      assert.equal(await apologies(), 0, 'all steps fit');
      const next = await lookAhead();
      assert.ok(next && next > friday && next < due, 'looked at again when the steps must be gone');
      await world.as(system, new Date(next.getTime() - 60_000), watch);
      assert.deepEqual(await lookAhead(), next, 'not before');
      const late = new Date(next.getTime() + 3_600_000);
      assert.ok(due.getTime() - late.getTime() > 48 * 3_600_000, 'days before the date');
      await world.as(system, late, watch);
      await world.as(system, late, watch);
      assert.equal(await apologies(), 1);
      assert.equal(await lookAhead(), null);
      await takeStep(world, id, late);
      assert.deepEqual(await lookAhead(), late);
    }),
  );
});
