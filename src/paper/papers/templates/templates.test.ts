import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { By } from '../../../ground/db/act.ts';
import { rolledBack, systemAt, type TestWorld } from '../../../ground/db/testing.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { close as closeTypeset, findTemplate } from '../../typeset/index.ts';
import { issued, leader, owner, testPress, ward } from '../fixtures.ts';
import { papersRoom } from '../module.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { currentTemplate, findVersion, templatesOf } from './versions.ts';

const now = '2026-11-20T09:00:00+07:00';
const KEY = 'birth-certificate';
const path = `/quan-tri/mau-van-ban/${KEY}`;
const shipped = findTemplate(KEY)!;

const administrator = (name: string, account: string, agency = ward): By => ({
  ...leader,
  name,
  account,
  powers: [{ role: 'it-admin', agency, unit: null }],
});
const first = administrator('Đỗ Quản Trị', '01900000-0000-7000-8000-000000000081');
const second = administrator('Vũ Ví Dụ', '01900000-0000-7000-8000-000000000082');

describe('templates in the hands of administrators', () => {
  let press: Awaited<ReturnType<typeof testPress>>;
  before(async () => {
    press = await testPress(now);
  });
  after(async () => {
    await press.close();
    await closeTypeset();
  });

  /** The pages as these people see them; the ward is the top agency of this world. */
  async function people(world: TestWorld) {
    await sql`insert into agencies.agencies (tenant, id, identifier, name, name_en, short, kind, level, regime, established, basis, search)
      values (${world.tenant}, ${ward}, 'H92', 'Tỉnh Sông Lam', '', '', 'province', 'province', 'head', '2025-07-01', '', '')
      on conflict do nothing`.execute(world.tx);
    const room = papersRoom(press);
    const as = (by: By) => visitorOf(world, room, now, by);
    return { first: as(first), second: as(second), as };
  }

  const changed = `${shipped.source}\nDòng thêm của người quản trị\n`;
  const save = (source: string) => ({ source, change: 'Thêm một dòng' });
  const current = (world: TestWorld) => world.look(systemAt(now), (look) => currentTemplate(look, KEY));

  /** What the page that publishes carries along unseen. */
  async function publish(visitor: ReturnType<typeof visitorOf>) {
    const html = await (await visitor.get(`${path}/ban-hanh`)).response.text();
    const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
    return visitor.post(`${path}/ban-hanh`, { seen });
  }

  it(
    'name both where somebody drafts or publishes in the place of an absent administrator',
    rolledBack(async (world) => {
      const { as } = await people(world);
      const instead = (by: By, absent: string): By => ({
        ...by,
        powers: by.powers.map((power) => ({ ...power, insteadOf: absent })),
      });
      const absent = 'Trần Vắng Mặt';
      assert.equal((await as(instead(first, absent)).post(path, save(changed))).to, path);
      assert.equal((await publish(as(instead(second, absent)))).to, path);
      const version = await world.look(systemAt(now), (look) => findVersion(look, KEY, 1));
      const both = [first, second].map(({ name }) => `${name} (làm thay ${absent})`);
      assert.deepEqual([version?.drafted_name, version?.published_name], both);
      const steps = await world.look(systemAt(now), (look) => listSteps(look, version!.id, 'inside'));
      assert.deepEqual(
        steps.map(({ name }) => name),
        both,
      );
    }),
  );

  it(
    'are drafted, previewed, published by a second person; papers name the version they were made with',
    rolledBack(async (world) => {
      const { first: one, second: other } = await people(world);
      const here = { ...press, templates: templatesOf(world, world.tenant) };
      const before = await issued(world, here, now);
      assert.equal(before.template_version, '0');
      assert.equal((await one.post(path, save(changed))).to, path);
      assert.equal((await current(world))?.version, '0', 'a draft changes nothing');
      const shown = await one.get(`${path}/xem-thu/1`);
      assert.equal(shown.response.headers.get('content-type'), 'application/pdf');
      assert.equal((await publish(one)).status, 403, 'not by whoever drafted it');
      assert.equal((await publish(other)).to, path);
      assert.equal((await current(world))?.source, changed.trim());
      const after = await issued(world, here, now);
      assert.equal(after.template_version, '1');
      assert.equal((await one.post(path, save(`${changed}\nthêm`))).to, path);
      const versions = (await one.get(path)).text;
      assert.match(versions, / 2 .*Chưa ban hành.* 1 .*Vũ Ví Dụ.* 0 .*Có sẵn trong phần mềm/);
      assert.equal((await current(world))?.version, '1');
    }),
  );

  it(
    'are not published when the draft was changed after it was looked at',
    rolledBack(async (world) => {
      const { first: one, second: other } = await people(world);
      await one.post(path, save(changed));
      assert.equal((await other.post(`${path}/ban-hanh`, { seen: '2020-01-01T00:00:00.000Z' })).status, 409);
      assert.equal((await current(world))?.version, '0');
    }),
  );

  it(
    'are refused when they are not sound, with what was typed kept',
    rolledBack(async (world) => {
      const { first: one } = await people(world);
      const refused = async (source: string, why: RegExp) => {
        const { status, text } = await one.post(path, save(source));
        assert.equal(status, 422, source);
        assert.match(text, why);
      };
      await refused(`${shipped.source}\n#no-such-thing`, /Mẫu văn bản có lỗi ở .*template\.typ/);
      await refused(`${shipped.source}\n#read("/etc/passwd")`, /Mẫu văn bản có lỗi/);
      await refused(`${shipped.source}\n#image("../../../../etc/passwd")`, /Mẫu văn bản có lỗi/);
      await refused(`${shipped.source}\n#import "@preview/cetz:0.3.0"`, /Mẫu văn bản có lỗi/);
      await refused(`${shipped.source}\n#while true { }`, /chạy quá lâu|Mẫu văn bản có lỗi/);
      await refused(
        `${shipped.source}\n#{ let s = 0; for i in range(30000) { for j in range(30000) { s += 1 } }; s }`,
        /chạy quá lâu|bộ nhớ/,
      );
      await refused('Chỉ có chữ', /Mẫu không còn chỗ cho: .*signature/);
      assert.doesNotMatch((await one.get(path)).text, /Chưa ban hành/, 'nothing was kept');
    }),
  );

  it(
    'are read by administrators, changed by those of the top agency, and seen by nobody else',
    rolledBack(async (world) => {
      const { as } = await people(world);
      const below = as(administrator('Hà Cấp Dưới', '01900000-0000-7000-8000-000000000083', owner));
      assert.match((await below.get(path)).text, /Chỉ người quản trị của cơ quan đứng đầu/);
      assert.equal((await below.post(path, save(changed))).status, 403);
      assert.equal((await as(leader).get(path)).status, 403);
      assert.equal((await below.get('/quan-tri/mau-van-ban')).status, 200);
      assert.equal((await below.get('/quan-tri/mau-van-ban/khong-co')).status, 404);
      assert.equal((await below.get(`${path}/xem-thu/7`)).status, 404);
    }),
  );
});
