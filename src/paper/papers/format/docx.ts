/** The lines of a Word file (Office Open XML, ECMA-376 part 1) with their letters, for the format check. */
import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import type { Line, Margins, Setting, Sheet } from '../../typeset/index.ts';
import {
  childrenOf,
  first,
  letterOf,
  readStyles,
  settingIn,
  valueOf,
  type Letter,
  type Styles,
} from './docx-styles.ts';

/** Twentieths of a point. */
const MM = 25.4 / 1440;
/** What a part may unfold to; text of a thousand pages is smaller. */
const LARGEST_PART = 20_000_000;
const WANTED = new Set(['word/document.xml', 'word/styles.xml', 'word/theme/theme1.xml']);
const HEADER = /^word\/header\d*\.xml$/;

type Opened = Readonly<Record<string, Document>>;

/** The parts of the file that say how it looks; null where it is no Word file. */
function open(file: Buffer): Opened | null {
  if (!file.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return null;
  try {
    const parts = unzipSync(file, {
      filter: ({ name, originalSize }) =>
        (WANTED.has(name) || HEADER.test(name)) && originalSize < LARGEST_PART,
    });
    return Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => {
        const xml = Buffer.from(bytes).toString('utf8');
        if (/<!DOCTYPE/i.test(xml)) throw new TypeError('no Word file declares a document type');
        return [name, new DOMParser({ errorHandler: quiet }).parseFromString(xml, 'text/xml')];
      }),
    );
  } catch {
    return null; // whatever is wrong with it, it is no Word file
  }
}

const quiet = {
  warning: () => undefined,
  error: () => undefined,
  fatalError: (words: string): never => {
    throw new TypeError(words);
  },
};

/** A run of letters that look alike; `\n` where the writer broke the line. */
type Run = { readonly text: string; readonly letter: Letter };

/** The runs of a paragraph, without those of text boxes inside it. */
function runsOf(parent: Element, paragraph: Letter, styles: Styles): readonly Run[] {
  return childrenOf(parent).flatMap((child): readonly Run[] => {
    if (child.localName === 'r') {
      const letter = letterOf(first(child, 'rPr'), paragraph, styles);
      const text = childrenOf(child)
        .map(({ localName, textContent }) =>
          localName === 't'
            ? textContent
            : localName === 'tab'
              ? '\t'
              : localName === 'br'
                ? '\n'
                : localName === 'noBreakHyphen'
                  ? '-'
                  : '',
        )
        .join('');
      return [{ text: letter.capitals ? text.toLocaleUpperCase('vi') : text, letter }];
    }
    return ['hyperlink', 'ins', 'smartTag', 'sdt', 'sdtContent', 'fldSimple'].includes(child.localName)
      ? runsOf(child, paragraph, styles)
      : [];
  });
}

