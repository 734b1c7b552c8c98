/** Minutes whose signer leaves are not stuck: the drafter is told and names another, in a way that the minutes say; or they end. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sampleId } from '../../../../sample/province/ids.ts';
import { seedProvince } from '../../../../sample/province/seed.ts';
import { nobody, system, type By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { settle } from '../../../ground/jobs/testing.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { appoint } from '../../../world/agencies/index.ts';
import { closeAccount, openOfficerAccount } from '../../../world/access/index.ts';
import { listWorkOf } from '../../../work/desk/index.ts';
import { deskRoom } from '../../../work/desk/module.ts';
import { readPrograms } from '../../scanning/index.ts';
import { judge, missingTool } from '../../signing/fixtures.ts';
import { close } from '../../typeset/index.ts';
import { testPress } from '../fixtures.ts';
import { papersRoom } from '../module.ts';
import { getPaper } from '../queries.ts';
import { findMinutes } from './commands.ts';
import { agency, chair, clerk, now, officer, secretary, written } from './fixtures.ts';
import { signMinutes } from './sign.ts';
import { noteSecretary } from './signers.ts';

const deputy = officer('pho-chu-tich-1.song-mau', 'leader', 'Phó chủ tịch');
const from = { address: '127.0.0.1', agent: 'test' };
const reason = 'Đã chuyển công tác từ ngày 22/11/2026';

describe('minutes whose signer leaves', { skip: missingTool('pdftotext') }, () => {
  const made = testPress(now);
  after(async () => {
    await (await made).close();
    await close();
  });
  const roomOf = async () => papersRoom({ ...(await made), programs: readPrograms() });
  const visitor = async (world: TestWorld, by: By) => visitorOf(world, await roomOf(), now, by);
  /** The account with which somebody finds the work that is theirs. */
  const withAccount = async (world: TestWorld, by: By, login: string): Promise<By> => {
    const { id } = await world.as(system, now, (act) =>
      openOfficerAccount(act, { person: by.person!, login, name: by.name }),
    );
    return { ...by, account: id };
  };
  const waits = async (world: TestWorld, id: string) =>
    (await world.look(systemAt(now), (look) => listWorkOf(look, id))).map(
      ({ kind, holder, subject }) => [kind, holder, subject] as const,
    );
  const minutesOf = async (world: TestWorld, id: string) =>
    (await world.look(systemAt(now), (look) => findMinutes(look, id)))!;
  const begun = async (world: TestWorld, by: By): Promise<string> => {
    const { to, text } = await (await visitor(world, by)).post('/bien-ban/moi', written);
    return to?.split('/').at(-1) ?? assert.fail(text);
  };
  /** An account is closed, and whoever has to hear of it has heard. */
  const leaves = async (world: TestWorld, { account }: By): Promise<void> => {
    await world.as({ ...nobody, kind: 'officer', name: 'Quản trị' }, now, (act) =>
      closeAccount(act, account!, 'Nghỉ việc', from),
    );
    const listeners = [...(deskRoom([], [], [], []).listeners ?? []), ...(await roomOf()).listeners];
    await settle(world, listeners, new Date(now));
  };

  /** The deputy takes over the post of the chair. */
  const succeeds = (world: TestWorld) =>
    world.as(system, now, (act) =>
      appoint(act, {
        post: sampleId('post', 'chu-tich.ubnd-song-mau'),
        person: deputy.person!,
        kind: 'in-charge',
        basis: 'Quyết định mẫu',
        from: '2026-11-23',
        to: null,
      }),
    );

  it(
    'go to the drafter, who names another; both sign anew, and the minutes say who signs for whom and why',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const [asClerk, asSecretary, asDeputy] = await Promise.all(
        [clerk, secretary, deputy].map((by) => visitor(world, by)),
      );
      const leaving = await withAccount(world, chair, 'chu-tich.thu');
      const id = await begun(world, clerk);
      const path = `/bien-ban/${id}/ky`;
      await asSecretary!.post(path, { choice: 'sign', why: '' });
      const { chair_name: was } = await minutesOf(world, id);
      assert.deepEqual(await waits(world, id), [['sign-second', leaving.account, was]]);
      assert.match((await asDeputy!.get(path)).text, new RegExp(`Chỉ ${was} ký được biên bản này lúc này`));

      await leaves(world, leaving);
      assert.deepEqual(await waits(world, id), [['name-signer', clerk.account, was]]);
      for (const one of [asDeputy!, asSecretary!, asClerk!])
        assert.match((await one.get(path)).text, new RegExp(`${was} không còn làm việc ở cơ quan`));
      assert.doesNotMatch((await asDeputy!.get(path)).text, /Chọn người khác ký/, 'leaders do not draft');
      assert.equal((await asDeputy!.post(path, { choice: 'sign', why: '' })).status, 403, 'not yet');

      const naming = `/bien-ban/${id}/nguoi-ky/chu-toa`;
      const named = { person: deputy.person!, why: reason };
      assert.match((await asClerk!.get(naming)).text, /Hiện không ai khác của cơ quan được ký/);
      assert.equal(
        (await asClerk!.post(naming, named)).status,
        422,
        'a deputy has no authority of their own',
      );
      await succeeds(world);
      const stranger = {
        ...clerk,
        powers: [{ role: 'clerk', agency: sampleId('agency', 'ubnd-an-mau'), unit: null }],
      };
      for (const by of [deputy, stranger, { ...nobody, kind: 'citizen' as const, name: 'Ai đó' }])
        assert.equal((await (await visitor(world, by)).post(naming, named)).status, 403, by.name);
      for (const [wrong, says] of [
        [{ ...named, why: '' }, /Hãy nhập/],
        [{ ...named, person: secretary.person! }, /Hãy chọn lại trong danh sách/],
        [{ ...named, person: sampleId('officer', 'mot-cua.song-mau') }, /Hãy chọn lại trong danh sách/],
      ] as const) {
        const reply = await asClerk!.post(naming, wrong);
        assert.equal(reply.status, 422, JSON.stringify(wrong));
        assert.match(reply.text, says);
      }
      const signed = await asClerk!.get(`/bien-ban/${id}/nguoi-ky/thu-ky`);
      assert.equal(signed.status, 409, 'the secretary has signed already');
      const answer = await asClerk!.post(naming, named);
      assert.equal(answer.to, path, answer.text);
      const { chair_name: is, ...row } = await minutesOf(world, id);
      assert.deepEqual(
        [row.chair, row.chair_for, row.chair_why, row.file],
        [deputy.person, was, reason, null],
      );
      assert.deepEqual(
        (await waits(world, id)).map(([kind]) => kind),
        ['sign-first'],
        'what was signed named another',
      );

      assert.equal(
        (await asDeputy!.post(path, { choice: 'sign', why: '' })).status,
        403,
        'after the secretary',
      );
      for (const one of [asSecretary!, asDeputy!])
        assert.equal((await one.post(path, { choice: 'sign', why: '' })).to, path);
      assert.equal((await asClerk!.post(naming, named)).status, 409, 'all have signed');
      assert.equal((await asClerk!.post(`/giay-to-da-cap/${id}/phat-hanh`, {})).status, 303);
      const paper = await world.look(systemAt(now), (look) => getPaper(look, id));
      const { output } = judge('pdftotext', ['-layout', '{a.pdf}', '-'], {
        'a.pdf': await (await made).store.read(paper.hash ?? ''),
      });
      const said = output.replaceAll(/\s+/g, ' ');
      assert.ok(said.includes(`Chủ trì (chủ tọa): ${was}`), 'who chaired stays');
      assert.ok(said.includes(`Người ký thay chủ tọa ${was}: ${is}. Lý do: ${reason}`), said);
      assert.match(said, /NGƯỜI KÝ THAY CHỦ TỌA/);
      const steps = await world.look(systemAt(now), (look) => listSteps(look, id, 'inside'));
      const step = steps.find(({ act }) => act === 'paper.name-signer');
      assert.deepEqual([step?.name, step?.reason], [clerk.name, reason]);
    }),
  );

  it(
    'end when the drafter withdraws them, and can be written anew; nobody is said to have refused',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const leaving = await withAccount(world, secretary, 'ho-tich.thu');
      const id = await begun(world, clerk);
      await leaves(world, leaving);
      assert.deepEqual(
        (await waits(world, id)).map(([kind]) => kind),
        ['name-signer'],
      );
      const end = `/bien-ban/${id}/thoi-trinh-ky`;
      const asClerk = await visitor(world, clerk);
      assert.equal((await (await visitor(world, deputy)).post(end, { why: reason })).status, 403);
      assert.equal((await asClerk.post(end, { why: '' })).status, 422);
      assert.equal((await asClerk.post(end, { why: reason })).to, `/bien-ban/${id}/ky`);
      assert.deepEqual(await waits(world, id), []);
      const page = (await asClerk.get(`/bien-ban/${id}/ky`)).text;
      assert.match(page, new RegExp(reason));
      assert.doesNotMatch(page, /Không ký|Chờ ký/);
      assert.match(page, /Thư ký: .* Chưa ký Chủ tọa: .* Chưa ký/);
      assert.equal((await asClerk.post(end, { why: reason })).status, 409, 'once');
      assert.equal((await asClerk.get(`/bien-ban/${id}/nguoi-ky/thu-ky`)).status, 409);
      assert.equal((await asClerk.get(`/bien-ban/${id}/lap-lai`)).status, 200);
    }),
  );

  it(
    'count no signature over what they were before another signer was named; named back, they say nothing of it',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const press = await made;
      const asClerk = await visitor(world, clerk);
      const id = await begun(world, clerk);
      const before = await world.look(systemAt(now), async (look) => ({
        paper: await getPaper(look, id),
        minutes: (await findMinutes(look, id))!,
      }));
      const holder = { id: secretary.person!, name: secretary.name, organisation: before.paper.agency_name };
      const signed = await signMinutes(press, before.paper, before.minutes, holder, new Date(now));
      await succeeds(world);
      const name = (person: string) =>
        asClerk.post(`/bien-ban/${id}/nguoi-ky/chu-toa`, { person, why: reason });
      assert.equal((await name(deputy.person!)).status, 303);
      await assert.rejects(
        world.as(secretary, now, (act) => noteSecretary(act, id, signed, before.minutes)),
        /another step already/,
      );
      assert.equal((await name(chair.person!)).status, 303);
      const { paper, minutes } = await world.look(systemAt(now), async (look) => ({
        paper: await getPaper(look, id),
        minutes: (await findMinutes(look, id))!,
      }));
      assert.deepEqual(paper.data, before.paper.data);
      assert.deepEqual([minutes.chair_for, minutes.chair_why, minutes.edition], [null, null, 3]);
      assert.equal(paper.agency, agency);
    }),
  );
});
