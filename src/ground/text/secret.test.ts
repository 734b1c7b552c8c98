import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carriesMark, looksSecret, mayCarryMark } from './secret.ts';

const secret = [
  'TUYỆT MẬT',
  'ỦY BAN NHÂN DÂN\nTỐI MẬT\nSố: 12/BC-UBND',
  'MẬT',
  'CÔNG AN TỈNH\n  MẬT \nSố: 01',
  '[MẬT]',
  'Số: 15/BC-UBND(M)',
  'Độ mật: Tối mật',
  'mức độ mật: MẬT',
  'TOI_MAT bao cao quy IV.pdf',
  'bao-cao (MẬT).pdf',
  'BC_MẬT.docx',
  'MẬT-05.pdf',
  'TỐI MẬT.pdf'.normalize('NFD'),
];

const open = [
  'Giấy phép bán mật ong',
  'Chính sách bảo mật thông tin',
  'BẢO MẬT.pdf',
  'Tôi xin giữ bí mật kinh doanh',
  'MẬT ONG RỪNG.pdf',
  'mật độ xây dựng: 60 %',
  'Mật khẩu của tôi',
  'Nguyễn Thị Mật',
  'giay-chung-sinh.pdf',
  'Số: 15/BC-UBND',
  'Tối mai mẹ mất điện',
  '',
];

describe('state secrets', () => {
  for (const text of secret)
    it(`are seen in “${text.replaceAll('\n', ' / ')}”`, () => assert.equal(looksSecret(text), true));
  for (const text of open) it(`are not seen in “${text}”`, () => assert.equal(looksSecret(text), false));
});

const stamped = [
  'ỦY BAN NHÂN DÂN TỈNH\nTUYỆT MẬT\nSố: 12/BC-UBND',
  'UBND TỈNH SÔNG LAM TỐI MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 05/BC-CAT TỐI MẬT',
  '| MẬT |\nSố: 01',
  '“MẬT”',
  'T U Y Ệ T  M Ậ T',
  'M Ậ T\nSố: 9',
  'Kính gửi: …\nSố: 15/BC-UBND(M)\n',
  'Độ mật: Tối mật',
  'TỐI MẬT'.normalize('NFD'),
  'CÔNG AN TỈNH\r\nMẬT\r\nSố: 01',
];

const unmarked = [
  'Con dấu các độ mật (TUYỆT MẬT, TỐI MẬT hoặc MẬT) được khắc sẵn theo quy định',
  'Tài liệu đóng dấu TUYỆT MẬT không được gửi qua mạng',
  'CHÍNH SÁCH BẢO\nMẬT\nThông tin',
  'MẬT\nONG RỪNG U MINH',
  'Họ và tên: NGUYỄN THỊ\nMẬT\nNgày sinh',
  'Tên:\nMẬT',
  'NGUYỄN THỊ MẬT',
  'XÃ MẬT SƠN',
  'BÍ MẬT KINH DOANH',
  'MẬT KHẨU',
  'mật độ xây dựng: 60 %',
  'Mật',
  'Cam kết bảo mật.\nMật\u00a0khẩu',
  'TÔI MẤT GIẤY TỜ',
  'MẶT TRƯỚC',
  '',
];

describe('marks of secrecy inside documents', () => {
  for (const text of stamped)
    it(`are seen in “${text.replaceAll('\n', ' / ')}”`, () => assert.equal(carriesMark(text), true));
  it('are possible wherever they are seen, however the letters stand on lines', () => {
    for (const text of stamped)
      for (const torn of [text, [...text].join('\n'), text.replaceAll(/\s/g, ''), text.normalize('NFD')])
        assert.equal(mayCarryMark(torn), true, torn);
    for (const text of ['Cam kết bảo mật', 'mật độ xây dựng', 'MẶT TRƯỚC', 'Số: 15/BC-UBND (bản sao)'])
      assert.equal(mayCarryMark(text), false, text);
    // A circumflex and a dot that are drawn for themselves may be put together by whoever reads.
    assert.equal(mayCarryMark('MA\u02c6\u0323T'), true);
  });
  for (const text of unmarked)
    it(`are not seen in “${text.replaceAll('\n', ' / ')}”`, () => assert.equal(carriesMark(text), false));
  it('are seen where recognition lost a mark above a letter, alone on the line only', () => {
    for (const text of ['TUYÊT MẬT', '[TỐI MÂT]', 'TOI MẠT', '| MÂT']) {
      assert.equal(carriesMark(text, { read: true }), true, text);
      assert.equal(carriesMark(text), false, text);
    }
    for (const text of ['TÔI MẤT CĂN CƯỚC', 'MẶT TRƯỚC', 'MẤT', 'TẤT MÂT ONG'])
      assert.equal(carriesMark(text, { read: true }), false, text);
  });
});

describe('what is read for marks of secrecy', () => {
  const many = 100_000;
  const hostile: Readonly<Record<string, string>> = {
    digits: '0'.repeat(many),
    'digits with a slash at the end': `${'0'.repeat(many)}/x`,
    'symbols that never end': '1/A'.repeat(many / 3),
    'empty lines': '\n'.repeat(many),
    'empty lines before a letter': `${'\n'.repeat(many)}x`,
    spaces: `x${' '.repeat(many)}x`,
    brackets: '[('.repeat(many / 2),
    'letters set apart that end in a word': `${'Ă '.repeat(many / 2)}Ăx`,
    'letters set apart by two': `${'a a  '.repeat(many / 5)}xx`,
    'harmless words with a gap before a stamp': `BÍ${' '.repeat(many)}x\nMẬT`,
    'stamps that are none': 'MẬT x '.repeat(many / 6),
    'labels without an end': `độ mật:${' '.repeat(many)}x`,
    'levels without an end': `mức${' '.repeat(many)}x`,
  };
  for (const [what, text] of Object.entries(hostile))
    it(`takes no time that grows faster than it: ${what}`, () => {
      const began = performance.now();
      looksSecret(text);
      carriesMark(text, { read: true });
      mayCarryMark(text);
      const took = performance.now() - began;
      // Some milliseconds; tens of seconds where a run is begun anew at each of its signs.
      assert.ok(took < 2_000, `${took.toFixed(0)} ms`);
    });
});
