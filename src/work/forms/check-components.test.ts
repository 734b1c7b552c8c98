import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkComponents } from './check-components.ts';
import { birthForm } from './fixtures.ts';
import type { Definition, Field } from './schema.ts';

const witness = { id: 'witness', name: { vi: 'Văn bản làm chứng', en: 'Statement of a witness' } };
const kinds = (...given: Parameters<typeof checkComponents>) =>
  checkComponents(...given).map(({ kind, component }) => `${kind}: ${component}`);

const asking = (...fields: readonly Field[]): Definition => ({
  ...birthForm,
  rules: [],
  sections: [{ id: 's', title: birthForm.title, pages: [{ id: 'p', title: birthForm.title, fields }] }],
});
const paper = (id: string, component: string): Field => ({
  id,
  type: 'files',
  label: { vi: 'Giấy xác nhận', en: 'Confirmation' },
  component,
});

describe('a form against the component list', () => {
  it('fits', () => assert.deepEqual(kinds(birthForm, [witness]), []));
  it('may not ask for a paper that the law does not list', () => {
    const faults = checkComponents(birthForm, []);
    assert.deepEqual(
      faults.map(({ kind, field, text }) => [kind, field, text.vi]),
      [
        [
          'not listed',
          'witness',
          '“Văn bản của người làm chứng” không có trong thành phần hồ sơ của thủ tục: không được yêu cầu.',
        ],
      ],
    );
  });
  it('may not ask twice', () =>
    assert.deepEqual(kinds(asking(paper('a', 'witness'), paper('b', 'witness')), [witness]), [
      'asked twice: witness',
    ]));
  it('may not forget one, unless something stands in for it', () => {
    const marriage = { id: 'marriage', name: { vi: 'Giấy kết hôn', en: 'Marriage certificate' } };
    assert.deepEqual(kinds(birthForm, [witness, marriage]), ['not asked: marriage']);
    assert.deepEqual(kinds(birthForm, [witness, { ...marriage, substitutable: true }]), []);
  });
});
