/**
 * A birth registration that an officer enters for the person at the counter, by keys alone from sign-in to the printed
 * acceptance slip (C1): every step is reached, what has the focus is seen, and each page begins where one goes on.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { scenarioOf } from '../sample/procedures/answers.ts';
import { treeFelling } from '../sample/procedures/tree-felling.ts';
import { go } from '../src/app/demo/take.ts';
import { submitted } from '../src/app/demo/walks/parts.ts';
import { scanOf } from '../src/app/demo/upload.ts';
import { TENANT } from '../src/app/wiring.ts';
import { bySystem } from '../src/ground/db/edge.ts';
import { findByCode, findDossier } from '../src/services/dossiers/index.ts';
import { startChromium, withoutChromium } from './chromium.ts';
import { chooserOf, deskOf, type Count, type Hands } from './hands.ts';
import { judge, missingTool } from '../src/paper/signing/fixtures.ts';
import { openHouse, type House } from './house.ts';

/** Beside the letters of what is typed: moving on, choosing, opening. */
const MOST_KEYS = 100;
/** Sign-in, counter, a page for each idea of the form, check, acceptance, dossier. */
const MOST_LOADS = 20;

type Answer = readonly [name: string, value: string];

const parent = (who: string, name: string, number: string, [day, month, year]: readonly string[]): Answer[] =>
  [
    ['name', name],
    ['birth.day', day ?? ''],
    ['birth.month', month ?? ''],
    ['birth.year', year ?? ''],
    ['personalNumber', number],
    ['ethnicity', 'Kinh'],
    ['nationality', 'Việt Nam'],
    ['residence.place', 'Phường Sông Mẫu, tỉnh Sông Lam'],
    ['residence.detail', 'Số 12 ngõ 3 đường Thí Dụ'],
  ].map(([part, value]) => [`${who}.${part}`, value ?? ''] as const);

const FATHER = { name: 'Nguyễn Văn Ví Dụ', number: '099090000137' };

/** What is answered, page by page as they follow each other; a choice by its value. */
const pages: readonly (readonly [page: string, answers: readonly Answer[]])[] = [
  ['quan-he', [['declarantRelation', 'father']]],
  ['giay-ve-viec-sinh', [['birthProof', 'notification']]],
  ['mang-thai-ho', [['surrogacy', 'no']]],
  ['ten-be', [['childName', 'Nguyễn An Quầy Mẫu']]],
  [
    'ngay-noi-sinh',
    [
      ['childBorn.day', '15'],
      ['childBorn.month', '11'],
      ['childBorn.year', '2026'],
      ['birthPlace', 'Bệnh viện Đa khoa Mẫu, phường Sông Mẫu'],
    ],
  ],
  [
    'gioi-dan-toc',
    [
      ['childSex', 'Nữ'],
      ['childEthnicity', 'Kinh'],
    ],
  ],
  ['que-quan', [['hometown', 'Phường Sông Mẫu, tỉnh Sông Lam']]],
  ['nguoi-me', parent('mother', 'Trần Thị Làm Mẫu', '099192000174', ['21', '8', '1992'])],
  ['co-ghi-cha', [['fatherNamed', 'yes']]],
  ['nguoi-cha', parent('father', FATHER.name, FATHER.number, ['14', '3', '1990'])],
  ['tep-birthnotification', [['birthNotification', 'file']]],
  ['so-ban-sao', [['copies', '1']]],
  [
    'cam-doan-dung',
    [
      ['confirmed', 'yes'],
      ['truth', 'yes'],
    ],
  ],
];

/** What has the focus, and whether a person sees it. A box that is drawn by its label shows it there. */
const focused = ({ page }: Hands) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLInputElement;
    const drawn = /^(radio|checkbox)$/.test(one.type ?? '')
      ? getComputedStyle(one.nextElementSibling ?? one, '::before')
      : getComputedStyle(one);
    const { top, bottom, width } = one.getBoundingClientRect();
    return {
      tag: one.tagName.toLowerCase(),
      type: one.type ?? '',
      name: one.getAttribute('name') ?? '',
      id: one.id,
      value: one.value ?? '',
      text: (one.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      seen:
        width > 0 &&
        bottom > 0 &&
        top < innerHeight &&
        ((drawn.outlineStyle !== 'none' && drawn.outlineWidth !== '0px') || drawn.boxShadow !== 'none'),
    };
  });

