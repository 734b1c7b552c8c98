import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { system, type By } from '../db/act.ts';
import { cloneDatabase, rolledBack, systemAt, type TestWorld } from '../db/testing.ts';
import { connect } from '../db/connect.ts';
import { edgeOn } from '../db/edge.ts';
import { Conflict } from '../operate/errors.ts';
import { canonical } from './chain.ts';
import {
  bornIn,
  listSteps,
  lockItem,
  newId,
  openItem,
  sealDays,
  step,
  verifyChains,
  verifySeals,
} from './index.ts';

const moment = '2026-11-20T02:00:00Z';

const begin = (world: TestWorld): Promise<string> =>
  world.as(system, moment, async (act) => {
    const head = openItem(act, 'dossier');
    step(act, head, {
      act: 'dossier.receive',
      visible: 'public',
      after: { state: 'received', fee: 8000, at: act.now },
    });
    step(act, head, {
      act: 'dossier.assign',
      visible: 'inside',
      before: { holder: null },
      after: { holder: 'x' },
    });
    return head.id;
  });

describe('record', () => {
  it('writes canonical JSON whatever the order of keys', () => {
    assert.equal(
      canonical({ b: 1, a: [null, { d: 'ộ', c: undefined }] }),
      canonical({ a: [null, { d: 'ộ' }], b: 1 }),
    );
  });

  it('gives ids of one moment in rising order', () => {
    const now = new Date(moment);
    const ids = Array.from({ length: 1000 }, () => newId(now));
    assert.deepEqual(ids.toSorted(), ids);
    assert.equal(new Set(ids).size, 1000);
    assert.match(ids[0]!, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('tells the year of an id, in Vietnam', () => {
    assert.equal(bornIn(newId(new Date('2026-12-31T17:30:00Z'))), 2027);
    assert.equal(bornIn(newId(new Date('2026-12-31T16:30:00Z'))), 2026);
  });

  it(
    'says in which of several posts somebody acted: in that of the agency it was done for',
    rolledBack(async (world) => {
      const [centre, committee, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
      const posts = [
        { post: randomUUID(), agency: centre, unit: null },
        { post: randomUUID(), agency: committee, unit: randomUUID() },
      ];
      const by: By = { ...system, kind: 'officer', ...posts[0]!, posts };
      const id = await world.as(by, moment, async (act) => {
        const head = openItem(act, 'dossier');
        for (const at of [undefined, centre, committee, elsewhere])
          step(act, head, { act: 'dossier.assign', visible: 'inside', ...(at && { at }) });
        return head.id;
      });
      const rows = await world.look(systemAt(moment), (look) => listSteps(look, id, 'inside'));
      assert.deepEqual(
        rows.map(({ post, agency, unit }) => ({ post, agency, unit })),
        [posts[0], posts[0], posts[1], posts[0]],
      );
    }),
  );

  it(
    'chains the steps of an item and shows each reader what they may see',
    rolledBack(async (world) => {
      const id = await begin(world);
      await world.as(system, moment, async (act) => {
        step(act, await lockItem(act, id), { act: 'dossier.accept', visible: 'party' });
      });
      const acts = async (as: 'public' | 'party' | 'inside') =>
        (await world.look(systemAt(moment), (look) => listSteps(look, id, as))).map(
          (one) => `${one.seq} ${one.act}`,
        );
      assert.deepEqual(await acts('inside'), ['1 dossier.receive', '2 dossier.assign', '3 dossier.accept']);
      assert.deepEqual(await acts('party'), ['1 dossier.receive', '3 dossier.accept']);
      assert.deepEqual(await acts('public'), ['1 dossier.receive']);
      const found = await world.look(systemAt(moment), verifyChains);
      assert.deepEqual(found, { items: 1, steps: 3, faults: [] });
    }),
  );

  it(
    'keeps tenants apart',
    rolledBack(async (world) => {
      const id = await begin(world);
      const other = await world.look(systemAt(moment, 2), (look) => listSteps(look, id, 'inside'));
      assert.equal(other.length, 0);
    }),
  );

  it(
    'erases a payload by law without breaking the chain',
    rolledBack(async (world) => {
      const id = await begin(world);
      await sql`select record.erase(1::smallint, ${bornIn(id)}::smallint, ${id}::uuid, 1, now())`.execute(
        world.tx,
      );
      const [first] = await world.look(systemAt(moment), (look) => listSteps(look, id, 'inside'));
      assert.equal(first?.after, null);
      assert.deepEqual((await world.look(systemAt(moment), verifyChains)).faults, []);
    }),
  );

  it(
    'does not let the program change or remove steps',
    rolledBack(async (world) => {
      const id = await begin(world);
      for (const text of [
        `update record.steps set name = 'x'`,
        `delete from record.steps where item = '${id}'`,
        `update record.payloads set after = null`,
        `delete from record.payloads`,
        `truncate record.steps`,
        `update record.seals set steps = 0`,
        `alter table record.steps disable trigger all`,
        `drop table record.steps`,
        `set role toantrinh_owner`,
      ]) {
        await sql`savepoint attempt`.execute(world.tx);
        await assert.rejects(sql.raw(text).execute(world.tx), /permission denied|must be owner/, text);
        await sql`rollback to savepoint attempt`.execute(world.tx);
      }
    }),
  );

  it(
    'seals finished days and notices what was changed behind its back',
    rolledBack(async (world) => {
      await begin(world);
      const sealed = await world.as(system, '2026-11-22T03:00:00Z', sealDays);
      assert.deepEqual(sealed, ['2026-11-20', '2026-11-21']);
      assert.deepEqual(await world.look(systemAt(moment), verifySeals), []);
      await begin(world);
      const faults = await world.look(systemAt(moment), verifySeals);
      assert.equal(faults[0]?.item, '2026-11-20');
    }),
  );

  it('gives Conflict to the second of two acts on one item', { timeout: 20_000 }, async () => {
    const database = await cloneDatabase();
    const connection = connect(database.program);
    try {
      const edge = edgeOn(connection.db);
      const id = await edge.act(systemAt(moment), async (act) => {
        const head = openItem(act, 'dossier');
        step(act, head, { act: 'dossier.receive', visible: 'public' });
        return head.id;
      });
      const head = await edge.act(systemAt(moment), (act) => lockItem(act, id));
      const stale = (): Promise<void> =>
        edge.act(systemAt(moment), async (act) =>
          step(act, { ...head }, { act: 'dossier.accept', visible: 'public' }),
        );
      const results = await Promise.allSettled([stale(), stale()]);
      assert.deepEqual(results.map((one) => one.status).sort(), ['fulfilled', 'rejected']);
      const refused = results.find((one) => one.status === 'rejected');
      assert.ok(refused?.reason instanceof Conflict);
      const owner = connect(database.owner, 1);
      await sql`update record.steps set name = 'somebody else'`.execute(owner.db);
      await owner.close();
      const { faults } = await edge.look(systemAt(moment), verifyChains);
      assert.match(faults[0]?.what ?? '', /step 1 was changed/);
    } finally {
      await connection.close();
      await database.drop();
    }
  });
});
