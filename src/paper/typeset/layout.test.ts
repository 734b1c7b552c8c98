/** The layout of Decree 30/2020, annex I, measured on the page by outside judges. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { close, templates, typeset } from './index.ts';
import { absent, rulesOf, type Word, wordsOf } from './judges.ts';

const options = { date: '2026-11-20' };
const { letter, namedDocument } = templates;
/** What a measured place may differ by, in millimetres. */
const TOLERANCE = 0.5;
/** What a measured letter size may differ by, in points. */
const SIZE_TOLERANCE = 0.3;

const near = (value: number, expected: number, what: string): void =>
  assert.ok(
    Math.abs(value - expected) <= TOLERANCE,
    `${what}: ${value.toFixed(2)} mm, not ${expected.toFixed(2)} mm`,
  );

/** The words of a phrase that stand on the page one after the other. */
function phrase(words: readonly Word[], text: string): readonly Word[] {
  const parts = text.split(' ');
  const start = words.findIndex((_, index) =>
    parts.every((part, offset) => words[index + offset]?.text === part),
  );
  assert.ok(start >= 0, `“${text}” is not on the page`);
  return words.slice(start, start + parts.length);
}

const leftOf = (words: readonly Word[]): number => Math.min(...words.map(({ left }) => left));
const rightOf = (words: readonly Word[]): number => Math.max(...words.map(({ right }) => right));
const centreOf = (words: readonly Word[]): number => (leftOf(words) + rightOf(words)) / 2;

function sizeIs(words: readonly Word[], size: number): void {
  for (const word of words) {
    assert.ok(
      Math.abs(word.size - size) <= SIZE_TOLERANCE,
      `“${word.text}” has ${word.size.toFixed(1)} pt, not ${size}`,
    );
  }
}

const numbered = { number: '05', date: '2026-02-07' };
const longBody = Array.from({ length: 40 }, (_, index) => ({
  kind: 'paragraph' as const,
  text: `Đoạn thứ ${index + 1} nói về việc giải quyết thủ tục hành chính trên môi trường điện tử của các xã, phường trong tỉnh.`,
}));

