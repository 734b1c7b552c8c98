/** The page of a person shows what other systems keep of theirs, to be followed and for nothing else. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleId } from '../../../../sample/province/ids.ts';
import { inSample } from '../../../../sample/testing.ts';
import { nobody, type By } from '../../../ground/db/act.ts';
import { send } from '../../../ground/db/connect.ts';
import { visitorOf } from '../../../ground/web/testing.tsx';
import { minePage } from './mine.tsx';

const now = '2026-11-23T02:00:00Z';
const person = (key: string): By => ({
  ...nobody,
  kind: 'citizen',
  account: sampleId('person', key),
  person: sampleId('person', key),
  assurance: 2,
});

describe('dossiers of mine in other systems', () => {
  it(
    'are shown with their state and date, without a link or an act, and to nobody else',
    inSample(async (world) => {
      const owner = person('nguyen-van-vi-du');
      await send(
        world.tx,
        `insert into exchange.mirrored (tenant, system, code, procedure, title, agency, applicant_name, person, status, due_at, told_at)
         values ($1, 'ministry', 'G01.20-261120-0007', '3.000333', 'Cấp Phiếu lý lịch tư pháp', 'H99.01', 'Nguyễn Văn Ví Dụ', $2, 4, $3, $3)`,
        [world.tenant, owner.person, new Date(now)],
      );
      const see = async (by: By) => visitorOf(world, { pages: [minePage] }, now, by).get('/cua-toi');
      const mine = await see(owner);
      assert.match(
        mine.text,
        /G01\.20-261120-0007 Cấp Phiếu lý lịch tư pháp\s*Đang xử lý\s*Hẹn trả 09:00 ngày 23\/11\/2026/,
      );
      assert.doesNotMatch(mine.html, /href="[^"]*G01\.20/);
      assert.doesNotMatch((await see(person('tran-thi-lam-mau'))).text, /G01\.20/);
    }),
  );
});
