/** A paper in the applicant's vault is offered where a form asks for it, taken with one press, and named as such in the dossier (D2). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { inSample } from '../../../sample/testing.ts';
import { nobody, type By } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { listSteps, newId } from '../../ground/record/index.ts';
import { scanOf } from '../demo/upload.ts';
import { testApplication } from '../testing.ts';
import { drafted, father, monday, mother } from './fixtures.ts';

/** Changes in the civil-status register: asks for the paper that is wrong. */
const CODE = '1.004859';
const BIRTH = 'KQ.G15.000031';
const OFFER = /Kho giấy tờ của bạn đã có giấy này/;
const OFFER_AT_COUNTER = /Kho giấy tờ của người nộp đã có giấy này/;
const CONSENT = /Người nộp đồng ý, tìm trong kho/;

type Application = Awaited<ReturnType<typeof testApplication>>;

/** A certificate in a vault; the father's and in force where `item` says nothing else. */
async function keptPaper(
  world: TestWorld,
  { store }: Application,
  item: Readonly<Record<string, string | null>> = {},
): Promise<{ readonly id: string; readonly hash: string }> {
  const paper = await store.put(Buffer.from(scanOf('Giay khai sinh').bytes));
  const row = { owner: father.person, state: 'in-force', valid_until: null, result_code: BIRTH, ...item };
  const id = newId(monday);
  await send(
    world.tx,
    `insert into vault.items (tenant, id, owner, owner_kind, title, result_code, symbol, issuer, issued_on,
       valid_until, hash, size, type, source, state, added_at)
     values ($1, $2, $3, 'person', 'Giấy khai sinh', $4, '01/2026', 'UBND phường Sông Mẫu', '2026-11-20',
       $5, $6, $7, 'application/pdf', 'dossier', $8, $9)`,
    [
      world.tenant,
      id,
      row.owner,
      row.result_code,
      row.valid_until,
      paper.hash,
      paper.size,
      row.state,
      monday,
    ],
  );
  return { id, hash: paper.hash };
}

/** A draft for the father, with everything but the certificate; begun by this account. */
const begun = (world: TestWorld, account: string | null, byPost = false): Promise<string> =>
  drafted(world, {
    procedure: CODE,
    answers: { ...scenarioOf(CODE).answers, civilStatusPaper: [] },
    account,
    byPost,
  });

describe('a paper of the vault in a form', () => {
  for (const [title, item, offered] of [
    ['in force: offered and taken', {}, true],
    ['replaced by another: not offered', { state: 'superseded' }, false],
    ['ended yesterday: not offered', { valid_until: '2026-11-22' }, false],
    ['of another kind: not offered', { result_code: 'KQ.G12.001041' }, false],
    ["another person's: not offered", { owner: mother.person }, false],
  ] as const)
    it(
      title,
      { timeout: 60_000 },
      inSample(async (world) => {
        const application = await testApplication(world, monday);
        const paper = await keptPaper(world, application, item);
        const draft = await begun(world, father.account);
        const visitor = application.signInAs(father);
        const path = `/ban-khai/${draft}/tep-civilstatuspaper`;
        const asked = await visitor.get(path);
        assert.equal(asked.status, 200, asked.text);
        const take = { field: 'civilStatusPaper' };
        if (!offered) {
          assert.doesNotMatch(asked.text, OFFER);
          assert.equal((await visitor.post(`${path}/tu-kho`, take)).status, 409);
          return;
        }
        assert.match(asked.text, OFFER);
        const stranger = application.signInAs(mother);
        assert.equal((await stranger.post(`${path}/tu-kho`, take)).status, 404);
        assert.equal((await visitor.post(`${path}/tu-kho`, take)).status, 303);
        const given = await visitor.get(path);
        assert.doesNotMatch(given.text, OFFER);
        assert.match(given.text, /Giấy khai sinh 01-2026\.pdf/);
        assert.equal((await visitor.post(`${path}/tu-kho`, take)).status, 409);
        await settle(world, application.listeners, monday);
        const sent = await visitor.post(`/ban-khai/${draft}/kiem-tra`, { returnWay: 'online' });
        assert.equal(sent.status, 303, sent.text);
        const components = await send<{ component: string; manner: string }>(
          world.tx,
          `select component, manner from dossiers.components where hash = $1`,
          [paper.hash],
        );
        assert.deepEqual(components, [{ component: 'civil-status-paper', manner: 'vault' }]);
        assert.match(
          (await visitor.get(sent.headers.get('location') ?? '')).text,
          /Từ kho giấy tờ của người nộp/,
        );
      }),
    );
});

