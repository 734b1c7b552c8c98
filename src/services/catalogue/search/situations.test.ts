import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsOf } from './sayings.ts';
import { situationsIn } from './situations.ts';
import { isSyllable } from './syllables.ts';

const told = (query: string): readonly string[] =>
  situationsIn(wordsOf(query)).flatMap(({ saying }) => saying.means);

describe('situations', () => {
  it('are told by all of their groups, in any order, with or without marks', () => {
    for (const query of [
      'bà con dưới quê lên chơi ngủ lại mấy bữa có phải báo công an',
      'báo công an phường khi có khách ngủ lại',
      'co khach ngu lai qua dem thi bao cong an',
    ]) {
      assert.ok(told(query).includes('thông báo lưu trú'), query);
    }
    assert.ok(!told('bà con dưới quê lên').includes('thông báo lưu trú'));
  });

  it('are not told where a word speaks against them, or marks say otherwise', () => {
    assert.ok(!told('khách nước ngoài ngủ lại báo công an').includes('thông báo lưu trú'));
    assert.ok(told('rớt mất cccd').includes('cấp lại thẻ căn cước'));
    assert.ok(!told('mất căn cước và bằng lái xe').includes('cấp lại thẻ căn cước'));
  });

  it('use every word once', () => {
    const words = wordsOf('mất cà vẹt xe');
    for (const { words: used } of situationsIn(words)) assert.equal(new Set(used).size, used.length);
  });
});

describe('syllables', () => {
  it('have the shape of Vietnamese ones', () => {
    for (const word of ['com', 'nghieng', 'khuya', 'quoc', 'gi', 'thuyen', 'y', 'oanh', 'que', 'giay']) {
      assert.ok(isSyllable(word), word);
    }
    for (const word of ['sing', 'khaisinh', 'kahi', 'idera', 'cccd', 'passport', 'ggiay', 'abc', '']) {
      assert.ok(!isSyllable(word), word);
    }
  });
});
