/** How a dossier ends otherwise than by what was asked for: refused after appraisal, withdrawn on paper, complained about. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { complaint } from '../../../sample/procedures/complaint.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import type { Act, By } from '../../ground/db/act.ts';
import { settleWrites } from '../../ground/db/edge.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { keepFile } from '../../ground/files/index.ts';
import { Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import { listSteps } from '../../ground/record/index.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { listCharges } from '../../outside/payments/index.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { getAgency } from '../../world/agencies/index.ts';
import type { Procedure } from '../catalogue/index.ts';
import { accept } from './commands/accept.ts';
import { noteComplaintDecided } from './commands/complaint.ts';
import { discontinue, withdraw } from './commands/end.ts';
import { raiseFees, unpaidAtHandOver } from './commands/payment.ts';
import { resultNow } from './commands/result.ts';
import { receive, type Submission } from './commands/receive.ts';
import { decideDossier, noteSigned, propose } from './commands/steps.ts';
import { listComplaints } from './complaints.ts';
import {
  caseOfficer,
  clerk,
  counter,
  courtOrder,
  father,
  leader,
  oneStop,
  pinned,
  shortProcess,
  stranger,
  submission,
} from './fixtures.ts';
import { refusalOf } from './grounds.ts';
import { invariants } from './invariants.ts';
import { findDossier, getDossier, hold, type Held } from './load.ts';
import { dossierMatters } from './matters.ts';
import { dossierPage } from './pages/dossier.tsx';
import { endPages } from './pages/end-on-ground.tsx';
import { withdrawPage } from './pages/withdraw.tsx';
import { settlementRefusal } from './refusal.ts';
import type { Dossier } from './schema.ts';

const now = '2026-11-20T02:00:00Z';
const look = systemAt(now);
const paper = '01900000-0000-7000-8000-000000000999';
const said = refusalOf('settlement', '1.001193', {
  ground: 'conditions',
  words: 'Giấy chứng sinh không hợp lệ.\nCơ sở đã ngừng hoạt động.',
  basis: 'Luật Hộ tịch 60/2014/QH13, Điều 16',
});
const fees = {
  methods: [],
  fees: [
    {
      code: 'P',
      name: 'Phí cấp bản sao',
      kind: 'charge',
      amount: 16_000,
      per: null,
      quantity: null,
      channels: null,
      exemptions: [],
      basis: 'Thông tư',
    },
  ],
  feesBefore: 'return',
} as unknown as Procedure;

const submit = async (world: TestWorld, key: string, more: Partial<Submission> = {}) =>
  world.as(father, now, (act) => receive(act, { ...submission(key), ...more }));
const on = <T>(
  world: TestWorld,
  by: By,
  id: string,
  work: (act: Act, held: Held) => Promise<T>,
): Promise<T> => world.as(by, now, async (act) => work(act, await hold(act, id)));
const tokenOf = async (world: TestWorld, id: string): Promise<number> =>
  Number((await world.look(look, (at) => listWorkOf(at, id))).find((one) => one.ref)?.ref);
const healthy = async (world: TestWorld): Promise<void> => {
  for (const one of invariants) assert.deepEqual(await world.look(look, one.check), [], one.name);
};

/** A dossier with a fee that nobody has paid, as far as the leader's signature; by its id. */
async function proposed(
  world: TestWorld,
  kind: 'grant' | 'refuse',
  more: Partial<Submission> = {},
  people: { readonly counter: By; readonly caseOfficer: By } = { counter, caseOfficer },
): Promise<string> {
  const { id } = await submit(world, kind, more);
  await on(world, people.counter, id, (act, held) => raiseFees(act, held, fees));
  await on(world, people.counter, id, (act, held) => accept(act, held, pinned));
  const token = await tokenOf(world, id);
  await on(world, people.caseOfficer, id, (act, held) =>
    propose(act, held, shortProcess, token, {
      kind,
      data: {},
      refusal: kind === 'refuse' ? said : null,
      paper,
    }),
  );
  return id;
}

