/** Approval by silence has a paper: drafted with it, signed and sealed as others are, and then what the person was given. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { advertisingNotice } from '../../../sample/procedures/advertising-notice.ts';
import { scenarioOf } from '../../../sample/procedures/answers.ts';
import { sampleId } from '../../../sample/province/ids.ts';
import { seedProvince } from '../../../sample/province/seed.ts';
import { nobody, system, type By } from '../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../ground/db/testing.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { visitorOf } from '../../ground/web/testing.tsx';
import { testPress } from '../../paper/papers/fixtures.ts';
import { draftPaper, listPapersOf, type Paper } from '../../paper/papers/index.ts';
import { readCertificate, verifyFile } from '../../paper/signing/index.ts';
import { close as closeTypeset } from '../../paper/typeset/index.ts';
import { listWorkOf } from '../../work/desk/index.ts';
import { abolishAgency } from '../../world/agencies/index.ts';
import { publish } from '../catalogue/index.ts';
import { dossierBatches } from './batch.ts';
import { askSignatureAgain } from './commands/issue.ts';
import { receive } from './commands/receive.ts';
import { father, submission } from './fixtures.ts';
import { invariants } from './invariants.ts';
import { hearSilence } from './jobs.ts';
import { hold } from './load.ts';
import { dossiersRoom } from './module.ts';
import { composeRefusal } from './result-paper.ts';
import type { ChannelNumber } from './schema.ts';
import { acceptAt, wholeAt } from './testing.ts';

const home = 'https://mau.example';
/** Monday 23 November 2026, 09:00 in Vietnam; two weeks later the five working days are over; the day after. */
const [filed, over, next] = ['2026-11-23T02:00:00Z', '2026-12-07T02:00:00Z', '2026-12-08T02:00:00Z'];
const department = sampleId('agency', 'so-van-hoa-the-thao-du-lich');
const heir = sampleId('agency', 'so-khoa-hoc-cong-nghe');

const officer = (role: string, slug: string, agencies: readonly string[] = [department]): By => ({
  ...nobody,
  kind: 'officer',
  name: 'Dương Thị Minh Hoạ',
  person: sampleId('officer', slug),
  agency: agencies[0]!,
  powers: agencies.map((agency) => ({ role, agency, unit: null })),
});
const leader = officer('leader', 'giam-doc.so-van-hoa-the-thao-du-lich');
const clerk = officer('clerk', 'van-thu.so-van-hoa-the-thao-du-lich');
const counter = officer('counter', 'mot-cua.so-van-hoa-the-thao-du-lich');

