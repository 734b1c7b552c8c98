import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sampleProcedures } from '../../../../../sample/procedures/index.ts';
import { Invalid } from '../../../../ground/operate/errors.ts';
import {
  definitionFaults,
  fieldsBefore,
  formOf,
  putRule,
  replaceField,
  replacePage,
  replaceSection,
  testAnswers,
  validate,
  type Definition,
} from '../../../../work/forms/index.ts';
import { pressed, type Titles } from './outline-acts.ts';
import {
  pageFrom,
  pageInput,
  ruleFrom,
  ruleInput,
  sectionFrom,
  sectionInput,
  shownPage,
  shownRule,
  shownSection,
} from './part-input.ts';
import { questionFrom, questionInput, shownQuestion } from './question-input.ts';

const forms = sampleProcedures.flatMap(({ national, local }): (readonly [string, Definition])[] =>
  local.form ? [[national.code, local.form]] : [],
);

/** What a page of the builder makes of the texts that it shows itself. */
function posted<Value>(
  {
    read,
  }: {
    readonly read: (raw: Record<string, unknown>) => { readonly value: Value } | { readonly errors: unknown };
  },
  texts: Readonly<Record<string, string>>,
): Value {
  const done = read(texts);
  if ('value' in done) return done.value;
  throw new Error(JSON.stringify(done.errors));
}

/** Opens every part of a form in the builder and saves it as it stands. */
function throughBuilder(form: Definition): Definition {
  let made = form;
  for (const section of form.sections) {
    const typed = posted(sectionInput, shownSection(section));
    made = replaceSection(
      made,
      section.id,
      sectionFrom(typed, section, fieldsBefore(form, { section: section.id })),
    );
    for (const page of section.pages) {
      const own = posted(pageInput, shownPage(page));
      made = replacePage(made, page.id, pageFrom(own, page, fieldsBefore(form, { page: page.id })));
      for (const field of page.fields) {
        const question = posted(questionInput, shownQuestion(field, form));
        const earlier = fieldsBefore(form, { page: page.id, field: field.id });
        made = replaceField(made, field.id, questionFrom(question, field, earlier), page.id);
      }
    }
  }
  for (const rule of form.rules ?? [])
    made = putRule(
      made,
      rule.id,
      ruleFrom(posted(ruleInput, shownRule(rule, form)), rule, fieldsBefore(form, null)),
    );
  return made;
}

const none: Titles = { section: null, pageTitle: '', pageTitleEn: '', sectionTitle: '', sectionTitleEn: '' };

