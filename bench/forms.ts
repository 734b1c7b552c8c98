/** A form of 100 fields with 40 conditions: how long it takes to check and to draw. Held to 1 ms and 5 ms (requirement B3). */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import {
  FormPage,
  formOf,
  validate,
  type Answers,
  type Definition,
  type Field,
} from '../src/work/forms/index.ts';

const same = (words: string) => ({ vi: words, en: words });

const kinds: readonly ((id: string) => Field)[] = [
  (id) => ({ id, type: 'text', label: same(`Mục ${id}`) }),
  (id) => ({ id, type: 'personName', label: same(`Họ tên ${id}`) }),
  (id) => ({ id, type: 'date', label: same(`Ngày ${id}`), notAfter: 'today' }),
  (id) => ({ id, type: 'yesNo', label: same(`Có không ${id}`) }),
  (id) => ({ id, type: 'personalNumber', label: same(`Số định danh ${id}`) }),
  (id) => ({ id, type: 'money', label: same(`Số tiền ${id}`) }),
  (id) => ({ id, type: 'phone', label: same(`Điện thoại ${id}`) }),
  (id) => ({
    id,
    type: 'choice',
    label: same(`Chọn ${id}`),
    options: ['a', 'b', 'c'].map((value) => ({ value, label: same(value) })),
  }),
  (id) => ({ id, type: 'number', label: same(`Số ${id}`), decimals: 1 }),
  (id) => ({ id, type: 'email', label: same(`Thư ${id}`) }),
];
const answers: readonly unknown[] = [
  'Một câu trả lời bình thường',
  'Nguyễn Văn Thí Dụ',
  '1990-02-05',
  true,
  '001190000001',
  1_500_000,
  '0912345678',
  'b',
  12.5,
  'thidu@example.vn',
];

/** Two fields in five are asked under a condition on the yes-no question of the group of ten before them. */
const fields = Array.from({ length: 100 }, (_, index): Field => {
  const field = kinds[index % 10]?.(`f${index}`) ?? { id: `f${index}`, type: 'text', label: same('Mục') };
  const asker = `f${Math.floor(index / 10) * 10 - 7}`;
  const conditional = index >= 10 && [0, 2, 4, 6].includes(index % 10);
  const always = index < 10 && [4, 5, 6, 7].includes(index);
  if (always) return { ...field, showIf: { '==': [{ var: 'f3' }, true] } };
  return conditional
    ? { ...field, showIf: { and: [{ var: asker }, { '!=': [{ var: 'f7' }, 'c'] }] } }
    : field;
});

const definition: Definition = {
  id: 'bench',
  version: 1,
  title: same('Đo tốc độ'),
  sections: [{ id: 'all', title: same('Tất cả'), pages: [{ id: 'page', title: same('Trang'), fields }] }],
};

type Cost = { readonly ms: number; readonly cpuMs: number };

/** Median of the wall clock, and mean CPU time, which busy neighbours disturb least. */
const cost = (rounds: number, work: () => void): Cost => {
  const before = process.cpuUsage();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const { user, system } = process.cpuUsage(before);
  return {
    ms: times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0,
    cpuMs: (user + system) / 1000 / rounds,
  };
};

/** Milliseconds each, after warming up. */
export type FormsBench = {
  readonly fields: number;
  readonly conditions: number;
  readonly validate: Cost;
  /** Every answer wrong. */
  readonly validateFaulty: Cost;
  readonly render: Cost;
  /** Once for each version of a definition. */
  readonly compileMs: number;
};

/** Runs the measurement; about two seconds. */
export const benchForms = (): FormsBench => {
  const began = performance.now();
  const form = formOf(definition);
  const compileMs = performance.now() - began;
  const context = { today: '2026-11-21' };
  const good: Answers = Object.fromEntries(fields.map(({ id }, index) => [id, answers[index % 10]]));
  const faulty: Answers = Object.fromEntries(fields.map(({ id }) => [id, '<b>sai</b>']));
  const checked = validate(form, good, context);
  const [page] = checked.pages;
  if (!page || checked.errors.length > 0) throw new Error('the form of the benchmark must be valid');
  const draw = (): string => renderToString(h(FormPage, { page, language: 'vi', action: '/' }));
  cost(200, () => validate(form, good, context));
  cost(150, draw);
  return {
    fields: fields.length,
    conditions: fields.filter(({ showIf }) => showIf !== undefined).length,
    validate: cost(300, () => validate(form, good, context)),
    validateFaulty: cost(100, () => validate(form, faulty, context)),
    render: cost(300, draw),
    compileMs,
  };
};