describe('layout of Decree 30/2020', { skip: absent('pdftotext', 'pdftoppm') }, () => {
  after(close);
  const letterPage = async () => (await typeset(letter, { ...letter.sample, ...numbered }, options)).pdf;
  const decisionPage = async () =>
    (await typeset(namedDocument, { ...namedDocument.sample, ...numbered, annexes: [] }, options)).pdf;

  it('keeps the margins of annex I, I.3', async () => {
    const { pdf } = await typeset(letter, { ...letter.sample, ...numbered, body: longBody }, options);
    const words = wordsOf(pdf).filter(({ text }) => !/^\d$/u.test(text));
    near(leftOf(words), 30, 'left margin');
    near(rightOf(words), 210 - 15, 'right margin');
    near(Math.min(...words.map(({ top }) => top)), 20, 'top margin');
    assert.ok(Math.max(...words.map(({ bottom }) => bottom)) <= 297 - 20 + TOLERANCE);
  });

  it('lets nothing hang into a margin of any template, no comma either', async () => {
    for (const template of Object.values(templates)) {
      const { pdf } = await typeset(template, template.sample, options);
      const wide = ['form-07-register', 'marriage-certificate'].includes(template.key);
      const words = wordsOf(pdf);
      const [left, right] = [leftOf(words), (wide ? 297 : 210) - rightOf(words)];
      assert.ok(
        left >= 30 - TOLERANCE / 5 && right >= 15 - TOLERANCE / 5,
        `${template.key}: ${left}, ${right}`,
      );
    }
  });

  it('numbers the pages from the second, centred in the top margin (I.7)', async () => {
    const { pdf, pages } = await typeset(letter, { ...letter.sample, body: longBody }, options);
    assert.ok(pages >= 2);
    const inMargin = wordsOf(pdf).filter(({ top }) => top < 19);
    assert.deepEqual(
      inMargin.map(({ page, text }) => [page, text]),
      Array.from({ length: pages - 1 }, (_, index) => [index + 2, String(index + 2)]),
    );
    near(centreOf(inMargin), (30 + 195) / 2, 'middle of the page number');
    sizeIs(inMargin, 14);
  });

  it('writes country and motto at the upper right, the line as long as the motto (II.1)', async () => {
    const pdf = await letterPage();
    const words = wordsOf(pdf);
    const country = phrase(words, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    const motto = phrase(words, 'Độc lập - Tự do - Hạnh phúc');
    sizeIs(country, 12);
    sizeIs(motto, 13);
    near(centreOf(motto), centreOf(country), 'middle of the motto');
    assert.ok(leftOf(country) > 105);
    const below = motto[0]?.bottom ?? 0;
    const rule = rulesOf(pdf).find(({ left, y }) => left > 100 && y > below - 1 && y < below + 4);
    assert.ok(rule !== undefined, 'no line under the motto');
    near(rule.left, leftOf(motto), 'left end of the line');
    near(rule.right, rightOf(motto), 'right end of the line');
  });

  it('writes the agencies at the upper left, the line a third to a half of the name (II.2)', async () => {
    const pdf = await letterPage();
    const words = wordsOf(pdf);
    const superior = phrase(words, 'UBND TỈNH SÔNG LAM');
    const agency = phrase(words, 'SỞ NỘI VỤ');
    sizeIs([...superior, ...agency], 12);
    near(centreOf(agency), centreOf(superior), 'middle of the agency');
    near(superior[0]?.top ?? 0, phrase(words, 'CỘNG HÒA')[0]?.top ?? 0, 'first line');
    const long = {
      ...letter.sample,
      agency: 'Trung tâm Phục vụ hành chính công và Chuyển đổi số khu vực Bến Đò',
    };
    for (const [page, name] of [
      [await decisionPage(), 'ỦY BAN NHÂN DÂN TỈNH SÔNG LAM'],
      [(await typeset(letter, long, options)).pdf, long.agency.toLocaleUpperCase('vi')],
    ] as const) {
      const lines = linesOf(
        wordsOf(page).filter(({ right, size }) => right < 103 && size < 12.4),
        name,
      );
      const last = lines.at(-1) ?? [];
      const rule = rulesOf(page).find(
        ({ left, y }) => left < 100 && Math.abs(y - (last[0]?.bottom ?? 0)) < 4,
      );
      assert.ok(rule !== undefined, `no line under ${name}`);
      const share = (rule.right - rule.left) / Math.max(...lines.map((line) => rightOf(line) - leftOf(line)));
      assert.ok(share >= 1 / 3 && share <= 1 / 2, `the line is ${share.toFixed(2)} of the name`);
      near((rule.left + rule.right) / 2, centreOf(last), 'middle of the line');
    }
  });

  it('writes number and date on one line, the date in the prescribed digits (II.3, II.4)', async () => {
    const words = wordsOf(await letterPage());
    const number = phrase(words, 'Số: 05/SNV-VP');
    const date = phrase(words, 'Sông Lam, ngày 07 tháng 02 năm 2026');
    sizeIs([...number, ...date], 13);
    near(number[0]?.bottom ?? 0, date[0]?.bottom ?? 0, 'line of number and date');
    near(centreOf(number), centreOf(phrase(words, 'SỞ NỘI VỤ')), 'middle of the number');
    near(centreOf(date), centreOf(phrase(words, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')), 'middle of the date');
  });

  it('sets type, abstract and content (II.5, II.6)', async () => {
    const words = wordsOf(await decisionPage());
    const type = phrase(words, 'QUYẾT ĐỊNH');
    sizeIs(type, 14);
    near(centreOf(type), (30 + 195) / 2, 'middle of the type');
    sizeIs(phrase(words, 'Về việc phê duyệt quy trình nội bộ'), 14);
    const article = phrase(words, 'Điều 1. Phê duyệt kèm theo');
    sizeIs(article, 14);
    near(leftOf(article), 30 + 12.7, 'first line');
    const abstract = phrase(wordsOf(await letterPage()), 'V/v báo cáo kết quả');
    sizeIs(abstract, 12);
  });

  it('sets recipients and signer side by side (II.7, II.9)', async () => {
    const words = wordsOf(await letterPage());
    const head = phrase(words, 'Nơi nhận:');
    const authority = phrase(words, 'KT. GIÁM ĐỐC');
    sizeIs(head, 12);
    sizeIs(phrase(words, 'Ủy ban nhân dân tỉnh (để báo cáo);'), 11);
    sizeIs([...authority, ...phrase(words, 'Trần Thị Mẫu')], 14);
    near(leftOf(head), 30, 'left edge of the recipients');
    assert.ok(Math.abs((head[0]?.bottom ?? 0) - (authority[0]?.bottom ?? 0)) < 2);
    near(centreOf(phrase(words, 'Trần Thị Mẫu')), centreOf(authority), 'middle of the name');
  });

  it('numbers an annex by itself (III.1.đ)', async () => {
    const [annex] = namedDocument.sample.annexes ?? [];
    assert.ok(annex !== undefined);
    const annexes = [{ ...annex, body: longBody }, annex];
    const { pdf } = await typeset(namedDocument, { ...namedDocument.sample, annexes }, options);
    const numbers = wordsOf(pdf).filter(({ top }) => top < 19);
    assert.deepEqual(
      numbers.map(({ page, text }) => [page, text]),
      [
        [3, '2'],
        [4, '3'],
      ].slice(0, numbers.length),
    );
    assert.ok(numbers.length > 0);
  });
});

/** The lines that together spell a name, from the words of one column. */
function linesOf(column: readonly Word[], name: string): readonly (readonly Word[])[] {
  const wanted = new Set(name.split(' '));
  const words = column.filter(({ text }) => wanted.has(text));
  const rows = [...new Set(words.map(({ bottom }) => Math.round(bottom)))];
  return rows.map((row) => words.filter(({ bottom }) => Math.round(bottom) === row));
}

describe('forms of the one-stop service', { skip: absent('pdftotext') }, () => {
  after(close);
  const { supplementForm: form } = templates;
  const printed = async (more: Partial<typeof form.sample>): Promise<readonly Word[]> =>
    wordsOf((await typeset(form, { ...form.sample, ...more }, options)).pdf);

  it('writes a word that may be broken on the line of its neighbours, and no number of a law in two', async () => {
    const reason = 'Điều 95 luật 50/2014/QH13, mục 62/2020/QH14, tệp ho-so-thiet-ke.pdf';
    const words = await printed({ defects: [{ what: 'Bản vẽ', reason }] });
    phrase(words, '62/2020/QH14,');
    for (const one of ['luật 50/2014/QH13,', 'tệp ho-so-']) {
      const [first, ...others] = phrase(words, one);
      for (const other of others) near(other.bottom, first?.bottom ?? 0, `line of “${other.text}”`);
    }
  });

  it('leaves no single word on the last line of a long name in the head', async () => {
    const words = await printed({ unit: 'Trung tâm Phục vụ hành chính công phường Sông Mẫu' });
    const name = phrase(words, 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG PHƯỜNG SÔNG MẪU');
    const last = name.filter(({ bottom }) => bottom > (name.at(-1)?.bottom ?? 0) - 1);
    assert.ok(last.length > 2, last.map(({ text }) => text).join(' '));
  });
});

describe('places that are filled later', () => {
  after(close);
  const MM = 25.4 / 72;

  it('lie where number, date, signature and seal belong', { skip: absent('pdftotext') }, async () => {
    const { pdf, places } = await typeset(letter, letter.sample, options);
    const words = wordsOf(pdf);
    const { number, day, month, year, signature, seal } = places;
    assert.ok(number && day && month && year && signature && seal);
    const notation = phrase(words, '/SNV-VP')[0];
    const label = phrase(words, 'Số:')[0];
    assert.ok(notation && label);
    near((number.x + number.width) * MM, notation.left, 'right end of the number');
    assert.ok(number.x * MM >= label.right - TOLERANCE);
    assert.deepEqual([number.text?.size, day.text?.italic, number.text?.italic], [13, true, false]);
    // 0.216 of 13 points lie below the baseline, on which the place stands.
    near((841.89 - number.y) * MM, notation.bottom - 0.216 * 13 * MM, 'baseline of the number');
    assert.ok(day.x < month.x && month.x < year.x && day.y === month.y);
    const name = phrase(words, 'Trần Thị Mẫu');
    near((signature.x + signature.width / 2) * MM, centreOf(name), 'middle of the signature');
    assert.ok(
      (841.89 - signature.y) * MM < (name[0]?.top ?? 0) + TOLERANCE,
      'the signature stands above the name',
    );
    assert.ok(
      (841.89 - signature.y - signature.height) * MM >
        (phrase(words, 'PHÓ GIÁM')[0]?.bottom ?? 0) - TOLERANCE,
    );
    const covered = (seal.x + seal.width - signature.x) / signature.width;
    assert.ok(Math.abs(covered - 1 / 3) < 0.02, `the seal covers ${covered.toFixed(2)} of the signature`);
    near(seal.width * MM, 36, 'diameter of the seal');
  });

  it('are not left open when the data has number and date', async () => {
    const { places } = await typeset(letter, { ...letter.sample, ...numbered }, options);
    assert.deepEqual(Object.keys(places).sort(), ['seal', 'signature']);
  });
});