async function issue(world: TestWorld, id: string, people = { leader, clerk }): Promise<void> {
  const signed = await tokenOf(world, id);
  await on(world, people.leader, id, (act, held) => noteSigned(act, held, shortProcess, signed));
  const sealed = await tokenOf(world, id);
  await on(world, people.clerk, id, (act, held) => decideDossier(act, held, shortProcess, sealed));
}

describe('a refusal to settle', () => {
  it(
    'is told once it is issued, with ground and article; nothing is owed for it, and nothing keeps it back',
    rolledBack(async (world) => {
      const id = await proposed(world, 'refuse', { returnWay: 'counter' });
      const told = async () =>
        world.look(look, async (at) =>
          settlementRefusal(await getDossier(at, id), await listSteps(at, id, 'party')),
        );
      assert.equal(await told(), null, 'what nobody has signed is told to nobody');
      const held = (): Promise<unknown> =>
        world.look(look, async (at) => unpaidAtHandOver(at, await getDossier(at, id), fees));
      assert.ok(await held());
      await issue(world, id);
      assert.deepEqual(await told(), {
        reason: {
          vi: said.reason,
          en: `A condition of sector law is not met: ${said.reason.split(': ').slice(1).join(': ')}`,
        },
        basis: said.basis,
        proposedBy: caseOfficer.name,
      });
      assert.deepEqual(
        (await world.look(look, (at) => listCharges(at, id))).map(({ state, ended_why: why }) => [
          state,
          why,
        ]),
        [['void', 'Hồ sơ bị từ chối giải quyết']],
      );
      assert.equal(await held(), null);
      await healthy(world);
    }),
  );

  it(
    'leaves what is owed for a result that is granted as it is',
    rolledBack(async (world) => {
      const id = await proposed(world, 'grant');
      await issue(world, id);
      assert.deepEqual(
        (await world.look(look, (at) => listCharges(at, id))).map(({ state }) => state),
        ['due'],
      );
    }),
  );

  it(
    'stands on the page of the person and in what they are told, not as a result',
    inSample(async (world) => {
      const ward = { id: sampleId('agency', 'ubnd-song-mau'), identifier: 'H99.61' };
      const at = (by: By): By => ({ ...by, powers: by.powers.map((one) => ({ ...one, agency: ward.id })) });
      const id = await proposed(
        world,
        'refuse',
        {
          agency: ward,
          oneStop: ward.id,
          procedure: { ...birthRegistration.national, ...birthRegistration.local, version: 1 },
        },
        { counter: at(counter), caseOfficer: at(caseOfficer) },
      );
      await issue(world, id, { leader: at(leader), clerk: at(clerk) });
      const notice = await world.look(look, (one) => dossierMatters.recipientOf(one, id, 'dossier.decide'));
      assert.deepEqual([notice?.refused, notice?.reason?.vi, notice?.owes], [true, said.reason, null]);
      const { code } = await world.look(look, (one) => getDossier(one, id));
      // The paper itself is another room's: here only what the page says of the decision.
      await world.as(father, now, async ({ writes: _, tx, tenant }) => {
        await tx
          .updateTable('dossiers.dossiers' as never)
          .set({ result: null } as never)
          .where('tenant' as never, '=', tenant as never)
          .where('id' as never, '=', id as never)
          .execute();
      });
      const room = { pages: [dossierPage(async () => false), withdrawPage, ...endPages] };
      const { text } = await visitorOf(world, room, now, father).get(`/ho-so/${code}`);
      for (const part of [
        'Từ chối giải quyết',
        'Cơ sở đã ngừng hoạt động.',
        'Luật Hộ tịch 60/2014/QH13, Điều 16',
      ])
        assert.ok(text.includes(part), part);
      assert.ok(text.includes('Thông báo từ chối giải quyết được ban hành'));
      assert.ok(text.includes('Nộp lại thủ tục này'));
    }),
  );
});

