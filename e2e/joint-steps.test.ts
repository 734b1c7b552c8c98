/**
 * A dossier on which two departments are asked at once (phối hợp, lấy ý kiến), as the people concerned see it: one answers, the other is
 * silent past its own limit; the person's date stays where it was, and the dossier goes on to its result (C2; issue on dossiers, point 4).
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { treeFelling } from '../sample/procedures/tree-felling.ts';
import { scenarioOf } from '../sample/procedures/answers.ts';
import { elements, newBrowser, textOf, type Browser, type Screen } from '../src/app/demo/browser.ts';
import { doStep, go } from '../src/app/demo/take.ts';
import { officer } from '../src/app/demo/people.ts';
import { accepted, assigned, decided, drafted, submitted } from '../src/app/demo/walks/parts.ts';
import type { Step, Walk } from '../src/app/demo/walk.ts';
import { contributed, TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { vietnamDay } from '../src/ground/text/dates.ts';
import { publish } from '../src/services/catalogue/index.ts';
import { dossierPath, stateName } from '../src/services/dossiers/index.ts';
import { consulting } from '../src/work/process/index.ts';
import { openHouse, type House } from './house.ts';

const [construction, environment] = ['Sở Xây dựng', 'Sở Nông nghiệp và Môi trường'];
const opinion = (id: string, unit: string, hours: number) => ({
  id,
  name: `Lấy ý kiến ${unit}`,
  unit,
  position: 'Chuyên viên',
  hours,
});
const WEEK = 7 * 86_400_000;

const walk: Walk = {
  procedure: treeFelling.national.code,
  name: 'A tree about which two departments are asked',
  people: {
    citizen: 'Nguyễn Văn Ví Dụ',
    counter: 'mot-cua.song-mau',
    'case officer': 'truong-phong-kinh-te.song-mau',
    inspector: 'dia-chinh.song-mau',
    leader: 'pho-chu-tich-2.song-mau',
    clerk: 'van-thu.song-mau',
    adviser: 'chuyen-vien-cap-phep.so-xay-dung',
  },
  steps: [...submitted(scenarioOf(treeFelling.national.code).answers), accepted, assigned],
  result: 'Giấy phép',
};

/** What is left when the departments have been heard, or have been silent. */
const onward: readonly Step[] = [
  {
    who: 'case officer',
    does: 'appraises the dossier',
    follow: 'Thẩm định hồ sơ',
    press: 'Hoàn thành',
    fill: { finding: 'Cây chết khô, đồng ý chặt hạ.' },
    leaves: 'processing',
  },
  {
    who: 'inspector',
    does: 'looks at the tree',
    follow: 'Kiểm tra cây tại chỗ',
    press: 'Hoàn thành',
    fill: { finding: 'Đúng như đơn và ảnh.' },
    leaves: 'processing',
  },
  drafted,
  ...decided,
];

/** What the page of a dossier says under a word of its summary. */
const said = ({ document }: Screen, word: string): string =>
  elements(document, 'dl')
    .flatMap((list) => elements(list, 'div'))
    .filter((fact) => elements(fact, 'dt').map(textOf).join() === word)
    .map((fact) => elements(fact, 'dd').map(textOf)[0] ?? '')
    .join();

describe('two departments that are asked at once', () => {
  let house: House;

  before(
    async () => {
      house = await openHouse();
      const { national, local } = treeFelling;
      const process = consulting(local.process!, 'tham-dinh', [
        opinion('y-kien-xay-dung', construction!, 8),
        opinion('y-kien-moi-truong', environment!, 4),
      ]);
      const today = vietnamDay(new Date());
      await house.program.edge.act(bySystem(TENANT), (act) =>
        publish(act, national, { ...local, process }, today, 'written'),
      );
    },
    { timeout: 300_000 },
  );
  after(() => house?.close());

  it('have clocks of their own; silence moves no date and stops nobody', { timeout: 120_000 }, async () => {
    const { origin, program } = house;
    const { code, citizen } = await go(origin, walk);
    const path = dossierPath(code);
    const first = await citizen.browser.open(path);
    const asked = ({ text }: Screen): string =>
      /Ý kiến của cơ quan khác (.*?) Vì sao là ngày này/.exec(text)?.[1] ?? '';
    for (const department of [construction, environment])
      assert.match(asked(first), new RegExp(`${department} từ \\d\\d:\\d\\d[^,]+, hạn \\d\\d:\\d\\d`));
    const promised = said(first, 'Hẹn trả');
    assert.match(promised, /\d\d:\d\d ngày/);

    /** Somebody signs in, finds the dossier on the desk and does a step. */
    const take = async (step: Step): Promise<Browser> => {
      const { browser } = await officer(newBrowser(origin), walk.people[step.who]!);
      const desk = await browser.open(`/viec?q=${encodeURIComponent(code)}`);
      await doStep(browser, await browser.follow(desk, code), step);
      return browser;
    };
    const adviser = await take({
      who: 'adviser',
      does: 'answers',
      follow: 'Lấy ý kiến',
      press: 'Hoàn thành',
      fill: { finding: 'Cây đã chết khô, đồng ý cho chặt hạ.' },
    });
    assert.equal((await adviser.open(path)).status, 403, 'who has answered does not see it any more');

    const hear = contributed(program.rooms, 'timed').find(({ name }) => name === 'dossiers.no-answer')!;
    const later = { ...bySystem(TENANT), now: new Date(Date.now() + WEEK) };
    await program.edge.act(later, (act) => hear.act(act));
    const after = await citizen.browser.open(path);
    assert.match(
      asked(after),
      new RegExp(`${construction} đã trả lời .* ${environment} không trả lời trong hạn, hồ sơ đi tiếp`),
    );
    assert.equal(said(after, 'Hẹn trả'), promised, 'the date of the person stays');

    for (const step of onward) await take(step);
    assert.equal(said(await citizen.browser.open(path), 'Tình trạng'), stateName.returned.vi);
  });
});
