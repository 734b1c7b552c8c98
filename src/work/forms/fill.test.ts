import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { cleardown, fill } from './fill.ts';
import { birthAnswers, birthForm, today } from './fixtures.ts';
import { formOf } from './form.ts';

const context = { today };
const keys = [
  'childName',
  'childBirth',
  'atHospital',
  'hospital',
  'mother',
  'siblings',
  'copies',
  'witness',
  'truth',
];
const arbitraryAnswers = fc.dictionary(
  fc.constantFrom(...keys, '__proto__', 'toString', 'other'),
  fc.oneof(
    fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true }),
    fc.constantFrom(...Object.values(birthAnswers), true, false, { who: 'relative' }, [{ alive: 'yes' }]),
  ),
);

describe('cleardown', () => {
  const form = formOf(birthForm);
  const clear = (answers: unknown) => cleardown(form, answers, context);

  it('keeps what is asked, and works out the rest', () =>
    assert.deepEqual(clear(birthAnswers), { ...birthAnswers, fee: 24_000 }));

  it('drops the answer to a question that is no longer asked', () => {
    const answers = clear({ ...birthAnswers, atHospital: false });
    assert.equal('hospital' in answers, false);
  });

  it('drops the answers of a page that is no longer shown', () => {
    const witness = [{ id: 'f', name: 'a.pdf', size: 1, state: 'checked' }];
    assert.deepEqual(clear({ ...birthAnswers, atHospital: false, witness })['witness'], witness);
    assert.equal('witness' in clear({ ...birthAnswers, witness }), false);
  });

  it('drops inside a person and inside an item', () => {
    const answers = clear({
      mother: { who: 'self', relation: 'mother' },
      siblings: [{ name: 'Lê Dụ', alive: 'no', birth: '2015' }],
    });
    assert.deepEqual(answers, { mother: { who: 'self' }, siblings: [{ name: 'Lê Dụ', alive: false }] });
  });

  it('drops what the form does not know, and never believes a computed value', () => {
    const answers = clear({ ...birthAnswers, fee: 1, admin: true });
    assert.equal(answers['fee'], 24_000);
    assert.equal('admin' in answers, false);
  });

  it('takes no answers from a prototype', () => {
    const answers = clear(JSON.parse('{"__proto__": {"childName": "Lê Dụ"}}'));
    assert.deepEqual(answers, {});
    assert.equal(Object.getPrototypeOf(answers), Object.prototype);
  });

  it('changes nothing the second time, whatever it is given', () =>
    fc.assert(
      fc.property(arbitraryAnswers, (answers) => {
        const once = clear(answers);
        assert.deepEqual(clear(once), once);
      }),
      { numRuns: 150 },
    ));

  it('shows pages by the answers', () => {
    const pages = (answers: unknown) =>
      fill(form, answers, context).pages.map(({ form: { page } }) => page.id);
    assert.ok(!pages({}).includes('home-birth'));
    assert.ok(pages({ atHospital: 'no' }).includes('home-birth'));
  });
});