describe('withdrawal at the counter', () => {
  const request = {
    asker: ' Trần Thị Làm Mẫu ',
    as: 'authorised',
    authorisation: 'Giấy ngày 19/11/2026',
  } as const;
  const scanned = async (world: TestWorld, by: By) =>
    world.as(by, now, async (act) => {
      const stored = { hash: 'c'.repeat(64), size: 9, type: 'application/pdf' };
      const file = keepFile(act, stored, 'don-rut.pdf');
      await settleWrites(act);
      return file;
    });

  it(
    'needs the signed paper of whoever asks, and is nobody else’s to enter',
    rolledBack(async (world) => {
      const { id } = await submit(world, 'on paper');
      const scan = await scanned(world, counter);
      const lacking = [
        [null, ['request']],
        [{ ...request, scan: null }, ['request']],
        [{ ...request, asker: ' ', scan }, ['asker']],
        [{ ...request, authorisation: ' ', scan }, ['authorisation']],
      ] as const;
      for (const [given, fields] of lacking)
        await assert.rejects(
          on(world, counter, id, (act, held) => withdraw(act, held, null, given)),
          (fault) => {
            assert.ok(fault instanceof Invalid);
            assert.deepEqual(
              fault.errors.map(({ field }) => field),
              fields,
            );
            return true;
          },
        );
      for (const by of [caseOfficer, leader, clerk, stranger])
        await assert.rejects(
          on(world, by, id, (act, held) => withdraw(act, held, null, { ...request, scan })),
          NotAllowed,
        );
      const after = await on(world, counter, id, (act, held) =>
        withdraw(act, held, 'Khai nhầm', { ...request, scan }),
      );
      assert.equal(after.state, 'withdrawn');
      const steps = await world.look(look, (at) => listSteps(at, id, 'party'));
      assert.deepEqual(
        steps.slice(-2).map(({ act, name }) => [act, name]),
        [
          ['dossier.ask-withdrawal', counter.name],
          ['dossier.withdraw', counter.name],
        ],
      );
      assert.match(JSON.stringify(steps.at(-2)?.after), /Trần Thị Làm Mẫu.*19\/11\/2026/);
      const everybody = await world.look(look, (at) => listSteps(at, id, 'public'));
      assert.doesNotMatch(JSON.stringify(everybody), /Trần Thị Làm Mẫu/);
      await healthy(world);
    }),
  );

  it(
    'tells the person who asked, so that nobody’s dossier ends unnoticed; their own withdrawal names nobody',
    inSample(async (world) => {
      const agency = { id: sampleId('agency', 'ubnd-song-mau'), identifier: 'H99.61' };
      const told = async (id: string) =>
        (await world.look(look, (at) => dossierMatters.recipientOf(at, id, 'dossier.withdraw')))
          ?.askedOnPaper;
      const one = await submit(world, 'paper', { agency });
      const scan = await scanned(world, counter);
      await on(world, counter, one.id, (act, held) => withdraw(act, held, null, { ...request, scan }));
      assert.equal(await told(one.id), 'Trần Thị Làm Mẫu');
      const other = await submit(world, 'own', { agency });
      await on(world, father, other.id, (act, held) => withdraw(act, held, null));
      assert.equal(await told(other.id), null);
    }),
  );
});

describe('the page of an act', () => {
  it(
    'opens to whoever may do it while it is possible, and says why not otherwise',
    inSample(async (world) => {
      const ward = sampleId('agency', 'ubnd-song-mau');
      const officer = (role: string): By => ({ ...leader, powers: [{ role, agency: ward, unit: null }] });
      const { id, code } = await submit(world, 'page', {
        agency: { id: ward, identifier: 'H99.61' },
        oneStop: ward,
        procedure: { ...birthRegistration.national, ...birthRegistration.local, version: 1 },
      });
      const room = { pages: [withdrawPage, ...endPages] };
      const status = async (by: By, act: string): Promise<number> =>
        (await visitorOf(world, room, now, by).get(`/ho-so/${code}/${act}`)).status;
      assert.equal(await status(father, 'rut'), 200);
      assert.equal(await status(officer('counter'), 'rut'), 200);
      assert.equal(await status(officer('case-officer'), 'rut'), 403);
      assert.equal(await status(officer('counter'), 'tu-choi-tiep-nhan'), 200);
      assert.equal(await status(officer('leader'), 'dung'), 409, 'not accepted yet');
      await on(world, officer('counter'), id, (act, held) => accept(act, held, pinned));
      assert.equal(await status(officer('counter'), 'tu-choi-tiep-nhan'), 409);
      assert.equal(await status(officer('leader'), 'dung'), 200);
      await on(world, officer('leader'), id, (act, held) => discontinue(act, held, courtOrder));
      assert.equal(await status(officer('leader'), 'dung'), 409);
      assert.equal(await status(father, 'rut'), 409);
    }),
  );
});

