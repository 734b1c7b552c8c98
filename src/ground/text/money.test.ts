import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { formatCount, formatMoney, parseMoney } from './money.ts';

describe('money', () => {
  const read: readonly (readonly [string, number | null])[] = [
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 234 567 đồng', 1_234_567],
    ['1.234.567 đ', 1_234_567],
    ['8000đ', 8000],
    ['8.000 VNĐ', 8000],
    ['VND 8,000', 8000],
    ['0', 0],
    ['1.5', null],
    ['12.34', null],
    ['1.234,5', null],
    ['1.23.456', null],
    ['1.234,567', null],
    ['-5', null],
    ['năm trăm', null],
    ['', null],
    ['đ', null],
    ['99999999999999999999', null],
    ['1e6', null],
  ];
  for (const [text, dong] of read) it(`“${text}” is ${dong}`, () => assert.equal(parseMoney(text), dong));
  it('is written the way of each language', () => {
    assert.equal(formatMoney(1_234_567), '1.234.567\u00a0đ');
    assert.equal(formatMoney(1_234_567, 'en'), 'VND\u00a01,234,567');
    assert.equal(formatMoney(0), '0\u00a0đ');
    assert.equal(formatCount(-1234), '-1.234');
    assert.equal(formatCount(999), '999');
  });
  it('reads what it wrote', () =>
    fc.assert(
      fc.property(fc.maxSafeNat(), (dong) => {
        assert.equal(parseMoney(formatMoney(dong)), dong);
        assert.equal(parseMoney(formatMoney(dong, 'en')), dong);
      }),
    ));
});
