import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { looksSecret } from './secret.ts';

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
