import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editsBetween, mend, unknownWords, untypeTelex } from './spelling.ts';
import { termsOf, vectorText } from './terms.ts';
import { understand } from './understand.ts';

const saidIn = (query: string): readonly string[] =>
  understand(query).flatMap((part) => (part.kind === 'saying' ? [part.means[0]!] : []));

describe('a query', () => {
  const table: readonly (readonly [string, string])[] = [
    ['xin giấy độc thân', 'cấp giấy xác nhận tình trạng hôn nhân'],
    ['xin giay doc than de mua nha', 'cấp giấy xác nhận tình trạng hôn nhân'],
    ['sổ hồng của mẹ tôi bị mất rồi', 'cấp lại giấy chứng nhận do bị mất đất đai'],
    ['thẻ BHYT hết hạn', 'đăng ký đóng, cấp thẻ bhyt đối với người chỉ tham gia bhyt'],
    ['register my newborn, birth certificate please', 'đăng ký khai sinh'],
    ['Mở quán cà phê ở phường', 'đăng ký thành lập hộ kinh doanh'],
  ];
  for (const [query, means] of table)
    it(`«${query}» means «${means}»`, () => assert.equal(saidIn(query)[0], means));
  it('with marks that say otherwise is not mistaken', () => assert.deepEqual(saidIn('sơ đồ'), []));
  it('is not read across a whole story', () =>
    assert.deepEqual(
      saidIn('mất ngủ vì tiếng ồn suốt đêm qua mà không ai tới xử lý cái sổ đỏ').includes(
        'cấp lại giấy chứng nhận do bị mất đất đai',
      ),
      false,
    ));
});

describe('spelling', () => {
  const table: readonly (readonly [string, string, number])[] = [
    ['sing', 'sinh', 1],
    ['kahi', 'khai', 1],
    ['hon', 'hon', 0],
    ['abcd', 'wxyz', Number.POSITIVE_INFINITY],
  ];
  for (const [one, other, edits] of table)
    it(`${one} and ${other}: ${edits}`, () => assert.equal(editsBetween(one, other), edits));
  it('sees through Telex', () =>
    assert.deepEqual(['ddawng', 'kys', 'khai'].map(untypeTelex), ['dang', 'ky', 'khai']));
  it('prefers the word that fits between its neighbours', () => {
    const alike = [
      { word: 'sing', term: 'sinh', docs: 20 },
      { word: 'sing', term: 'song', docs: 90 },
    ];
    assert.equal(mend('khai sing', ['sing'], alike, new Map([['khai sinh', 10]])), 'khai sinh');
  });
  it('leaves what it cannot mend', () => assert.equal(mend('khai zzz', ['zzz'], [], new Map()), null));
  it('asks only about words that nobody knows', () =>
    assert.deepEqual(unknownWords('khai sing cho passport gì', new Map([['khai', 3]])), ['sing']));
});

describe('terms', () => {
  it('are syllables and pairs that no punctuation parts', () =>
    assert.deepEqual([...termsOf('Đăng ký; Kết hôn')], ['dang', 'ky', 'dang ky', 'ket', 'hon', 'ket hon']));
  it('weigh by their best place', () =>
    assert.equal(
      vectorText([
        { text: 'Hộ tịch', weight: 'A' },
        { text: 'tịch', weight: 'B' },
      ]),
      "'ho':1A 'tich':1A 'ho tich':1A",
    ));
});
