/**
 * What waits in an office is given to one colleague in one batch, through the pages of the desk and a worker of its own: pressed twice it begins
 * once, the browser is closed, the worker is killed in the middle and another goes on; what cannot be assigned says why and stops nobody
 * (issue on dossiers, the desk). With BATCH_SIZE=500 it is measured.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { scenarioOf } from '../sample/procedures/answers.ts';
import { sampleId } from '../sample/province/ids.ts';
import {
  attribute,
  elements,
  newBrowser,
  textOf,
  type Browser,
  type Screen,
} from '../src/app/demo/browser.ts';
import { officer } from '../src/app/demo/people.ts';
import { TENANT } from '../src/app/wiring.ts';
import { send } from '../src/ground/db/connect.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { receive } from '../src/services/dossiers/index.ts';
import { openBareHouse, type BareHouse } from './bare-house.ts';

const measured = process.env['BATCH_SIZE'];
const MANY = Number(measured ?? 24);
/** One of them is the matter of the colleague who is chosen, one is finished before the worker comes to it. */
const NOT_ASSIGNED = 2;
/** Items that are done when the worker is killed: among the first, so that there is a middle to speak of. */
const KILLED_AFTER = 3;
/** Seconds that a measured batch may take, the start of two workers included, on two cores with others beside it. */
const MOST_SECONDS = 15 + MANY * 0.08;
/** Days that the colleague is away, from today: the tests may run about midnight. */
const AWAY = 2;

const office = sampleId('agency', 'ttpvhcc-nam-thu');
const colleague = sampleId('officer', 'mot-cua-2.nam-thu');

/** The value of the choice of a page that reads like this. */
function choiceOf({ document }: Screen, name: string, words: RegExp): string {
  const select = elements(document, 'select').find((one) => attribute(one, 'name') === name);
  const option = elements(select ?? document, 'option').find((one) => words.test(textOf(one)));
  return attribute(option ?? assert.fail(`no choice ${words} of ${name}`), 'value') ?? '';
}

/** Results of a batch by the code of the item, as its page shows them. */
const resultsOn = ({ document }: Screen): ReadonlyMap<string, string> =>
  new Map(
    elements(document, 'tr').flatMap((row) => {
      const cells = elements(row, 'td').map(textOf);
      const [code] = elements(row, 'th').map(textOf).concat(cells);
      return cells.length > 0 && code ? [[code, cells.at(-1) ?? ''] as const] : [];
    }),
  );

