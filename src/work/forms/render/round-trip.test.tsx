import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { renderToString } from 'preact-render-to-string';
import { actOf } from '../acts.ts';
import type { Examples } from '../fields/field.ts';
import { fieldTypes } from '../fields/index.ts';
import { birthAnswers, birthForm, today } from '../fixtures.ts';
import { formOf } from '../form.ts';
import { applyAct, keepStored, readPage } from '../parse.ts';
import type { Answers, Definition, Field } from '../schema.ts';
import { validate } from '../validate.ts';
import { FormPage } from './form-page.tsx';

type Element = DefaultTreeAdapterTypes.Element;
const context = { today };

const elements = (node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] =>
  node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []));
const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;
const textOf = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** What a browser without JavaScript would post. */
const posted = (html: string): URLSearchParams => {
  const params = new URLSearchParams();
  for (const element of elements(parseFragment(html))) {
    const name = attribute(element, 'name');
    const type = attribute(element, 'type');
    if (name === undefined || element.tagName === 'button' || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && attribute(element, 'checked') === undefined) continue;
    if (element.tagName === 'select') {
      const options = elements(element);
      const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
      if (chosen) params.append(name, attribute(chosen, 'value') ?? textOf(chosen));
    } else
      params.append(
        name,
        element.tagName === 'textarea'
          ? textOf(element)
          : (attribute(element, 'value') ?? (type ? 'on' : '')),
      );
  }
  return params;
};

const drawn = (definition: Definition, id: string, answers: Answers, language: 'vi' | 'en'): string => {
  const checked = validate(formOf(definition), answers, context);
  const page = checked.pages.find(({ form }) => form.page.id === id);
  assert.ok(page, id);
  const errors = checked.errors.filter((error) => error.page === id);
  return renderToString(
    <FormPage page={page} language={language} action="/to-khai" errors={errors} canSave />,
  );
};

const oneField = (field: Field): Definition => ({
  ...birthForm,
  rules: [],
  sections: [
    { id: 's', title: birthForm.title, pages: [{ id: 'page', title: birthForm.title, fields: [field] }] },
  ],
});