describe('the builder', () => {
  it('has the twenty shipped forms to work on', () => assert.ok(forms.length >= 19, `${forms.length}`));
  for (const [code, form] of forms)
    it(`leaves the form of ${code} as it is when every part is opened and saved`, () =>
      assert.deepEqual(throughBuilder(form), form));

  it('makes a section, a repeated page, conditions with “and”, “or” and brackets, a sum and a rule', () => {
    const [, start] = forms.find(([code]) => code === '1.000894')!;
    let form = pressed(start, 'add-section', {
      ...none,
      sectionTitle: 'Khách mời',
      sectionTitleEn: 'Guests',
    });
    const section = form.sections.at(-1)!;
    const page = section.pages[0]!;
    form = replacePage(
      form,
      page.id,
      pageFrom(
        posted(pageInput, {
          ...shownPage(page),
          repeatId: 'guests',
          repeatTitle: 'Người khách',
          repeatMin: '0',
          repeatMax: '5',
        }),
        page,
        [],
      ),
    );
    const first = page.fields[0]!;
    const amount = questionFrom(
      posted(questionInput, {
        ...shownQuestion(first, form),
        id: 'seats',
        type: 'number',
        label: 'Số ghế',
        labelEn: 'Seats',
      }),
      first,
      [],
    );
    form = replaceField(form, first.id, amount, page.id);
    form = pressed(form, 'add-page', { ...none, section: section.id, pageTitle: 'Tổng số ghế' });
    const last = form.sections.at(-1)!.pages.at(-1)!;
    const total = questionFrom(
      posted(questionInput, {
        ...shownQuestion(last.fields[0]!, form),
        type: 'number',
        compute: 'reduce(guests, accumulator + current.seats, 0)',
        formula: 'answered(guests) và (age(wife.birth, today) > 20 hoặc age(husband.birth, today) > 20)',
      }),
      last.fields[0]!,
      fieldsBefore(form, { page: last.id }),
    );
    form = replaceField(form, last.fields[0]!.id, total);
    const all = fieldsBefore(form, null);
    const rule = ruleFrom(
      posted(ruleInput, {
        id: 'crowd',
        field: total.id,
        message: 'Hội trường chỉ có 100 ghế.',
        join: 'and',
        'when0.field': total.id,
        'when0.comparison': 'more',
        'when0.value': '100',
        'when1.field': total.id,
        'when1.comparison': 'answered',
      }),
      null,
      all,
    );
    form = putRule(form, null, rule);
    assert.deepEqual(definitionFaults(form), []);
    const wedding = {
      ...testAnswers(start),
      wife: { birth: '1990-01-01' },
      guests: [{ seats: 60 }, { seats: 41 }],
    };
    const { answers, errors } = validate(formOf(form), wedding, { today: '2026-11-21' });
    assert.equal(answers[total.id], 101);
    assert.ok(
      errors.some(({ message }) => message.vi === 'Hội trường chỉ có 100 ghế.'),
      JSON.stringify(errors.slice(0, 3)),
    );
    const others = { ...wedding, wife: { birth: '2010-01-01' }, husband: { birth: '2010-01-01' } };
    assert.equal(validate(formOf(form), others, { today: '2026-11-21' }).answers[total.id], undefined);
    assert.deepEqual(throughBuilder(form), form, 'and what was built goes through the builder unchanged');
  });

  for (const [what, typed, field] of [
    ['a formula that breaks off', { formula: 'age(wife.birth, today) <' }, 'formula'],
    [
      'a value that its question cannot have',
      { 'when0.field': 'wife', 'when0.comparison': 'is', 'when0.value': '' },
      'when0.value',
    ],
    ['no condition at all', {}, 'when0.field'],
  ] as const)
    it(`refuses a rule with ${what}, at its field`, () => {
      const [, form] = forms.find(([code]) => code === '1.000894')!;
      const rule = posted(ruleInput, { id: 'r', field: 'wife', message: 'Sai', ...typed });
      assert.throws(
        () => ruleFrom(rule, null, fieldsBefore(form, null)),
        (error) => error instanceof Invalid && error.errors[0]?.field === field,
      );
    });

  it('gives a definition that is accepted, or says what is wrong, whatever buttons are pressed', () => {
    const button = fc.record({
      wanted: fc.constantFrom('up', 'down', 'remove', 'add-page', 'add-section'),
      what: fc.constantFrom('field', 'page', 'section', 'rule'),
      at: fc.nat(200),
    });
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(
        fc.nat(forms.length - 1),
        fc.array(button, { minLength: 1, maxLength: 8 }),
        (n, buttons) => {
          let form = forms[n]![1];
          for (const { wanted, what, at } of buttons) {
            const pages = form.sections.flatMap((section) => section.pages);
            const fields = pages.flatMap((page) => page.fields.map(({ id }) => `${id} ${page.id}`));
            const ids = {
              field: fields,
              page: pages.map(({ id }) => id),
              section: form.sections.map(({ id }) => id),
              rule: (form.rules ?? []).map(({ id }) => id),
            }[what];
            const titles = {
              ...none,
              section: form.sections[at % form.sections.length]?.id ?? null,
              pageTitle: 'Mới',
              sectionTitle: 'Mới',
            };
            const next = pressed(
              form,
              `${wanted} ${what} ${ids[at % Math.max(1, ids.length)] ?? ''}`,
              titles,
            );
            const faults = definitionFaults(next);
            if (faults.length > 0) {
              refused += 1;
              assert.ok(faults.every(({ message }) => message.vi !== '' && message.en !== ''));
              continue;
            }
            accepted += 1;
            form = next;
          }
          validate(formOf(form), testAnswers(form), { today: '2026-11-21' });
          assert.deepEqual(definitionFaults(JSON.parse(JSON.stringify(form))), []);
        },
      ),
      { numRuns: 12 },
    );
    assert.ok(accepted > refused, `${accepted} accepted, ${refused} refused`);
  });
});
