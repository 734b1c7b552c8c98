import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conditionSentence, fieldsOf } from './condition-sentence.ts';
import { birthForm } from './fixtures.ts';
import type { Definition, Logic } from './schema.ts';

const definition: Definition = {
  ...birthForm,
  sections: [
    ...birthForm.sections,
    {
      id: 'more',
      title: birthForm.title,
      pages: [
        {
          id: 'more-page',
          title: birthForm.title,
          fields: [
            {
              id: 'linked',
              type: 'choices',
              label: { vi: 'Việc làm kèm', en: 'Linked services' },
              options: [{ value: 'card', label: { vi: 'Thẻ bảo hiểm', en: 'Insurance card' } }],
            },
          ],
        },
      ],
    },
  ],
};

describe('a condition in words', () => {
  const table: readonly (readonly [Logic, string, string])[] = [
    [
      { '==': [{ var: 'atHospital' }, true] },
      'Bé sinh ở cơ sở y tế là “Có”',
      'Born in a health facility is “Yes”',
    ],
    [{ var: 'atHospital' }, 'Bé sinh ở cơ sở y tế là “Có”', 'Born in a health facility is “Yes”'],
    [
      { '!': [{ var: 'atHospital' }] },
      'Bé sinh ở cơ sở y tế không phải là “Có”',
      'Born in a health facility is not “Yes”',
    ],
    [
      { '!': [{ var: 'childName' }] },
      'Họ và tên của bé chưa được trả lời',
      'Name of the child is not answered',
    ],
    [
      { answered: [{ var: 'childName' }] },
      'Họ và tên của bé đã được trả lời',
      'Name of the child is answered',
    ],
    [
      { '==': [{ var: 'mother.who' }, 'relative'] },
      'Quan hệ với bạn của người mẹ là “Người thân của tôi”',
      'Relation to you of mother is “A relative of mine”',
    ],
    [
      { in: ['card', { var: 'linked' }] },
      'Việc làm kèm có chọn “Thẻ bảo hiểm”',
      'Linked services includes “Insurance card”',
    ],
    [
      { in: [{ var: 'mother.who' }, ['self', 'other']] },
      'Quan hệ với bạn của người mẹ là một trong: “Chính tôi”, “Người khác”',
      'Relation to you of mother is one of: “Myself”, “Somebody else”',
    ],
    [
      { '<': [{ var: 'childBirth' }, '2026-09-22'] },
      'Ngày sinh của bé trước 22/09/2026',
      'Date of birth of the child is before 22 September 2026',
    ],
    [
      { '<=': [{ var: 'childBirth' }, { var: 'today' }] },
      'Ngày sinh của bé chậm nhất hôm nay',
      'Date of birth of the child is on or before today',
    ],
    [
      { '<=': [1, { var: 'copies' }, 1000] },
      'Số bản sao trích lục trong khoảng từ 1 đến 1.000',
      'Number of copies is between 1 and 1,000',
    ],
    [
      { '>=': [{ age: [{ var: 'childBirth' }, { var: 'today' }] }, 14] },
      'tuổi tính từ Ngày sinh của bé đến hôm nay từ 14',
      'age from Date of birth of the child to today is at least 14',
    ],
    [
      {
        or: [{ and: [{ var: 'atHospital' }, { '>': [{ var: 'copies' }, 2] }] }, { '!': [{ var: 'copies' }] }],
      },
      '(Bé sinh ở cơ sở y tế là “Có” và Số bản sao trích lục lớn hơn 2) hoặc Số bản sao trích lục chưa được trả lời',
      '(Born in a health facility is “Yes” and Number of copies is more than 2) or Number of copies is not answered',
    ],
    [
      { some: [{ var: 'siblings' }, { var: 'alive' }] },
      'Người con có mục thoả điều kiện',
      'Child has an item that fits',
    ],
    [
      { '>': [{ '*': [{ var: 'copies' }, 8000] }, 100_000] },
      'Số bản sao trích lục nhân 8.000 lớn hơn 100.000',
      'Number of copies times 8,000 is more than 100,000',
    ],
    [true, 'luôn luôn', 'always'],
    [false, 'không bao giờ', 'never'],
  ];
  const fieldAt = fieldsOf(definition);
  for (const [logic, vi, en] of table) {
    it(vi, () => {
      assert.equal(conditionSentence(logic, fieldAt, 'vi'), vi);
      assert.equal(conditionSentence(logic, fieldAt, 'en'), en);
    });
  }
  it('calls the fields of a group by their names', () => {
    const siblings = definition.sections[1]?.pages[1]?.fields;
    assert.equal(
      conditionSentence({ var: 'item.alive' }, fieldsOf(definition, siblings), 'vi'),
      'Còn sống là “Có”',
    );
  });
  it('names an answer that does not exist by its key', () =>
    assert.equal(conditionSentence({ '==': [{ var: 'gone' }, 1] }, fieldAt, 'vi'), 'gone là 1'));
});
