import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sheetOf } from './sheet.ts';

const copy = {
  id: '01900000-0000-7000-8000-000000000001',
  paper: '01900000-0000-7000-8000-000000000002',
  kind: 'full-copy',
  medium: 'paper',
  code: '23456789ABCD',
  of_copy: null,
  number: 1,
  symbol: '01/SY',
  part: null,
  pages: null,
  reason: 'nộp hồ sơ nhập học',
  hash: 'a'.repeat(64),
  original: null,
  file: null,
  size: null,
  authorised_by: null,
  authorised_as: null,
  agency: '01900000-0000-7000-8000-000000000003',
  agency_name: 'Ủy ban nhân dân phường Sông Mẫu',
  by_name: 'Trần Thị Mẫu',
  made_on: '2026-11-22',
  made_at: new Date('2026-11-22T05:00:00Z'),
} as const;
const paper = {
  title: 'Giấy khai sinh',
  symbol: '28/2026',
  agency_name: copy.agency_name,
  issued_on: '2026-11-22',
};
const head = { superior: 'Tỉnh Sông Lam', place: 'Sông Mẫu' };

describe('the closing sheet of a copy', () => {
  it('names place and superior of the agency where the paper prints no head, else those of the paper', () => {
    const sheet = (data: Readonly<Record<string, unknown>>) => {
      const { superior, place } = sheetOf(
        copy,
        { ...paper, data },
        { head, check: 'https://songlam.example' },
      );
      return [superior, place];
    };
    assert.deepEqual(sheet({}), ['Tỉnh Sông Lam', 'Sông Mẫu']);
    assert.deepEqual(sheet({ superior: 'Tỉnh Cũ', place: 'Bến Đò' }), ['Tỉnh Cũ', 'Bến Đò']);
  });
});
