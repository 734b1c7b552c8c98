import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { servicesTold, storyOf } from './everyday.ts';
import { placedOf, understand } from './understand.ts';

const told = (query: string): ReadonlyMap<string, number> =>
  new Map(servicesTold(storyOf(placedOf(understand(query))), 20));

/** The service that a story is told of most. */
const first = (query: string): string | undefined => [...told(query).keys()][0];

describe('what people tell', () => {
  const table: readonly (readonly [string, string])[] = [
    ['có đứa bạn học ghé ngủ lại nhà em mấy bữa', '2.001159'],
    ['co ban ngu lai nha em may bua', '2.001159'],
    ['ông cụ muốn viết giấy để lại nhà cho con út', '2.001019'],
    ['quán ế quá nên dẹp tiệm', '1.001266'],
    ['con nhỏ mới sanh ở trạm xá', '1.001193'],
    ['giay khai sinh bị sai ngay sinh, muốn sua lại', '2.000748'],
    ['làm mat bằng lai xe máy', '3.000348'],
  ];
  for (const [query, code] of table) it(`«${query}» is ${code}`, () => assert.equal(first(query), code));

  it('counts less, the more is said that nobody says of the service', () => {
    const share = (query: string): number => told(query).get('2.001159') ?? 0;
    assert.ok(share('bạn ngủ lại nhà') > share('bạn ngủ lại nhà, giàn khoan, hợp âm, thạch nhũ'));
  });

  it('is nothing where nothing of the kind is said', () => {
    assert.equal(told('zzzz qqqq').size, 0);
    assert.equal(told('').size, 0);
  });
});
