import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { birthAnswers, birthForm, today } from './fixtures.ts';
import { formOf } from './form.ts';
import { firstOpenPage, mayOpen, pageAfter, pageBefore } from './reach.ts';
import { validate } from './validate.ts';

const context = { today };
const check = (answers: unknown) => validate(formOf(birthForm), answers, context);
const faults = (answers: unknown) => check(answers).errors.map(({ field, message }) => [field, message.vi]);

describe('validation', () => {
  it('takes good answers', () => assert.deepEqual(faults(birthAnswers), []));

  it('asks for everything that is missing, each at its field and page', () => {
    const { errors } = check({});
    assert.deepEqual(
      errors.map(({ field, page }) => `${page}: ${field}`),
      [
        'child-name: childName',
        'child-birth: childBirth',
        'child-birth: atHospital',
        'mother: mother.who',
        'mother: mother.name',
        'mother: mother.birth',
        'mother: mother.personalNumber',
        'mother: mother.residence',
        'copies: copies',
        'declare: truth',
      ],
    );
    assert.equal(errors[0]?.message.vi, 'Hãy điền họ và tên của bé.');
    assert.equal(errors[0]?.message.en, 'Enter name of the child.');
  });

  it('requires a question once its condition holds', () => {
    assert.deepEqual(faults({ ...birthAnswers, hospital: '' }), [['hospital', 'Hãy điền tên cơ sở y tế.']]);
    assert.deepEqual(faults({ ...birthAnswers, hospital: '', atHospital: 'no' }), [
      ['witness', 'Hãy gửi tệp: văn bản của người làm chứng.'],
    ]);
  });

  it('finds faults inside items, and counts them', () => {
    const one = { name: 'Lê Dụ', alive: false };
    assert.deepEqual(
      faults({ ...birthAnswers, siblings: [one, { name: '', alive: 'yes', birth: '31/2/2015' }] }),
      [
        ['siblings.1.name', 'Hãy điền họ và tên.'],
        ['siblings.1.birth', 'Ngày sinh phải viết theo ngày/tháng/năm, ví dụ 21/11/1990.'],
      ],
    );
    assert.deepEqual(faults({ ...birthAnswers, siblings: [one, one, one, one] }), [
      ['siblings', 'Người con: nhiều nhất 3 mục.'],
    ]);
    assert.deepEqual(faults({ ...birthAnswers, siblings: 'Lê Dụ' }), [
      ['siblings', 'Người con không đọc được, hãy điền lại.'],
    ]);
    assert.deepEqual(faults({ ...birthAnswers, siblings: [] }), []);
  });

  it('tells which item is meant', () =>
    assert.equal(check({ ...birthAnswers, siblings: [{ name: 'x' }] }).errors[0]?.item?.vi, 'Người con 1'));

  it('applies rules over several answers', () => {
    const mother = {
      ...(birthAnswers['mother'] as object),
      birth: '2020-02-05',
      personalNumber: '001320000001',
    };
    assert.deepEqual(faults({ ...birthAnswers, mother }), [
      ['mother.birth', 'Ngày sinh của mẹ quá gần ngày sinh của bé. Hãy xem lại cả hai.'],
    ]);
  });

  it('applies no rule to a question that is not asked', () => {
    const rules = [{ id: 'r', when: true, field: 'hospital', message: { vi: 'Sai.', en: 'Wrong.' } }];
    const form = formOf({ ...birthForm, rules });
    const fields = (answers: object) => validate(form, answers, context).errors.map(({ field }) => field);
    assert.deepEqual(fields(birthAnswers), ['hospital']);
    assert.deepEqual(fields({ ...birthAnswers, atHospital: false }), ['witness']);
  });

  it('keeps the text that was typed', () => {
    const typed = { ...birthAnswers, childBirth: { day: '31', month: '2', year: '2026' }, copies: 'ba bản' };
    const { answers } = check(typed);
    assert.deepEqual(answers['childBirth'], typed.childBirth);
    assert.equal(answers['copies'], 'ba bản');
  });

  it('never throws, and names only fields of the form', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...Object.keys(birthAnswers)), fc.anything())),
        (answers) => {
          const roots = new Set([...Object.keys(birthAnswers), 'witness', 'fee']);
          for (const { field, message } of check(answers).errors) {
            assert.ok(roots.has(field.split('.')[0] ?? ''), field);
            assert.ok(message.vi && message.en);
          }
        },
      ),
      { numRuns: 200 },
    ));

  it('judges the same answers the same way twice', () =>
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(birthAnswers)), fc.jsonValue()), (answers) => {
        const first = check(answers);
        assert.deepEqual(check(first.answers).errors, first.errors);
      }),
      { numRuns: 150 },
    ));
});

describe('reach', () => {
  it('leads to the first page with something open', () => {
    const checked = check({ childName: 'Nguyễn Thí Dụ' });
    assert.equal(firstOpenPage(checked), 'child-birth');
    assert.equal(firstOpenPage(check(birthAnswers)), null);
  });
  it('lets nobody skip ahead and everybody go back', () => {
    const checked = check({ childName: 'Nguyễn Thí Dụ' });
    const open = checked.pages.map(({ form: { page } }) => page.id).filter((id) => mayOpen(checked, id));
    assert.deepEqual(open, ['child-name', 'child-birth']);
    assert.equal(mayOpen(check(birthAnswers), 'declare'), true);
    assert.equal(mayOpen(check(birthAnswers), 'home-birth'), false, 'not shown');
    assert.equal(mayOpen(checked, 'nowhere'), false);
  });
  it('knows the way on and back', () => {
    const checked = check(birthAnswers);
    assert.equal(pageAfter(checked, 'copies'), 'declare');
    assert.equal(pageAfter(checked, 'declare'), null);
    assert.equal(pageBefore(checked, 'child-name'), null);
    assert.equal(pageAfter(check({ ...birthAnswers, atHospital: 'no' }), 'copies'), 'home-birth');
  });
});
