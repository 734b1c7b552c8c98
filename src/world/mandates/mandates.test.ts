import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sql } from 'kysely';
import { system, type Act, type Look } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid, NotFound } from '../../ground/operate/errors.ts';
import { listSteps, newId } from '../../ground/record/index.ts';
import { same } from '../../ground/text/language.ts';
import { abolishAgency, addPost, appoint, establishAgency, putOfficer } from '../agencies/index.ts';
import { registerPerson, relate } from '../people/index.ts';
import { grantMandate, revokeMandate } from './commands.ts';
import { mandatesRoom } from './module.ts';
import {
  getMandate,
  listMandatesFor,
  listMandatesIn,
  listMandatesOf,
  mayPersonAct,
  maySign,
  powersOf,
} from './queries.ts';
import type { NewMandate } from './schema.ts';

const now = '2026-11-20T09:00:00+07:00';
const id = (): string => newId(new Date(now));
const doing = <T>(world: TestWorld, work: (act: Act) => Promise<T>): Promise<T> =>
  world.as(system, now, work);
const looking = <T>(world: TestWorld, work: (look: Look) => Promise<T>, tenant = 1): Promise<T> =>
  world.look(systemAt(now, tenant), work);

const delegation = (agent: string, principal: string, more: Partial<NewMandate> = {}): NewMandate => ({
  kind: 'delegation',
  form: null,
  agent: { kind: 'person', id: agent },
  principal: { kind: 'person', id: principal },
  grantedBy: principal,
  agency: null,
  roles: [],
  acts: ['apply', 'receive-result'],
  procedures: null,
  fields: null,
  documents: null,
  resultsTo: 'agent',
  under: null,
  redelegable: false,
  from: '2026-11-01',
  to: '2027-10-31',
  basis: 'văn bản mẫu',
  ...more,
});

/** An agency with a head and an unheld-by-others staff post; returns ids. */
async function office(world: TestWorld, identifier = 'X05') {
  const agency = await doing(world, (act) =>
    establishAgency(act, {
      identifier,
      name: same('Sở Mẫu'),
      short: 'SM',
      kind: 'department',
      level: 'province',
      regime: 'head',
      parent: null,
      place: null,
      headTitle: 'Giám đốc',
      established: '2020-01-01',
      basis: 'QĐ',
      phone: null,
      email: null,
      address: null,
    }),
  );
  const lasting = { agency, unit: null, fields: null, from: '2020-01-01', to: null };
  const head = await doing(world, (act) =>
    addPost(act, { ...lasting, title: same('Giám đốc'), rank: 'head', roles: ['leader'] }),
  );
  const unitHead = await doing(world, (act) =>
    addPost(act, { ...lasting, title: same('Trưởng phòng'), rank: 'unit-head', roles: ['case-officer'] }),
  );
  const [director, chief] = [id(), id()];
  for (const [person, post] of [
    [director, head],
    [chief, unitHead],
  ] as const) {
    await doing(world, (act) =>
      putOfficer(act, { person, name: 'Lê Thị Mẫu', sex: null, staffNumber: null, phone: null, email: null }),
    );
    await doing(world, (act) =>
      appoint(act, { post, person, kind: 'appointed', from: '2020-01-01', to: null, basis: null }),
    );
  }
  return { agency, head, unitHead, director, chief };
}

