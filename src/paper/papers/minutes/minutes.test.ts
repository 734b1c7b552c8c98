/** Minutes with two signers, from the page where they are written to the sealed file, judged by programs of others (Decree 30/2020, sample 1.9). */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { sampleId } from '../../../../sample/province/ids.ts';
import { seedProvince } from '../../../../sample/province/seed.ts';
import type { By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { listWorkOf } from '../../../work/desk/index.ts';
import { readPrograms } from '../../scanning/index.ts';
import { judge, missingTool } from '../../signing/fixtures.ts';
import { verifyFile } from '../../signing/index.ts';
import { close } from '../../typeset/index.ts';
import { testPress } from '../fixtures.ts';
import { papersRoom } from '../module.ts';
import { getPaper } from '../queries.ts';
import { trustOf } from '../signature-check.ts';
import { findMinutes } from './commands.ts';
import { chair, clerk, now, secretary, written } from './fixtures.ts';

describe('minutes', { skip: missingTool('pdfsig') || missingTool('pdftotext') }, () => {
  const made = testPress(now);
  after(async () => {
    await (await made).close();
    await close();
  });
  const visitor = async (world: TestWorld, by: By) =>
    visitorOf(world, papersRoom({ ...(await made), programs: readPrograms() }), now, by);

  it(
    'are signed by the secretary, then by the chair, numbered and sealed last; pdfsig and verify agree',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const press = await made;
      const begun = await (await visitor(world, clerk)).post('/bien-ban/moi', written);
      const id = begun.to?.split('/').at(-1) ?? '';
      assert.equal(begun.to, `/giay-to-da-cap/${id}`, begun.text);
      const path = `/bien-ban/${id}/ky`;
      const waits = async () =>
        (await world.look(systemAt(now), (look) => listWorkOf(look, id))).map(({ kind, subject }) => [
          kind,
          subject,
        ]);
      const secretaryName = (await world.look(systemAt(now), (look) => findMinutes(look, id)))!
        .secretary_name;
      assert.deepEqual(await waits(), [['sign-first', secretaryName]]);

      const [asSecretary, asChair] = [await visitor(world, secretary), await visitor(world, chair)];
      assert.equal(
        (await asChair.post(path, { choice: 'sign', why: '' })).status,
        403,
        'not before the secretary',
      );
      assert.equal(
        (await (await visitor(world, clerk)).post(path, { choice: 'sign', why: '' })).status,
        403,
        'nobody else',
      );
      assert.match(
        (await asSecretary.get(path)).text,
        /12 hồ sơ.*Thư ký: .* Chờ ký .*Chủ tọa: .* Ký sau thư ký/,
      );
      assert.equal((await asSecretary.post(path, { choice: 'sign', why: '' })).to, path);
      assert.equal((await asSecretary.post(path, { choice: 'sign', why: '' })).status, 403, 'signed once');
      const between = await world.look(systemAt(now), (look) => findMinutes(look, id));
      const first = await press.store.read(between?.file ?? '');
      assert.equal(
        judge('pdfsig', ['-nocert', '{a.pdf}'], { 'a.pdf': first }).output.match(/is Valid/g)?.length,
        1,
      );
      const file = Buffer.from(await (await asChair.get(`${path}/tep`)).response.arrayBuffer());
      assert.deepEqual(file, first, 'the chair reads what the secretary signed');
      assert.equal((await asChair.post(path, { choice: 'sign', why: '' })).to, path);
      const seal = `/giay-to-da-cap/${id}/phat-hanh`;
      assert.equal((await asChair.post(seal, {})).status, 403, 'the clerk seals');
      assert.deepEqual(await waits(), [['seal', '']]);
      assert.equal((await (await visitor(world, clerk)).post(seal, {})).status, 303);
      assert.deepEqual(await waits(), []);

      const paper = await world.look(systemAt(now), (look) => getPaper(look, id));
      assert.equal(paper.state, 'issued');
      assert.match(paper.symbol ?? '', /^01\/BB-/);
      const sealed = await press.store.read(paper.hash ?? '');
      assert.deepEqual(sealed.subarray(0, first.length), first, 'what was signed first is not touched');
      const { output } = judge('pdfsig', ['-nocert', '{a.pdf}'], { 'a.pdf': sealed });
      assert.equal(output.match(/Signature is Valid/g)?.length, 3, output);
      const evidence = await press.keyring.evidence([]);
      const trust = { ...(await trustOf(press.keyring, new Date(now))), evidence };
      const { verdict, signatures } = await verifyFile(sealed, trust);
      assert.equal(verdict, 'valid');
      assert.deepEqual(signatures.map(({ signer }) => signer).slice(0, 3), [
        secretary.name,
        chair.name,
        paper.agency_name,
      ]);
      const words = [
        ...judge('pdftotext', ['-bbox', '{a.pdf}', '-'], { 'a.pdf': sealed }).output.matchAll(
          /xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="[\d.]+">([^<]+)</g,
        ),
      ].map(([, x, y, text]) => ({ x: Number(x), y: Number(y), text }));
      const [left, right] = ['THƯ', 'TỌA'].map((text) => words.find((one) => one.text === text));
      assert.ok(left && right && left.x < 298 && right.x > 298, 'side by side');
      assert.ok(Math.abs(left.y - right.y) < 1, 'on one line');
      const recipients = words.find(({ text }) => text === 'nhận:');
      assert.ok(recipients && recipients.y > left.y, 'recipients stand below');
      const steps = await world.look(systemAt(now), (look) => listSteps(look, id, 'inside'));
      assert.deepEqual(
        steps.map(({ act }) => act),
        ['paper.draft', 'paper.sign-first', 'paper.sign', 'paper.number', 'paper.issue'],
      );
    }),
  );

  it(
    'are refused where one person would sign twice, or the chair may not sign; others see nothing',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const asClerk = await visitor(world, clerk);
      const twice = await asClerk.post('/bien-ban/moi', { ...written, secretary: written.chair });
      assert.match(twice.text, /phải là hai người khác nhau/);
      const noAuthority = await asClerk.post('/bien-ban/moi', {
        ...written,
        secretary: written.chair,
        chair: written.secretary,
      });
      assert.equal(noAuthority.status, 422);
      const form = (await asClerk.get('/bien-ban/moi')).html;
      const offered = (name: string) =>
        form.slice(form.indexOf(`name="${name}"`)).split('</select>')[0] ?? '';
      assert.ok(offered('secretary').includes(written.secretary));
      assert.ok(!offered('chair').includes(written.secretary), 'only who may sign is offered');
      assert.equal(
        (await (await visitor(world, chair)).get('/bien-ban/moi')).status,
        403,
        'leaders do not draft',
      );
      const { to } = await asClerk.post('/bien-ban/moi', written);
      const id = to?.split('/').at(-1) ?? '';
      const signing = `/bien-ban/${id}/ky`;
      const asSecretary = await visitor(world, secretary);
      assert.equal((await asSecretary.post(signing, { choice: 'refuse', why: '' })).status, 422);
      assert.equal((await asSecretary.post(signing, { choice: 'refuse', why: 'Ghi sai' })).to, signing);
      assert.match((await asSecretary.get(signing)).text, /Ghi sai/);
      assert.equal((await asSecretary.post(signing, { choice: 'sign', why: '' })).status, 403);
      const back = await world.look(systemAt(now), (look) => listWorkOf(look, id));
      assert.deepEqual(
        back.map(({ kind, holder, subject }) => [kind, holder, subject]),
        [['rewrite', clerk.account, 'Ghi sai']],
        'the drafter has it on the desk',
      );
      const stranger: By = {
        ...clerk,
        person: null,
        powers: [{ role: 'clerk', agency: sampleId('agency', 'ubnd-an-mau'), unit: null }],
      };
      assert.equal((await (await visitor(world, stranger)).get(signing)).status, 403);
    }),
  );

  it(
    'go back to the drafter when they are refused, are written anew once, and after issue corrected by new ones that name them',
    rolledBack(async (world) => {
      await seedProvince(world, systemAt(now));
      const press = await made;
      const [asClerk, asSecretary, asChair] = [
        await visitor(world, clerk),
        await visitor(world, secretary),
        await visitor(world, chair),
      ];
      const idIn = (to: string | null | undefined) => to?.split('/').at(-1) ?? '';
      const work = async (id: string) =>
        (await world.look(systemAt(now), (look) => listWorkOf(look, id))).map(({ kind }) => kind);
      const sign = async (id: string) => {
        for (const one of [asSecretary, asChair])
          assert.equal(
            (await one.post(`/bien-ban/${id}/ky`, { choice: 'sign', why: '' })).to,
            `/bien-ban/${id}/ky`,
          );
        assert.equal((await asClerk.post(`/giay-to-da-cap/${id}/phat-hanh`, {})).status, 303);
      };
      const read = (id: string) => world.look(systemAt(now), (look) => getPaper(look, id));

      const refused = idIn((await asClerk.post('/bien-ban/moi', written)).to);
      assert.equal((await asClerk.get(`/bien-ban/${refused}/lap-lai`)).status, 403, 'not while they wait');
      await asSecretary.post(`/bien-ban/${refused}/ky`, { choice: 'sign', why: '' });
      await asChair.post(`/bien-ban/${refused}/ky`, { choice: 'refuse', why: 'Thiếu ý kiến của văn thư' });
      const again = `/bien-ban/${refused}/lap-lai`;
      const form = await asClerk.get(again);
      assert.match(form.text, /Không ký: Mai Thị Giả Định\. Thiếu ý kiến của văn thư/);
      assert.match(
        (await asClerk.get(`/bien-ban/${refused}/ky`)).text,
        /Thư ký: .* Đã ký Chủ tọa: .* Không ký/,
        'nobody is said to be about to sign',
      );
      assert.match(form.html, /Chủ tọa nêu 12 hồ sơ/, 'what was written is there');
      assert.equal((await asChair.get(again)).status, 403, 'who signs does not draft');
      assert.match((await asClerk.get(`/bien-ban/${refused}/ky`)).text, /Lập lại biên bản/);
      const better = { ...written, content: 'Chủ tọa nêu 12 hồ sơ.\nVăn thư có ý kiến.' };
      const version = idIn((await asClerk.post(again, better)).to);
      assert.notEqual(version, refused);
      assert.deepEqual([await work(refused), await work(version)], [[], ['sign-first']]);
      assert.equal((await asClerk.post(again, better)).status, 409, 'once');
      assert.match((await asClerk.get(`/bien-ban/${version}/ky`)).text, /Thay bản không được ký/);
      await sign(version);
      const issued = await read(version);
      assert.equal(issued.state, 'issued');

      const other = idIn((await asClerk.post('/bien-ban/moi', written)).to);
      const powers = clerk.powers.map((power) => ({ ...power, insteadOf: clerk.name }));
      const asSubstitute = await visitor(world, { ...chair, powers });
      await asSecretary.post(`/bien-ban/${other}/ky`, { choice: 'refuse', why: 'Không họp' });
      assert.equal(
        (await asSubstitute.post(`/bien-ban/${other}/thoi-lap`, { why: 'Đúng là không họp' })).status,
        303,
      );
      const dropped = (await world.look(systemAt(now), (look) => listSteps(look, other, 'inside'))).at(-1);
      assert.equal(dropped?.name, `${chair.name} (làm thay ${clerk.name})`);
      assert.deepEqual(await work(other), [], 'let be: nothing stays on the desk');

      const correcting = `/bien-ban/${version}/dinh-chinh`;
      assert.equal((await asChair.get(correcting)).status, 403);
      assert.match((await asClerk.get(`/giay-to-da-cap/${version}`)).text, /Lập biên bản thay thế/);
      const wrong = { ...better, error: 'Ghi sai số hồ sơ', content: 'Chủ tọa nêu 11 hồ sơ.' };
      assert.equal((await asClerk.post(correcting, { ...wrong, error: '' })).status, 422);
      const first = idIn((await asClerk.post(correcting, wrong)).to);
      assert.equal((await asClerk.get(correcting)).status, 409, 'one at a time');
      assert.equal((await asChair.get(`/giay-to-da-cap/${first}/ky`)).status, 409, 'signed by two, not here');
      await asSecretary.post(`/bien-ban/${first}/ky`, { choice: 'refuse', why: 'Chưa rõ' });
      const second = idIn((await asClerk.post(`/bien-ban/${first}/lap-lai`, wrong)).to);
      await sign(second);
      const [was, is] = [await read(version), await read(second)];
      assert.deepEqual([was.state, was.replaced_by, is.replaces], ['superseded', second, version]);
      const text = judge('pdftotext', ['{a.pdf}', '-'], { 'a.pdf': await press.store.read(is.hash ?? '') });
      assert.match(
        text.output.replaceAll(/\s+/g, ' '),
        new RegExp(`thay thế Biên bản số ${was.symbol} ngày 23/11/2026\\. Lý do thay thế: Ghi sai số hồ sơ`),
      );
      assert.match((await asClerk.get(`/xac-minh/${was.code}`)).text, /Đã được thay thế/);
    }),
  );
});
