import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findTemplate, templates } from '../../typeset/index.ts';
import { changedLines, correctableLines, corrected } from './fields.ts';

const paper = {
  template: 'birth-certificate',
  data: findTemplate('birth-certificate')?.sample as Readonly<Record<string, unknown>>,
};
const lines = correctableLines(paper);

describe('correcting a paper', () => {
  it('offers the words of the paper by their names, not what the act of issuing gives', () => {
    assert.deepEqual(
      lines.find(({ path }) => path === 'child.name'),
      {
        path: 'child.name',
        label: 'Người được khai sinh: Họ, chữ đệm, tên',
        value: 'Nguyễn Thị Mai Thí Dụ',
      },
    );
    for (const given of ['check', 'number', 'agency', 'signer.name'])
      assert.equal(
        lines.some(({ path }) => path === given),
        false,
        given,
      );
  });

  it('changes, adds and removes lines, and leaves the rest as it was', () => {
    const data = corrected(paper.data, lines, {
      'child.birthPlace': 'Bệnh viện Mẫu',
      'child.hometown': '',
      note: 'Đã đính chính',
      'signer.name': 'Kẻ Mạo Danh',
    });
    assert.deepEqual(data, {
      ...paper.data,
      note: 'Đã đính chính',
      child: (() => {
        const { hometown: _, ...child } = paper.data['child'] as Record<string, string>;
        return { ...child, birthPlace: 'Bệnh viện Mẫu' };
      })(),
    });
  });

  it('tells the leader what changes', () => {
    const data = corrected(paper.data, lines, { 'mother.birth': '1997' });
    assert.deepEqual(
      changedLines(paper, { ...paper, data }).map(({ path, was, value }) => [path, was, value]),
      [['mother.birth', '1998', '1997']],
    );
  });

  it('can be done with every shipped template', () => {
    for (const template of Object.values(templates)) {
      const one = { template: template.key, data: template.sample as Readonly<Record<string, unknown>> };
      assert.deepEqual(corrected(one.data, correctableLines(one), {}), one.data, template.key);
    }
  });
});