type Focused = Awaited<ReturnType<typeof focused>>;

/** Goes on by Tab to where one wants to be; everything on the way shows that it has the focus. */
async function tabTo(hands: Hands, what: string, isIt: (one: Focused) => boolean): Promise<Focused> {
  for (let n = 0; n < 40; n++) {
    const one = await focused(hands);
    assert.ok(one.seen, `what has the focus is seen: ${JSON.stringify(one)} on ${hands.page.url()}`);
    if (isIt(one)) return one;
    await hands.press('Tab');
  }
  throw new Error(`The keyboard does not come to “${what}” on ${hands.page.url()}`);
}

async function answer(hands: Hands, [name, value]: Answer): Promise<void> {
  const at = await tabTo(hands, name, (one) => one.name === name || one.id === name);
  if (at.type === 'radio') {
    // The first arrow key chooses the second answer.
    if (at.value === value) return hands.press('Space');
    for (let n = 0; n < 5 && (await focused(hands)).value !== value; n++) await hands.press('ArrowDown');
  } else if (at.type === 'checkbox') await hands.press('Space');
  else if (value === 'file') {
    const { name: file, type, bytes } = scanOf(name);
    const chooser = await chooserOf(hands);
    await chooser.setFiles({ name: file, mimeType: type, buffer: Buffer.from(bytes) });
  } else await hands.type(value);
}

const pathOf = ({ page }: Hands): string => new URL(page.url()).pathname;

