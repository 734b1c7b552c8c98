import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codesAsked } from './codes.ts';
import { typed } from './typing.ts';

describe('keys that were left as typed', () => {
  const table: readonly (readonly [string, string])[] = [
    ['giaays khai sinh', 'giấy khai sinh'],
    ['ddawng kys keets hoon', 'đăng ký kết hôn'],
    ['DDawng kys thuwowngf trus', 'đăng ký thường trú'],
    ['ddaast ddai', 'đất đai'],
    ['gia6y1 khai sinh cho tre3', 'giấy khai sinh cho trẻ'],
    ['d9a8ng ky1 ke6t1 ho6n', 'đăng ký kết hôn'],
    ["gia^'y khai sinh", 'giấy khai sinh'],
    ["dda(ng ky' thu+o+`ng tru'", 'đăng ký thường trú'],
    ['ｋｈａｉ　ｓｉｎｈ', 'khai sinh'],
  ];
  for (const [keys, meant] of table) it(`«${keys}» is «${meant}»`, () => assert.equal(typed(keys), meant));

  for (const plain of [
    'đăng ký kết hôn',
    'bằng B2 và A1',
    'mẫu CT07 hay CT08?',
    'visa for my wife, passport',
    'xoong nồi',
    'mất sổ đỏ (bìa đỏ)',
    'tax refund, gas, form',
    '14+ tuổi',
  ])
    it(`«${plain}» stays`, () => assert.equal(typed(plain), plain));
});

describe('codes', () => {
  const six = [1, 2, 3, 4, 5, 6].map((one) => `${one}.001193`);
  const table: readonly (readonly [string, ReturnType<typeof codesAsked>])[] = [
    ['1.001193', { codes: ['1.001193'] }],
    ['thủ tục 1.001193 là gì', { codes: ['1.001193'] }],
    ['1001193', { codes: ['1.001193'] }],
    ['001193', { codes: six }],
    ['1.00119', { prefix: '1.00119' }],
    ['khai sinh 2026', null],
    ['0912345678', null],
    ['mẫu 1.2', null],
  ];
  for (const [query, asked] of table) it(`«${query}»`, () => assert.deepEqual(codesAsked(query), asked));
});
