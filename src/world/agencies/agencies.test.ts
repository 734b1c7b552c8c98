import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { system, type Act, type Look } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listener } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { Conflict, Invalid, NotFound } from '../../ground/operate/errors.ts';
import { listSteps, newId } from '../../ground/record/index.ts';
import { same } from '../../ground/text/language.ts';
import {
  abolishAgency,
  establishAgency,
  moveAgency,
  renameAgency,
  type Heir,
  type NewAgency,
} from './commands.ts';
import { AGENCY_ABOLISHED } from './events.ts';
import { importAgencies, parseAgencies } from './import.ts';
import { agenciesRoom } from './module.ts';
import {
  agencyTree,
  findAgencies,
  findAgencyByIdentifier,
  getAgency,
  listAgencies,
  listChanges,
  reachAgency,
  reachIdentifier,
} from './queries.ts';
import { nameOn } from './rules.ts';
import {
  findOfficers,
  holdersOf,
  listHeld,
  listSeats,
  listUnits,
  officersWithRole,
  powersOfPosts,
} from './staff.ts';
import { inheritedPowers, predecessors } from './succeeded.ts';
import { addPost, addUnit, appoint, endHolding, putOfficer } from './staffing.ts';

const now = '2026-11-20T09:00:00+07:00';

const newAgency = (identifier: string, name: string, more: Partial<NewAgency> = {}): NewAgency => ({
  identifier,
  name: same(name),
  short: 'CQM',
  kind: 'department',
  level: 'province',
  regime: 'head',
  parent: null,
  place: null,
  headTitle: 'Giám đốc',
  established: '2020-01-01',
  basis: 'Quyết định mẫu',
  phone: null,
  email: null,
  address: null,
  ...more,
});

const doing = <T>(world: TestWorld, work: (act: Act) => Promise<T>): Promise<T> =>
  world.as(system, now, work);
const looking = <T>(world: TestWorld, work: (look: Look) => Promise<T>, tenant = world.tenant): Promise<T> =>
  world.look(systemAt(now, tenant), work);
const establish = (world: TestWorld, ...input: Parameters<typeof newAgency>): Promise<string> =>
  doing(world, (act) => establishAgency(act, newAgency(...input)));