describe('a paper of the vault, when an officer enters for the person', () => {
  const oneStop = sampleId('agency', 'ttpvhcc-song-mau');
  const officer: By = {
    ...nobody,
    kind: 'officer',
    account: sampleId('officer', 'mot-cua.song-mau'),
    person: sampleId('person', 'officer-mau'),
    name: 'Võ Văn Mẫu',
    agency: oneStop,
    powers: [{ role: 'counter', agency: oneStop, unit: null }],
    assurance: 2,
  };
  const take = { field: 'civilStatusPaper' };
  const pageOf = (draft: string): string => `/ban-khai/${draft}/tep-civilstatuspaper`;

  it(
    'is looked for once the person has consented, who then reads who looked',
    { timeout: 60_000 },
    inSample(async (world) => {
      const application = await testApplication(world, monday);
      const paper = await keptPaper(world, application);
      const draft = await begun(world, officer.account);
      const counter = application.signInAs(officer);
      const path = pageOf(draft);
      const before = await counter.get(path);
      assert.match(before.text, CONSENT);
      assert.doesNotMatch(before.text, OFFER_AT_COUNTER, 'nothing is told of the vault before');
      assert.equal((await counter.post(`${path}/tu-kho`, take)).status, 409);
      const looks = () =>
        send<{ item: string; name: string }>(
          world.tx,
          `select item, name from record.looks where subject = $1 and purpose like 'Tìm giấy tờ trong kho%' order by at, item`,
          [father.person],
        );
      assert.deepEqual(await looks(), []);
      assert.equal((await counter.post(`${path}/tu-kho`, { consent: 'yes' })).status, 303);
      const after = await counter.get(path);
      assert.match(after.text, OFFER_AT_COUNTER);
      assert.doesNotMatch(after.text, CONSENT, 'asked once for an application');
      assert.equal((await counter.post(`${path}/tu-kho`, take)).status, 303);
      assert.match((await counter.get(path)).text, /Giấy khai sinh 01-2026\.pdf/);
      assert.deepEqual(
        (await looks()).map(({ item, name }) => [item, name]).toSorted(),
        [
          [draft, officer.name],
          [paper.id, officer.name],
        ].toSorted(),
      );
    }),
  );

  it(
    'says on the slip that the person consented and when; they read it in their vault and object to it',
    { timeout: 60_000 },
    inSample(async (world) => {
      const application = await testApplication(world, monday);
      await keptPaper(world, application);
      const draft = await begun(world, officer.account);
      const counter = application.signInAs(officer);
      assert.equal((await counter.post(`${pageOf(draft)}/tu-kho`, { consent: 'yes' })).status, 303);
      assert.equal((await counter.post(`${pageOf(draft)}/tu-kho`, take)).status, 303);
      await settle(world, application.listeners, monday);
      const sent = await counter.post(`/ban-khai/${draft}/kiem-tra`, { returnWay: 'counter' });
      assert.equal(sent.status, 303, sent.text);
      const [dossier] = await send<{ id: string }>(
        world.tx,
        `select id from dossiers.dossiers where procedure = $1 and applicant = $2 and submitted_at = $3`,
        [CODE, father.person, monday],
      );
      const facts = await world.look({ ...systemAt(monday.toISOString()), by: officer }, async (look) => ({
        steps: await listSteps(look, dossier?.id ?? '', 'inside'),
      }));
      const received = facts.steps.find(({ act }) => act === 'dossier.receive');
      assert.match(JSON.stringify(received?.after), /"vaultConsentAt":"2026-11-23T02:00:00.000Z"/);

      const owner = application.signInAs(father);
      const vault = await owner.get('/kho');
      assert.match(vault.text, /Cán bộ tìm giấy tờ trong kho của bạn/);
      assert.match(vault.text, /người nộp đã đồng ý/);
      const [, path = ''] = /href="(\/du-lieu-cua-toi\/yeu-cau\?lan-xem=[^"]+)"/.exec(vault.html) ?? [];
      const objecting = await owner.get(path);
      assert.match(objecting.html, /value="objection"[^>]*checked/);
      assert.match(objecting.html, /Tôi phản đối lần xem lúc 09:00 ngày 23\/11\/2026 của Võ Văn Mẫu/);
      assert.doesNotMatch((await application.signInAs(mother).get(path)).html, /Võ Văn Mẫu/);
      const objected = await owner.post(path, {
        kind: 'objection',
        about: 'Kho giấy tờ của bạn',
        wish: 'Tôi phản đối lần xem này, vì tôi không đồng ý.',
      });
      assert.equal(objected.status, 303, objected.text);
      const requests = await send<{ kind: string }>(
        world.tx,
        `select kind from privacy.requests where person = $1`,
        [father.person],
      );
      assert.deepEqual(requests, [{ kind: 'objection' }]);
    }),
  );

  it(
    'is not offered for what came by post: nobody stands there to be asked',
    { timeout: 60_000 },
    inSample(async (world) => {
      const application = await testApplication(world, monday);
      await keptPaper(world, application);
      const draft = await begun(world, officer.account, true);
      const counter = application.signInAs(officer);
      assert.doesNotMatch((await counter.get(pageOf(draft))).text, CONSENT);
      assert.equal((await counter.post(`${pageOf(draft)}/tu-kho`, { consent: 'yes' })).status, 409);
    }),
  );
});
