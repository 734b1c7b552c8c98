/** What an officer sees of a dossier: what waits and for whom, and that every look at a person's data is written down. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { birthRegistration } from '../../../sample/procedures/birth-registration.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { settleWrites } from '../../ground/db/edge.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { keepFile, type Store } from '../../ground/files/index.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { listLooks, listSteps } from '../../ground/record/index.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { mayTakeOver } from '../../work/desk/index.ts';
import { openOfficerAccount } from '../../world/access/index.ts';
import { acceptNow } from './commands/accept.ts';
import { receive } from './commands/receive.ts';
import { dossierApis } from './api.ts';
import { father, submission } from './fixtures.ts';
import { componentAnswer } from './pages/download.ts';
import { dossierPage } from './pages/dossier.tsx';
import { dossierBatches } from './batch.ts';
import { acceptPage } from './pages/accept.tsx';
import { endPages } from './pages/end-on-ground.tsx';
import { supplementPage } from './pages/supplement.tsx';
import { takePage } from './pages/take.tsx';
import { wholeAt } from './testing.ts';

const now = '2026-11-23T02:00:00Z';
const ward = sampleId('agency', 'ubnd-song-mau');

const officer = (slug: string, name: string, role: string): By => ({
  ...nobody,
  kind: 'officer',
  account: sampleId('officer', slug),
  person: sampleId('officer', slug),
  agency: ward,
  powers: [{ role, agency: ward, unit: null }],
  name,
});
const counter = officer('mot-cua.song-mau', 'Võ Văn Mẫu', 'counter');
const secondCounter = officer('mot-cua-2.song-mau', 'Đặng Thị Ví Von', 'counter');
const caseOfficer = officer('ho-tich.song-mau', 'Phạm Thị Thao Diễn', 'case-officer');
const clerk = officer('van-thu.song-mau', 'Lê Văn Giả Lập', 'clerk');

const bytes = Buffer.from('%PDF-1.7 mẫu');
const stored = { hash: 'a'.repeat(64), size: bytes.length, type: 'application/pdf' };
const store = { get: async () => Readable.from([bytes]) } as unknown as Store;
const room = {
  pages: [dossierPage(async () => false), takePage],
  answers: [componentAnswer(store)],
  apis: dossierApis,
};

let filings = 0;
const file = (world: TestWorld) =>
  world.as(father, now, async (act) => {
    const kept = keepFile(act, stored, 'giay-chung-sinh.pdf').id;
    await settleWrites(act);
    return receive(act, {
      ...submission(`seen ${(filings += 1)}`),
      procedure: { ...birthRegistration.national, ...birthRegistration.local, version: 1 },
      applicant: { person: father.person, organisation: null, name: father.name },
      agency: { id: ward, identifier: 'H99.61' },
      oneStop: ward,
      answers: scenarioOf('1.001193').answers,
      components: [
        {
          component: 'proof',
          name: 'Giấy chứng sinh',
          manner: 'handed-in',
          file: kept,
          hash: stored.hash,
          pages: null,
          originals: 1,
          copies: 0,
        },
      ],
    });
  });

describe('a dossier in the eyes of an officer', () => {
  it(
    'leaves a look behind, whether by its page, as JSON, or by opening one of its files; the person’s own leaves none',
    inSample(async (world) => {
      const { code } = await file(world);
      const purposes = async () =>
        (await world.look(systemAt(now), (look) => listLooks(look, father.person!)))
          .map(({ purpose, name }) => `${name}: ${purpose}`)
          .toSorted();
      const before = await purposes();
      const paths = [`/ho-so/${code}`, `/api/v1/dossiers/${code}`, `/ho-so/${code}/tep/1`];
      for (const path of paths)
        assert.equal((await visitorOf(world, room, now, father).get(path)).status, 200);
      assert.deepEqual(await purposes(), before);
      for (const path of paths)
        assert.equal((await visitorOf(world, room, now, counter).get(path)).status, 200);
      const more = (await purposes()).filter((one) => !before.includes(one));
      assert.deepEqual(more, [
        `${counter.name}: Mở giấy tờ của hồ sơ`,
        `${counter.name}: Xử lý hồ sơ`,
        `${counter.name}: Xử lý hồ sơ`,
      ]);
    }),
  );

  it(
    'says for whom it waits, to those who can do nothing now, too',
    inSample(async (world) => {
      const { id, code } = await file(world);
      const seen = async (by: By) => (await visitorOf(world, room, now, by).get(`/ho-so/${code}`)).text;
      const waits = /vì sao\? .*“[^”]+” đang chờ: Cán bộ Bộ phận Một cửa, Ủy ban nhân dân phường Sông Mẫu\./;
      for (const by of [clerk, caseOfficer]) {
        assert.match(await seen(by), waits, by.name);
        assert.match(await seen(by), /Trao đổi nội bộ/, by.name);
      }
      assert.doesNotMatch(await seen(counter), waits);
      assert.doesNotMatch(await seen(father), /đang chờ: Cán bộ/);
      await world.as(counter, now, async (act) => acceptNow(act, await wholeAt(world, id, new Date(now))));
      assert.match(await seen(clerk), /vì sao\? .*đang chờ: Chuyên viên thụ lý, /);
    }),
  );

  it(
    'is taken by one of two who press at once; the other reads who has it',
    inSample(async (world) => {
      const { id, code } = await file(world);
      const path = `/ho-so/${code}/nhan-viec`;
      const { person, name } = counter;
      const { id: account } = await world.as(system, now, (act) =>
        openOfficerAccount(act, { person: person!, login: 'mot-cua.thu-viec', name }),
      );
      const holder = { ...counter, account };
      const [first, second] = [holder, secondCounter].map((by) => visitorOf(world, room, now, by));
      assert.equal((await first!.post(path, {})).status, 303);
      assert.equal((await second!.post(path, {})).status, 409);
      const { work } = await wholeAt(world, id, new Date(now));
      assert.deepEqual(
        work.map((one) => one.holder),
        [account],
      );
      assert.match((await second!.get(`/ho-so/${code}`)).text, /“[^”]+” đang do Võ Văn Mẫu giữ/);
      assert.equal((await first!.post(path, {})).status, 303, 'whoever has it may press again');
    }),
  );

  it(
    'is not acted upon over the head of a colleague, by no page and no batch; at the counter it is taken over openly, and nowhere else',
    inSample(async (world) => {
      const { id, code } = await file(world);
      const { person, name } = counter;
      const { id: account } = await world.as(system, now, (act) =>
        openOfficerAccount(act, { person: person!, login: 'mot-cua.thu-viec', name }),
      );
      const holder = { ...counter, account };
      const acts = {
        pages: [dossierPage(async () => false), takePage, acceptPage, supplementPage, ...endPages],
      };
      const [first, second, third] = [holder, secondCounter, caseOfficer].map((by) =>
        visitorOf(world, acts, now, by),
      );
      const at = `/ho-so/${code}`;
      const state = async () => (await wholeAt(world, id, new Date(now))).dossier.state;
      assert.equal((await first!.post(`${at}/nhan-viec`, {})).status, 303);
      const [work] = (await wholeAt(world, id, new Date(now))).work;

      const defects = { defects: 'Bản chụp mờ' };
      const ground = { ground: 'not-competent', reason: 'Người nộp cư trú ở tỉnh khác', basis: '' };
      for (const [path, fields] of [
        ['tiep-nhan', {}],
        ['yeu-cau-bo-sung', defects],
        ['tu-choi-tiep-nhan', ground],
      ] as const) {
        const shown = await second!.get(`${at}/${path}`);
        assert.match(shown.text, /đang do Võ Văn Mẫu giữ/, path);
        assert.match(shown.text, /Nhận lại việc/, path);
        assert.equal((await second!.post(`${at}/${path}`, fields)).status, 409, path);
        assert.doesNotMatch((await first!.get(`${at}/${path}`)).text, /Nhận lại việc/, path);
      }
      const batch = dossierBatches(null as never, world).find((one) => one.name === 'dossiers.accept')!;
      const said = { note: null, colleague: null };
      // What was prepared before the colleague took it is refused in the act, too.
      const whole = await wholeAt(world, id, new Date(now));
      await assert.rejects(
        world.as(secondCounter, now, (act) => batch.act(act, work!, said, whole)),
        Conflict,
      );
      assert.equal(await state(), 'submitted');

      // Neither somebody of another role nor the officer of another unit takes it over.
      const over = { over: work!.id };
      assert.equal((await third!.post(`${at}/nhan-viec`, over)).status, 403);
      assert.equal(mayTakeOver({ ...secondCounter, powers: [] }, work!), false);
      assert.equal(mayTakeOver(secondCounter, { ...work!, party: secondCounter.person }), false);

      const dossier = await second!.get(at);
      assert.match(dossier.text, /đang do Võ Văn Mẫu giữ/);
      assert.doesNotMatch(dossier.text, /Từ chối tiếp nhận/);
      assert.match((await second!.get(`${at}/nhan-viec`)).text, /Nhận lại từ Võ Văn Mẫu/);
      assert.equal((await second!.post(`${at}/nhan-viec`, over)).status, 303);
      const steps = await world.look(systemAt(now), (look) => listSteps(look, id, 'inside'));
      const taken = steps.find(({ act }) => act === 'desk.take-over');
      assert.deepEqual(
        [taken?.name, taken?.reason, taken?.before, taken?.after],
        [
          secondCounter.name,
          'Nhận lại từ Võ Văn Mẫu',
          { holder: account },
          { work: work!.id, step: work!.step, holder: secondCounter.account },
        ],
      );
      // Now it is theirs: the first one is told so, and the second one accepts.
      assert.equal((await first!.post(`${at}/tiep-nhan`, {})).status, 409);
      assert.equal((await second!.post(`${at}/tiep-nhan`, {})).status, 303);
      assert.equal(await state(), 'accepted');
    }),
  );
});