describe('a complaint', () => {
  const procedure = { ...submission('x').procedure, code: '2.002409', aboutDossier: 'aboutDossier' };

  it(
    'is tied to the dossier that it is about, each shown to who may read both, and noted there when filed and decided',
    rolledBack(async (world) => {
      const about = await submit(world, 'about');
      const filed = await submit(world, 'complaint', {
        procedure,
        answers: { aboutDossier: about.code.toLowerCase() },
      });
      const as = async (by: By, id: string) =>
        world.look({ ...look, by }, async (at) => {
          const { about: one, against } = await listComplaints(at, { id });
          return [one.map(({ code }) => code), against.map(({ code }) => code)];
        });
      assert.deepEqual(await as(father, filed.id), [[about.code], []]);
      assert.deepEqual(await as(father, about.id), [[], [filed.code]]);
      assert.deepEqual(await as(stranger, about.id), [[], []]);
      await on(world, clerk, filed.id, (act, { dossier }) => noteComplaintDecided(act, dossier));
      const acts = async (who: 'party' | 'inside') =>
        (await world.look(look, (at) => listSteps(at, about.id, who))).map(({ act }) => act);
      assert.deepEqual(await acts('inside'), [
        'dossier.receive',
        'dossier.complain',
        'dossier.decide-complaint',
      ]);
      assert.deepEqual(await acts('party'), ['dossier.receive', 'dossier.complain']);
      assert.equal((await world.look(look, (at) => findDossier(at, about.id)))?.state, 'submitted');
      await healthy(world);
    }),
  );

  it(
    'is not decided by a paper that rules nothing: what was found, concluded and ruled must be written down',
    inSample(async (world) => {
      const agency = await world.look(look, (at) => getAgency(at, sampleId('agency', 'ubnd-song-mau')));
      const own = { ...complaint.national, ...complaint.local, version: 1 } as Procedure;
      const { answers, found } = scenarioOf('2.002409');
      const { id } = await submit(world, 'ruled', {
        procedure: own,
        agency: { id: agency.id, identifier: 'H99.61' },
        answers,
      });
      const wanting = (written: Dossier['found']) =>
        world.look(look, async (at) => {
          const dossier = { ...(await getDossier(at, id)), found: written };
          const whole = { dossier, procedure: own, agency, oneStop: agency, work: [] };
          return (await resultNow(at, whole, 'http://x/xac-minh/A')).wanting.map(({ field }) => field);
        });
      assert.deepEqual(await wanting({}), ['found.verified', 'found.conclusion', 'found.ruling']);
      assert.deepEqual(await wanting({ ...found, ruling: '' }), ['found.ruling']);
      assert.deepEqual(await wanting(found), []);
    }),
  );

  it(
    'of somebody else is not shown to the person whose dossier it is about; words that are no code tie nothing',
    rolledBack(async (world) => {
      const about = await submit(world, 'about');
      const filed = (key: string, code: string) =>
        world.as(stranger, now, (act) =>
          receive(act, {
            ...submission(key),
            procedure,
            applicant: { person: stranger.person, organisation: null, name: stranger.name },
            answers: { aboutDossier: code },
          }),
        );
      const one = await filed('of a stranger', about.code);
      await filed('of nothing', 'quyết định số 5');
      const party = await world.look(look, (at) => listSteps(at, about.id, 'party'));
      assert.deepEqual(
        party.map(({ act }) => act),
        ['dossier.receive'],
      );
      const seen = (by: By) =>
        world.look({ ...look, by }, async (at) =>
          (await listComplaints(at, about)).against.map(({ code }) => code),
        );
      assert.deepEqual(await seen(father), []);
      assert.deepEqual(await seen(counter), [one.code]);
      assert.equal(counter.powers[0]?.agency, oneStop);
    }),
  );
});
