import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderToString } from 'preact-render-to-string';
import { compileForm } from '../form.ts';
import { fill } from '../fill.ts';
import { FieldInput } from '../render/field-input.tsx';
import type { Definition, Field } from '../schema.ts';
import { validate } from '../validate.ts';
import type { Examples } from './field.ts';
import { fieldTypes } from './index.ts';

const context = { today: '2026-11-21' };

const formWith = (field: Field) => {
  const definition: Definition = {
    id: 'one-field',
    version: 1,
    title: { vi: 'Một câu hỏi', en: 'One question' },
    sections: [
      {
        id: 'all',
        title: { vi: 'Tất cả', en: 'All' },
        pages: [{ id: 'page', title: { vi: 'Trang', en: 'Page' }, fields: [field] }],
      },
    ],
  };
  return compileForm(definition);
};

/** What nobody should be able to send without being told, whatever the type. */
const hostile: readonly unknown[] = [
  '\u0000',
  '\u202e\u202d',
  '\ud800',
  '😀',
  [['nested']],
  { __proto__: null, constructor: 'x' },
  { toString: 'x' },
  Number.NaN,
  () => 'function',
  Symbol('symbol'),
  10n,
  new Date(0),
];

for (const [name, type] of Object.entries(fieldTypes)) {
  const { field, valid, bad }: Examples<Field> = type.examples;
  const form = formWith(field);
  const check = (input: unknown) => validate(form, { [field.id]: input }, context);
  const draw = (input: unknown, language: 'vi' | 'en' = 'vi') => {
    const checked = check(input);
    const [entry] = checked.pages[0]?.entries ?? [];
    assert.ok(entry);
    return renderToString(
      <FieldInput
        entry={entry}
        language={language}
        errors={checked.errors}
        provenance={{}}
        isPageHeading={false}
      />,
    );
  };

  describe(`field type ${name}`, () => {
    for (const [input, value, shown] of valid) {
      it(`takes ${JSON.stringify(input).slice(0, 60)}`, () => {
        const { answers, errors } = check(input);
        assert.deepEqual(errors, []);
        assert.deepEqual(answers[field.id], value);
        assert.deepEqual(check(value).answers[field.id], value, 'what is kept is taken again');
        assert.equal(shownIn(form, answers), shown);
      });
    }

    it('has 20 bad inputs and tells the kinds of fault apart', () => {
      assert.ok(bad.length >= 20, `${bad.length}`);
      assert.ok(new Set(bad.map(([, message]) => message)).size >= 2);
    });

    for (const [input, message] of bad) {
      it(`refuses ${String(JSON.stringify(input)).slice(0, 60)}: ${message}`, () => {
        const { errors } = check(input);
        assert.equal(errors[0]?.message.vi, message);
        for (const error of errors) {
          assert.ok(error.field === field.id || error.field.startsWith(`${field.id}.`), error.field);
          assert.equal(error.page, 'page');
          assert.match(error.message.en, /^[A-Z“(].*[.]$/s);
          assert.doesNotMatch(error.message.en + error.message.vi, /undefined|NaN|\[object|\{\}/);
        }
        assert.equal(new Set(errors.map((error) => error.field)).size, errors.length, 'one message a box');
      });
    }

    it('shows the message at the input', () => {
      for (const [input, message] of bad) {
        const html = draw(input);
        assert.ok(html.includes('govuk-error-message'), message);
        assert.ok(html.includes(escaped(message)), `${message} in ${html.slice(0, 600)}`);
      }
    });

    it('survives what nobody types', () => {
      for (const input of hostile) {
        const { errors } = check(input);
        assert.ok(errors.length > 0, typeof input);
        assert.doesNotThrow(() => draw(input, 'en'));
      }
    });
  });
}

const shownIn = (form: ReturnType<typeof formWith>, answers: unknown): string => {
  const leaf = (entry: ReturnType<typeof fill>['pages'][number]['entries'][number]): readonly string[] => {
    const { node, value, parts } = entry;
    if (value === undefined) return [];
    if (node.type.kind === 'composite') return parts.flatMap(leaf);
    return [node.type.display(node.field, value as never, 'vi')];
  };
  return fill(form, answers, context)
    .pages.flatMap(({ entries }) => entries.flatMap(leaf))
    .join('; ');
};

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
