/** The answers as lines for paper, for the summary page and for a search in the PDF: section, label, value. Nothing unasked, nothing empty. */
import type { Language } from '../../ground/text/language.ts';
import { title } from './fields/wording.ts';
import type { Entry, Filled, ShownPage } from './fill.ts';

/** One line of the printed form (`paper/typeset` sets it). */
export type PrintedLine = {
  readonly section: string;
  readonly label: string;
  readonly value: string;
  /** Page where the answer is given, and its path: for “change” links. */
  readonly page: string;
  readonly path: string;
  /** Worked out, so that there is nothing to change. */
  readonly computed: boolean;
};

/** One answer in one line; empty when there is none, as typed when it cannot be read. */
const shownValue = ({ node, value }: Entry, language: Language): string => {
  const { type, field } = node;
  if (value === undefined || type.kind !== 'leaf') return '';
  try {
    return type.display(field, value as never, language);
  } catch {
    // A draft may hold a value of a wrong kind until it is mended; it has an error of its own and must not break the summary.
    return typeof value === 'string' ? value : '';
  }
};

const leaves = (entries: readonly Entry[]): readonly Entry[] =>
  entries
    .filter(({ asked }) => asked)
    .flatMap((entry) => (entry.parts.length > 0 ? leaves(entry.parts) : [entry]));

const pageLines = ({ form, entries, items }: ShownPage, language: Language): readonly PrintedLine[] => {
  const { page, section } = form;
  const line = (entry: Entry, before: string): PrintedLine => ({
    section: section.title[language],
    label: before + title(entry.node.field, language),
    value: shownValue(entry, language),
    page: page.id,
    path: entry.path,
    computed: entry.node.compute !== undefined,
  });
  const name = page.repeat?.title[language] ?? '';
  return [
    ...leaves(entries).map((entry) => line(entry, '')),
    ...items.flatMap((item, index) => leaves(item).map((entry) => line(entry, `${name} ${index + 1}: `))),
  ];
};

/** Every question that is asked, answered or not: for the summary page, where what is missing must be seen. */
export const summaryLines = ({ pages }: Filled, language: Language): readonly PrintedLine[] =>
  pages
    .flatMap((page) => pageLines(page, language))
    .filter(({ computed, value }) => !computed || value !== '');

/** Every answer, for the printed form. */
export const printedLines = (filled: Filled, language: Language = 'vi'): readonly PrintedLine[] =>
  summaryLines(filled, language).filter(({ value }) => value !== '');
