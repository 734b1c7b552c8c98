import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system, type Act, type Look } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict, Invalid, NotFound } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import {
  correctOrganisation,
  correctPerson,
  endRelationship,
  registerOrganisation,
  registerPerson,
  relate,
} from './commands.ts';
import {
  acceptsProactively,
  findOrganisationByNumber,
  findOrganisations,
  findPersonByNumber,
  findPersonByPaper,
  findPersons,
  getPerson,
  listConsents,
  listContacts,
  listPapers,
  listRelatives,
} from './queries.ts';
import type { NewOrganisation, NewPerson } from './schema.ts';
import {
  acceptProactive,
  addContact,
  endContact,
  giveConsent,
  refuseProactive,
  verifyContact,
  withdrawConsent,
} from './wishes.ts';

const now = '2026-11-20T09:00:00+07:00';
const doing = <T>(world: TestWorld, work: (act: Act) => Promise<T> | T): Promise<T> =>
  world.as(system, now, async (act) => work(act));
const looking = <T>(world: TestWorld, work: (look: Look) => Promise<T>, tenant = 1): Promise<T> =>
  world.look(systemAt(now, tenant), work);

const newPerson = (name: string, more: Partial<NewPerson> = {}): NewPerson => ({
  number: null,
  name,
  born: '1990-01-01',
  sex: 'male',
  ethnicity: null,
  nationality: 'VN',
  commune: null,
  address: null,
  died: null,
  source: 'thử nghiệm',
  ...more,
});
const enter = (world: TestWorld, ...input: Parameters<typeof newPerson>): Promise<string> =>
  doing(world, (act) => registerPerson(act, newPerson(...input)));

describe('people: persons', () => {
  it(
    'are entered once, found by number, by paper, and by name without diacritics',
    rolledBack(async (world) => {
      const id = await enter(world, 'ZƠNG VĂN THÍ DỤ', { number: '097 090 999 999', sex: 'male' });
      await enter(world, 'Zơng Văn Thí Dụng');
      const passport = { kind: 'ho-chieu', number: 'mau999', issued: null, expires: null, issuer: null };
      const guest = await doing(world, (act) =>
        registerPerson(act, newPerson('Zsample John', { nationality: 'GB' }), [passport]),
      );
      await looking(world, async (look) => {
        assert.equal((await findPersonByNumber(look, '097090999999'))?.name, 'Zơng Văn Thí Dụ');
        assert.equal((await findPersonByPaper(look, 'ho-chieu', 'MAU999'))?.id, guest);
        assert.equal((await listPapers(look, guest)).length, 1);
        const found = await findPersons(look, 'zong van thi du');
        assert.deepEqual([found[0]?.id, found.length], [id, 2]);
        assert.deepEqual(
          (await findPersons(look, '097 090 999 999')).map((one) => one.id),
          [id],
        );
        assert.deepEqual(await findPersons(look, "'; drop table & | !"), []);
      });
      await looking(
        world,
        async (look) => assert.equal(await findPersonByNumber(look, '097090999999'), null),
        2,
      );
      await assert.rejects(enter(world, 'Zơng Khác', { number: '097090999999' }), Conflict);
      await assert.rejects(enter(world, '123'), Invalid);
    }),
  );

  it(
    'are corrected on what was shown, and the record keeps what was before',
    rolledBack(async (world) => {
      const id = await enter(world, 'Zơng Thị Mẫu', { sex: 'female' });
      await doing(world, (act) =>
        correctPerson(act, id, 1, { name: 'Zơng Thị Mẫu Mới', source: 'cải chính' }),
      );
      await assert.rejects(
        doing(world, (act) => correctPerson(act, id, 1, { address: 'x', source: 'x' })),
        Conflict,
      );
      await looking(world, async (look) => {
        assert.deepEqual(
          [(await getPerson(look, id)).name, (await getPerson(look, id)).version],
          ['Zơng Thị Mẫu Mới', 2],
        );
        assert.equal((await findPersons(look, 'zong thi mau moi')).length, 1);
        const steps = await listSteps(look, id, 'party');
        assert.deepEqual(
          steps.map(({ act }) => act),
          ['people.register', 'people.correct'],
        );
      });
    }),
  );

  it(
    'have families, seen from each side',
    rolledBack(async (world) => {
      const [mother, father, child] = [
        await enter(world, 'Zơng Mẹ'),
        await enter(world, 'Zơng Cha'),
        await enter(world, 'Zơng Con'),
      ];
      const line = { from: null, to: null, source: 'thử' };
      await doing(world, async (act) => {
        await relate(act, { ...line, person: mother, relative: child, kind: 'parent' });
        await relate(act, { ...line, person: mother, relative: father, kind: 'spouse', from: '2015' });
      });
      await doing(world, (act) =>
        endRelationship(act, { person: mother, relative: father, kind: 'spouse' }, '2024-01-01'),
      );
      await looking(world, async (look) => {
        const seen = async (id: string) =>
          (await listRelatives(look, id)).map(({ is, person, to }) => [is, person.id, to]);
        assert.deepEqual(await seen(child), [['parent', mother, null]]);
        assert.deepEqual(await seen(father), [['spouse', mother, '2024-01-01']]);
        assert.equal((await seen(mother)).length, 2);
      });
      await assert.rejects(
        doing(world, (act) => relate(act, { ...line, person: child, relative: child, kind: 'parent' })),
        Invalid,
      );
    }),
  );
});

