import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { fold, foldKeepingMarks, oneLine, sameWords, slug, toneNormal, withoutMarks, plain } from './fold.ts';

describe('tone position', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['hoà', 'hòa'],
    ['Khánh Hoà', 'Khánh Hòa'],
    ['Thanh Hoá', 'Thanh Hóa'],
    ['thuý', 'thúy'],
    ['Thuỵ', 'Thụy'],
    ['khoẻ', 'khỏe'],
    ['loè', 'lòe'],
    ['THUỶ', 'THỦY'],
    ['hòan', 'hoàn'],
    ['tòan trình', 'toàn trình'],
    ['ngọăn', 'ngoặn'],
    ['khủyu', 'khuỷu'],
  ];
  for (const [written, wanted] of pairs) {
    it(`${written} → ${wanted}`, () => assert.equal(toneNormal(written), wanted));
    it(`${wanted} stays`, () => assert.equal(toneNormal(wanted), wanted));
  }
  it('leaves what already stands right', () => {
    const right =
      'quý quả quốc giá gì giếng giữ mía múa của cửa thuở hữu gửi huế tuyến thuyền hoài ngoáy ngoéo lười suýt huỳnh quỳnh chùa nghĩa ương';
    assert.equal(toneNormal(right), right);
  });
  it('leaves words of other languages', () =>
    assert.equal(toneNormal('Ênuôl café H’Đăm Krông Búk résumé'), 'Ênuôl café H’Đăm Krông Búk résumé'));
  it('composes', () => assert.equal(toneNormal('Tho\u0302ng tin hoa\u0300'), 'Thông tin hòa'));
  it('settles at once and changes no letters', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'hoàthúyqgiêếnuướaòỏạ '), maxLength: 12 }), (text) => {
        const once = toneNormal(text);
        assert.equal(toneNormal(once), once);
        assert.equal(fold(once), fold(text));
      }),
    ));
});

describe('plain text', () => {
  it('turns nothing, whatever it was copied from', () => {
    assert.equal(plain('\u202a+84 912\u202c'), '+84 912');
    assert.equal(plain('Ví Dụ \u202efdp.exe\u2066'), 'Ví Dụ fdp.exe');
    assert.equal(plain('một\u2028hai\r\nba'), 'một\nhai\nba');
    assert.equal(plain("H'Hen Niê, K'Sor Y'Đăm"), "H'Hen Niê, K'Sor Y'Đăm");
  });
});

describe('folding', () => {
  const table: readonly (readonly [string, string])[] = [
    ['Hộ tịch', 'ho tich'],
    ['Đăng ký  KẾT HÔN', 'dang ky ket hon'],
    ['đường Đê', 'duong de'],
    ['Ho\u0323\u0302 ti\u0323ch', 'ho tich'],
    ['ươ ƯỜNG', 'uo uong'],
    [' sổ\u00a0đỏ\n', 'so do'],
  ];
  for (const [text, folded] of table) it(text, () => assert.equal(fold(text), folded));
  it('keeps marks where asked', () => assert.equal(foldKeepingMarks('Khánh HOÀ'), 'khánh hòa'));
  it('knows the same words', () => {
    assert.ok(sameWords('Thúy  hòa', 'THUÝ HOÀ'));
    assert.ok(!sameWords('Hoa', 'Hòa'));
  });
  it('makes names for addresses', () =>
    assert.equal(slug('  Khai sinh & cư trú (2026)! '), 'khai-sinh-cu-tru-2026'));
  it('keeps case without marks', () => assert.equal(withoutMarks('Đà Nẵng'), 'Da Nang'));
  it('makes one line', () => assert.equal(oneLine(' a\t\nb\u3000c '), 'a b c'));
  it('is settled at once', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(fold(fold(text)), fold(text))),
    ));
});
