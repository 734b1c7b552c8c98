import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rolledBack, systemAt, type TestWorld } from '../../src/ground/db/testing.ts';
import type { Look } from '../../src/ground/db/act.ts';
import {
  agencyOfPlace,
  findAgencyByIdentifier,
  getAgency,
  listSeats,
  reachIdentifier,
} from '../../src/world/agencies/index.ts';
import { isInForce, shippedLists } from '../../src/world/law/index.ts';
import { grantProblems, maySign, mayPersonAct, powersOf } from '../../src/world/mandates/index.ts';
import { findPersons, getPerson, listRelatives, readPersonNumber } from '../../src/world/people/index.ts';
import { listBoundaries, resolveOldPlace } from '../../src/world/places/index.ts';
import { sampleId } from './ids.ts';
import { readSample, sampleBoundaries, sampleMandate, samplePlaces } from './load.ts';
import { seedProvince } from './seed.ts';

const now = '2026-11-20T09:00:00+07:00';
const day = '2026-11-20';
const sample = readSample();
const slugs = (things: readonly { readonly slug: string }[]): Set<string> =>
  new Set(things.map(({ slug }) => slug));

describe('sample province: files', () => {
  it('has twelve communes, ten departments and more, and nothing named twice', () => {
    const alive = sample.agencies.filter(({ abolished }) => abolished === undefined);
    const count = (kind: string, level: string) =>
      alive.filter((one) => one.kind === kind && one.level === level).length;
    assert.deepEqual(
      [
        count('peoples-committee', 'commune'),
        count('service-centre', 'commune'),
        count('service-centre', 'province'),
      ],
      [12, 12, 1],
    );
    assert.ok(count('department', 'province') >= 10);
    for (const things of [
      sample.agencies,
      sample.units,
      sample.posts,
      sample.officers,
      sample.people,
      sample.mandates,
    ]) {
      assert.equal(slugs(things).size, things.length);
    }
    const names = sample.officers.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });

  it('names only things that exist', () => {
    const agencies = slugs(sample.agencies);
    const units = slugs(sample.units);
    const posts = slugs(sample.posts);
    const known = {
      agency: agencies,
      post: posts,
      officer: slugs(sample.officers),
      person: slugs(sample.people),
      organisation: slugs(sample.organisations),
    };
    const communes = new Set(samplePlaces().units.map(({ code }) => code));
    for (const one of sample.agencies) {
      assert.ok(one.parent === undefined || agencies.has(one.parent), one.slug);
      assert.ok(communes.has(one.place), one.slug);
      for (const { agency, place } of one.successors ?? []) {
        assert.ok(agencies.has(agency) && (place === undefined || communes.has(place)), one.slug);
      }
    }
    for (const one of sample.posts)
      assert.ok(agencies.has(one.agency) && (!one.unit || units.has(one.unit)), one.slug);
    for (const one of sample.officers) for (const { post } of one.holds) assert.ok(posts.has(post), one.slug);
    for (const one of sample.mandates) {
      for (const party of [one.agent, one.principal, one.grantedBy]) {
        assert.ok(!party || known[party.kind].has(party.slug), one.slug);
      }
      assert.deepEqual(grantProblems({ ...sampleMandate(one), under: null }, null), [], one.slug);
    }
    for (const { person, relative } of sample.relationships)
      assert.ok(known.person.has(person) && known.person.has(relative));
    for (const { mother, father } of sample.births)
      assert.ok(known.person.has(mother) && (!father || known.person.has(father)));
  });

  it('every number is outside of the national ones and agrees with birth and sex; codes stand in their lists', () => {
    const codes = new Map(
      shippedLists().map(({ list, codes }) => [list, new Set(codes.map(({ code }) => code))]),
    );
    for (const { slug, number, born, sex, ethnicity, nationality } of sample.people) {
      const read = readPersonNumber(number ?? '');
      if (number !== undefined) {
        assert.deepEqual(read, { province: '099', sex, birthYear: Number(born.slice(0, 4)) }, slug);
      }
      assert.ok(ethnicity === null || codes.get('ethnicity')!.has(ethnicity), slug);
      assert.ok(codes.get('nationality')!.has(nationality), slug);
    }
    const documents = sample.mandates.flatMap((one) => one.documents ?? []);
    for (const document of documents) {
      assert.ok(codes.get('document-type')!.has(document), document);
    }
  });

  it('ids are stable and of version 7', () => {
    assert.match(
      sampleId('agency', 'ubnd-tinh'),
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    assert.equal(sampleId('agency', 'ubnd-tinh'), sampleId('agency', 'ubnd-tinh'));
    assert.notEqual(sampleId('agency', 'x'), sampleId('post', 'x'));
  });
});

type Point = readonly number[];

describe('sample province: boundaries', () => {
  const rings = sampleBoundaries().features.flatMap(({ properties: { code }, geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap((polygon) =>
      polygon.map((ring) => ({ code, ring })),
    ),
  );
  const edges = rings.flatMap(({ code, ring }) =>
    ring.slice(1).map((to, i) => ({ code, from: ring[i]!, to })),
  );

  it('every commune of today has one, closed, counter-clockwise (RFC 7946)', () => {
    const today = samplePlaces().units.filter(({ level, to }) => level === 'commune' && to === null);
    assert.deepEqual(new Set(rings.map(({ code }) => code)), new Set(today.map(({ code }) => code)));
    for (const { code, ring } of rings) {
      assert.deepEqual(ring[0], ring.at(-1), code);
      const area = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0);
      assert.ok(area > 0, code);
    }
  });

  it('neighbours share their border point by point: no holes, no overlaps, one coast around the mainland', () => {
    const count = new Map<string, number>();
    const key = (a: Point, b: Point): string => [a.join(), b.join()].toSorted().join('|');
    for (const { from, to } of edges) count.set(key(from, to), (count.get(key(from, to)) ?? 0) + 1);
    assert.ok([...count.values()].every((n) => n <= 2));
    const outer = edges.filter(({ code, from, to }) => code !== 'SL040' && count.get(key(from, to)) === 1);
    const next = new Map(outer.map(({ from, to }) => [from.join(), to.join()]));
    assert.equal(next.size, outer.length);
    const start = outer[0]!.from.join();
    let steps = 0;
    for (let at = start; steps === 0 || (at !== start && steps <= outer.length); steps++) at = next.get(at)!;
    assert.equal(steps, outer.length);
  });
});

describe('sample province: lived in', () => {
  const seeded = async (world: TestWorld, work: (look: Look) => Promise<void>): Promise<void> => {
    await seedProvince(world, systemAt(now, 9));
    await seedProvince(world, systemAt(now, 9));
    await world.look(systemAt(now, 9), work);
  };

  it(
    'loads through the rooms, twice without harm, and every post has a holder today or a reason not to',
    rolledBack(async (world) => {
      await seeded(world, async (look) => {
        const committee = await agencyOfPlace(look, 'SL001', 'peoples-committee');
        const seats = await listSeats(look, committee!.id);
        assert.equal(seats[0]?.post.title.vi, 'Chủ tịch');
        assert.ok(seats.length >= 10);
        assert.equal((await listBoundaries(look, 'SL')).length, 12);
      });
      const unheld = sample.posts.filter(
        ({ slug }) =>
          !sample.officers.some(({ holds }) =>
            holds.some((one) => one.post === slug && isInForce({ from: one.from, to: one.to ?? null }, day)),
          ),
      );
      assert.deepEqual(unheld, []);
    }),
  );

  it(
    'an address and an agency of 2024 lead to those of today',
    rolledBack(async (world) => {
      await seeded(world, async (look) => {
        const place = await resolveOldPlace(
          look,
          { text: 'xã Nam Ví, huyện Hoà Thử, tỉnh Sông Lam' },
          '2024-05-01',
        );
        assert.ok(place.kind === 'one');
        const district = await findAgencyByIdentifier(look, 'H99.32');
        assert.equal(district?.name.vi, 'Ủy ban nhân dân huyện Hoà Thử');
        const reached = await reachIdentifier(look, '000.00.32.H99', {
          field: 'ho-tich',
          place: place.commune.code,
        });
        assert.equal(reached.kind === 'one' && reached.agency.name.vi, 'Ủy ban nhân dân xã Nam Thử');
        const business = await reachIdentifier(look, 'H99.32', { field: 'doanh-nghiep' });
        assert.equal(business.kind === 'one' && business.agency.name.vi, 'Sở Tài chính');
        assert.equal((await reachIdentifier(look, 'H99.32')).kind, 'choose');
      });
    }),
  );

  it(
    'counter officers serve in two units, substitutes have the powers of the post, leaders sign as the law says',
    rolledBack(async (world) => {
      await seeded(world, async (look) => {
        const powers = async (slug: string, on = day) =>
          (await powersOf(look, sampleId('officer', slug), on)).map(
            ({ role, agency }) => `${role} ${agency}`,
          );
        const of = (role: string, slug: string) => `${role} ${sampleId('agency', slug)}`;
        const predecessors = sample.agencies
          .filter(
            ({ successors = [] }) => successors.length === 1 && successors[0]!.agency === 'ubnd-song-mau',
          )
          .map(({ slug }) => slug);
        assert.equal(predecessors.length, 2);
        assert.deepEqual(
          new Set(await powers('mot-cua.song-mau')),
          new Set([
            of('case-officer', 'ubnd-song-mau'),
            of('counter', 'ttpvhcc-song-mau'),
            // What the old agencies left open whose only heir it is.
            ...predecessors.map((slug) => of('case-officer', slug)),
          ]),
        );
        assert.ok((await powers('ho-tich.thi-du')).includes(of('case-officer', 'ubnd-song-mau')));
        assert.ok(
          !(await powers('ho-tich.thi-du', '2026-11-28')).includes(of('case-officer', 'ubnd-song-mau')),
        );
        const sign = async (slug: string, agency: string, type: string, field: string | null, on = day) => {
          const document = { type, field, authority: 'agency' as const };
          const found = await maySign(
            look,
            sampleId('officer', slug),
            sampleId('agency', agency),
            document,
            on,
          );
          return found.may ? found.lines.join(' / ') : 'no';
        };
        assert.equal(
          await sign('chu-tich.song-mau', 'ubnd-song-mau', 'quyet-dinh', null),
          'TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH',
        );
        assert.equal(
          await sign('pho-chu-tich-1.song-mau', 'ubnd-song-mau', 'quyet-dinh', 'ho-tich'),
          'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH',
        );
        assert.equal(await sign('pho-chu-tich-1.song-mau', 'ubnd-song-mau', 'quyet-dinh', 'dat-dai'), 'no');
        assert.equal(
          await sign('chanh-van-phong.tinh', 'ubnd-tinh', 'giay-moi', null),
          'TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG',
        );
        assert.equal(
          await sign('pho-chanh-van-phong.tinh', 'ubnd-tinh', 'giay-moi', null),
          'TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG',
        );
        const head = 'truong-phong-kinh-te.song-mau';
        assert.match(
          await sign(head, 'ubnd-song-mau', 'thong-bao', 'kinh-te'),
          /^TUQ\. CHỦ TỊCH \/ TRƯỞNG PHÒNG KINH TẾ/,
        );
        assert.equal(await sign(head, 'ubnd-song-mau', 'thong-bao', 'kinh-te', '2027-01-01'), 'no');
        assert.equal(
          await sign('truong-phong-kinh-te.hoa-thu', 'ubnd-hoa-thu', 'thong-bao', 'dat-dai'),
          'no',
        );
        assert.match(
          await sign('truong-phong-kinh-te.hoa-thu', 'ubnd-hoa-thu', 'thong-bao', 'dat-dai', '2026-09-14'),
          /^TUQ\./,
        );
        assert.equal(
          await sign('giam-doc.so-cong-thuong', 'so-cong-thuong', 'quyet-dinh', null),
          'Q. GIÁM ĐỐC',
        );
        assert.equal(
          await sign('pho-chu-tich-2.hon-du', 'ubnd-hon-du', 'quyet-dinh', 'ho-tich'),
          'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH',
        );
        assert.equal(await sign('chu-tich.hon-du', 'ubnd-hon-du', 'quyet-dinh', null), 'no');
      });
    }),
  );

  it(
    'families and organisations are there to act for one another',
    rolledBack(async (world) => {
      await seeded(world, async (look) => {
        const father = sampleId('person', 'nguyen-van-vi-du');
        const relatives = await listRelatives(look, father);
        assert.deepEqual(relatives.map(({ is }) => is).toSorted(), ['child', 'parent', 'parent', 'spouse']);
        const may = async (person: string, kind: 'person' | 'organisation', slug: string, deed = {}) =>
          (
            await mayPersonAct(look, sampleId('person', person), {
              act: 'apply',
              for: { kind, id: sampleId(kind, slug) },
              ...deed,
            })
          ).may;
        assert.equal(await may('nguyen-van-vi-du', 'person', 'nguyen-minh-vi-du'), true);
        assert.equal(await may('pham-van-gia-dinh', 'person', 'pham-thi-gia-dinh'), false);
        assert.equal(await may('le-van-du-phong', 'person', 'le-thi-du-phong', { field: 'ho-tich' }), true);
        assert.equal(await may('le-van-du-phong', 'person', 'le-thi-du-phong', { field: 'dat-dai' }), false);
        assert.equal(await may('pham-van-gia-dinh', 'organisation', 'thi-du-xanh'), true);
        assert.equal(
          await may('vo-thi-hinh-mau', 'organisation', 'thi-du-xanh', { field: 'doanh-nghiep' }),
          true,
        );
        assert.equal(await may('dinh-van-hon-du', 'organisation', 'thuy-san-hon-du'), false);
        assert.equal((await findPersons(look, 'nguyen van vi d'))[0]?.id, father);
        assert.equal((await getPerson(look, father)).nationality, 'VN');
        assert.equal((await getAgency(look, sampleId('agency', 'ubnd-tinh'))).identifier, 'H99');
      });
    }),
  );
});
