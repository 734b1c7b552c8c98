/** Results that go to the person by public post (B8): in its hands, delivered, given up or too long on the way. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nobody, type Act, type By } from '../../../ground/db/act.ts';
import type { TestWorld } from '../../../ground/db/testing.ts';
import type { Listener } from '../../../ground/jobs/index.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { lookAt, minutes, type Opened } from '../../../outside/exchange/fixtures.ts';
import { site } from '../../../outside/messages/fixtures.ts';
import { listSent } from '../../../outside/messages/index.ts';
import { messagesRoom } from '../../../outside/messages/module.ts';
import { draftPaper } from '../../../paper/papers/index.ts';
import { listWorkOf } from '../../../work/desk/index.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { getProcedure } from '../../catalogue/index.ts';
import { accept } from '../commands/accept.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { dossierPage } from '../pages/dossier.tsx';
import { returnPage } from '../pages/return.tsx';
import { decideDossier, doStep, noteSigned, propose } from '../commands/steps.ts';
import { invariants } from '../invariants.ts';
import { listeners } from '../listeners.ts';
import { findByCode, findDossier, hold, type Held } from '../load.ts';
import { dossierMatters } from '../matters.ts';
import { processOf } from '../queries.ts';
import { filed, onSample } from '../testing/filed-at-portal.ts';

const codes = async (world: TestWorld, code: string) => findByCode(lookAt(world), code);

describe('dossiers whose result goes by post', () => {
  it(
    'are returned when the post has delivered it',
    onSample(async (world, { simulator, room }) => {
      const all = [...room.listeners, ...listeners];
      const { id, parcel } = await posted(world, simulator, all);
      assert.equal((parcel.order['Receiver'] as { Address: string }).Address, 'Thôn Thượng, xã Bến Đò');
      assert.equal((await findDossier(lookAt(world), id))?.state, 'decided');
      // In the hands of the post it is no work of the counter that could be late.
      assert.deepEqual(await paused(world, id), [['return', 'Bưu điện đang chuyển kết quả']]);
      parcel.state = 3;
      await settle(world, all, minutes(200));
      assert.equal((await findDossier(lookAt(world), id))?.state, 'returned');
      assert.equal(simulator.books.get(filed.MaHoSo)?.dossier['TrangThaiHoSo'], '10');
      for (const one of invariants) assert.deepEqual(await one.check(lookAt(world)), [], one.name);
    }),
  );

  it(
    'come back to the counter after ten days, which asks where it is',
    onSample(async (world, { simulator, room }) => {
      const all = [...room.listeners, ...listeners];
      const { id, parcel } = await posted(world, simulator, all);
      parcel.state = 2;
      const said = async () => (await listSteps(lookAt(world), id, 'party')).map(({ act }) => act);
      const DAY = 24 * 60;
      for (let day = 1; day < 10; day += 1) await settle(world, all, minutes(day * DAY));
      assert.deepEqual(await paused(world, id), [['return', 'Bưu điện đang chuyển kết quả']]);
      await settle(world, all, minutes(10 * DAY + 2));
      assert.deepEqual(await paused(world, id), [['return', null]]);
      assert.ok((await said()).includes('dossier.post-slow'));
      // It may come after all.
      parcel.state = 3;
      await settle(world, all, minutes(11 * DAY));
      assert.equal((await findDossier(lookAt(world), id))?.state, 'returned');
    }),
  );

  it(
    'that it could not deliver wait at the counter, and the person is told',
    onSample(async (world, { simulator, room }) => {
      const telling = messagesRoom({
        ...dossierMatters,
        carriers: { email: null, sms: null },
        site,
        outbox: false,
      });
      const all = [...room.listeners, ...listeners, ...telling.listeners];
      const { id, parcel } = await posted(world, simulator, all);
      parcel.state = 4;
      await settle(world, all, minutes(200));
      const look = lookAt(world);
      const dossier = (await findDossier(look, id))!;
      assert.equal(dossier.state, 'decided');
      assert.deepEqual(
        (await listWorkOf(look, id)).map((one) => [one.kind, one.agency, one.paused_for]),
        [['return', dossier.one_stop, null]],
      );
      assert.ok((await listSteps(look, id, 'party')).some(({ act }) => act === 'dossier.post-failed'));
      const oneStop: By = {
        ...nobody,
        kind: 'officer',
        name: 'Hồ Thị Ví Von',
        powers: [{ role: 'counter', agency: dossier.one_stop, unit: null }],
      };
      const owner: By = {
        ...nobody,
        kind: 'citizen',
        person: dossier.applicant,
        name: dossier.applicant_name,
      };
      const pages = { pages: [dossierPage(async () => false), returnPage] };
      const [work] = await listWorkOf(look, id);
      const handOver = await visitorOf(world, pages, new Date(), oneStop).get(
        `/ho-so/${dossier.code}/tra/${work!.ref}`,
      );
      assert.match(handOver.text, /không giao được: bản giấy giữ tại quầy/);
      assert.doesNotMatch(handOver.text, /tự chuyển sang đã trả/);
      assert.match(
        (await visitorOf(world, pages, new Date(), owner).get(`/ho-so/${dossier.code}`)).text,
        /Bưu điện không giao được bản giấy\. Mời bạn đến/,
      );
      const sent = await listSent(look, id, dossier.applicant!);
      assert.match(sent.map(({ title }) => title.vi).join('; '), /Bưu điện không giao được kết quả/);
    }),
  );
});

/** A dossier that is decided and whose result the post was told to fetch. */
async function posted(world: TestWorld, simulator: Opened['simulator'], all: readonly Listener[]) {
  await simulator.file({ ...filed, HinhThuc: '1', DiaChi: 'Thôn Thượng, xã Bến Đò' });
  await settle(world, all, minutes(0));
  const id = (await codes(world, filed.MaHoSo))!;
  await decide(world, id);
  await settle(world, all, minutes(1));
  return { id, parcel: [...simulator.parcels.values()][0]! };
}

