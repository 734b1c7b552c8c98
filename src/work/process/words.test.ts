import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { holds, readExpression, refuseFeel, valueOf } from './condition.ts';
import { describeLimit, hoursOf, parseLimit, writeLimit } from './limit.ts';
import { readTimer } from './timer.ts';

describe('limits in words', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['3 working_day', '3 working_day'],
    ['03 ngày làm việc', '3 working_day'],
    ['Không quá 5 ngày làm việc', '5 working_day'],
    ['4 giờ làm việc', '4 working_hour'],
    ['04 giờ', '4 working_hour'],
    ['0,5 giờ.', '0.5 working_hour'],
    ['30 phút', '0.5 working_hour'],
    ['½ ngày', '0.5 working_day'],
    ['1/2 ngày làm việc', '0.5 working_day'],
    ['01 buổi', '0.5 working_day'],
    ['15 ngày', '15 day'],
    ['2 tuần', '14 day'],
    ['01 tháng', '1 month'],
    ['2 days', '2 day'],
    ['0,5 tháng', null],
    ['0 ngày', null],
    ['-1 ngày', null],
    ['ngày', null],
    ['3', null],
    ['3 quý', null],
    ['1/0 ngày', null],
    ['', null],
  ];
  for (const [written, expected] of cases) {
    it(`${written} → ${expected}`, () => {
      const limit = parseLimit(written);
      assert.equal(limit && writeLimit(limit), expected);
      if (limit) assert.deepEqual(parseLimit(writeLimit(limit)), limit);
    });
  }

  it('says them again, and counts hours where a calendar is not needed', () => {
    assert.deepEqual(describeLimit({ amount: 0.5, unit: 'working_day' }), {
      vi: '0,5 ngày làm việc',
      en: '0.5 working days',
    });
    assert.equal(hoursOf({ amount: 2, unit: 'working_day' }), 16);
    assert.equal(hoursOf({ amount: 2, unit: 'day' }), null);
  });
});

describe('timers', () => {
  const cases = [
    ['duration', 'PT8H', { kind: 'duration', value: 'PT8H' }],
    ['duration', 'P1Y2M3DT4H5M6.5S', { kind: 'duration', value: 'P1Y2M3DT4H5M6.5S' }],
    ['duration', '3 ngày làm việc', { kind: 'limit', limit: { amount: 3, unit: 'working_day' } }],
    ['duration', '${thoiHan}', { kind: 'duration', value: '=thoiHan' }],
    ['duration', '=hanXuLy', { kind: 'duration', value: '=hanXuLy' }],
    ['duration', 'P', null],
    ['duration', 'PT', null],
    ['date', '2026-12-31T17:00:00+07:00', { kind: 'date', value: '2026-12-31T17:00:00+07:00' }],
    ['date', '2026-13-45', null],
    ['cycle', 'R3/PT10H', { kind: 'cycle', value: 'R3/PT10H' }],
    ['cycle', 'R/2026-01-01/P1D', { kind: 'cycle', value: 'R/2026-01-01/P1D' }],
    ['cycle', '0 0 8 * * ?', null],
    ['cycle', 'R99999999999999999999/PT1H', null],
    ['cycle', 'R3/2026-02-30T00:00:00Z/P1D', null],
    ['date', '2026-02-30T08:00:00Z', null],
    ['date', '2026-12-31T25:61:00Z', null],
    ['date', '2026-12-31T08:00:00+0700', { kind: 'date', value: '2026-12-31T08:00:00+0700' }],
    ['duration', '-P1D', null],
    ['duration', 'P99999999999999999999Y', null],
  ] as const;
  for (const [kind, body, expected] of cases) {
    it(`${kind} ${body}`, () => assert.deepEqual(readTimer(kind, body), expected));
  }
});

describe('conditions', () => {
  const translated: readonly (readonly [string, string])[] = [
    ['${duyet}', 'duyet'],
    ['#{!duyet}', 'not(duyet)'],
    ["${ketQua == 'dat' && soLan != 2}", 'ketQua = "dat" and soLan != 2'],
    ["${loai eq 'a' || diem ge 5}", 'loai = "a" or diem >= 5'],
    ["${ten == 'a && b == c'}", 'ten = "a && b == c"'],
    ['${empty ghiChu}', 'ghiChu = null'],
    ['duyet == true', 'duyet = true'],
    ['=duyet = true', 'duyet = true'],
    ['số tiền > 3', 'số tiền > 3'],
  ];
  for (const [body, feel] of translated) {
    it(`${body} → ${feel}`, () => {
      const read = readExpression(body, null);
      assert.equal('feel' in read ? read.feel.trim() : read.refused.en, feel);
    });
  }

  const refused: readonly (readonly [string, RegExp])[] = [
    ['for i in 1..5 return i', /loop/],
    ['some x in list satisfies x > 1', /loop/],
    ['every x in list satisfies x > 1', /loop/],
    ['(function(x) x + 1)(2) = 3', /loop|function/],
    ['count(a[count(b[item > 1]) > 1]) > 1', /filter/],
    ['now() > date and time("2026-01-01T00:00:00")', /“now”/],
    ['matches(ten, "(a+)+$")', /“matches”/],
    ['a.b.constructor("x")', /calls the function/],
    ['a >', /well-formed/],
    ['', /well-formed/],
    [`${'a and '.repeat(500)}a`, /longer/],
    ['${service.check(execution)}', /calls the function/],
    ['${a ? b : c}', /well-formed/],
  ];
  for (const [body, why] of refused) {
    it(`refuses ${body.slice(0, 40)}`, () => {
      const read = readExpression(body, null);
      assert.match('refused' in read ? read.refused.en : `took ${read.feel}`, why);
    });
  }

  it('gives the same answer by the short way as by the interpreter', () => {
    const constant = fc.oneof(
      fc.boolean(),
      fc.integer({ min: -5, max: 5 }),
      fc.constantFrom('a', 'b', 'ăn'),
      fc.constantFrom(0.5, -1.5),
    );
    const operators = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
    fc.assert(
      fc.property(
        constant,
        operators,
        constant,
        fc.constantFrom('số', 'n1', 'true_', 'null'),
        (value, operator, other, name) => {
          const feel = `${name} ${operator} ${JSON.stringify(other)}`;
          const data = { [name]: value };
          assert.equal(
            holds(feel, data),
            valueOf(feel, data) === true,
            `${feel} of ${JSON.stringify(value)}`,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('looks at the data and takes only true for true', () => {
    assert.equal(holds('diem >= 5 and loai = "a"', { diem: 6, loai: 'a' }), true);
    assert.equal(holds('hồ sơ.số trang > 3', { 'hồ sơ': { 'số trang': 4 } }), true);
    assert.equal(holds('count(giay[item.du = false]) = 0', { giay: [{ du: true }] }), true);
    assert.equal(holds('duyet', {}), false);
    assert.equal(holds('duyet', { duyet: 'true' }), false);
    assert.equal(refuseFeel('if a then b else not(c)'), null);
  });
});
