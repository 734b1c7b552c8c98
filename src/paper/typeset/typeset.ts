/** From template and data to an official PDF. */
import { Invalid } from '../../ground/operate/errors.ts';
import { drawCode } from './codes.ts';
import { compile } from './compiler.ts';
import type { RawPlace } from './compiler-process.ts';
import { dataErrors, templateErrors } from './faults.ts';
import type { Template } from './template.ts';

/**
 * A rectangle of the page that is filled after typesetting (number, date, signature, seal), in points, from the lower
 * left corner of the page as PDF counts. `text` is set where words go: the lower edge is then their baseline.
 */
export type Place = {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text?: { readonly size: number; readonly italic: boolean };
};

export type Options = {
  /** The calendar day, `YYYY-MM-DD`, that the file names as its day of creation: no clock is read. */
  readonly date: string;
  /** The organisation named as author in the properties of the file. */
  readonly author?: string;
  /** What a drawn code holds instead of what the template gives it, by name: a signed statement is no part of the data. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Milliseconds that the document may take, 10 s by default. */
  readonly limit?: number;
};

export type Typeset = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly places: Readonly<Record<string, Place>>;
};

/**
 * PDF/A-3, level a: archival, tagged, and allowed to carry the data as an attached file (ISO 19005-3). The compiler
 * marks one standard per file, so the mark of PDF/UA-1 cannot be added; the tags are the same.
 */
const STANDARD = 'a-3a';
const LIMIT = 10_000;

const MAIN = `#let meta = json("/document.json")
#let day = meta.date.split("-").map(int)
#set document(title: meta.title, author: meta.author, keywords: meta.keywords, date: datetime(year: day.at(0), month: day.at(1), day: day.at(2)))
#set text(font: "Tinos", lang: "vi", region: "VN", fallback: false)
#pdf.attach("/data.json", relationship: "data", mime-type: "application/json", description: "Dữ liệu của văn bản")
#include "/template.typ"
`;

/** Every file that the compiler may see for this document. */
export function filesOf<Input>(
  template: Template<Input>,
  data: Input,
  options: Options,
): Readonly<Record<string, string>> {
  const codes = Object.entries(template.codes(data)).map(([name, code]) => [
    `/codes/${name}.svg`,
    drawCode({ ...code, content: options.codes?.[name] ?? code.content }),
  ]);
  const meta = {
    title: template.documentTitle(data),
    author: options.author ?? '',
    keywords: `${template.key}@${template.version}`,
    date: options.date,
  };
  return {
    ...Object.fromEntries(codes),
    '/main.typ': MAIN,
    '/template.typ': template.source,
    '/data.json': dataFile(data),
    '/derived.json': json(template.derived(data)),
    '/document.json': json(meta),
  };
}

/** The words of `data.json` as it is attached to the file: what a hash of the data is taken over. */
export const dataFile = (data: unknown): string => json(data, 1);

const json = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).normalize('NFC');

/**
 * Typesets one document (C6). The same template, data and options give the same bytes. The data is attached to the
 * file as `data.json`, in Unicode form NFC. Throws `Invalid` when the data does not fit the template or the template
 * is wrong, reaches for files or runs too long; `Unavailable` when the typesetting process does not start.
 */
export async function typeset<Input>(
  template: Template<Input>,
  data: Input,
  options: Options,
): Promise<Typeset> {
  const wrong = dataErrors(template, data);
  if (wrong.length > 0) throw new Invalid(wrong);
  const compiled = await compile(filesOf(template, data, options), STANDARD, options.limit ?? LIMIT);
  if (compiled.kind !== 'done') throw new Invalid(templateErrors(compiled));
  return {
    pdf: compiled.pdf,
    pages: compiled.pages,
    places: Object.fromEntries(compiled.places.map((raw) => [raw.name, placeOf(raw)])),
  };
}

function placeOf(raw: RawPlace): Place {
  const { page, left, top, width, height, size, italic } = raw;
  const y = raw['page-height'] - top - height;
  return { page, x: left, y, width, height, ...(size === null ? {} : { text: { size, italic } }) };
}