/** Why the work that waits for this dossier is paused, by kind. */
const paused = async (world: TestWorld, id: string) =>
  (await listWorkOf(lookAt(world), id)).map(({ kind, paused_for }) => [kind, paused_for]);

/** Drives a dossier to its decision, as the officers of its agencies would. */
async function decide(world: TestWorld, id: string): Promise<void> {
  const look = lookAt(world);
  const { agency, one_stop: oneStop, code, procedure } = (await findDossier(look, id))!;
  const roles = ['counter', 'case-officer', 'leader', 'clerk'];
  const powers = [agency, oneStop].flatMap((where) =>
    roles.map((role) => ({ role, agency: where, unit: null })),
  );
  const officer: By = { ...nobody, kind: 'officer', name: 'Hồ Thị Ví Von', powers };
  const as = (work: (act: Act, held: Held) => Promise<unknown>) =>
    world.as(officer, new Date(), async (act) => void (await work(act, await hold(act, id))));
  const version = await getProcedure(look, procedure);
  const process = processOf(version, await getAgency(look, agency), await getAgency(look, oneStop));
  await as((act, held) =>
    accept(act, held, { version: version.version, term: { unit: 'working_day', amount: 1 }, process }),
  );
  const draft = {
    item: id,
    template: 'birth-certificate',
    title: 'Giấy khai sinh',
    resultCode: null,
    agency,
    agencyName: 'UBND',
    owner: null,
    ownerOrganisation: null,
    ownerName: '',
    data: {},
    book: 'thu',
    validUntil: null,
  };
  const paper = await world.as(officer, new Date(), async (act) => draftPaper(act, draft));
  for (;;) {
    const at = (await listWorkOf(look, id)).find(({ ref }) => ref !== null);
    if (!at || at.kind === 'return') return assert.ok(at, `nothing waits on ${code}`);
    const token = Number(at.ref);
    await as((act, held) => {
      if (at.kind === 'draft')
        return propose(act, held, process, token, { kind: 'grant', data: {}, refusal: null, paper });
      if (at.kind === 'sign') return noteSigned(act, held, process, token);
      if (at.kind === 'seal') return decideDossier(act, held, process, token);
      return doStep(act, held, process, token, 'xong');
    });
  }
}