describe('agencies: acts', () => {
  it(
    'an agency is established, found by both identifiers, renamed, moved; its history stays',
    rolledBack(async (world) => {
      const top = await establish(world, 'X01', 'Cơ quan Mẫu trên');
      const id = await establish(world, '000.00.15.X01', 'Sở Thí dụ', { parent: top });
      const rename = { name: same('Sở Ví dụ'), short: 'SVD', on: '2026-03-01', basis: 'QĐ 1' };
      await doing(world, (act) => renameAgency(act, id, rename));
      await doing(world, (act) => moveAgency(act, id, { parent: null, on: '2026-04-01', basis: 'QĐ 2' }));
      await looking(world, async (look) => {
        for (const form of ['X01.15', '000.00.15.X01', '15.x01']) {
          assert.equal((await findAgencyByIdentifier(look, form))?.id, id, form);
        }
        const agency = await getAgency(look, id);
        const changes = await listChanges(look, id);
        assert.deepEqual(
          changes.map(({ kind }) => kind),
          ['established', 'renamed', 'moved'],
        );
        assert.equal(nameOn(agency, changes, '2026-02-28').vi, 'Sở Thí dụ');
        assert.equal(agency.name.vi, 'Sở Ví dụ');
        assert.deepEqual(
          (await findAgencies(look, 'so vi du')).map((one) => one.id),
          [id],
        );
        const steps = await listSteps(look, id, 'public');
        assert.deepEqual(
          steps.map((one) => one.act),
          ['agencies.establish', 'agencies.rename', 'agencies.move'],
        );
      });
      await assert.rejects(establish(world, 'X01.15', 'Trùng mã'), Conflict);
      await assert.rejects(establish(world, 'mã sai', ''), Invalid);
      const circle = { parent: id, on: '2026-05-01', basis: 'x' };
      await assert.rejects(
        doing(world, (act) => moveAgency(act, id, circle)),
        Invalid,
      );
    }),
  );

  it(
    'an item sent to an abolished agency reaches the successor, by field where it was divided',
    rolledBack(async (world) => {
      const labour = await establish(world, 'X02.01', 'Sở Lao động Mẫu');
      const home = await establish(world, 'X02.02', 'Sở Nội vụ Mẫu');
      const health = await establish(world, 'X02.03', 'Sở Y tế Mẫu');
      const heirs = [
        { successor: home, field: 'lao-dong', place: null },
        { successor: health, field: 'tre-em', place: null },
      ];
      const input = { last: '2026-06-30', heirs, basis: 'NĐ mẫu' };
      await doing(world, (act) => abolishAgency(act, labour, input));
      await looking(world, async (look) => {
        const reach = await reachIdentifier(look, '000.00.01.X02', { field: 'tre-em' });
        assert.equal(reach.kind === 'one' && reach.agency.id, health);
        assert.equal((await reachIdentifier(look, 'X02.01')).kind, 'choose');
        assert.equal((await reachIdentifier(look, 'X99.77')).kind, 'none');
        const then = await reachAgency(look, await getAgency(look, labour), {}, '2026-06-30');
        assert.equal(then.kind === 'one' && then.agency.id, labour);
        assert.ok(!(await listAgencies(look)).some(({ id }) => id === labour));
        assert.ok((await listAgencies(look, { onDay: '2026-06-30' })).some(({ id }) => id === labour));
      });
      const heard: unknown[] = [];
      const hear = listener({
        on: AGENCY_ABOLISHED,
        name: 'test.hear',
        does: { vi: 'Nghe', en: 'Hear' },
        act: async (_, event) => void heard.push([event.item, event.payload]),
      });
      await settle(world, [hear], new Date(now));
      assert.deepEqual(heard, [[labour, { last: '2026-06-30', successors: [home, health] }]]);
      await assert.rejects(
        doing(world, (act) => abolishAgency(act, labour, input)),
        Conflict,
      );
      await assert.rejects(
        doing(world, (act) => abolishAgency(act, home, { ...input, heirs: [] })),
        Invalid,
      );
    }),
  );

  it(
    'what was left open is reached by the roles of the one heir, through several changes; divided duties by nobody',
    rolledBack(async (world) => {
      const ids: string[] = [];
      for (const n of [1, 2, 3, 4]) ids.push(await establish(world, `X04.0${n}`, `Sở Mẫu ${n}`));
      const [first = '', second = '', third = '', divided = ''] = ids;
      const whole = (successor: string) => ({ successor, field: null, place: null });
      const end = (id: string, last: string, heirs: readonly Heir[]) =>
        doing(world, (act) => abolishAgency(act, id, { last, heirs, basis: 'NĐ mẫu' }));
      await end(first, '2026-03-31', [whole(second)]);
      await end(divided, '2026-03-31', [
        { successor: third, field: 'y-te', place: null },
        { successor: second, field: 'tre-em', place: null },
      ]);
      const reached = (agency: string, onDay: string) =>
        looking(world, async (look) => {
          const { rows } = await predecessors(look, sql`${[agency]}`, onDay).execute(look.tx);
          const powers = inheritedPowers([{ role: 'clerk', agency, unit: 'u' }], rows);
          return powers.map((one) => [one.role, one.agency, one.unit]);
        });
      assert.deepEqual(await reached(second, '2026-03-31'), [], 'not before it took over');
      assert.deepEqual(await reached(second, '2026-04-01'), [['clerk', first, null]]);
      await end(second, '2026-06-30', [whole(third)]);
      const now = await reached(third, '2026-07-01');
      assert.deepEqual(new Set(now.map(([, agency]) => agency)), new Set([first, second]));
    }),
  );

  it(
    'is a tree; another tenant sees nothing of it',
    rolledBack(async (world) => {
      const top = await establish(world, 'X03', 'Ủy ban Mẫu');
      const middle = await establish(world, 'X03.01', 'Văn phòng Mẫu', { parent: top });
      await establish(world, 'X03.01.01', 'Trung tâm Mẫu', { parent: middle });
      const tree = await looking(world, (look) => agencyTree(look, top));
      assert.deepEqual(
        tree.map(({ identifier, below }) => [identifier, below.map((one) => one.identifier)]),
        [['X03.01', ['X03.01.01']]],
      );
      const other = world.tenant + 1;
      await looking(
        world,
        async (look) => {
          assert.equal(await findAgencyByIdentifier(look, 'X03'), null);
          assert.deepEqual(await agencyTree(look, top), []);
          await assert.rejects(getAgency(look, top), NotFound);
        },
        other,
      );
      const twin = await world.act(systemAt(now, other), (act) =>
        establishAgency(act, newAgency('X03', 'Cơ quan khác')),
      );
      assert.notEqual(twin, top);
    }),
  );
});

