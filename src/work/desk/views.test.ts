import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { anOffice, now, type Seated } from './fixtures.ts';
import { listViews } from './queries.ts';
import { dropView, renameView, saveView } from './views.ts';

const viewsOf = (world: TestWorld, { by }: Seated) =>
  world.look({ ...systemAt(now), by }, (look) => listViews(look));
const shown = async (world: TestWorld, seated: Seated) =>
  (await viewsOf(world, seated)).map(({ name, query }) => `${name}: ${query}`);

describe('saved views', () => {
  it(
    'keep the filters and not the place in the list; are renamed and dropped by their officer alone',
    rolledBack(async (world) => {
      const { first, second } = await anOffice(world);
      await world.as(first.by, now, (act) => saveView(act, 'Trễ', 'tre=1&after=2026~x&q=đất&la=1'));
      assert.deepEqual(await shown(world, first), ['Trễ: tre=1&q=%C4%91%E1%BA%A5t']);
      assert.deepEqual(await shown(world, second), []);

      const [view] = await viewsOf(world, first);
      for (const deed of [renameView, dropView] as const)
        await assert.rejects(
          world.as(second.by, now, (act) => deed(act, view!.id, 'Của tôi')),
          NotFound,
        );
      await world.as(first.by, now, (act) => renameView(act, view!.id, 'Đất đai trễ hạn'));
      assert.deepEqual(await shown(world, first), ['Đất đai trễ hạn: tre=1&q=%C4%91%E1%BA%A5t']);
      await world.as(first.by, now, (act) => dropView(act, view!.id));
      assert.deepEqual(await shown(world, first), []);
    }),
  );
});
