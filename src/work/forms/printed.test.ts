import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { dataDictionary } from './dictionary.ts';
import { fill } from './fill.ts';
import { birthAnswers, birthForm, today } from './fixtures.ts';
import { formOf } from './form.ts';
import { printedLines, summaryLines } from './printed.ts';

const filled = (answers: unknown) => fill(formOf(birthForm), answers, { today });

describe('the printed form', () => {
  it('has every answer with its section and label', () =>
    assert.deepEqual(
      printedLines(filled(birthAnswers)).map(({ section, label, value }) => [section, label, value]),
      [
        ['Người được khai sinh', 'Họ và tên của bé', 'Nguyễn Thí Dụ'],
        ['Người được khai sinh', 'Ngày sinh của bé', '01/11/2026'],
        ['Người được khai sinh', 'Bé sinh ở cơ sở y tế', 'Có'],
        ['Người được khai sinh', 'Tên cơ sở y tế', 'Bệnh viện Thí Dụ'],
        ['Cha mẹ', 'Quan hệ với bạn của người mẹ', 'Chính tôi'],
        ['Cha mẹ', 'Họ, chữ đệm và tên của người mẹ', 'Trần Thị Mẫu'],
        ['Cha mẹ', 'Ngày sinh của người mẹ', '05/02/1990'],
        ['Cha mẹ', 'Số định danh cá nhân của người mẹ', '001190000001'],
        ['Cha mẹ', 'Nơi cư trú của người mẹ', 'Thôn Thí Dụ, Xã Mẫu Sơn, Tỉnh Sông Lam'],
        ['Cha mẹ', 'Người con 1: Họ và tên', 'Nguyễn Ví Dụ'],
        ['Cha mẹ', 'Người con 1: Còn sống', 'Có'],
        ['Cha mẹ', 'Người con 1: Ngày sinh', '2015'],
        ['Giấy tờ và lệ phí', 'Số bản sao trích lục', '3'],
        ['Giấy tờ và lệ phí', 'Tiền bản sao', '24.000\u00a0đ'],
        ['Giấy tờ và lệ phí', 'Cam đoan', 'Đã cam đoan: Tôi cam đoan lời khai là đúng.'],
      ],
    ));
  it('speaks English too', () =>
    assert.equal(printedLines(filled(birthAnswers), 'en')[1]?.value, '1 November 2026'));
  it('leaves out what is empty; the summary shows it', () => {
    assert.deepEqual(
      printedLines(filled({ atHospital: 'no' })).map(({ value }) => value),
      ['Không'],
    );
    const open = summaryLines(filled({ atHospital: 'no' }), 'vi').filter(({ value }) => value === '');
    assert.ok(open.some(({ path, page }) => path === 'witness' && page === 'home-birth'));
  });
  it('stands a draft with values of wrong kinds', () => {
    const odd = {
      childName: 5,
      childBirth: { day: 'x' },
      copies: 'ba',
      mother: [1],
      truth: {},
      siblings: 'x',
    };
    assert.equal(summaryLines(filled(odd), 'vi').find(({ path }) => path === 'copies')?.value, 'ba');
  });
});

describe('the data dictionary', () => {
  const entries = dataDictionary(birthForm);
  const at = (path: string) => entries.find((entry) => entry.path === path);
  it('has one entry for each value', () => {
    assert.equal(new Set(entries.map(({ path }) => path)).size, entries.length);
    assert.deepEqual(
      entries
        .map(({ path }) => path)
        .filter((path) => path.startsWith('mother.') || path.startsWith('siblings')),
      [
        'mother.who',
        'mother.relation',
        'mother.name',
        'mother.birth',
        'mother.personalNumber',
        'mother.residence',
        'siblings[].name',
        'siblings[].alive',
        'siblings[].birth',
      ],
    );
  });
  it('tells when, why and how sensitive', () => {
    assert.equal(at('hospital')?.required, 'under a condition');
    assert.equal(at('hospital')?.condition?.vi, 'Bé sinh ở cơ sở y tế là “Có”');
    assert.equal(at('siblings[].birth')?.condition?.vi, 'Còn sống là “Có”');
    assert.equal(at('childName')?.legalBasis, 'Điều 14 Luật Hộ tịch');
    assert.equal(at('mother.name')?.personalData, 'basic');
    assert.equal(at('mother.birth')?.datum, 'mother.birth');
    assert.equal(at('childBirth')?.source?.registry, 'health');
  });
  it('is drawn as a table', async () => {
    const { DictionaryTable } = await import('./render/dictionary-table.tsx');
    const html = renderToString(DictionaryTable({ entries, language: 'vi' }));
    for (const { path, label } of entries) assert.ok(html.includes(path) && html.includes(label.vi), path);
  });
});
