/**
 * Registries stop, are slow and answer wrongly in the middle of an application: no answer is lost, no page is an error, what
 * they would have known is asked and marked, checked when they are back, and the officer sees what came of it (B4).
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { scenarioOf } from '../sample/procedures/answers.ts';
import { elements, newBrowser, textOf, type Browser, type Screen } from '../src/app/demo/browser.ts';
import { citizen, officer } from '../src/app/demo/people.ts';
import { doStep, fitting } from '../src/app/demo/take.ts';
import { typed } from '../src/app/demo/typed.ts';
import { BEING_CHECKED } from '../src/app/demo/walks/parts.ts';
import { FAULTS_PATH } from '../src/ground/wire/index.ts';
import { openHouse, type House } from './house.ts';

const CODE = '1.001193';
const MARK = 'Hiện chưa lấy được dữ liệu từ';
const POPULATION = 'Cơ sở dữ liệu quốc gia về dân cư';
const well = { slowMs: 0, down: false, wrong: false, garbled: false, partial: false };

describe('registries that fail in mid-journey', { timeout: 600_000 }, () => {
  let house: House;
  before(async () => void (house = await openHouse()));
  after(() => house?.close());

  const setFaults = async (faults: Readonly<Record<string, Partial<typeof well>>>): Promise<void> => {
    const base = new URL(house.outside.registries!.population!.url).origin;
    const answer = await fetch(base + FAULTS_PATH, { method: 'PUT', body: JSON.stringify(faults) });
    assert.ok(answer.ok, `${answer.status}`);
  };
  const all = (faults: Partial<typeof well>) =>
    setFaults({ population: faults, 'civil-status': faults, insurance: faults, household: faults });
  afterEach(() => all(well));

  const begun = async (name: string): Promise<{ readonly browser: Browser; readonly screen: Screen }> => {
    const { browser, screen } = await citizen(newBrowser(house.origin), name, `/nop/${CODE}`);
    const button = elements(screen.document, 'button')
      .map(textOf)
      .find((one) => /^(Khai lại|Bắt đầu)/u.test(one))!;
    const first = await browser.press(screen, button);
    assert.equal(first.status, 200, first.text.slice(0, 300));
    return { browser, screen: first };
  };

  /** Goes through the form; before each page `meanwhile` may let something happen. Returns the check and the texts of all pages. */
  async function fillIn(
    { browser, screen }: { readonly browser: Browser; readonly screen: Screen },
    answers: Readonly<Record<string, unknown>>,
    meanwhile: (page: number) => Promise<void>,
  ): Promise<{ readonly check: Screen; readonly pages: readonly string[] }> {
    const pages: string[] = [];
    const inputs = typed(answers);
    let at = screen;
    while (!at.url.pathname.endsWith('/kiem-tra')) {
      await meanwhile(pages.length);
      pages.push(at.text);
      at = await browser.press(at, 'Tiếp tục', fitting(at, inputs));
      assert.equal(at.status, 200, at.text.slice(0, 300));
      assert.ok(pages.length < 60, at.url.pathname);
    }
    return { check: at, pages };
  }

  const submit = async (browser: Browser, check: Screen): Promise<string> => {
    const done = await doStep(browser, check, {
      who: 'citizen',
      does: 'submits',
      press: 'Nộp hồ sơ',
      fill: { returnWay: 'online' },
      againWhile: BEING_CHECKED,
    });
    assert.match(done.url.pathname, /^\/ho-so\//u, done.text.slice(0, 400));
    return decodeURIComponent(done.url.pathname.split('/')[2] ?? '');
  };

  const { answers } = scenarioOf(CODE);

  for (const [how, faults] of [
    ['stop', { down: true }],
    ['are slow', { slowMs: 3_000 }],
    ['break off their answers', { garbled: true }],
    ['answer about somebody else', { wrong: true }],
  ] as const)
    it(`half-way: they ${how}, and nothing that was answered or known is lost`, async () => {
      const start = await begun('Nguyễn Văn Ví Dụ');
      const { check, pages } = await fillIn(start, answers, async (page) => {
        if (page === 3) await all(faults);
      });
      assert.ok(pages.length > 6, `${pages.length} pages`);
      assert.ok(!pages.some((text) => text.includes(MARK)), 'what had been known stays known');
      for (const said of ['Nguyễn An Ví Dụ', 'Trần Thị Làm Mẫu', 'Phường Sông Mẫu'])
        assert.ok(check.text.includes(said), said);
      await submit(start.browser, check);
    });

  for (const [how, faults, name, asked] of [
    ['slow', { slowMs: 20_000 }, 'Vũ Văn Phác Thảo', true],
    ['breaking off their answers', { garbled: true }, 'Hoàng Thị Thử', true],
    ['answering about somebody else', { wrong: true }, 'Phạm Thị Giả Định', true],
    ['leaving fields out', { partial: true }, 'Vũ Văn Minh Hoạ', false],
  ] as const)
    it(`from the beginning, ${how}: the form opens, and what they did not say is asked`, async () => {
      await all(faults);
      const start = await begun(name);
      const { pages } = await fillIn(start, answers, async () => {});
      assert.equal(
        pages.some((text) => text.includes(MARK) && text.includes('Quê quán')),
        asked,
      );
      assert.ok(
        pages.some((text) => text.includes('Quê quán của bé')),
        'it is asked',
      );
    });

  it('from the beginning: the question is asked, marked, checked later, and the officer sees what differs', async () => {
    await all({ down: true });
    // Nobody has asked about her before: no earlier answer can be used again.
    const start = await begun('Trần Thị Làm Mẫu');
    const own = { ...answers, hometown: 'Xã Bến Đò, tỉnh Sông Lam' };
    const { check, pages } = await fillIn(start, own, async (page) => {
      if (page === 4) await all(well);
    });
    const marked = pages.filter((text) => text.includes(MARK));
    assert.ok(
      marked.some((text) => text.includes(POPULATION) && text.includes('Quê quán')),
      marked.join('\n').slice(0, 500),
    );
    assert.ok(check.text.includes('Xã Bến Đò'));
    const code = await submit(start.browser, check);

    const counter = await officer(newBrowser(house.origin), 'mot-cua.song-mau');
    const open = (): Promise<Screen> => counter.browser.open(`/ho-so/${encodeURIComponent(code)}`);
    const link = elements((await open()).document, 'a').find((one) =>
      one.attrs.some(({ name, value }) => name === 'href' && value.startsWith('/doi-chieu/')),
    );
    assert.ok(link, 'the dossier leads to its checks');
    const path = link.attrs.find(({ name }) => name === 'href')!.value;
    let checks = await counter.browser.open(path);
    const differs = /Quê quán.{0,40}Xã Bến Đò, tỉnh Sông Lam/u;
    for (const until = Date.now() + 90_000; !differs.test(checks.text) && Date.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      checks = await counter.browser.open(path);
    }
    assert.match(checks.text, differs, checks.text.slice(0, 600));
    assert.ok(checks.text.includes('Có chỗ khác'));
    const calls = checks.text.slice(checks.text.indexOf('Những lần hỏi cơ sở dữ liệu cho hồ sơ này'));
    assert.match(calls, /1\.001193 Nghị định 42\/2022\/NĐ-CP, Điều 11 Hệ thống, theo lịch Đã trả lời/u);
    // She was asked about when there was no dossier yet: that belongs to it too.
    assert.match(calls, /1\.001193 Nghị định 42\/2022\/NĐ-CP, Điều 11 Người nộp hồ sơ Không kết nối được/u);
    const seen = await counter.browser.press(checks, 'Tôi đã xem');
    assert.equal(seen.url.pathname, '/viec');
  });
});