describe('agencies: posts', () => {
  it(
    'an officer holds posts in two agencies at once, each from a day to a day',
    rolledBack(async (world) => {
      const department = await establish(world, 'X04.01', 'Sở Tư pháp Mẫu');
      const centre = await establish(world, 'X04.02', 'Trung tâm Mẫu', { kind: 'service-centre' });
      const lasting = { from: '2026-01-01', to: null };
      const unit = await doing(world, (act) =>
        addUnit(
          act,
          { agency: department, parent: null, name: same('Phòng Mẫu'), kind: 'division', ...lasting },
          'QĐ',
        ),
      );
      const post = { title: same('Chuyên viên'), rank: 'staff' as const, ...lasting };
      const home = await doing(world, (act) =>
        addPost(act, { ...post, agency: department, unit, roles: ['case-officer'], fields: ['ho-tich'] }),
      );
      const desk = await doing(world, (act) =>
        addPost(act, { ...post, agency: centre, unit: null, roles: ['counter'], fields: null }),
      );
      const person = newId(new Date(now));
      const officer = {
        person,
        name: 'TRẦN THỊ MẪU',
        sex: 'female',
        staffNumber: null,
        phone: null,
        email: null,
      };
      await doing(world, (act) => putOfficer(act, officer));
      const holding = { person, from: '2026-02-01', to: null, basis: 'QĐ' };
      await doing(world, (act) => appoint(act, { ...holding, post: home, kind: 'appointed' }));
      await doing(world, (act) => appoint(act, { ...holding, post: desk, kind: 'seconded' }));
      await looking(world, async (look) => {
        assert.equal((await findOfficers(look, 'tran thi mau'))[0]?.name, 'Trần Thị Mẫu');
        assert.deepEqual(await findOfficers(look, '%'), []);
        assert.equal((await listHeld(look, person)).length, 2);
        assert.deepEqual(
          (await powersOfPosts(look, person)).map(({ role, agency }) => [role, agency]).toSorted(),
          [
            ['case-officer', department],
            ['counter', centre],
          ].toSorted(),
        );
        assert.equal((await officersWithRole(look, department, 'case-officer', 'ho-tich')).length, 1);
        assert.equal((await officersWithRole(look, department, 'case-officer', 'dat-dai')).length, 0);
        assert.equal((await officersWithRole(look, centre, 'counter', 'dat-dai')).length, 1);
        assert.equal((await listUnits(look, department)).length, 1);
      });
      await assert.rejects(
        doing(world, (act) => appoint(act, { ...holding, post: home, kind: 'acting', from: '2026-05-01' })),
        Conflict,
      );
      const end = { post: desk, person, last: '2026-06-30', reason: 'hết thời hạn biệt phái' };
      await doing(world, (act) => endHolding(act, end));
      await assert.rejects(
        doing(world, (act) => endHolding(act, end)),
        NotFound,
      );
      await looking(world, async (look) => {
        assert.deepEqual(await holdersOf(look, desk), []);
        assert.equal((await holdersOf(look, desk, '2026-06-30')).length, 1);
        assert.deepEqual(await listSeats(look, centre), []);
      });
      const stranger = { ...holding, person: newId(new Date(now)), post: home, kind: 'appointed' as const };
      await assert.rejects(
        doing(world, (act) => appoint(act, stranger)),
        NotFound,
      );
    }),
  );
});

