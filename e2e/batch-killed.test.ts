/**
 * A batch of signatures whose worker is killed in the middle: the next worker goes on with what is left, and no paper is signed twice
 * (issue on papers, point 2: interrupted batches continue).
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sampleId } from '../sample/province/ids.ts';
import { newBrowser } from '../src/app/demo/browser.ts';
import { officer } from '../src/app/demo/people.ts';
import { TENANT } from '../src/app/wiring.ts';
import type { By } from '../src/ground/db/act.ts';
import { send } from '../src/ground/db/connect.ts';
import { newCheckCode } from '../src/paper/papers/index.ts';
import { findTemplate } from '../src/paper/typeset/index.ts';
import { receive } from '../src/services/dossiers/index.ts';
import { caseOfficer, counter, father, submission, takeToLeader } from '../src/services/dossiers/fixtures.ts';
import { openBareHouse, type BareHouse } from './bare-house.ts';

const MANY = 16;
const KILLED_AFTER = 3;
const top = sampleId('agency', 'ubnd-tinh');

const here = (by: By): By => ({
  ...by,
  agency: top,
  powers: by.powers.map((one) => ({ ...one, agency: top })),
});
const callerOf = (by: By) => ({ tenant: TENANT, by, now: new Date(), requestId: 'test' });

describe('a batch of signatures', { timeout: 400_000 }, () => {
  let house: BareHouse;
  before(async () => void (house = await openBareHouse()));
  after(() => house?.close());

  /** Dossiers whose result is drafted and waits for the chair. */
  async function draft(): Promise<void> {
    const { edge } = house.program;
    const data = findTemplate('birth-certificate')?.sample as Readonly<Record<string, unknown>>;
    for (let n = 0; n < MANY; n++) {
      const { code } = await edge.act(callerOf(father), (act) =>
        receive(act, {
          ...submission(`killed ${n}`),
          channel: 1,
          agency: { id: top, identifier: 'H99' },
          oneStop: top,
        }),
      );
      const officers = { counter: callerOf(here(counter)), caseOfficer: callerOf(here(caseOfficer)) };
      await takeToLeader(edge, officers, code, { data, mark: newCheckCode() });
    }
  }

  it('whose worker is killed goes on where it was, and signs nothing twice', async (test) => {
    await draft();
    assert.equal(
      await house.count(`desk.work where tenant = $1 and kind = 'sign' and closed_at is null`, [TENANT]),
      MANY,
    );
    const { browser, screen } = await officer(newBrowser(house.origin), 'chu-tich.tinh');
    const chosen = await browser.press(screen, 'Xử lý tất cả theo bộ lọc');
    const page = await browser.press(chosen, 'Bắt đầu', { name: 'dossiers.sign' });
    const [, batch] = page.url.pathname.match(/^\/viec\/hang-loat\/([^/]+)/) ?? [];
    assert.ok(batch, page.url.pathname);

    const done = () => house.count(`desk.batch_items where batch = $1 and state <> 'waiting'`, [batch]);
    const first = house.startWorker();
    while ((await done()) < KILLED_AFTER) await pause(10);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const before = await done();
    test.diagnostic(`killed when ${before} of ${MANY} were signed`);
    assert.ok(before < MANY, 'the kill came in the middle');
    await pause(500);
    assert.equal(await done(), before, 'nobody works now');

    house.startWorker();
    while ((await done()) < MANY) await pause(100);
    assert.equal(await house.count(`desk.batch_items where batch = $1 and state = 'done'`, [batch]), MANY);
    const steps = await send<{ papers: number; signed: number }>(
      house.connection.db,
      `select count(distinct item)::int as papers, count(*)::int as signed from record.steps where tenant = $1 and act = 'paper.sign'`,
      [TENANT],
    );
    assert.deepEqual(steps, [{ papers: MANY, signed: MANY }]);
    assert.equal(
      await house.count(`desk.work where tenant = $1 and kind = 'sign' and closed_at is null`, [TENANT]),
      0,
    );
    assert.equal(
      await house.count(`desk.work where tenant = $1 and kind = 'seal' and closed_at is null`, [TENANT]),
      MANY,
    );
  });
});
