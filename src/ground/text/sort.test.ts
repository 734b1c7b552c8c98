import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareText, sortedByText } from './sort.ts';

describe('Vietnamese order', () => {
  it('has its own letters and tones', () => {
    const right = [
      'an',
      'ăn',
      'ân',
      'da',
      'đa',
      'em',
      'êm',
      'ma',
      'mà',
      'mả',
      'mã',
      'má',
      'mạ',
      'on',
      'ôn',
      'ơn',
      'un',
      'ưng',
    ];
    assert.deepEqual(right.toReversed().sort(compareText), right);
  });
  it('counts numbers as numbers', () =>
    assert.deepEqual(['Tổ 10', 'Tổ 2', 'Tổ 1'].sort(compareText), ['Tổ 1', 'Tổ 2', 'Tổ 10']));
  it('sorts a copy', () => {
    const list = [{ name: 'Đà Nẵng' }, { name: 'Cà Mau' }, { name: 'Dak' }];
    assert.deepEqual(
      sortedByText(list, ({ name }) => name).map(({ name }) => name),
      ['Cà Mau', 'Dak', 'Đà Nẵng'],
    );
    assert.equal(list[0]?.name, 'Đà Nẵng');
  });
});
