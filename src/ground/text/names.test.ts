import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comparePersonNames, joinName, personName, sameName, splitName, titleCase } from './names.ts';

describe('names of persons', () => {
  const kept: readonly (readonly [string, string])[] = [
    ['NGUYỄN VĂN THÍ DỤ', 'Nguyễn Văn Thí Dụ'],
    ['trần thị mẫu', 'Trần Thị Mẫu'],
    ['  Lê   Ví Dụ ', 'Lê Ví Dụ'],
    ['Nguye\u0302\u0303n Va\u0306n Ma\u0302\u0303u', 'Nguyễn Văn Mẫu'],
    ['H’HEN MẪU', "H'Hen Mẫu"],
    ['Đặng McVí Dụ', 'Đặng McVí Dụ'],
    ['ĐỖ THUÝ', 'Đỗ Thuý'],
  ];
  for (const [typed, name] of kept) it(`${typed} → ${name}`, () => assert.equal(personName(typed), name));
  it('title case', () => assert.equal(titleCase("lê-mẫu y'ban ênuôl"), "Lê-Mẫu Y'Ban Ênuôl"));

  const split: readonly (readonly [string, string, string, string])[] = [
    ['Nguyễn Văn Thí Dụ', 'Nguyễn', 'Văn Thí', 'Dụ'],
    ['Trần Mẫu', 'Trần', '', 'Mẫu'],
    ['Mẫu', '', '', 'Mẫu'],
    ['', '', '', ''],
  ];
  for (const [name, family, middle, given] of split) {
    it(`splits “${name}” and joins it again`, () => {
      assert.deepEqual(splitName(name), { family, middle, given });
      assert.equal(joinName(splitName(name)), name);
    });
  }
  it('compares as the registries do', () => {
    assert.ok(sameName('NGUYỄN THỊ THUÝ', 'Nguyễn Thị  Thúy'));
    assert.ok(!sameName('Nguyễn Văn Mẫu', 'Nguyễn Văn Mậu'));
  });
  it('orders by given name first', () =>
    assert.deepEqual(['Trần Văn Bình', 'Lê Thị An', 'Đỗ Văn Bình', 'Đỗ Anh Bình'].sort(comparePersonNames), [
      'Lê Thị An',
      'Đỗ Anh Bình',
      'Đỗ Văn Bình',
      'Trần Văn Bình',
    ]));
});