describe('mandates: acts', () => {
  it(
    'a person acts for another until the authorisation is revoked; the record tells both',
    rolledBack(async (world) => {
      const [mother, son] = [id(), id()];
      const mandate = await doing(world, (act) => grantMandate(act, delegation(son, mother)));
      const may = (act = 'apply', tenant = 1) =>
        looking(
          world,
          (look) => mayPersonAct(look, son, { act, for: { kind: 'person', id: mother } }),
          tenant,
        );
      const found = await may();
      assert.ok(found.may && found.ground === 'mandate' && found.mandate.resultsTo === 'agent');
      assert.equal((await may('sign')).may, false);
      assert.equal((await may('apply', 2)).may, false);
      await doing(world, (act) => revokeMandate(act, mandate, { from: '2026-11-20', reason: 'đổi ý' }));
      assert.equal((await may()).may, false);
      await looking(world, async (look) => {
        assert.equal((await listMandatesOf(look, son)).length, 1);
        assert.equal(
          (await listMandatesFor(look, { kind: 'person', id: mother }))[0]?.revokedFrom,
          '2026-11-20',
        );
        const steps = await listSteps(look, mandate, 'party');
        assert.deepEqual(
          steps.map((one) => one.act),
          ['mandates.grant', 'mandates.revoke'],
        );
        await assert.rejects(getMandate(look, id()), NotFound);
      });
      const again = { from: '2026-11-21', reason: 'x' };
      await assert.rejects(
        doing(world, (act) => revokeMandate(act, mandate, again)),
        Conflict,
      );
      await assert.rejects(
        doing(world, (act) => grantMandate(act, delegation(son, son))),
        Invalid,
      );
    }),
  );

  it(
    'what was passed on ends with the mandate it stands under',
    rolledBack(async (world) => {
      const [company, director, clerk] = [id(), id(), id()];
      const forCompany = {
        principal: { kind: 'organisation' as const, id: company },
        kind: 'representation' as const,
      };
      const top = await doing(world, (act) =>
        grantMandate(
          act,
          delegation(director, company, { ...forCompany, acts: null, to: null, redelegable: true }),
        ),
      );
      const passedOn = delegation(clerk, company, { ...forCompany, under: top, acts: ['apply'] });
      await doing(world, (act) => grantMandate(act, passedOn));
      const may = () =>
        looking(world, (look) => mayPersonAct(look, clerk, { act: 'apply', for: forCompany.principal }));
      assert.equal((await may()).may, true);
      const { check } = mandatesRoom.invariants[0]!;
      const faults = () => looking(world, async (look) => (await check(look)).length);
      assert.equal(await faults(), 0);
      await sql`update mandates.mandates set redelegable = false where id = ${top}`.execute(world.tx);
      assert.equal(await faults(), 1);
      await sql`update mandates.mandates set redelegable = true where id = ${top}`.execute(world.tx);
      await doing(world, (act) =>
        revokeMandate(act, top, { from: '2026-11-19', reason: 'thay người đại diện' }),
      );
      assert.equal((await may()).may, false);
      await assert.rejects(
        doing(world, (act) => grantMandate(act, passedOn)),
        Invalid,
      );
    }),
  );

  it(
    'a parent acts for a minor child by law',
    rolledBack(async (world) => {
      const person = {
        number: null,
        name: 'Zơng Mẫu',
        born: '1990-01-01',
        sex: 'female',
        ethnicity: null,
        nationality: 'VN',
        commune: null,
        address: null,
        died: null,
        source: 'thử',
      };
      const mother = await doing(world, (act) => registerPerson(act, person));
      const child = await doing(world, (act) => registerPerson(act, { ...person, born: '2020-01-01' }));
      await doing(world, (act) =>
        relate(act, { person: mother, relative: child, kind: 'parent', from: null, to: null, source: 'thử' }),
      );
      const verdict = (who: string, whom: string) =>
        looking(world, (look) =>
          mayPersonAct(look, who, { act: 'apply', for: { kind: 'person', id: whom } }),
        );
      assert.deepEqual(await verdict(mother, child), { may: true, ground: 'law' });
      assert.equal((await verdict(child, mother)).may, false);
    }),
  );
});

