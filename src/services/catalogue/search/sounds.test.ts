import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mendSounds } from './sounds.ts';

const mended = (query: string): string | null => mendSounds(query, new Map());

describe('words written by ear', () => {
  const table: readonly (readonly [string, string])[] = [
    ['lập di trúc cho con', 'lập di chúc cho con'],
    ['hoá đơn điện tữ', 'hóa đơn điện tử'],
    ['chứng chĩ hành nghề', 'chứng chỉ hành nghề'],
    ['xin giấy phép xây rựng', 'xin giấy phép xây dựng'],
  ];
  for (const [query, wanted] of table)
    it(`«${query}» is «${wanted}»`, () => assert.equal(mended(query), wanted));

  it('are left as they are where people say so, or where no marks are typed', () => {
    for (const query of ['bằng kiến trúc sư', 'thẻ mờ hết chữ', 'lap di truc', 'di', ''])
      assert.equal(mended(query), null, query);
  });

  it('are left as they are where the catalogue has them', () =>
    assert.equal(mendSounds('lập di trúc', new Map([['di truc', 1]])), null));
});