describe(`a batch of ${MANY} to assign`, { timeout: 400_000 }, () => {
  let house: BareHouse;
  before(async () => void (house = await openBareHouse()));
  after(() => house?.close());

  /** Dossiers that wait for anybody at the counter; one of them is a matter of the colleague. */
  async function file(): Promise<string[]> {
    const codes: string[] = [];
    for (let n = 0; n < MANY; n++) {
      const { code } = await house.program.edge.act(bySystem(TENANT), (act) =>
        receive(act, {
          key: `assign ${n}`,
          procedure: {
            code: '1.004873',
            version: 1,
            name: 'Cấp giấy xác nhận tình trạng hôn nhân',
            field: 'ho-tich',
          },
          channel: 2,
          applicant: {
            person: n === 1 ? colleague : null,
            organisation: null,
            name: `Nguyễn Văn Ví Dụ ${n}`,
          },
          filer: null,
          agency: { id: sampleId('agency', 'ubnd-nam-thu'), identifier: 'H99.68' },
          oneStop: office,
          place: 'SL018',
          answers: scenarioOf('1.004873').answers,
          contact: { phone: null, email: null, address: null },
          returnWay: 'online',
          components: [],
          nationalCode: null,
        }),
      );
      codes.push(code);
    }
    return codes;
  }

  /** Ends the batch that was begun on this page, whoever works; its page then. */
  async function ended(browser: Browser, page: Screen, items: number): Promise<Screen> {
    const [, batch] =
      page.url.pathname.match(/^\/viec\/hang-loat\/([^/]+)/) ?? assert.fail(page.url.pathname);
    const waiting = () => house.count(`desk.batch_items where batch = $1 and state = 'waiting'`, [batch]);
    while ((await waiting()) > 0) await pause(100);
    const shown = await browser.open(page.url.pathname);
    assert.match(shown.text, new RegExp(`${items} trên ${items} việc`));
    return shown;
  }

  it('is done in seconds, twice pressed and once interrupted; what cannot be assigned says why', async (test) => {
    const codes = await file();
    const [mine = '', theirs = '', finished = ''] = codes;
    const { browser, screen } = await officer(newBrowser(house.origin), 'pho-chu-tich-1.nam-thu');
    const inbox = await browser.follow(screen, 'Chờ phân công');
    const choose = await browser.press(inbox, 'Xử lý tất cả theo bộ lọc');
    const held = resultsOn(choose);
    assert.ok(
      codes.every((code) => held.has(code)),
      'all that was filed is in the batch',
    );
    const chosen = {
      name: 'desk.pass',
      colleague: choiceOf(choose, 'colleague', /quầy 2/),
      note: 'Phân công theo lĩnh vực',
    };

    // Another tab, by which a colleague at the counter accepts one of them meanwhile.
    const counter = await officer(newBrowser(house.origin), 'mot-cua.nam-thu');
    const accepting = await counter.browser.open(`/ho-so/${finished}/tiep-nhan`);
    await counter.browser.press(accepting, 'Tiếp nhận');

    const began = performance.now();
    const pressed = await Promise.all([1, 2].map(() => browser.press(choose, 'Bắt đầu', chosen)));
    assert.deepEqual(pressed.map(({ status }) => status).toSorted(), [200, 409]);
    const page = pressed.find(({ status }) => status === 200)!;
    const [, batch] = page.url.pathname.match(/^\/viec\/hang-loat\/([^/]+)/) ?? [];
    assert.ok(batch, page.url.pathname);
    assert.match(page.text, new RegExp(`0 trên ${held.size} việc`));

    const done = () => house.count(`desk.batch_items where batch = $1 and state <> 'waiting'`, [batch]);
    const first = house.startWorker();
    while ((await done()) < KILLED_AFTER) await pause(10);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const atKill = await done();
    assert.ok(atKill < MANY, 'the kill came in the middle');
    house.startWorker();
    // The browser in which it was pressed is closed: the leader comes back with another.
    const back = await officer(newBrowser(house.origin), 'pho-chu-tich-1.nam-thu');
    const shown = await ended(back.browser, page, held.size);
    const seconds = (performance.now() - began) / 1000;
    const told = `${held.size} assigned in ${seconds.toFixed(1)} s, two workers started; killed when ${atKill} were done`;
    test.diagnostic(told);
    if (measured) process.stderr.write(`${told}\n`);

    const results = resultsOn(shown);
    assert.match(results.get(theirs) ?? '', /^Chưa làm được .*có lợi ích liên quan/);
    assert.match(results.get(finished) ?? '', /^Chưa làm được .*đã xong/);
    assert.equal(results.get(mine), 'Đã xong');
    assert.equal([...results.values()].filter((one) => one === 'Đã xong').length, held.size - NOT_ASSIGNED);
    const given = codes.filter((code) => code !== theirs && code !== finished);
    assert.equal(
      await house.count(`desk.work where code = any($1) and holder = $2 and closed_at is null`, [
        given,
        chosen.colleague,
      ]),
      given.length,
    );
    const steps = await send<{ items: number; steps: number }>(
      house.connection.db,
      `select count(distinct item)::int as items, count(*)::int as steps from record.steps s
        where act = 'desk.assign' and reason = $1`,
      [chosen.note],
    );
    assert.deepEqual(steps, [{ items: held.size - NOT_ASSIGNED, steps: held.size - NOT_ASSIGNED }]);
    if (measured) assert.ok(seconds < MOST_SECONDS, `${seconds.toFixed(1)} s`);

    await byWhoMayNot(counter.browser, theirs);
    await toWhoIsAway(back.browser, theirs);
  });

  /** An officer of the counter sees what waits for the counter, and may take it; giving it to others is for the leader. */
  async function byWhoMayNot(browser: Browser, code: string): Promise<void> {
    const pool = await browser.open(`/viec?xem=cho-nhan&q=${encodeURIComponent(code)}`);
    const choose = await browser.press(pool, 'Xử lý tất cả theo bộ lọc');
    const page = await browser.press(choose, 'Bắt đầu', {
      name: 'desk.pass',
      colleague: choiceOf(choose, 'colleague', /quầy 1/),
    });
    const shown = await ended(browser, page, 1);
    assert.match(resultsOn(shown).get(code) ?? '', /^Chưa làm được Chỉ người đang giữ việc hoặc lãnh đạo/);
  }

  /** Who went on leave after the list was opened does not get the work; who is away already is not offered. */
  async function toWhoIsAway(browser: Browser, code: string): Promise<void> {
    const open = async () =>
      browser.press(
        await browser.open(`/viec?xem=phan-cong&q=${encodeURIComponent(code)}`),
        'Xử lý tất cả theo bộ lọc',
      );
    const choose = await open();
    const account = choiceOf(choose, 'colleague', /quầy 1/);
    const leaving = await officer(newBrowser(house.origin), 'mot-cua.nam-thu');
    const leave = await leaving.browser.open('/tai-khoan/lam-thay');
    const day = (after: number) => {
      const [year = '', month = '', date = ''] = new Date(Date.now() + after * 86_400_000)
        .toLocaleDateString('sv', { timeZone: 'Asia/Ho_Chi_Minh' })
        .split('-');
      return `${date}/${month}/${year}`;
    };
    const named = await leaving.browser.press(leave, 'Giao làm thay', {
      post: sampleId('post', 'mot-cua-1.ttpvhcc-nam-thu'),
      person: colleague,
      from: day(0),
      to: day(AWAY),
      basis: 'Đơn xin nghỉ (mẫu)',
    });
    assert.match(named.text, /Đã giao/);
    const page = await browser.press(choose, 'Bắt đầu', { name: 'desk.pass', colleague: account });
    const shown = await ended(browser, page, 1);
    assert.match(resultsOn(shown).get(code) ?? '', /^Chưa làm được Ngô Văn Giả Sử đang vắng/);
    assert.throws(() => choiceOf(page, 'colleague', /quầy 1/));
    const again = await open();
    assert.doesNotMatch(again.text, /Ngô Văn Giả Sử, /);
  }
});
