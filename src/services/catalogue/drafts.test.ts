import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { nobody, own } from '../../ground/db/act.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import { listDoubts } from './doubts.ts';
import {
  confirmImported,
  dropDraft,
  publishDraft,
  returnDraft,
  reviewDraft,
  saveDraft,
  settleDoubt,
  type Draft,
} from './drafts.ts';
import { editor, lineOf, localOf } from './fixtures.ts';
import { importProcedures } from './import/import.ts';
import { catalogueInvariants } from './invariants.ts';
import { findProcedure, getProcedure, listVersions } from './queries.ts';
import { search } from './search/find.ts';
import type { CatalogueTables } from './tables.ts';

const CODE = '1.001193';
const day1 = '2026-11-21T03:00:00Z';
const day2 = '2026-11-23T03:00:00Z';
const shorter: Draft = {
  local: localOf({ term: { amount: 1, unit: 'working-day', when: null }, nameEn: 'Birth registration' }),
  from: '2026-12-01',
  cause: 'Quyết định 20/QĐ-UBND',
};

const withCatalogue = (work: (world: TestWorld) => Promise<void>) =>
  rolledBack(async (world) => {
    await importProcedures(world, systemAt(day1), [lineOf({ audience: [] })]);
    await work(world);
  });

async function publishOne(world: TestWorld, draft: Draft = shorter): Promise<void> {
  await world.as(editor(1), day2, (act) => saveDraft(act, CODE, draft));
  await world.as(editor(2), day2, (act) => reviewDraft(act, CODE));
  await world.as(editor(3), day2, (act) => publishDraft(act, CODE));
}