describe('mandates: in an agency', () => {
  it(
    'signing authority and powers come from posts and mandates together, each on its day',
    rolledBack(async (world) => {
      const { agency, head, unitHead, director, chief } = await office(world);
      const inAgency = { agency, grantedBy: director, acts: null };
      const tuq = await doing(world, (act) =>
        grantMandate(
          act,
          delegation(chief, head, {
            ...inAgency,
            kind: 'signing',
            form: 'TUQ',
            agent: { kind: 'post', id: unitHead },
            principal: { kind: 'post', id: head },
            documents: ['thong-bao'],
          }),
        ),
      );
      const leave = { from: '2026-11-16', to: '2026-11-20' };
      await doing(world, (act) =>
        grantMandate(
          act,
          delegation(chief, head, {
            ...inAgency,
            kind: 'substitution',
            principal: { kind: 'post', id: head },
            ...leave,
          }),
        ),
      );
      const document = { type: 'thong-bao', field: null, authority: 'agency' as const };
      await looking(world, async (look) => {
        const sign = async (person: string, type = 'thong-bao') => {
          const found = await maySign(look, person, agency, { ...document, type });
          return found.may ? found.lines.join(' / ') : null;
        };
        assert.equal(await sign(director), 'GIÁM ĐỐC');
        assert.equal(await sign(chief), 'TUQ. GIÁM ĐỐC / TRƯỞNG PHÒNG');
        assert.equal(await sign(chief, 'quyet-dinh'), null);
        const roles = async (day: string) =>
          (await powersOf(look, chief, day)).map(({ role }) => role).toSorted();
        assert.deepEqual(await roles('2026-11-20'), ['case-officer', 'leader']);
        assert.deepEqual(await roles('2026-11-21'), ['case-officer']);
        assert.equal((await listMandatesIn(look, agency)).length, 2);
      });
      const further = delegation(director, head, {
        ...inAgency,
        kind: 'signing',
        form: 'TUQ',
        under: tuq,
        documents: ['thong-bao'],
      });
      await assert.rejects(
        doing(world, (act) => grantMandate(act, further)),
        Invalid,
      );
    }),
  );

  it(
    'who fills in for a post elsewhere also reaches what that agency took over; a post held once brings nothing',
    rolledBack(async (world) => {
      const [own, other, ended] = [
        await office(world),
        await office(world, 'X06'),
        await office(world, 'X07'),
      ];
      await doing(world, async (act) => {
        const heirs = [{ successor: other.agency, field: null, place: null }];
        await abolishAgency(act, ended.agency, { last: '2026-10-31', heirs, basis: 'NĐ mẫu' });
      });
      const once = { post: other.unitHead, person: own.chief, kind: 'appointed', basis: null } as const;
      await doing(world, (act) => appoint(act, { ...once, from: '2021-01-01', to: '2021-12-31' }));
      const given = { agency: other.agency, grantedBy: other.director, acts: null, to: '2026-11-30' };
      await doing(world, (act) => {
        const kind = 'substitution';
        const principal = { kind: 'post', id: other.head } as const;
        return grantMandate(act, delegation(own.chief, other.head, { ...given, kind, principal }));
      });
      await doing(world, (act) => {
        const agent = { kind: 'post', id: other.unitHead } as const;
        const role = { kind: 'role', roles: ['clerk'], agent } as const;
        return grantMandate(act, delegation(own.chief, other.head, { ...given, ...role }));
      });
      const powers = await looking(world, (look) => powersOf(look, own.chief));
      assert.deepEqual(
        powers.map(({ role, agency }) => [role, agency]),
        [
          ['case-officer', own.agency],
          ['leader', other.agency],
          ['leader', ended.agency],
        ],
      );
    }),
  );

  it(
    'one substitute at a time, who is there: nothing overlaps, leads on or turns in a circle',
    rolledBack(async (world) => {
      const { agency, head, unitHead, director, chief } = await office(world);
      const third = id();
      await doing(world, (act) =>
        putOfficer(act, {
          person: third,
          name: 'Mai Thị Ước Lệ',
          sex: null,
          staffNumber: null,
          phone: null,
          email: null,
        }),
      );
      const staff = await doing(world, (act) =>
        addPost(act, {
          agency,
          unit: null,
          fields: null,
          from: '2020-01-01',
          to: null,
          title: same('Chuyên viên'),
          rank: 'staff',
          roles: ['counter'],
        }),
      );
      await doing(world, (act) =>
        appoint(act, {
          post: staff,
          person: third,
          kind: 'appointed',
          from: '2020-01-01',
          to: null,
          basis: null,
        }),
      );
      const fill = (agent: string, post: string, from: string, to: string, grantedBy: string) =>
        doing(world, (act) =>
          grantMandate(
            act,
            delegation(agent, post, {
              kind: 'substitution',
              principal: { kind: 'post', id: post },
              agency,
              acts: null,
              grantedBy,
              from,
              to,
            }),
          ),
        );
      const refused = (given: Promise<unknown>, sentence: RegExp) =>
        assert.rejects(given, (fault: unknown) => fault instanceof Invalid && sentence.test(fault.text.vi));
      const first = await fill(chief, head, '2026-11-23', '2026-11-27', director);
      await refused(fill(third, head, '2026-11-27', '2026-11-30', director), /đã được giao làm thay/);
      await refused(fill(director, unitHead, '2026-11-25', '2026-11-25', chief), /làm thay/);
      await refused(fill(third, unitHead, '2026-11-20', '2026-11-23', chief), /Bạn đang được giao làm thay/);
      await refused(fill(director, staff, '2026-11-24', '2026-12-24', third), /cũng vắng/);
      // Beside each other in time, and for another who is there, everything is possible.
      await fill(third, head, '2026-11-28', '2026-11-30', director);
      await fill(chief, staff, '2026-11-23', '2026-11-24', third);
      await doing(world, (act) => revokeMandate(act, first, { from: '2026-11-25', reason: 'Về sớm' }));
      await fill(third, unitHead, '2026-11-25', '2026-11-26', chief);
      const powers = await looking(world, (look) => powersOf(look, chief, '2026-11-24'));
      assert.deepEqual(
        powers.map(({ role, insteadOf = null }) => [role, insteadOf]),
        [
          ['case-officer', null],
          ['leader', 'Lê Thị Mẫu'],
          ['counter', 'Mai Thị Ước Lệ'],
        ],
      );
    }),
  );
});
