import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { newKeptContents } from './content.ts';
import { dropDraft, publishDraft, reviewDraft, saveDraft, type Draft } from './drafts.ts';
import { editor, lineOf, localOf } from './fixtures.ts';
import { importProcedures } from './import/import.ts';
import { getProcedure, getVersion } from './queries.ts';

const CODE = '1.001193';
const day = '2026-11-23T03:00:00Z';
const layers = (name: string) => ({ national: JSON.stringify({ name, steps: 'x'.repeat(80) }), local: '{}' });

const draftOf = (amount: number): Draft => ({
  local: localOf({ term: { amount, unit: 'working-day', when: null } }),
  from: '2026-11-23',
  cause: `Quyết định ${amount}/QĐ-UBND`,
});

async function publish(world: TestWorld, draft: Draft): Promise<void> {
  await world.as(editor(1), day, (act) => saveDraft(act, CODE, draft));
  await world.as(editor(2), day, (act) => reviewDraft(act, CODE));
  await world.as(editor(3), day, (act) => publishDraft(act, CODE));
}

const inForce = (world: TestWorld) => world.look(systemAt(day), (look) => getProcedure(look, CODE));
const versionOf = (world: TestWorld, version: number) =>
  world.look(systemAt(day), (look) => getVersion(look, CODE, version));

const withCatalogue = (work: (world: TestWorld) => Promise<void>) =>
  rolledBack(async (world) => {
    await importProcedures(world, systemAt('2026-11-21T03:00:00Z'), [lineOf()]);
    await work(world);
  });

describe('contents kept in memory', () => {
  it('lets go of what was asked for longest ago, and of one that alone is too large', () => {
    const kept = newKeptContents(250);
    for (const name of ['a', 'b']) kept.keep(name, layers(name));
    assert.equal(kept.find('a')?.national.name, 'a');
    kept.keep('c', layers('c'));
    assert.deepEqual(
      ['a', 'b', 'c'].map((key) => kept.find(key)?.national.name ?? null),
      ['a', null, 'c'],
    );
    kept.keep('d', { ...layers('d'), local: JSON.stringify({ name: 'x'.repeat(300) }) });
    assert.deepEqual(
      ['a', 'c', 'd'].map((key) => kept.find(key)),
      [null, null, null],
    );
    kept.keep('a', layers('a'));
    assert.equal(kept.find('a')?.national.name, 'a');
  });

  it('counts a content once however often it is kept', () => {
    const kept = newKeptContents(250);
    for (let i = 0; i < 5; i++) kept.keep('a', layers('a'));
    kept.keep('b', layers('b'));
    assert.deepEqual([kept.find('a')?.national.name, kept.find('b')?.national.name], ['a', 'b']);
  });

  it('cannot be changed by whoever reads it', () => {
    const content = newKeptContents().keep('a', layers('a'));
    assert.throws(() => Object.assign(content.national, { name: 'b' }), TypeError);
  });

  it(
    'are fetched once, and a version that a dossier is held to stays as it is',
    withCatalogue(async (world) => {
      const before = await inForce(world);
      assert.equal((await inForce(world)).groups, before.groups, 'the very same object');
      await publish(world, draftOf(1));
      assert.deepEqual([(await inForce(world)).version, (await inForce(world)).term?.amount], [2, 1]);
      const first = await versionOf(world, 1);
      assert.deepEqual([first.term, first.groups === before.groups], [null, true]);
      assert.deepEqual([before.validTo, first.validTo, first.state], [null, '2026-11-23', 'replaced']);
    }),
  );

  it(
    'follow a draft that changes under the same number, and another that takes the number of a dropped one',
    withCatalogue(async (world) => {
      for (const amount of [3, 2]) {
        await world.as(editor(1), day, (act) => saveDraft(act, CODE, draftOf(amount)));
        assert.equal((await versionOf(world, 2)).term?.amount, amount);
      }
      await world.as(editor(1), day, (act) => dropDraft(act, CODE));
      await assert.rejects(versionOf(world, 2));
      await publish(world, draftOf(1));
      assert.equal((await versionOf(world, 2)).term?.amount, 1);
    }),
  );
});
