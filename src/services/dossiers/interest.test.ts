import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { system, type Act, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { grantMandate } from '../../world/mandates/index.ts';
import { registerOrganisation } from '../../world/people/index.ts';
import { accept } from './commands/accept.ts';
import { refuseIntake, withdraw } from './commands/end.ts';
import { receive, type Submission } from './commands/receive.ts';
import { askSupplement } from './commands/supplement.ts';
import { counter, father, pinned, submission } from './fixtures.ts';
import { refusalOf } from './grounds.ts';
import { dossierInterest } from './interest.ts';
import { hold, type Held } from './load.ts';

const now = '2026-11-23T01:00:00Z';
/** A second officer at the same counter, who has nothing to do with anybody here. */
const colleague: By = { ...counter, account: counter.account!.replace(/..$/, '31'), person: father.account };

const acts: Readonly<Record<string, (act: Act, held: Held) => Promise<unknown>>> = {
  accept: (act, held) => accept(act, held, pinned),
  'ask for a supplement': (act, held) => askSupplement(act, held, [{ where: 'Giấy', what: 'Mờ' }], null),
  'refuse to accept': (act, held) =>
    refuseIntake(
      act,
      held,
      refusalOf('intake', '1.001193', { ground: 'not-competent', words: 'Tỉnh khác', basis: '' }),
    ),
};

/** A dossier that was filed like this. */
const filed = async (world: TestWorld, more: Partial<Submission>): Promise<string> =>
  (await world.as(father, now, (act) => receive(act, { ...submission('interest'), ...more }))).id;

/** None of the acts is open to the officer at the counter, each is to the colleague; nothing is kept of either. */
async function closed(world: TestWorld, id: string): Promise<void> {
  for (const [name, deed] of Object.entries(acts)) {
    const done = (by: By) =>
      world.as(by, now, async (act) => {
        await deed(act, await hold(act, id));
        throw new Error('done');
      });
    await assert.rejects(
      done(counter),
      (problem) => problem instanceof NotAllowed && /Điều 23/.test(problem.text.vi),
      name,
    );
    await assert.rejects(done(colleague), /done/, `${name} by the colleague`);
  }
}

describe('dossiers: conflict of interest', () => {
  it(
    'no act of the office is open to the officer whose own matter it is, nor to who filed it for another',
    rolledBack(async (world) => {
      const applicant = { person: counter.person, organisation: null, name: counter.name };
      await closed(world, await filed(world, { applicant }));
      const filer = { person: counter.person!, relation: 'friend', mandate: null } as Submission['filer'];
      await closed(world, await filed(world, { key: 'interest, filed for', filer }));
    }),
  );

  it(
    'nor to who represents the organisation that applies, as long as they do',
    rolledBack(async (world) => {
      const organisation = await world.as(system, now, (act) =>
        registerOrganisation(act, {
          number: '9900000990',
          name: 'Công ty TNHH Thí Dụ',
          nameEn: '',
          kind: 'enterprise',
          commune: null,
          address: null,
          established: null,
          dissolved: null,
          source: 'mẫu',
        }),
      );
      await world.as(system, now, (act) =>
        grantMandate(act, {
          kind: 'representation',
          form: null,
          agent: { kind: 'person', id: counter.person! },
          principal: { kind: 'organisation', id: organisation },
          grantedBy: null,
          agency: null,
          roles: [],
          acts: null,
          procedures: null,
          fields: null,
          documents: null,
          resultsTo: 'principal',
          under: null,
          redelegable: false,
          from: '2026-01-01',
          to: '2026-12-31',
          basis: 'Giấy chứng nhận đăng ký doanh nghiệp (mẫu)',
        }),
      );
      const applicant = { person: null, organisation, name: 'Công ty TNHH Thí Dụ' };
      const id = await filed(world, { applicant });
      await closed(world, id);
      const dossier = { id, applicant: null, organisation, filer: null };
      const later = { ...systemAt('2027-01-04T01:00:00Z'), by: counter };
      assert.equal(await world.look(later, (look) => dossierInterest(look, dossier)), null);
    }),
  );

  it(
    'an applicant goes on with their own dossier',
    rolledBack(async (world) => {
      const id = await filed(world, {});
      await world.as(father, now, async (act) => withdraw(act, await hold(act, id), null));
    }),
  );
});
