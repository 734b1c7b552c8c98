import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedLists } from '../../world/law/index.ts';
import { documentTypes, findTemplate } from '../typeset/index.ts';
import { documentToSign } from './document-to-sign.ts';

const codesOf = (list: string): readonly string[] =>
  shippedLists()
    .find((one) => one.list === list)
    ?.codes.map(({ code }) => code) ?? [];
const type = (template: string, data: Record<string, unknown> = {}) =>
  documentToSign({ template, data }, null).type;

describe('a paper in the words of authority to sign', () => {
  it('is one of the 29 types where it names its type, however that is written', () => {
    const known = new Set(codesOf('document-type'));
    for (const { name } of documentTypes)
      for (const written of [name, name.toLocaleUpperCase('vi'), name.normalize('NFD')])
        assert.ok(known.has(type('named-document', { type: written })), written);
    assert.equal(type('named-document', { type: 'Giấy uỷ quyền' }), 'giay-uy-quyen');
    for (const own of ['letter', 'report', 'silent-approval']) assert.ok(known.has(type(own)), own);
    assert.ok(
      !known.has(type('named-document', { type: 'Thông báo khác' })),
      'an unknown type is in no list',
    );
  });

  it('is the kind of document that the procedure results in', () => {
    const kinds = codesOf('result-document');
    assert.ok(kinds.length > 0);
    for (const kind of kinds) {
      assert.ok(findTemplate(kind), kind);
      assert.equal(type(kind), kind);
    }
  });
});