describe('the local layer', () => {
  it(
    'is drafted, reviewed by another, published by a second person, and holds from its day on',
    withCatalogue(async (world) => {
      await publishOne(world);
      const before = await world.look(systemAt('2026-11-30T12:00:00+07:00'), (look) =>
        getProcedure(look, CODE),
      );
      const after = await world.look(systemAt('2026-12-01T12:00:00+07:00'), (look) =>
        getProcedure(look, CODE),
      );
      assert.deepEqual([before.version, before.term, before.validTo], [1, null, '2026-12-01']);
      assert.deepEqual(
        [after.version, after.term?.amount, after.validFrom, after.reviewed],
        [2, 1, '2026-12-01', true],
      );
      const versions = await world.look(systemAt('2026-12-02T00:00:00Z'), (look) => listVersions(look, CODE));
      assert.deepEqual(
        versions.map(({ version, state, cause }) => [version, state, cause]),
        [
          [2, 'published', 'Quyết định 20/QĐ-UBND'],
          [1, 'replaced', '163/QĐ-BTP'],
        ],
      );
      const found = await world.look(systemAt('2026-12-02T00:00:00Z'), (look) => search(look, 'khai sinh'));
      assert.deepEqual(
        found.items.map(({ code, version }) => [code, version]),
        [[CODE, 2]],
      );
      for (const { name, check } of catalogueInvariants)
        assert.deepEqual(await world.look(systemAt('2026-12-02T00:00:00Z'), check), [], name);
    }),
  );

  it(
    'leaves every act in the record',
    withCatalogue(async (world) => {
      await world.as(editor(1), day2, (act) => saveDraft(act, CODE, shorter));
      await world.as(editor(2), day2, (act) => reviewDraft(act, CODE));
      await world.as(editor(2), day2, (act) => returnDraft(act, CODE, 'Thiếu căn cứ'));
      await world.as(editor(2), day2, (act) => reviewDraft(act, CODE));
      await world.as(editor(2), day2, (act) => publishDraft(act, CODE));
      const { item } = await own<CatalogueTables>(world.tx)
        .selectFrom('catalogue.procedures')
        .select('item')
        .executeTakeFirstOrThrow();
      const steps = await world.look(systemAt(day2), (look) => listSteps(look, item, 'inside'));
      assert.deepEqual(
        steps.map(({ act, reason }) => [act, reason]),
        [
          ['procedure.import', '163/QĐ-BTP'],
          ['procedure.draft', null],
          ['procedure.review', null],
          ['procedure.return', 'Thiếu căn cứ'],
          ['procedure.review', null],
          ['procedure.publish', 'Quyết định 20/QĐ-UBND'],
        ],
      );
      assert.deepEqual(
        (await world.look(systemAt(day2), (look) => listSteps(look, item, 'public'))).map(({ act }) => act),
        ['procedure.import', 'procedure.publish'],
      );
    }),
  );

  it(
    'may not lengthen, nor begin in the past',
    withCatalogue(async (world) => {
      const longer = { ...shorter, local: localOf({ term: { amount: 9, unit: 'working-day', when: null } }) };
      await assert.rejects(
        world.as(editor(1), day2, (act) => saveDraft(act, CODE, longer)),
        Invalid,
      );
      await assert.rejects(
        world.as(editor(1), day2, (act) => saveDraft(act, CODE, { ...shorter, from: '2026-11-22' })),
        Invalid,
      );
      await assert.rejects(
        world.as(editor(1), day2, (act) => saveDraft(act, '9.999999', shorter)),
        NotFound,
      );
    }),
  );

  it(
    'is not published by who wrote it, nor before it is reviewed, nor by others than editors',
    withCatalogue(async (world) => {
      await world.as(editor(1), day2, (act) => saveDraft(act, CODE, shorter));
      await assert.rejects(
        world.as(editor(2), day2, (act) => publishDraft(act, CODE)),
        Conflict,
      );
      await assert.rejects(
        world.as(editor(1), day2, (act) => reviewDraft(act, CODE)),
        Conflict,
      );
      await world.as(editor(2), day2, (act) => reviewDraft(act, CODE));
      await assert.rejects(
        world.as(editor(1), day2, (act) => publishDraft(act, CODE)),
        Conflict,
      );
      await assert.rejects(
        world.as({ ...editor(3), powers: [] }, day2, (act) => publishDraft(act, CODE)),
        NotAllowed,
      );
      await assert.rejects(
        world.as(nobody, day2, (act) => saveDraft(act, CODE, shorter)),
        NotAllowed,
      );
    }),
  );

  it(
    'is not published on a base that the nation has changed meanwhile',
    withCatalogue(async (world) => {
      await world.as(editor(1), day2, (act) => saveDraft(act, CODE, shorter));
      await importProcedures(world, systemAt(day2), [lineOf({ steps: 'Trình tự mới.' })]);
      await world.as(editor(2), day2, (act) => reviewDraft(act, CODE));
      await assert.rejects(
        world.as(editor(2), day2, (act) => publishDraft(act, CODE)),
        Conflict,
      );
      await world.as(editor(2), day2, (act) => returnDraft(act, CODE, 'Có bản mới'));
      await publishOne(world);
      const after = await world.look(systemAt('2026-12-02T00:00:00Z'), (look) => getProcedure(look, CODE));
      assert.deepEqual([after.steps, after.term?.amount], ['Trình tự mới.', 1]);
    }),
  );

  it(
    'can be given up',
    withCatalogue(async (world) => {
      await world.as(editor(1), day2, (act) => saveDraft(act, CODE, shorter));
      await world.as(editor(1), day2, (act) => dropDraft(act, CODE));
      assert.equal((await world.look(systemAt(day2), (look) => listVersions(look, CODE, true))).length, 1);
    }),
  );
});

describe('what was imported', () => {
  it(
    'is marked until an editor has read it, and its doubts until they are settled',
    withCatalogue(async (world) => {
      assert.equal((await world.look(systemAt(day2), (look) => findProcedure(look, CODE)))?.reviewed, false);
      await world.as(editor(1), day2, (act) => confirmImported(act, CODE));
      assert.equal((await world.look(systemAt(day2), (look) => findProcedure(look, CODE)))?.reviewed, true);
      const { items } = await world.look(systemAt(day2), (look) => listDoubts(look, {}));
      assert.equal(items.length, 1);
      await world.as(editor(1), day2, (act) =>
        settleDoubt(act, CODE, items[0]!.version, items[0]!.n, 'Đã xem'),
      );
      assert.deepEqual((await world.look(systemAt(day2), (look) => listDoubts(look, {}))).items, []);
      await assert.rejects(
        world.as({ ...editor(1), powers: [] }, day2, (act) => confirmImported(act, CODE)),
        NotAllowed,
      );
    }),
  );
});