describe('agencies: national list', () => {
  const list = (rows: readonly object[]): string => JSON.stringify({ agencies: rows });

  it('is refused with the row at fault', () => {
    assert.throws(() => parseAgencies('nothing'), Invalid);
    assert.throws(() => parseAgencies('null'), Invalid);
    assert.throws(() => parseAgencies(list([{ code: 'X1', name: 'x', status: 'active' }])), /agencies\[0\]/);
    assert.throws(() => parseAgencies(list([{ code: 'X11', name: 'x', status: 'gone' }])), /agencies\[0\]/);
  });

  it(
    'is imported once, keeps the ids of agencies that are known, and leads from closed codes to their successors',
    rolledBack(async (world) => {
      const known = await establish(world, 'J91', 'Hội Mẫu');
      const rows = parseAgencies(
        list([
          { code: 'J91', name: 'Hội Mẫu', status: 'active' },
          {
            code: 'G91',
            name: 'Bộ Mẫu mới',
            previous_name: 'Bộ Mẫu cũ',
            status: 'active',
            legal_source: 'QĐ',
          },
          { code: 'G92', name: 'Bộ Mẫu hai', status: 'reserved', successor_code: 'G91' },
        ]),
      );
      await doing(world, (act) => importAgencies(act, rows));
      const again = await doing(world, (act) => importAgencies(act, rows));
      for (const { added, changed } of Object.values(again)) assert.deepEqual([added, changed], [0, 0]);
      await looking(world, async (look) => {
        assert.equal((await findAgencyByIdentifier(look, '000.00.00.J91'))?.id, known);
        const reached = await reachIdentifier(look, 'G92');
        assert.ok(reached.kind === 'one' && reached.agency.identifier === 'G91');
        assert.equal(
          nameOn(reached.agency, await listChanges(look, reached.agency.id), '2024-01-01').vi,
          'Bộ Mẫu cũ',
        );
      });
    }),
  );

  it('of the real list: 201 agencies, closed provinces reach the one they were merged into', async (test) => {
    const file = path.resolve(import.meta.dirname, '../../../../shared/data/agencies.json');
    if (!existsSync(file)) return test.skip('the folder ../shared with the national list is not here');
    const rows = parseAgencies(readFileSync(file, 'utf8'));
    assert.equal(rows.length, 201);
    await rolledBack(async (world) => {
      await doing(world, (act) => importAgencies(act, rows));
      await looking(world, async (look) => {
        const reached = await reachIdentifier(look, '000.00.00.H02');
        assert.equal(reached.kind === 'one' && reached.agency.identifier, 'H05');
        assert.equal((await reachIdentifier(look, 'G23')).kind, 'none');
      });
    }, 3)();
  });
});

describe('agencies: invariants', () => {
  it(
    'find an agency below itself and a post held twice by one person',
    rolledBack(async (world) => {
      const top = await establish(world, 'X06', 'Ủy ban Mẫu');
      const below = await establish(world, 'X06.01', 'Sở Mẫu', { parent: top });
      const lasting = { from: '2026-01-01', to: null };
      const post = await doing(world, (act) =>
        addPost(act, {
          agency: below,
          unit: null,
          title: same('Mẫu'),
          rank: 'staff',
          roles: [],
          fields: null,
          ...lasting,
        }),
      );
      const person = newId(new Date(now));
      const officer = { person, name: 'Lê Mẫu', sex: null, staffNumber: null, phone: null, email: null };
      await doing(world, (act) => putOfficer(act, officer));
      for (const from of ['2026-01-01', '2026-06-01']) {
        const to = from === '2026-01-01' ? '2026-05-31' : null;
        await doing(world, (act) => appoint(act, { post, person, kind: 'appointed', from, to, basis: null }));
      }
      const found = () =>
        looking(world, async (look) => {
          const items = [];
          for (const { check } of agenciesRoom.invariants)
            items.push((await check(look)).map(({ item }) => item).toSorted());
          return items;
        });
      assert.deepEqual(await found(), [[], []]);
      await sql`update agencies.agencies set parent = ${below} where id = ${top}`.execute(world.tx);
      await sql`update agencies.holdings set valid_to = null where post = ${post}`.execute(world.tx);
      assert.deepEqual(await found(), [[top, below].toSorted(), [post]]);
    }),
  );
});