/** The value that most letters have. */
function most<T>(runs: readonly Run[], read: (letter: Letter) => T): T | null {
  const counts = new Map<T, number>();
  for (const { text, letter } of runs)
    counts.set(read(letter), (counts.get(read(letter)) ?? 0) + text.trim().length);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** The lines of one paragraph: one, or more where the writer broke it or set two columns with a tabulator. */
function linesOf(paragraph: Element, column: Line['column'], styles: Styles): readonly Line[] {
  const properties = first(paragraph, 'pPr');
  const letter = styles.paragraph(valueOf(first(properties, 'pStyle')));
  const runs = runsOf(paragraph, letter, styles);
  const words = runs
    .map(({ text }) => text)
    .join('')
    .normalize('NFC');
  const { align, before, after, line: spacing, byLines } = settingIn(letter, properties);
  const setting: Setting = {
    justified: align === 'both' || align === 'distribute',
    before: before / 20,
    after: after / 20,
    spacing: byLines ? spacing / 240 : null,
  };
  const indentation = first(properties, 'ind');
  const twips = (name: string): number => Number(indentation?.getAttribute(`w:${name}`) ?? NaN);
  const stated = (Number.isNaN(twips('firstLine')) ? letter.firstLine : twips('firstLine')) * MM;
  const shared = {
    page: 1,
    centred: align === 'center',
    begins: true,
    indent: column !== 'full' || align === 'center' ? null : words.startsWith('\t') ? 12.7 : stated,
    size: most(runs, ({ size }) => size),
    bold: most(runs, ({ bold }) => bold),
    italic: most(runs, ({ italic }) => italic),
    font: most(runs, ({ font }) => font),
    colour: most(runs, ({ colour }) => colour),
    setting,
    box: null,
  };
  const dash = column === 'left' && first(properties, 'numPr') ? '- ' : '';
  return words.split('\n').flatMap((line): readonly Line[] => {
    const [left = '', right] = line.trim().split(/\t+/u);
    if (column === 'full' && right !== undefined && /cộng h[oò]|độc lập|ngày|k[tl]\.|nơi nhận/iu.test(line))
      return [
        { ...shared, column: 'left', text: left.trim() },
        { ...shared, column: 'right', text: right.trim() },
      ];
    return [{ ...shared, column, text: `${dash}${line.replaceAll('\t', ' ').trim()}` }];
  });
}

/** A table without lines puts head and foot side by side; any other table is content, whose letters have sizes of their own. */
function tableLines(table: Element, styles: Styles): readonly Line[] {
  const paragraphs = (cell: Element) => childrenOf(cell).filter(({ localName }) => localName === 'p');
  const words = table.textContent ?? '';
  const sides = /cộng h[oò][aà]? x[aã] h[oộ]i|độc lập|nơi nhận/iu.test(words.normalize('NFC'));
  return childrenOf(table)
    .filter(({ localName }) => localName === 'tr')
    .flatMap((row) => {
      const cells = childrenOf(row).filter(({ localName }) => localName === 'tc');
      return cells.flatMap((cell, index) => {
        const column = !sides ? 'full' : index === 0 && cells.length > 1 ? 'left' : 'right';
        const lines = paragraphs(cell).flatMap((paragraph) => linesOf(paragraph, column, styles));
        return sides
          ? lines
          : lines.map((line) => ({
              ...line,
              size: null,
              bold: null,
              italic: null,
              indent: null,
              setting: null,
            }));
      });
    });
}

const contentOf = (parent: Element, styles: Styles): readonly Line[] =>
  childrenOf(parent).flatMap((child): readonly Line[] => {
    if (child.localName === 'p') return linesOf(child, 'full', styles);
    if (child.localName === 'tbl') return tableLines(child, styles);
    return ['sdt', 'sdtContent', 'ins'].includes(child.localName) ? contentOf(child, styles) : [];
  });

/** Reads a Word file; null where it is none. Word decides only when printing where pages end: there are no page numbers to look at. */
export function sheetOfDocx(file: Buffer): Sheet | null {
  const parts = open(file);
  const document = parts?.['word/document.xml'];
  const body = document && first(document.documentElement, 'body');
  if (!parts || !document || !body) return null;
  const styles = readStyles(parts['word/styles.xml'] ?? null, parts['word/theme/theme1.xml'] ?? null);
  const section = Array.from(document.getElementsByTagNameNS('*', 'sectPr'))[0] ?? null;
  const measure = (element: Element | null, name: string, usual: number): number => {
    const value = element?.getAttribute(`w:${name}`);
    return (value ? Number(value) : usual) * MM;
  };
  const [paper, edges] = [first(section, 'pgSz'), first(section, 'pgMar')];
  const margins: Margins = {
    top: measure(edges, 'top', 1440),
    right: measure(edges, 'right', 1440),
    bottom: measure(edges, 'bottom', 1440),
    left: measure(edges, 'left', 1440),
  };
  return {
    width: measure(paper, 'w', 12_240),
    height: measure(paper, 'h', 15_840),
    pages: 1,
    margins,
    lines: contentOf(body, styles),
    pageNumbers: null,
    numbered:
      document.getElementsByTagNameNS('*', 'headerReference').length > 0 &&
      Object.entries(parts).some(([name, header]) => HEADER.test(name) && asksForNumber(header)),
  };
}

/** Whether a header holds the field that prints the number of the page. */
const asksForNumber = (header: Document): boolean =>
  [
    ...Array.from(header.getElementsByTagNameNS('*', 'instrText')).map(({ textContent }) => textContent),
    ...Array.from(header.getElementsByTagNameNS('*', 'fldSimple')).map((field) =>
      field.getAttribute('w:instr'),
    ),
  ].some((words) => /\bPAGE\b/.test(words ?? ''));
