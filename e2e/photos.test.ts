/**
 * A father sends photos of a paper from his phone: some are refused with the reason, the others become one PDF in the order
 * that he gave them, and that is what the officer gets (REQUIREMENTS B5). Without scripts.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { scenarioOf } from '../sample/procedures/answers.ts';
import {
  attribute,
  elements,
  newBrowser,
  textOf,
  type Filling,
  type Screen,
} from '../src/app/demo/browser.ts';
import { citizen, officer } from '../src/app/demo/people.ts';
import { doStep } from '../src/app/demo/take.ts';
import { BEING_CHECKED } from '../src/app/demo/walks/parts.ts';
import { openHouse, type House } from './house.ts';

const CODE = '1.001193';

/** A photo of a written page, as a phone sends it: it lies on its side and says so. */
async function photo(words: string, lines = 20): Promise<Buffer> {
  const line = (_: unknown, i: number): string =>
    `<text x="90" y="${120 + i * 60}" font-size="34">${words}, ${i}</text>`;
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400"><rect width="1000" height="1400" fill="#f4f2ec"/>${Array.from({ length: lines }, line).join('')}</svg>`;
  const upright = await sharp(Buffer.from(page)).png().toBuffer();
  return sharp(upright).rotate(270).jpeg().withMetadata({ orientation: 6 }).toBuffer();
}

const heic = readFileSync(
  path.join(import.meta.dirname, '../src/services/applications/files/photo-lying.heic'),
);

const upload = (name: string, bytes: Uint8Array, type: string): Filling[string] => ({ name, bytes, type });

/** The rows of the list of files: their words, without those of the buttons. */
const rows = ({ document }: Screen): string[] =>
  elements(document, 'li')
    .filter((one) => attribute(one, 'class') === 'tt-file')
    .map((one) => textOf(elements(one, 'p')[0]!));

describe('photos of a paper', { timeout: 600_000 }, () => {
  let house: House;
  before(async () => void (house = await openHouse()));
  after(() => house?.close());

  it('become one PDF, which the officer gets', async () => {
    const { browser, screen } = await citizen(newBrowser(house.origin), 'Nguyễn Văn Ví Dụ', `/nop/${CODE}`);
    const { answers } = scenarioOf(CODE);
    const checked = await doStep(browser, screen, {
      who: 'citizen',
      does: 'answers everything',
      press: ['Khai lại từ đầu', 'Bắt đầu khai'],
      answers,
    });
    const proof = elements(checked.document, 'a').find((one) =>
      attribute(one, 'href')?.endsWith('#birthNotification'),
    );
    let page = await browser.open((attribute(proof!, 'href') ?? '').split('#')[0]!);
    const press = async (button: string, filling: Filling = {}): Promise<void> => {
      page = await browser.press(page, button, filling);
      assert.equal(page.status, 200, page.text.slice(0, 300));
    };
    assert.deepEqual(rows(page), []);

    const send = (name: string, bytes: Uint8Array, type: string): Promise<void> =>
      press('Gửi tệp đã chọn', { birthNotification: upload(name, bytes, type) });
    await send('mat-sau.jpg', await photo('Mặt sau'), 'image/jpeg');
    await send(
      'mat-truoc.png',
      await sharp(await photo('Mặt trước'))
        .rotate()
        .png()
        .toBuffer(),
      'image/png',
    );
    await send('IMG_0003.HEIC', heic, 'image/heic');
    await send('trang.jpg', await photo('', 0), 'image/jpeg');
    assert.match(page.text, /Trang trắng, không có nội dung/u);
    assert.deepEqual(
      rows(page).map((row) => row.replace(/ \(.*?\)/u, '')),
      [
        'Trang 1: mat-sau.jpg Đã kiểm tra',
        'Trang 2: mat-truoc.png Đã kiểm tra',
        'Trang 3: IMG_0003.HEIC Đã kiểm tra',
        'trang.jpg Bị từ chối',
      ],
    );
    await press('Tiếp tục');
    assert.match(
      page.text,
      /tệp “trang\.jpg” bị từ chối: Trang trắng/u,
      'nobody goes on with a page that nobody can read',
    );

    await press('Xoá trang.jpg');
    await press('Xuống sau mat-sau.jpg');
    await press('Xoay IMG_0003.HEIC');
    assert.deepEqual(
      rows(page).map((row) => row.split(' (')[0]),
      ['Trang 1: mat-truoc.png', 'Trang 2: mat-sau.jpg', 'Trang 3: IMG_0003.HEIC'],
    );
    for (const picture of elements(page.document, 'img').map((one) => attribute(one, 'src') ?? '')) {
      if (!picture.includes('/anh/')) continue;
      const { status, bytes } = await browser.download(picture);
      assert.equal(status, 200, picture);
      assert.equal((await sharp(bytes).metadata()).format, 'jpeg');
    }
    const link = elements(page.document, 'a').find((one) => textOf(one) === 'Xem thử tệp PDF');
    const preview = await browser.download(attribute(link!, 'href') ?? '');
    assert.equal(preview.bytes.subarray(0, 5).toString(), '%PDF-');

    await press('Tiếp tục');
    const submitted = await doStep(
      browser,
      await browser.open(page.url.pathname.replace(/[^/]+$/u, 'kiem-tra')),
      {
        who: 'citizen',
        does: 'submits',
        press: 'Nộp hồ sơ',
        fill: { returnWay: 'online' },
        againWhile: BEING_CHECKED,
      },
    );
    const code = decodeURIComponent(submitted.url.pathname.split('/')[2] ?? '');
    assert.match(submitted.url.pathname, /^\/ho-so\//u, submitted.text.slice(0, 400));

    const counter = await officer(newBrowser(house.origin), 'mot-cua.song-mau');
    const dossier = await counter.browser.open(`/ho-so/${encodeURIComponent(code)}`);
    const files = elements(dossier.document, 'a').flatMap((one) => {
      const href = attribute(one, 'href') ?? '';
      return /\/tep\/\d+$/u.test(href) ? [href] : [];
    });
    const papers = await Promise.all([...new Set(files)].map((one) => counter.browser.download(one)));
    const same = papers.filter(({ bytes }) => bytes.equals(preview.bytes));
    assert.equal(same.length, 1, 'the officer gets the PDF that the father has looked at, once');
    assert.ok(
      papers.every(({ bytes }) => bytes.subarray(0, 5).toString() === '%PDF-'),
      'and no photos beside it',
    );
  });

  it('are looked at by nobody but whose draft it is', async () => {
    const mine = await citizen(newBrowser(house.origin), 'Nguyễn Văn Ví Dụ', `/nop/${CODE}`);
    const begun = await mine.browser.press(
      mine.screen,
      elements(mine.screen.document, 'button')
        .map(textOf)
        .find((one) => /^(Khai lại|Bắt đầu)/u.test(one))!,
    );
    const id = begun.url.pathname.split('/')[2];
    const other = await officer(newBrowser(house.origin), 'mot-cua.song-mau');
    for (const one of [`/ban-khai/${id}/anh/x`, `/ban-khai/${id}/pdf/birthNotification`]) {
      assert.equal((await other.browser.download(one)).status, 404, one);
      assert.equal((await mine.browser.download(one)).status, 404, `${one}: there are no photos yet`);
    }
  });
});