describe(
  'a birth registration at the counter, by keys alone',
  { skip: withoutChromium || missingTool('pdftotext'), timeout: 180_000 },
  () => {
    let house: House;
    let chromium: Browser;
    before(async () => {
      [house, chromium] = await Promise.all([openHouse(), startChromium()]);
    });
    after(async () => {
      await chromium?.close();
      await house?.close();
    });

    it('goes from sign-in to the printed slip, which says who entered it for whom', async (test) => {
      const count: Count = { keys: 0, loads: 0 };
      const hands = await deskOf(chromium, house.origin, 'mot-cua.song-mau', count, count);
      await hands.open('n', 'focus');
      assert.equal((await focused(hands)).name, 'number');
      await hands.type(FATHER.number);
      await hands.press('Tab');
      await hands.type('1.001193');
      await hands.open('Enter', 'focus');
      for (const [page, answers] of pages) {
        assert.match(pathOf(hands), new RegExp(`/${page}$`), (await hands.page.textContent('main')) ?? '');
        const first = await focused(hands);
        assert.ok(
          [first.name, first.id].includes(answers[0]?.[0] ?? ''),
          `${page} begins at ${JSON.stringify(first)}`,
        );
        assert.match(
          (await hands.page.textContent('main')) ?? '',
          new RegExp(`nhập thay cho ${FATHER.name}`),
        );
        for (const one of answers) await answer(hands, one);
        if ((await focused(hands)).tag !== 'input' || page.startsWith('tep-'))
          await tabTo(hands, 'Tiếp tục', ({ text }) => text === 'Tiếp tục');
        await hands.open('Enter', 'focus');
      }
      assert.match(pathOf(hands), /\/kiem-tra$/);
      // From the answers, which are read to the person, down to how the result comes back.
      assert.equal((await focused(hands)).text, 'Xuống phần nộp hồ sơ');
      await hands.press('Enter');
      await tabTo(hands, 'Bạn muốn nhận kết quả', ({ name }) => name === 'returnWay');
      await hands.press('ArrowDown');
      assert.equal((await focused(hands)).value, 'counter');
      await hands.open('Enter', 'focus');
      assert.match(pathOf(hands), /\/tiep-nhan$/, (await hands.page.textContent('main')) ?? '');
      assert.equal((await focused(hands)).text, 'Tiếp nhận');
      await hands.open('Enter', 'focus');
      const dossier = pathOf(hands);
      assert.match(dossier, /^\/ho-so\/[^/]+$/);
      const print = await focused(hands);
      assert.match(print.text, /^In giấy tiếp nhận/);
      assert.ok(print.seen);
      const slip = await hands.page.context().request.get(`${house.origin}${dossier}/in/01`);
      assert.equal(slip.headers()['content-type'], 'application/pdf');
      const words = judge('pdftotext', ['-layout', '{a.pdf}', '-'], { 'a.pdf': await slip.body() }).output;
      assert.match(words.replaceAll(/\s+/g, ' '), /Võ Văn Mẫu nhập thay cho Nguyễn Văn Ví Dụ/);
      const code = decodeURIComponent(dossier.split('/').at(-1) ?? '');
      const entered = await house.program.edge.look(bySystem(TENANT), async (look) =>
        findDossier(look, (await findByCode(look, code)) ?? ''),
      );
      assert.equal(entered?.applicant_name, FATHER.name);
      assert.equal(entered?.channel, 1);
      assert.ok(entered?.entered_by, 'the data name the officer');
      const typed = pages.flatMap(([, answers]) => answers.map(([, value]) => value)).join('');
      test.diagnostic(
        `${count.keys} key presses (${typed.length} of them letters of the answers), ${count.loads} page loads`,
      );
      assert.ok(
        count.keys - typed.length <= MOST_KEYS,
        `${count.keys - typed.length} keys beside the answers`,
      );
      assert.ok(count.loads <= MOST_LOADS, `${count.loads} page loads`);
    });

    it('goes from the desk to a dossier, to what is to be done and back, and asks for a supplement', async () => {
      const { national } = treeFelling;
      const { code } = await go(house.origin, {
        procedure: national.code,
        name: 'A tree whose papers are not complete',
        people: { citizen: FATHER.name, counter: 'mot-cua.song-mau' },
        steps: submitted(scenarioOf(national.code).answers),
        result: '',
      });
      const count: Count = { keys: 0, loads: 0 };
      const hands = await deskOf(chromium, house.origin, 'mot-cua.song-mau', count, count);
      const dossier = `/ho-so/${code}`;
      await hands.press('/');
      await hands.type(code);
      await hands.open('Enter');
      await hands.press('j');
      assert.equal((await focused(hands)).text, code);
      await hands.open('Enter');
      assert.equal(pathOf(hands), dossier);
      await hands.open('g', 'focus');
      assert.equal(pathOf(hands), `${dossier}/tiep-nhan`);
      assert.equal((await focused(hands)).text, 'Tiếp nhận');
      await hands.page.goto(`${house.origin}${dossier}`);
      await hands.press('Tab');
      await tabTo(hands, 'Yêu cầu bổ sung', ({ text }) => text === 'Yêu cầu bổ sung');
      await hands.open('Enter', 'focus');
      assert.equal((await focused(hands)).name, 'defects');
      await hands.press('Tab');
      await hands.open('Enter', 'focus');
      assert.match((await focused(hands)).text, /^Có chỗ chưa đúng/, 'what is wrong is read first');
      await tabTo(hands, 'defects', ({ name }) => name === 'defects');
      await hands.type('Bản chụp mờ');
      await hands.press('Tab');
      await hands.open('Enter');
      assert.equal(pathOf(hands), dossier);
      await hands.open('b');
      assert.equal(pathOf(hands), '/viec');
    });

    it('begins by the name of the procedure, typed without marks: what was found has the cursor', async () => {
      const count: Count = { keys: 0, loads: 0 };
      const hands = await deskOf(chromium, house.origin, 'mot-cua.song-mau', count, count);
      await hands.open('n', 'focus');
      await hands.type(FATHER.number);
      await hands.press('Tab');
      await hands.type('dang ky khai sinh');
      await hands.open('Enter', 'focus');
      const at = await focused(hands);
      assert.deepEqual([at.name, at.value, at.seen], ['chosen', '1.001193', true]);
      await hands.press('Space');
      await hands.open('Enter', 'focus');
      assert.match(pathOf(hands), new RegExp(`/${pages[0]?.[0]}$`));
    });
  },
);
