import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { grantMandate, revokeMandate, type NewMandate } from '../mandates/index.ts';
import { registerOrganisation, registerPerson } from '../people/index.ts';
import { actFor } from './acting.ts';
import { needsAssurance } from './assurance.ts';
import { signInCitizen } from './citizens.ts';
import { from } from './fixtures.ts';
import { listRepresented } from './represented.ts';
import { sessionsOf } from './sessions.ts';

const now = '2026-11-23T08:00:00+07:00';

const person = (number: string, name: string) => ({
  number,
  name,
  born: '1990-05-04',
  sex: 'male',
  ethnicity: '01',
  nationality: 'VN',
  commune: null,
  address: null,
  died: null,
  source: 'mẫu',
});

const mandate = (
  agent: string,
  principal: NewMandate['principal'],
  more: Partial<NewMandate> = {},
): NewMandate => ({
  kind: principal.kind === 'organisation' ? 'representation' : 'delegation',
  form: null,
  agent: { kind: 'person', id: agent },
  principal,
  grantedBy: null,
  agency: null,
  roles: [],
  acts: ['apply'],
  procedures: ['1.001193'],
  fields: null,
  documents: null,
  resultsTo: 'principal',
  under: null,
  redelegable: false,
  from: '2026-01-01',
  to: '2026-12-31',
  basis: 'Giấy uỷ quyền mẫu',
  ...more,
});

/** A citizen at a level with a session, another citizen, and an organisation. */
async function aCitizen(world: TestWorld, assurance: 1 | 2) {
  return world.as(system, now, async (act) => {
    const one = await registerPerson(act, person('001090000101', 'Nguyễn Văn Ví Dụ'));
    const other = await registerPerson(act, person('001090000102', 'Trần Văn Mẫu'));
    const organisation = await registerOrganisation(act, {
      number: '9900000001',
      name: 'Công ty Thí Dụ',
      nameEn: '',
      kind: 'enterprise',
      commune: null,
      address: null,
      established: null,
      dissolved: null,
      source: 'mẫu',
    });
    const identity = {
      number: '001090000101',
      name: 'Nguyễn Văn Ví Dụ',
      born: null,
      assurance,
      organisation: null,
    };
    return { one, other, organisation, token: await signInCitizen(act, identity, one, null, from) };
  });
}

const sessionOf = async (world: TestWorld, token: string) => {
  const session = await sessionsOf(world.tx, world.tenant).find(token, new Date(now));
  return session ?? assert.fail('no session');
};

describe('access: acting for somebody else (B14)', () => {
  it(
    'turns the session to an organisation and back, and ends with the mandate',
    rolledBack(async (world) => {
      const { one, other, organisation, token } = await aCitizen(world, 2);
      const ids = await world.as(system, now, async (act) => ({
        firm: await grantMandate(act, mandate(one, { kind: 'organisation', id: organisation })),
        friend: await grantMandate(act, mandate(one, { kind: 'person', id: other })),
        past: await grantMandate(act, mandate(one, { kind: 'person', id: other }, { to: '2026-11-22' })),
        foreign: await grantMandate(act, mandate(other, { kind: 'organisation', id: organisation })),
      }));
      const listed = await world.look(systemAt(now), (look) => listRepresented(look, one));
      assert.deepEqual(new Set(listed.map((each) => each.mandate?.id)), new Set([ids.firm, ids.friend]));

      const turn = async (to: string | null): Promise<By> => {
        const { id, by } = await sessionOf(world, token);
        await world.as(by, now, (act) => actFor(act, id, to === null ? null : { mandate: to }, from));
        return (await sessionOf(world, token)).by;
      };
      const firm = await turn(ids.firm);
      assert.deepEqual([firm.organisation, firm.mandate, firm.person], [organisation, ids.firm, one]);
      const friend = await turn(ids.friend);
      assert.deepEqual([friend.organisation, friend.mandate], [null, ids.friend]);
      await assert.rejects(turn(ids.past), NotAllowed);
      await assert.rejects(turn(ids.foreign), NotAllowed);
      assert.equal((await turn(null)).mandate, null);

      await turn(ids.firm);
      await world.as(system, now, (act) =>
        revokeMandate(act, ids.firm, { from: '2026-11-23', reason: 'Hết việc' }),
      );
      const { by } = await sessionOf(world, token);
      assert.deepEqual([by.organisation, by.mandate], [null, null], 'revoked: gone at once');
    }),
  );

  it(
    'needs level 2',
    rolledBack(async (world) => {
      const { one, other, token } = await aCitizen(world, 1);
      const id = await world.as(system, now, (act) =>
        grantMandate(act, mandate(one, { kind: 'person', id: other })),
      );
      const session = await sessionOf(world, token);
      await assert.rejects(
        world.as(session.by, now, (act) => actFor(act, session.id, { mandate: id }, from)),
        NotAllowed,
      );
    }),
  );

  it('explains the level that a page asks for', () => {
    const citizen = { ...nobody, kind: 'citizen' as const, assurance: 1 as const };
    assert.equal(needsAssurance(1)(citizen), true);
    assert.equal(needsAssurance(2)({ ...citizen, assurance: 2 }), true);
    assert.equal(needsAssurance(1)(nobody), false, 'sent to sign in');
    assert.equal(needsAssurance(1)({ ...citizen, kind: 'officer' }), false);
    assert.throws(
      () => needsAssurance(2)(citizen),
      (error) => error instanceof NotAllowed && /mức độ 2.*mức độ 1.*công an/s.test(error.text.vi),
    );
  });
});