describe('approval by silence', () => {
  let press: Awaited<ReturnType<typeof testPress>>;
  before(async () => void (press = await testPress(filed)));
  after(async () => {
    await press.close();
    await closeTypeset();
  });

  async function seeded(world: TestWorld): Promise<void> {
    await seedProvince(world, systemAt(filed));
    const { national, local, from } = advertisingNotice;
    await world.as(system, filed, (act) => publish(act, national, local, from, 'written'));
  }

  /** An accepted dossier of the father. */
  async function accepted(world: TestWorld, channel: ChannelNumber = 2): Promise<string> {
    const { procedure: code, answers } = scenarioOf('1.004650');
    const one = submission(`silence ${channel}`);
    const { id } = await world.as(channel === 2 ? father : counter, filed, (act) =>
      receive(act, {
        ...one,
        channel,
        answers,
        procedure: { ...one.procedure, code, name: advertisingNotice.national.name },
        agency: { id: department, identifier: 'H99.10' },
        oneStop: department,
      }),
    );
    await acceptAt(world, id, new Date(filed));
    return id;
  }

  const hear = (world: TestWorld): Promise<void> => world.as(system, over, (act) => hearSilence(act, home));
  const papersOf = (world: TestWorld, id: string): Promise<readonly Paper[]> =>
    world.look(systemAt(over), (look) => listPapersOf(look, id));
  const waiting = async (world: TestWorld, id: string) =>
    (await world.look(systemAt(over), (look) => listWorkOf(look, id))).map(({ kind, role }) => [kind, role]);
  const visit = (world: TestWorld, by: By, now = over) =>
    visitorOf(world, dossiersRoom({ press, store: press.store, home, isRated: async () => false }), now, by);

  async function run(world: TestWorld, name: string, by: By, id: string, now = over): Promise<void> {
    const batch = dossierBatches(press, world).find((one) => one.name === `dossiers.${name}`)!;
    const open = await world.look(systemAt(now), (look) => listWorkOf(look, id));
    const work = open.find(batch.fits) ?? assert.fail(`${name}: no work`);
    const said = { note: 'Thử', colleague: null };
    const prepared = await world.look({ ...systemAt(now), by }, async (look) =>
      batch.prepare?.(look, work, said),
    );
    await world.as(by, now, (act) => batch.act(act, work, said, prepared));
  }

  it(
    'comes for each dossier by itself: one that cannot be moved stops no other',
    rolledBack(async (world) => {
      await seeded(world);
      const [broken, whole] = [await accepted(world), await accepted(world, 1)];
      await sql`update dossiers.dossiers set clock = '{}' where id = ${broken}`.execute(world.tx);
      await hear(world);
      assert.deepEqual(await waiting(world, whole), [['sign', 'leader']]);
      const rows = await sql<{
        state: string;
      }>`select state from dossiers.dossiers where id = ${broken}`.execute(world.tx);
      assert.deepEqual(rows.rows, [{ state: 'accepted' }]);
      assert.deepEqual(await papersOf(world, broken), [], 'what was drafted for it is undone with it');
    }),
  );

  it(
    'is signed, numbered and sealed on the pages of those who do so, and is then the result of the dossier',
    { timeout: 60_000 },
    rolledBack(async (world) => {
      await seeded(world);
      const id = await accepted(world);
      await hear(world);
      const { dossier } = await wholeAt(world, id, new Date(over));
      assert.deepEqual([dossier.state, dossier.outcome, dossier.result], ['decided', 'granted', null]);
      const page = `/ho-so/${dossier.code}`;
      const person = visit(world, father);
      assert.match((await person.get(page)).text, /Thông báo có chữ ký và dấu của cơ quan đang được làm/);
      assert.equal((await person.get(`${page}/ket-qua`)).status, 404, 'nothing is out before it is sealed');
      assert.deepEqual(await waiting(world, id), [['sign', 'leader']]);

      const [draft] = await papersOf(world, id);
      const at = `thong-bao-${draft?.id}`;
      const signing = await visit(world, leader).get(`${page}/ky/${at}`);
      assert.match(signing.text, /Căn cứ Nghị định số 181\/2013\/NĐ-CP quy định chi tiết Luật Quảng cáo/);
      assert.match(signing.text, /Địa danh\s+Sông Lam/);
      assert.match(signing.text, /Phương tiện\s+Băng-rôn/);
      assert.match(signing.text, /Thời điểm hết thời hạn giải quyết\s+\d\d:\d\d ngày 01\/12\/2026/);
      assert.doesNotMatch(signing.text, /Số định danh cá nhân/);
      assert.doesNotMatch(signing.text, /Trả lại để làm lại/);
      const send = { choice: 'send-back', reason: 'Thử', annexes: '' };
      assert.equal((await visit(world, leader).post(`${page}/ky/${at}`, send)).status, 409);
      const sign = { choice: 'sign', reason: '', annexes: '' };
      assert.equal((await visit(world, leader).post(`${page}/ky/${at}`, sign)).status, 303);
      assert.deepEqual(await waiting(world, id), [['seal', 'clerk']]);
      assert.equal((await person.get(`${page}/ket-qua`)).status, 404, 'a signature alone is no paper yet');
      assert.equal((await visit(world, clerk).post(`${page}/phat-hanh/${at}`, {})).status, 303);

      const [paper, ...others] = await papersOf(world, id);
      assert.deepEqual(others, []);
      assert.deepEqual([paper?.state, paper?.symbol], ['issued', '01/TB-SVHTTDL']);
      assert.deepEqual(await waiting(world, id), [['return', 'counter']]);
      assert.match(
        (await person.get(page)).text,
        /Thông báo có chữ ký và dấu của cơ quan tải được ở trang này/,
      );
      const file = await person.get(`${page}/ket-qua`);
      assert.equal(file.status, 200);
      const verdict = await verifyFile(Buffer.from(await press.store.read(paper!.hash!)), {
        roots: (await press.keyring.roots()).map(readCertificate),
        now: new Date(over),
      });
      assert.ok(verdict.signatures.length >= 2, 'the leader and the agency');
      await run(world, 'return', counter, id);
      assert.equal((await wholeAt(world, id, new Date(over))).dossier.state, 'returned');
      for (const one of invariants)
        assert.deepEqual(await world.look(systemAt(over), one.check), [], one.name);
    }),
  );

  it(
    'comes once however often it is looked for, alike for online and counter, also in a batch',
    { timeout: 60_000 },
    rolledBack(async (world) => {
      await seeded(world);
      const ids = [await accepted(world, 2), await accepted(world, 1)];
      await hear(world);
      await hear(world);
      const told = [];
      for (const id of ids) {
        assert.equal((await papersOf(world, id)).length, 1);
        const [draft] = await papersOf(world, id);
        told.push([await waiting(world, id), { ...draft?.data, dossier: '', check: '' }]);
        await assert.rejects(run(world, 'send-back', leader, id), Conflict);
        await run(world, 'sign', leader, id);
        await run(world, 'seal', clerk, id);
        assert.equal((await papersOf(world, id))[0]?.state, 'issued');
      }
      assert.deepEqual(told[0], told[1]);
      const symbols = (await Promise.all(ids.map((id) => papersOf(world, id))))
        .flat()
        .map((one) => one.symbol);
      assert.deepEqual(symbols.toSorted(), ['01/TB-SVHTTDL', '02/TB-SVHTTDL']);
    }),
  );

  it(
    'is not what was proposed before it: a refusal that nobody sealed never reaches the person',
    rolledBack(async (world) => {
      await seeded(world);
      const id = await accepted(world);
      await world.as(system, filed, async (act) => {
        const { dossier } = await hold(act, id);
        const refusal = { ground: 'x', reason: 'Không đủ điều kiện', basis: 'Luật mẫu' };
        const paper = draftPaper(act, {
          ...composeRefusal(dossier, { short: 'SM' }, { agency: 'Sở', place: 'Mẫu' }, refusal),
          item: id,
          agency: department,
          agencyName: 'Sở',
          owner: dossier.applicant,
          ownerOrganisation: null,
          ownerName: dossier.applicant_name,
          book: 'named-document',
          validUntil: null,
        });
        await act.tx
          .updateTable('dossiers.dossiers' as never)
          .set({ state: 'accepted', result: paper, outcome: 'refused' } as never)
          .where('id' as never, '=', id as never)
          .execute();
      });
      await hear(world);
      const { dossier } = await wholeAt(world, id, new Date(over));
      assert.deepEqual([dossier.outcome, dossier.result], ['granted', null]);
    }),
  );

  it(
    'is signed again by the heir where the agency ended between signature and seal',
    { timeout: 60_000 },
    rolledBack(async (world) => {
      await seeded(world);
      const id = await accepted(world);
      await hear(world);
      await run(world, 'sign', leader, id);
      await world.as(system, over, (act) =>
        abolishAgency(act, department, {
          last: '2026-12-07',
          basis: 'Nghị quyết mẫu',
          heirs: [{ successor: heir, field: null, place: null }],
        }),
      );
      const both = [heir, department];
      const [newLeader, newClerk] = [
        officer('leader', 'giam-doc.so-khoa-hoc-cong-nghe', both),
        officer('clerk', 'van-thu.so-khoa-hoc-cong-nghe', both),
      ];
      await assert.rejects(run(world, 'seal', newClerk, id, next), Conflict);
      await world.as(newClerk, next, async (act) => {
        const whole = await wholeAt(world, id, new Date(next));
        const [paper] = await papersOf(world, id);
        await askSignatureAgain(act, whole, whole.work[0]!, paper!);
      });
      assert.deepEqual(await waiting(world, id), [['sign', 'leader']]);
      await run(world, 'sign', newLeader, id, next);
      await run(world, 'seal', newClerk, id, next);
      const [paper] = await papersOf(world, id);
      assert.deepEqual([paper?.state, paper?.agency], ['issued', heir]);
    }),
  );
});
