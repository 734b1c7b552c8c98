import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assert as always, bigInt, pre, property } from 'fast-check';
import { dateInWords, moneyInWords, numberInWords } from './number-words.ts';

const vietnamese: readonly (readonly [number, string])[] = [
  [0, 'không'],
  [1, 'một'],
  [4, 'bốn'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [55, 'năm mươi lăm'],
  [91, 'chín mươi mốt'],
  [100, 'một trăm'],
  [101, 'một trăm linh một'],
  [104, 'một trăm linh bốn'],
  [105, 'một trăm linh năm'],
  [110, 'một trăm mười'],
  [111, 'một trăm mười một'],
  [115, 'một trăm mười lăm'],
  [121, 'một trăm hai mươi mốt'],
  [500, 'năm trăm'],
  [555, 'năm trăm năm mươi lăm'],
  [1000, 'một nghìn'],
  [1001, 'một nghìn không trăm linh một'],
  [1010, 'một nghìn không trăm mười'],
  [1015, 'một nghìn không trăm mười lăm'],
  [1021, 'một nghìn không trăm hai mươi mốt'],
  [2026, 'hai nghìn không trăm hai mươi sáu'],
  [10_000, 'mười nghìn'],
  [15_005, 'mười lăm nghìn không trăm linh năm'],
  [21_000, 'hai mươi mốt nghìn'],
  [100_000, 'một trăm nghìn'],
  [105_000, 'một trăm linh năm nghìn'],
  [1_000_000, 'một triệu'],
  [1_000_005, 'một triệu không trăm linh năm'],
  [1_005_000, 'một triệu không trăm linh năm nghìn'],
  [1_234_567, 'một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy'],
  [24_000_000, 'hai mươi tư triệu'],
  [999_999_999, 'chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín'],
  [1_000_000_000, 'một tỷ'],
  [1_000_000_001, 'một tỷ không trăm linh một'],
  [1_000_015_000, 'một tỷ không trăm mười lăm nghìn'],
  [21_000_000_000, 'hai mươi mốt tỷ'],
  [1_000_000_000_000, 'một nghìn tỷ'],
  [1_005_000_000_000, 'một nghìn không trăm linh năm tỷ'],
  [1_234_000_000_000, 'một nghìn hai trăm ba mươi tư tỷ'],
  [1_000_000_000_000_000, 'một triệu tỷ'],
  [1_000_000_000_000_001, 'một triệu tỷ không trăm linh một'],
  [1_000_001_000_000_000, 'một triệu không trăm linh một tỷ'],
  [-15, 'âm mười lăm'],
];

const english: readonly (readonly [number, string])[] = [
  [0, 'zero'],
  [13, 'thirteen'],
  [21, 'twenty-one'],
  [100, 'one hundred'],
  [105, 'one hundred and five'],
  [1005, 'one thousand and five'],
  [1234, 'one thousand two hundred and thirty-four'],
  [12_000_000, 'twelve million'],
  [105_000, 'one hundred and five thousand'],
  [1_000_000_000_000_000, 'one quadrillion'],
  [-7, 'minus seven'],
];

describe('numbers in words', () => {
  for (const [value, words] of vietnamese) {
    it(`${value} is "${words}"`, () => assert.equal(numberInWords(value).vi, words));
  }
  for (const [value, words] of english) {
    it(`${value} is "${words}"`, () => assert.equal(numberInWords(value).en, words));
  }

  it('follows the south where asked', () => {
    assert.equal(numberInWords(1_105_004, 'south').vi, 'một triệu một trăm lẻ năm ngàn không trăm lẻ bốn');
  });

  it('gives every number its own words', () => {
    const upTo = bigInt({ min: 0n, max: 10n ** 16n });
    always(
      property(upTo, upTo, (one, other) => {
        pre(one !== other);
        assert.notEqual(numberInWords(one).vi, numberInWords(other).vi);
        assert.notEqual(numberInWords(one).en, numberInWords(other).en);
      }),
    );
  });

  it('can be read back', () => {
    always(
      property(bigInt({ min: 0n, max: 10n ** 16n }), (value) => {
        assert.equal(readBack(numberInWords(value).vi), value);
      }),
    );
  });

  it('refuses what has no exact words', () => {
    for (const value of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, 10n ** 18n]) {
      assert.throws(() => numberInWords(value), RangeError);
    }
  });
});

/** An independent reader: it knows words and place values, nothing of how they were made. */
function readBack(words: string): bigint {
  const digits = new Map<string, bigint>([
    ...['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'].map(
      (word, value) => [word, BigInt(value)] as const,
    ),
    ['mốt', 1n],
    ['tư', 4n],
    ['lăm', 5n],
  ]);
  const readGroup = (list: readonly string[]): bigint => {
    let sum = 0n;
    let last = 0n;
    for (const word of list) {
      const value = digits.get(word);
      if (value !== undefined) last = value;
      else if (word === 'trăm') [sum, last] = [sum + last * 100n, 0n];
      else if (word === 'mười') [sum, last] = [sum + 10n, 0n];
      else if (word === 'mươi') [sum, last] = [sum + last * 10n, 0n];
    }
    return sum + last;
  };
  const readNine = (list: readonly string[]): bigint => {
    let sum = 0n;
    let rest = list;
    for (const [unit, value] of [
      ['triệu', 1_000_000n],
      ['nghìn', 1000n],
    ] as const) {
      const at = rest.indexOf(unit);
      if (at >= 0) [sum, rest] = [sum + readGroup(rest.slice(0, at)) * value, rest.slice(at + 1)];
    }
    return sum + readGroup(rest);
  };
  const list = words.split(' ');
  const at = list.lastIndexOf('tỷ');
  return at < 0
    ? readNine(list)
    : readNine(list.slice(0, at)) * 1_000_000_000n + readNine(list.slice(at + 1));
}

describe('money in words', () => {
  const amounts: readonly (readonly [number, string, string])[] = [
    [0, 'Không đồng', 'Zero dong'],
    [500, 'Năm trăm đồng', 'Five hundred dong'],
    [8000, 'Tám nghìn đồng chẵn', 'Eight thousand dong only'],
    [100_000, 'Một trăm nghìn đồng chẵn', 'One hundred thousand dong only'],
    [
      1_250_500,
      'Một triệu hai trăm năm mươi nghìn năm trăm đồng',
      'One million two hundred and fifty thousand five hundred dong',
    ],
    [4_000_000_000, 'Bốn tỷ đồng chẵn', 'Four billion dong only'],
  ];
  for (const [amount, vi, en] of amounts) {
    it(`${amount} đồng is "${vi}"`, () => assert.deepEqual(moneyInWords(amount), { vi, en }));
  }
});

describe('dates in words', () => {
  it('writes days up to ten with mùng, and April as tháng tư', () => {
    assert.equal(
      dateInWords('2026-04-05').vi,
      'ngày mùng năm, tháng tư, năm hai nghìn không trăm hai mươi sáu',
    );
    assert.equal(
      dateInWords('1999-12-21').vi,
      'ngày hai mươi mốt, tháng mười hai, năm một nghìn chín trăm chín mươi chín',
    );
    assert.equal(dateInWords('2026-04-05').en, '5 April, two thousand and twenty-six');
  });
  it('refuses a day that does not exist', () => {
    for (const date of ['2026-02-30', '2026-13-01', '', 'x'])
      assert.throws(() => dateInWords(date), RangeError);
  });
});
