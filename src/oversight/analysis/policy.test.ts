/** Whose dossiers are analysed: what a leader leads and all below it, also what ended; what others lead is not theirs. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../sample/province/ids.ts';
import { readSample } from '../../../sample/province/load.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { nobody, type By } from '../../ground/db/act.ts';
import { bySystem } from '../../ground/db/edge.ts';
import { rolledBack, systemAt } from '../../ground/db/testing.ts';
import { analysedAgencies, mayAnalyse } from './policy.ts';

const idOf = (slug: string): string => sampleId('agency', slug);
const { agencies } = readSample();
const officer = (role: string, slug: string): By => ({
  ...nobody,
  kind: 'officer',
  powers: [{ role, agency: idOf(slug), unit: null }],
});

/** By hand: everybody below an agency of the sample, itself among them. */
const under = (slug: string): readonly string[] => [
  slug,
  ...agencies.filter(({ parent }) => parent === slug).flatMap((one) => under(one.slug)),
];

describe('process analysis', () => {
  it(
    'is of the agencies that somebody leads and of all below them',
    rolledBack(async (world) => {
      await seedProvince(world, bySystem(world.tenant), () => {});
      const seenBy = (by: By) =>
        world.look({ ...systemAt('2026-11-23T02:00:00Z'), by }, (look) => analysedAgencies(look));
      const ids = (slugs: readonly string[]) => slugs.map(idOf).toSorted();

      const chair = await seenBy(officer('leader', 'ubnd-tinh'));
      assert.deepEqual(chair?.toSorted(), ids(under('ubnd-tinh')));
      assert.ok(chair?.includes(idOf('ubnd-song-mau')), 'the communes');

      const commune = await seenBy(officer('leader', 'ubnd-song-mau'));
      assert.deepEqual(commune?.toSorted(), ids(under('ubnd-song-mau')));
      assert.ok(!commune?.includes(idOf('ubnd-an-mau')) && !commune?.includes(idOf('ubnd-tinh')));

      assert.equal(await seenBy(officer('editor', 'ubnd-song-mau')), null, 'all');
      const clerk = officer('case-officer', 'ubnd-tinh');
      assert.equal(mayAnalyse(clerk), false);
      assert.deepEqual(await seenBy(clerk), []);
    }),
  );
});