describe('people: organisations', () => {
  const company: NewOrganisation = {
    number: '9999999990',
    name: 'Công ty TNHH Zơng Mẫu',
    nameEn: 'Zong Mau Ltd',
    kind: 'enterprise',
    commune: null,
    address: null,
    established: '2020-01-01',
    dissolved: null,
    source: 'thử',
  };

  it(
    'are entered once, found by number and name, corrected',
    rolledBack(async (world) => {
      const id = await doing(world, (act) => registerOrganisation(act, company));
      await doing(world, (act) =>
        correctOrganisation(act, id, 1, { dissolved: '2026-10-01', source: 'đăng ký' }),
      );
      await looking(world, async (look) => {
        assert.equal((await findOrganisationByNumber(look, '9999999990'))?.dissolved, '2026-10-01');
        assert.equal((await findOrganisations(look, 'cong ty zong mau'))[0]?.id, id);
        assert.equal((await findOrganisations(look, '9999999990'))[0]?.id, id);
      });
      await assert.rejects(
        doing(world, (act) => registerOrganisation(act, company)),
        Conflict,
      );
      await assert.rejects(
        doing(world, (act) => correctOrganisation(act, id, 1, { source: 'x' })),
        Conflict,
      );
    }),
  );
});

describe('people: wishes', () => {
  it(
    'contacts are added once, verified, ended',
    rolledBack(async (world) => {
      const owner = await enter(world, 'Zơng Liên Hệ');
      const contact = { owner, ownerKind: 'person' as const, preferred: true, verifiedAt: null };
      const phone = { ...contact, kind: 'phone' as const, value: '0990 100.001' };
      await doing(world, (act) => addContact(act, phone));
      await doing(world, (act) => addContact(act, phone));
      const key = { owner, kind: 'phone' as const, value: '0990100001' };
      await doing(world, (act) => verifyContact(act, key));
      await looking(world, async (look) => {
        const found = await listContacts(look, owner);
        assert.deepEqual(
          found.map(({ value, verifiedAt }) => [value, verifiedAt?.toISOString()]),
          [['0990100001', new Date(now).toISOString()]],
        );
      });
      await doing(world, (act) => endContact(act, key));
      await looking(world, async (look) => assert.deepEqual(await listContacts(look, owner), []));
      await assert.rejects(
        doing(world, (act) => addContact(act, { ...contact, kind: 'email', value: 'x' })),
        Invalid,
      );
    }),
  );

  it(
    'consent is given per purpose and withdrawn; proactive services are declined and accepted again (P2)',
    rolledBack(async (world) => {
      const person = await enter(world, 'Zơng Đồng Ý');
      await doing(world, (act) => giveConsent(act, person, 'nhắc hạn', 'Luật 91/2025/QH15'));
      await assert.rejects(
        doing(world, (act) => giveConsent(act, person, 'nhắc hạn', 'x')),
        Conflict,
      );
      await doing(world, (act) => withdrawConsent(act, person, 'nhắc hạn'));
      await assert.rejects(
        doing(world, (act) => withdrawConsent(act, person, 'nhắc hạn')),
        NotFound,
      );
      const accepts = (service: string) =>
        looking(world, (look) => acceptsProactively(look, person, service));
      await doing(world, (act) => refuseProactive(act, person, 'khai-sinh'));
      await doing(world, (act) => refuseProactive(act, person, 'khai-sinh'));
      assert.deepEqual([await accepts('khai-sinh'), await accepts('tro-cap')], [false, true]);
      await doing(world, (act) => refuseProactive(act, person, null, 'không muốn'));
      assert.equal(await accepts('tro-cap'), false);
      await doing(world, (act) => acceptProactive(act, person, null));
      await doing(world, (act) => acceptProactive(act, person, 'khai-sinh'));
      assert.equal(await accepts('khai-sinh'), true);
      await assert.rejects(
        doing(world, (act) => acceptProactive(act, person, null)),
        NotFound,
      );
      const consents = await looking(world, (look) => listConsents(look, person));
      assert.deepEqual([consents.length, consents[0]?.withdrawnAt instanceof Date], [1, true]);
    }),
  );
});
