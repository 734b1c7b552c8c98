/** The content of a document as a list of blocks (Decree 30/2020, annex I, II.6), printed by `layout/body.typ`. */
import { type Field, group, list, optional, words } from '../fields.ts';
import { labelled } from './parts.ts';

/** "Đoạn văn": a paragraph with the first line indented. */
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string };

/** "Phần", "Chương", "Mục": `number` is the whole line, such as "Chương II"; `title` stands below it in capitals. */
export type Division = { readonly kind: 'division'; readonly number: string; readonly title?: string };

/** "I. KẾT QUẢ …": `number` is the Roman number. */
export type Section = { readonly kind: 'section'; readonly number: string; readonly title: string };

/** "Điều 1. …": `number` is "Điều 1". */
export type Article = {
  readonly kind: 'article';
  readonly number: string;
  readonly title?: string;
  readonly text?: string;
};

/** "1. …" (khoản) or "a) …" (điểm): `number` is "1" or "a". */
export type Clause = {
  readonly kind: 'clause';
  readonly number: string;
  readonly title?: string;
  readonly text?: string;
};

/** A table; `widths` are shares of the width, `align` one of left, center, right per column. */
export type TableBlock = {
  readonly kind: 'table';
  readonly caption?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly widths?: readonly number[];
  readonly align?: readonly ('left' | 'center' | 'right')[];
};

/** Labels with values, as in an invitation. */
export type FactsBlock = {
  readonly kind: 'facts';
  readonly rows: readonly { readonly label: string; readonly value?: string }[];
};

export type Block = Paragraph | Division | Section | Article | Clause | TableBlock | FactsBlock;

const kind = (name: Block['kind']) => ({ schema: { const: name, title: 'Loại đoạn' } });
const numbered = { number: words('Số thứ tự'), title: optional(words('Tiêu đề')) };
const someWords = optional(words('Lời văn'));

const shapes = [
  group('Đoạn văn', { kind: kind('paragraph'), text: words('Lời văn') }),
  group('Phần, chương, mục', { kind: kind('division'), ...numbered }),
  group('Mục đánh số La Mã', { kind: kind('section'), number: words('Số thứ tự'), title: words('Tiêu đề') }),
  group('Điều', { kind: kind('article'), ...numbered, text: someWords }),
  group('Khoản, điểm', { kind: kind('clause'), ...numbered, text: someWords }),
  group('Bảng', {
    kind: kind('table'),
    caption: optional(words('Tên bảng')),
    head: list('Đầu bảng', words('Tên cột'), { minItems: 1 }),
    rows: list('Các dòng', list('Dòng', words('Ô', { minLength: 0 }))),
    widths: optional({ schema: { type: 'array', items: { type: 'number', exclusiveMinimum: 0 } } }),
    align: optional({ schema: { type: 'array', items: { enum: ['left', 'center', 'right'] } } }),
  }),
  group('Thông tin', { kind: kind('facts'), rows: list('Các dòng', labelled, { minItems: 1 }) }),
];

/** The blocks of a document, at least one. */
export const body: Field<readonly Block[]> = {
  schema: {
    type: 'array',
    title: 'Nội dung',
    minItems: 1,
    items: {
      type: 'object',
      discriminator: { propertyName: 'kind' },
      required: ['kind'],
      oneOf: shapes.map(({ schema }) => schema),
    },
  },
};

/** "Phụ lục": number line, title in capitals, the document it belongs to, content. */
export const annexes = optional(
  list(
    'Phụ lục',
    group('Phụ lục', {
      number: words('Số thứ tự, ví dụ Phụ lục I'),
      title: words('Tên phụ lục'),
      reference: optional(words('Thông tin chỉ dẫn kèm theo văn bản')),
      body,
    }),
  ),
);