describe('a page that is drawn and posted as it stands', () => {
  const returns = (definition: Definition, id: string, answers: Answers, language: 'vi' | 'en') => {
    const form = formOf(definition);
    const again = readPage(form, id, posted(drawn(definition, id, answers, language)), answers);
    assert.deepEqual(validate(form, again, context).answers, validate(form, answers, context).answers);
  };

  for (const [name, type] of Object.entries(fieldTypes)) {
    const { field, valid }: Examples<Field> = type.examples;
    it(`gives back the valid examples of ${name}`, () => {
      const definition = oneField(field);
      for (const [input] of valid) {
        returns(definition, 'page', { [field.id]: input }, 'vi');
        returns(definition, 'page', { [field.id]: input }, 'en');
      }
    });
  }

  it('gives back every page of a whole form', () => {
    for (const { page } of formOf(birthForm).pages) {
      if (page.id !== 'home-birth') returns(birthForm, page.id, birthAnswers, 'vi');
    }
  });

  it('gives back any text, number, amount and day', () => {
    const text = oneField({ id: 'a', type: 'text', label: birthForm.title });
    const long = oneField({ id: 'a', type: 'longText', label: birthForm.title });
    const number = oneField({ id: 'a', type: 'number', label: birthForm.title, decimals: 3, min: -1e6 });
    const money = oneField({ id: 'a', type: 'money', label: birthForm.title });
    const day = oneField({ id: 'a', type: 'date', label: birthForm.title, unknown: 'month' });
    const few = { numRuns: 40 };
    const language = fc.constantFrom('vi' as const, 'en' as const);
    const words = fc.string({ unit: fc.constantFrom(...'aệ<>&"\'\n\t /=', '\u00a0') });
    fc.assert(
      fc.property(words, language, (value, lang) => returns(text, 'page', { a: value }, lang)),
      few,
    );
    fc.assert(
      fc.property(words, language, (value, lang) => returns(long, 'page', { a: value }, lang)),
      few,
    );
    const thousandths = fc.integer({ min: -1e8, max: 1e8 }).map((value) => value / 1000);
    fc.assert(
      fc.property(thousandths, language, (value, lang) => returns(number, 'page', { a: value }, lang)),
    );
    fc.assert(
      fc.property(fc.nat(), language, (value, lang) => returns(money, 'page', { a: value }, lang)),
      few,
    );
    const days = fc
      .tuple(
        fc.integer({ min: 1900, max: 2026 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
      )
      .map(([year, month, date]) => ({ year: String(year), month: String(month), day: String(date) }));
    fc.assert(
      fc.property(days, language, (value, lang) => returns(day, 'page', { a: value }, lang)),
      few,
    );
  });

  it('brings a text back that could not be read', () => {
    const html = drawn(birthForm, 'copies', { copies: 'ba "bản" <i>' }, 'vi');
    assert.equal(posted(html).get('copies'), 'ba "bản" <i>');
    assert.ok(!html.includes('<i>'));
  });
});

describe('what is posted', () => {
  const form = formOf(birthForm);
  const read = (page: string, query: string, answers: Answers = {}) =>
    readPage(form, page, new URLSearchParams(query), answers);

  it('changes its own page only', () => {
    const answers = read('child-name', 'childName=L%C3%AA+D%E1%BB%A5&copies=9&truth=agreed', {
      copies: 2,
      childName: 'A',
    });
    assert.deepEqual(answers, { childName: 'Lê Dụ', copies: 2 });
    assert.deepEqual(read('nowhere', 'childName=A', { copies: 2 }), { copies: 2 });
  });
  it('keeps several values of one name, so that the fault is told', () => {
    assert.deepEqual(read('child-name', 'childName=A&childName=B'), { childName: ['A', 'B'] });
  });
  it('never takes files from a post', () => {
    const witness = [{ id: 'f1', name: 'a.pdf', size: 1, state: 'checked' }];
    assert.deepEqual(read('home-birth', 'witness=x&witness.0.state=checked', { witness }), { witness });
  });
  it('never takes files from JSON either', () => {
    const witness = [{ id: 'f1', name: 'a.pdf', size: 1, state: 'received' }];
    const sent = { copies: 2, witness: [{ id: 'f1', name: 'a.pdf', size: 1, state: 'checked' }] };
    assert.deepEqual(keepStored(form, sent, { witness })['witness'], witness);
    assert.equal(keepStored(form, sent, {})['witness'], undefined);
    assert.equal(keepStored(form, sent, {})['copies'], 2);
  });
  it('limits the number of items', () => {
    assert.equal((read('siblings', 'siblings.count=1000000000')['siblings'] as unknown[]).length, 4);
    assert.deepEqual(read('siblings', 'siblings.count=-3'), { siblings: [] });
    assert.deepEqual(read('siblings', ''), { siblings: [] });
  });
  it('adds and removes items, and drops files', () => {
    const act = (value: string) => actOf(new URLSearchParams({ _act: value }));
    const two = { siblings: [{ name: 'A' }, { name: 'B' }] };
    assert.deepEqual(applyAct(two, act('add siblings')), { siblings: [{ name: 'A' }, { name: 'B' }, {}] });
    assert.deepEqual(applyAct(two, act('remove siblings 0')), { siblings: [{ name: 'B' }] });
    const files = { land: { papers: [{ id: 'f1' }, { id: 'f2' }] } };
    assert.deepEqual(applyAct(files, act('drop land.papers f1')), { land: { papers: [{ id: 'f2' }] } });
    assert.deepEqual(act('nonsense'), { kind: 'continue' });
    assert.deepEqual(act('save'), { kind: 'save' });
    assert.deepEqual(applyAct(two, act('remove siblings x')), two);
  });
});

describe('every page for people who cannot see it', () => {
  const pages = formOf(birthForm).pages.map(({ page }) => page.id);
  const broken = {
    atHospital: 'no',
    siblings: [{}, {}],
    mother: { who: 'x', name: '1' },
    childBirth: { day: '40', month: '1', year: '2020' },
  };
  for (const answers of [birthAnswers, broken]) {
    for (const id of pages.filter((page) => page !== 'home-birth' || answers === broken)) {
      it(`${id}: labels, ids, links of errors`, () => {
        const all = elements(parseFragment(drawn(birthForm, id, answers, 'vi')));
        const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
        assert.equal(new Set(ids).size, ids.length, `ids twice: ${ids.join(' ')}`);
        const labelled = new Set(all.flatMap((element) => attribute(element, 'for') ?? []));
        for (const element of all) {
          const control = ['input', 'select', 'textarea'].includes(element.tagName);
          const key = attribute(element, 'id');
          if (control && attribute(element, 'type') !== 'hidden')
            assert.ok(key && labelled.has(key), `${element.tagName} ${key}`);
          const href = attribute(element, 'href');
          if (href?.startsWith('#')) assert.ok(ids.includes(href.slice(1)), href);
          for (const described of attribute(element, 'aria-describedby')?.split(' ') ?? [])
            assert.ok(ids.includes(described), described);
        }
        assert.equal(all.filter(({ tagName }) => tagName === 'h1').length, 1);
      });
    }
  }
  it('tells in words when a question is only for some', () => {
    const html = drawn(birthForm, 'child-birth', {}, 'vi');
    assert.ok(html.includes('Chỉ trả lời nếu: Bé sinh ở cơ sở y tế là “Có”.'), html);
    assert.ok(html.includes('name="hospital"'));
  });
});
