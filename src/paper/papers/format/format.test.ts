import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Invalid, Unavailable } from '../../../ground/operate/errors.ts';
import { readPrograms } from '../../scanning/index.ts';
import { checkSheet, close, findTemplate, typeset } from '../../typeset/index.ts';
import { checkFormatOfFile } from './check.ts';
import { formatCommand } from './cli.ts';
import { decision, written } from './drafts.ts';
import { readPages } from './pdf.ts';
import { sheetOf } from './pdf-lines.ts';
import { render } from 'preact-render-to-string';
import type { View } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { formatPage } from '../pages/format.tsx';

const programs = readPrograms();
const noPoppler = programs.poppler === null && 'poppler is not installed';

const printed = async (key: string): Promise<Buffer> => {
  const template = findTemplate(key);
  assert.ok(template);
  return Buffer.from((await typeset(template, template.sample, { date: '2026-11-20' })).pdf);
};

const messages = async (file: Buffer): Promise<readonly string[]> =>
  (await checkFormatOfFile(programs, file)).map(({ message }) => message.vi);

describe('the format check of Word files', () => {
  it('finds nothing in a right decision', async () => {
    assert.deepEqual(await messages(await written(decision)), []);
  });

  const { letters } = decision;
  const longBody = Array.from(
    { length: 60 },
    (_, index) =>
      `Điều ${index + 1}. Giao Sở Nội vụ chủ trì, phối hợp với các cơ quan có liên quan thực hiện nhiệm vụ thứ ${index + 1} của Tổ công tác này.`,
  );

  it('finds nothing in a long one whose header numbers the pages, nor in letters that are almost black', async () => {
    assert.deepEqual(await messages(await written({ ...decision, body: longBody, colour: '1F1F1F' })), []);
  });

  const faults: readonly (readonly [string, Partial<typeof decision>, RegExp])[] = [
    [
      'a narrow left margin',
      { margins: { ...decision.margins, left: 20 } },
      /^Lề trái là 20 mm; phải từ 30 đến 35/,
    ],
    ['a wide right margin', { margins: { ...decision.margins, right: 25 } }, /^Lề phải là 25 mm/],
    ['a high upper margin', { margins: { ...decision.margins, top: 30 } }, /^Lề trên là 30 mm/],
    ['other letters', { font: 'Arial' }, /^Phông chữ “Arial”/],
    ['letters of an old code table', { font: '.VnTime' }, /bảng mã cũ/],
    [
      'small content',
      { letters: { ...letters, body: { size: 12 } } },
      /^Nội dung: cỡ chữ 12; phải từ 13 đến 14/,
    ],
    [
      'slanted content',
      { letters: { ...letters, body: { size: 14, italics: true } } },
      /^Nội dung: phải là chữ đứng/,
    ],
    [
      'upright bases',
      { letters: { ...letters, bases: { size: 14 } } },
      /^Căn cứ ban hành: phải là chữ nghiêng/,
    ],
    [
      'a large country',
      { letters: { ...letters, country: { size: 14, bold: true } } },
      /^Quốc hiệu: cỡ chữ 14/,
    ],
    [
      'a country in thin letters',
      { letters: { ...letters, country: { size: 12, bold: false } } },
      /^Quốc hiệu: phải in đậm/,
    ],
    [
      'an agency in thin letters',
      { letters: { ...letters, agency: { size: 12, bold: false } } },
      /^Tên cơ quan ban hành: phải in đậm/,
    ],
    [
      'an upright date',
      { letters: { ...letters, placeAndDate: { size: 13, italics: false } } },
      /^Địa danh và thời gian: phải là chữ nghiêng/,
    ],
    [
      'large recipients',
      { letters: { ...letters, recipients: { size: 13 } } },
      /^Danh sách nơi nhận: cỡ chữ 13; phải là 11/,
    ],
    ['a small signer', { letters: { ...letters, signer: { size: 12, bold: true } } }, /người ký: cỡ chữ 12/],
    ['a deep first line', { indent: 20 }, /^Đầu dòng lùi vào 20 mm/],
    ['no first line', { indent: 0 }, /^Đầu dòng lùi vào 0 mm/],
    ['a motto with other hyphens', { motto: 'Độc lập – Tự do – Hạnh phúc' }, /^Tiêu ngữ phải ghi/],
    ['a country that is misspelt', { country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN' }, /^Quốc hiệu phải ghi/],
    ['a notation of another type', { number: 'Số: 05/TB-UBND' }, /phải bắt đầu bằng “QĐ-”/],
    ['a number below ten', { number: 'Số: 5/QĐ-UBND' }, /^Số nhỏ hơn 10/],
    ['no slash', { number: 'Số: 05-QĐ-UBND' }, /giữa số và ký hiệu có dấu gạch chéo/],
    ['a day below ten', { placeAndDate: 'Sông Lam, ngày 5 tháng 1 năm 2026' }, /^Ngày nhỏ hơn 10/],
    ['a day that is none', { placeAndDate: 'Sông Lam, ngày 31 tháng 02 năm 2026' }, /không có trong lịch/],
    ['a type that is misspelt', { type: 'QUYẾT ĐINH' }, /không có trong 29 loại/],
    ['no abstract', { abstract: '' }, /thiếu trích yếu/],
    [
      'bases that end wrongly',
      { bases: ['Căn cứ Luật Thí dụ.', 'Theo đề nghị của Sở Mẫu;'] },
      /^Căn cứ thứ 1 kết thúc/,
    ],
    [
      'a base without number',
      { bases: ['Căn cứ Nghị định của Chính phủ về thí dụ.'] },
      /phải ghi đủ số, ký hiệu/,
    ],
    ['articles that jump', { body: ['Điều 1. Một.', 'Điều 3. Ba.'] }, /gặp “3” ở chỗ phải là “2”/],
    ['a citation in small letters', { body: ['Điều 1. Thực hiện theo điều 5 của Luật Thí dụ.'] }, /“điều 5”/],
    ['the last recipient', { recipients: ['- Như Điều 3.'] }, /^Dòng cuối của “Nơi nhận”/],
    ['recipients without signs', { recipients: ['- Như Điều 3', '- Lưu: VT, NC'] }, /^Mỗi nơi nhận kết thúc/],
    ['content that is even at the left only', { justified: false, body: longBody }, /canh đều cả hai lề/],
    ['paragraphs close together', { gap: 0 }, /tối thiểu là 6pt/],
    ['lines far apart', { spacing: 2, body: longBody }, /tối đa là 1,5 lines/],
    ['lines too close', { spacing: 0.9, body: longBody }, /tối thiểu là dòng đơn/],
    ['red letters', { colour: 'C00000' }, /^Chữ phải màu đen \(chỗ có “Căn cứ Luật/],
    ['many pages without numbers', { numbered: false, body: longBody }, /^Từ trang thứ hai phải có số trang/],
    ['a decision that rests on nothing', { bases: [] }, /^Thiếu căn cứ ban hành/],
    ['a type in small letters', { type: 'Quyết định' }, /^Tên loại văn bản: phải viết in hoa/],
    ['a name in capitals', { name: 'LÊ VÍ DỤ' }, /^Họ tên người ký viết in thường/],
    ['no recipients', { recipients: [] }, /thiếu nơi nhận/],
    ['a head who signs for the head', { authority: ['KT. CHỦ TỊCH', 'CHỦ TỊCH'] }, /chỉ dành cho cấp phó/],
    ['another form of authority', { authority: ['T/M CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] }, /quyền hạn ký chỉ ghi/],
    [
      'a head who signs for the head, with a second post',
      { authority: ['KT. TRƯỞNG BAN', 'TRƯỞNG BAN', 'PHÓ CHỦ TỊCH'] },
      /chỉ dành cho cấp phó/,
    ],
    ['a title before the name', { name: 'TS. Lê Ví Dụ' }, /không ghi học hàm/],
    ['nobody who signs', { authority: [], name: '' }, /thiếu chức vụ người ký/],
  ];
  for (const [title, change, sentence] of faults)
    it(`tells of ${title}`, async () => {
      const told = await messages(await written({ ...decision, ...change }));
      assert.ok(
        told.some((one) => sentence.test(one)),
        told.join('\n'),
      );
    });

  it('is read on the page by those who draft, with the place in the decree', async () => {
    const made = formatPage(programs);
    const show = (made as { readonly show?: (visit: Visit, posted: object, gathered: null) => Promise<View> })
      .show;
    assert.ok(show);
    const said = async (file: Promise<Buffer>): Promise<string> => {
      const { body } = await show(
        { lang: 'vi' } as Visit,
        { tep: { name: 'a.docx', bytes: await file } },
        null,
      );
      return render(body).replaceAll(/<[^>]+>/g, ' ');
    };
    assert.match(await said(written(decision)), /Chưa thấy chỗ nào sai/);
    const wrong = await said(written({ ...decision, indent: 20 }));
    assert.match(wrong, /Cần sửa\s+\(\s*1\s*\)[^]*lùi vào 20 mm[^]*Phụ lục I, Phần I, mục II\.6\.e/);
  });

  it('takes no state secret', async () => {
    const secret = written({ ...decision, number: 'Số: 05/QĐ-UBND', type: 'TỐI MẬT' });
    await assert.rejects(checkFormatOfFile(programs, await secret), (error: Invalid) =>
      /bí mật nhà nước/.test(error.errors[0]?.message.vi ?? ''),
    );
  });

  it('refuses what is no document with one sentence', async () => {
    for (const file of [Buffer.alloc(0), Buffer.from('chỉ là chữ'), Buffer.from('PK\x03\x04 hỏng')])
      await assert.rejects(checkFormatOfFile(programs, file), Invalid);
    await assert.rejects(
      checkFormatOfFile({ tesseract: null, poppler: null }, Buffer.from('%PDF-1.7')),
      Unavailable,
    );
  });
});

describe('the format check of PDF', { skip: noPoppler }, () => {
  let folder = '';
  let letter = '';
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-format-'));
    const file = path.join(folder, 'Công văn.pdf');
    writeFileSync(file, await printed('letter'));
    const words = ['-xml', '-i', '-stdout', '-q', '-zoom', '3', '-fontfullname', file];
    letter = spawnSync(`${programs.poppler}/pdftohtml`, words, { encoding: 'utf8' }).stdout;
  });
  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await close();
  });

  for (const key of ['letter', 'named-document', 'report'])
    it(`finds nothing in what we print: ${key}`, async () => {
      assert.deepEqual(await messages(await printed(key)), []);
    });

  it('judges only the head of forms that other texts prescribe', async () => {
    const told = await messages(await printed('construction-permit'));
    assert.equal(told.length, 1);
    assert.match(told[0]!, /không có trong 29 loại/);
  });

  /** What is said of the letter when its description by the program is changed. */
  const told = (change: (xml: string) => string): string =>
    checkSheet(sheetOf(readPages(change(letter))))
      .map(({ message }) => message.vi)
      .join('\n');
  const moved = (by: number) => (xml: string) =>
    xml.replaceAll(/left="(\d+)" width/g, (_, left: string) => `left="${Number(left) + by}" width`);
  const faults: readonly (readonly [string, (xml: string) => string, RegExp])[] = [
    ['words that stand 10 mm to the left', moved(-85), /Lề trái là 20 mm[^]*Lề phải là 25/],
    [
      'Letter paper',
      (xml) => xml.replace('height="2525" width="1785"', 'height="2376" width="1836"'),
      /Khổ giấy là 216 × 279/,
    ],
    ['Arial', (xml) => xml.replaceAll('Tinos', 'ArialMT'), /Phông chữ “ArialMT”/],
    ['larger letters', (xml) => xml.replaceAll('size="42"', 'size="48"'), /Nội dung: cỡ chữ 16/],
    ['no motto', (xml) => xml.replace(/<text[^>]*><b>Độc lập.*?<\/text>/, ''), /Tiêu ngữ phải ghi/],
    [
      'no abstract',
      (xml) => xml.replaceAll(/<text[^>]*>(?:V\/v|chính quý).*?<\/text>/g, ''),
      /thiếu trích yếu/,
    ],
    ['no addressees', (xml) => xml.replace('Kính gửi:', 'Gửi:'), /phải có “Kính gửi:”/],
    [
      'recipients without the addressees',
      (xml) => xml.replace('- Như trên;', '- Sở Mẫu;'),
      /bắt đầu bằng “Như trên”/,
    ],
    ['points that jump', (xml) => xml.replace('>b) ', '>c) '), /gặp “c” ở chỗ phải là “b”/],
    ['a stamp that is none', (xml) => xml.replace('HỎA TỐC', 'RẤT KHẨN'), /^Mức độ khẩn/],
  ];
  for (const [title, change, sentence] of faults)
    it(`tells of ${title}`, () => {
      assert.doesNotMatch(
        told((xml) => xml),
        sentence,
      );
      assert.match(told(change), sentence);
    });

  it('answers at the command line, also for files that are missing', async () => {
    const [out, err]: [string[], string[]] = [[], []];
    const io = { cwd: folder, out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
    assert.equal(await formatCommand(['Công văn.pdf', '--json'], io, programs), 0);
    assert.deepEqual(JSON.parse(out[0]!), { file: 'Công văn.pdf', findings: [] });
    assert.equal(await formatCommand(['không có.pdf', 'Công văn.pdf'], io, programs), 2);
    assert.deepEqual(err, ['Không tìm thấy tệp “không có.pdf”.']);
    assert.equal(await formatCommand(['--mau'], io, programs), 2);
  });
});
