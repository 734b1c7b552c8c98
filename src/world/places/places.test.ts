import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { system, type Look } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { importBoundaries, importPlaces, rearrange, type Boundaries } from './commands.ts';
import { samplePlaces, sampleText } from './fixtures.ts';
import { placesRoom } from './module.ts';
import {
  findCommunes,
  findUnit,
  getCommune,
  listBoundaries,
  listCommunes,
  listProvinces,
} from './queries.ts';
import { resolveOldPlace } from './resolve.ts';

const now = '2026-11-20T09:00:00+07:00';
const boundaries = (): Boundaries => JSON.parse(sampleText('boundaries.json')) as Boundaries;
const settled = (world: TestWorld) => world.as(system, now, (act) => importPlaces(act, samplePlaces()));
const looking = (world: TestWorld, work: (look: Look) => Promise<void>, at = now): Promise<void> =>
  world.look(systemAt(at), work);
const codes = (units: readonly { code: string }[]): string[] => units.map(({ code }) => code);

describe('places', () => {
  it(
    'imports once; a second time changes nothing, a changed file only what changed',
    rolledBack(async (world) => {
      const first = await settled(world);
      assert.ok(first.units.added >= 43);
      const again = await settled(world);
      assert.deepEqual([again.units.added, again.units.changed, again.successions.added], [0, 0, 0]);
      const places = samplePlaces();
      const units = places.units.map((unit) =>
        unit.code === 'SL012' && !unit.to ? { ...unit, population: 1 } : unit,
      );
      const changed = await world.as(system, now, (act) => importPlaces(act, { ...places, units }));
      assert.deepEqual([changed.units.added, changed.units.changed], [0, 1]);
    }),
  );

  it(
    'one code is another commune on another day',
    rolledBack(async (world) => {
      await settled(world);
      await looking(world, async (look) => {
        assert.equal((await getCommune(look, 'SL001')).fullName, 'Phường Sông Mẫu');
        assert.equal((await getCommune(look, 'SL001', '2025-06-30')).fullName, 'Phường Trung Mẫu');
        assert.equal(await findUnit(look, 'district', 'SLA'), null);
        await assert.rejects(getCommune(look, 'SL002'), { status: 404 });
        assert.ok(!codes(await listProvinces(look)).includes('SL'));
        assert.ok(codes(await listProvinces(look, '2026-11-20', true)).includes('SL'));
        assert.equal((await listCommunes(look, 'SL')).length, 12);
      });
    }),
  );

  it(
    'finds communes with and without diacritics, by kind and province, exact names first',
    rolledBack(async (world) => {
      await settled(world);
      await looking(world, async (look) => {
        const within = { province: 'SL' };
        assert.deepEqual(codes(await findCommunes(look, 'hoa thu', within)), ['SL010']);
        assert.deepEqual(codes(await findCommunes(look, 'Hòa Thử', within)), ['SL010']);
        assert.equal((await findCommunes(look, 'phuong song mau tinh song lam'))[0]?.code, 'SL001');
        assert.equal((await findCommunes(look, 'song mau', within))[0]?.code, 'SL001');
        assert.equal((await findCommunes(look, 'mau', within)).length, 4);
        assert.deepEqual(await findCommunes(look, "%_'; --"), []);
        assert.deepEqual(await findCommunes(look, '  '), []);
      });
    }),
  );

  it(
    'resolves an old place to one commune, to candidates, or not at all',
    rolledBack(async (world) => {
      await settled(world);
      await looking(world, async (look) => {
        const day = '2024-05-01';
        const one = await resolveOldPlace(look, { code: 'SL008' }, day);
        assert.equal(one.kind === 'one' && one.commune.code, 'SL004');
        const same = await resolveOldPlace(look, { text: 'xã An Mẫu, huyện Hoà Thử, tỉnh Sông Lam' }, day);
        assert.equal(same.kind === 'one' && same.commune.code, 'SL012');
        const divided = await resolveOldPlace(look, { text: 'xa khe du, huyen thuong mau, song lam' }, day);
        assert.ok(divided.kind === 'choose');
        assert.deepEqual(codes(divided.candidates.map(({ commune }) => commune)), [
          'SL030',
          'SL033',
          'SL035',
        ]);
        const island = await resolveOldPlace(look, { code: 'SLD' }, day);
        assert.equal(island.kind === 'one' && island.commune.fullName, 'Đặc khu Hòn Dụ');
        const district = await resolveOldPlace(look, { text: 'thành phố Sông Mẫu, tỉnh Sông Lam' }, day);
        assert.ok(district.kind === 'choose');
        assert.deepEqual(
          new Set(codes(district.candidates.map(({ commune }) => commune))),
          new Set(['SL001', 'SL004', 'SL006']),
        );
        const twins = await resolveOldPlace(look, { text: 'Xã Tân Mẫu, Sông Lam' }, day);
        assert.ok(twins.kind === 'choose' && twins.candidates.length === 3);
        assert.equal((await resolveOldPlace(look, { text: 'xã Không Có' }, day)).kind, 'unknown');
        assert.equal((await resolveOldPlace(look, { code: 'SL008' }, '2026-01-01')).kind, 'unknown');
        const present = await resolveOldPlace(look, { text: 'phường Thí Dụ, tỉnh Sông Lam' }, '2026-01-01');
        assert.equal(present.kind === 'one' && present.commune.code, 'SL004');
      });
    }),
  );

  it(
    'follows several changes in a row',
    rolledBack(async (world) => {
      await settled(world);
      const units = samplePlaces().units;
      const old = units.find(({ code, to }) => code === 'SL012' && to === null)!;
      const renamed = { ...old, name: 'An Mẫu Mới', fullName: 'Phường An Mẫu Mới', kind: 'Phường' as const };
      const change = {
        level: 'commune' as const,
        ended: ['SL012'],
        begun: [renamed],
        becomes: [{ code: 'SL012', newCode: 'SL012', whole: true }],
        on: '2026-09-01',
        basis: 'Nghị quyết mẫu',
      };
      await world.as(system, now, (act) => rearrange(act, change));
      await looking(world, async (look) => {
        const found = await resolveOldPlace(look, { code: 'SL012' }, '2024-05-01');
        assert.equal(found.kind === 'one' && found.commune.fullName, 'Phường An Mẫu Mới');
        assert.equal((await getCommune(look, 'SL012', '2026-08-31')).kind, 'Xã');
        assert.deepEqual(codes(await findCommunes(look, 'phuong an mau moi song lam')), ['SL012']);
      });
      await assert.rejects(
        world.as(system, now, (act) => rearrange(act, change)),
        Conflict,
      );
      const lost = { ...change, ended: ['SL013'], begun: [], becomes: [] };
      await assert.rejects(
        world.as(system, now, (act) => rearrange(act, lost)),
        Invalid,
      );
    }),
  );

  it(
    'keeps boundaries with the commune they belong to',
    rolledBack(async (world) => {
      await settled(world);
      const bring = () =>
        world.as(system, now, (act) => importBoundaries(act, boundaries(), 'tự vẽ', '2026-11-20'));
      await bring();
      assert.equal((await bring()).same, 12);
      await looking(world, async (look) => {
        const shapes = await listBoundaries(look, 'SL');
        assert.equal(shapes.length, 12);
        assert.equal(shapes.at(-1)?.geometry.type, 'MultiPolygon');
      });
      const wrong = { features: [{ ...boundaries().features[0]!, properties: { code: 'XX' } }] };
      await assert.rejects(
        world.as(system, now, (act) => importBoundaries(act, wrong, 'x', '2026-11-20')),
        Invalid,
      );
    }),
  );
});

describe('places: invariants', () => {
  const broken = (world: TestWorld) =>
    world.look(systemAt(now), async (look) => {
      const findings = [];
      for (const { name, check } of placesRoom.invariants) findings.push([name, (await check(look)).length]);
      return Object.fromEntries(findings) as Record<string, number>;
    });

  it(
    'hold for the sample, and find what breaks them',
    rolledBack(async (world) => {
      await settled(world);
      assert.deepEqual(await broken(world), { 'places.successors': 0, 'places.one-a-day': 0 });
      await sql`update places.units set valid_to = '2026-01-01' where code = 'SL012' and valid_to is null`.execute(
        world.tx,
      );
      await sql`update places.units set valid_to = null where name = 'Trung Mẫu'`.execute(world.tx);
      assert.deepEqual(await broken(world), { 'places.successors': 1, 'places.one-a-day': 1 });
    }),
  );
});
