/** The lines of a PDF with their letters and places, by poppler's `pdftohtml`, for the format check. */
import type { Line, Margins, Sheet } from '../../typeset/index.ts';
import { run, type Programs } from '../../scanning/index.ts';

/** The program measures in thirds of a point. */
const MM = 25.4 / 72 / 3;

type Font = { readonly size: number; readonly family: string };
type Piece = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly font: Font | null;
  readonly bold: boolean;
  readonly italic: boolean;
};
type Page = { readonly width: number; readonly height: number; readonly pieces: readonly Piece[] };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (markup: string): string =>
  markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x?[\da-f]+|\w+);/gi, (_, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Number(name[1] === 'x' ? `0${name.slice(1)}` : name.slice(1)))
        : (entities[name] ?? ' '),
    )
    .normalize('NFC');

/** Reads what `pdftohtml -xml` writes. */
export function readPages(xml: string): readonly Page[] {
  const fonts = new Map<string, Font>();
  return xml
    .split('<page ')
    .slice(1)
    .map((source, index) => {
      const side = (name: string): number =>
        Number(new RegExp(`${name}="(\\d+)"`).exec(source)?.[1] ?? 0) * MM;
      for (const [, id = '', size = '', family = ''] of source.matchAll(
        /<fontspec id="(\d+)" size="(-?\d+)" family="([^"]*)"/g,
      ))
        fonts.set(id, { size: Number(size) / 3, family: family.replace(/^[A-Z]{6}\+/, '') });
      const pieces = [
        ...source.matchAll(
          /<text top="(-?\d+)" left="(-?\d+)" width="(-?\d+)" height="(-?\d+)" font="(\d+)">(.*?)<\/text>/gs,
        ),
      ].map(([, top, left, width, height, font = '', markup = '']): Piece => {
        const text = plain(markup);
        const known = fonts.get(font) ?? null;
        return {
          page: index + 1,
          text,
          left: Number(left) * MM,
          // Blanks at the end of a line reach into the margin, and nobody sees them.
          right: (Number(left) + Number(width) * (text.trimEnd().length / Math.max(1, text.length))) * MM,
          top: Number(top) * MM,
          bottom: (Number(top) + Number(height)) * MM,
          font: known,
          bold: /<b>/.test(markup) || /bold/i.test(known?.family ?? ''),
          italic: /<i>/.test(markup) || /italic|oblique/i.test(known?.family ?? ''),
        };
      });
      return {
        width: side('width'),
        height: side('height'),
        pieces: pieces.filter(({ text }) => text.trim() !== ''),
      };
    });
}

/** Names that say nothing about the letters, as some printers to PDF give them. */
const nameless = (family: string): boolean =>
  family === '' || /^(?:cidfont|f\d|font\d|tt\d|unknown)/i.test(family);

/** Pieces that stand on one line: side by side, and no wider apart than words of one line are. */
const sameLine = (one: Piece, other: Piece, gap: number): boolean => {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const apart = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  return shared > 0.5 * Math.min(one.bottom - one.top, other.bottom - other.top) && apart < gap;
};

/** Where the motto begins and how far down the head reaches on the first page; null where there is no motto. */
function headOf({ pieces }: Page): { readonly divider: number; readonly end: number } | null {
  const country = pieces.find(({ text }) => /c[oộ]ng\s+h[oòóỏõọ][aàáảãạ]\s+x[aã]\s+h[oộ]i/iu.test(text));
  if (!country) return null;
  const dated = pieces.filter(
    ({ text, top, left }) =>
      /ngày|tháng|năm/iu.test(text) && top < country.top + 45 && left > country.left - 15,
  );
  return {
    divider: country.left - 12,
    end: Math.max(country.bottom + 12, ...dated.map(({ bottom }) => bottom)),
  };
}

type Raw = { readonly pieces: Piece[] };

function rowsOf(page: Page, head: ReturnType<typeof headOf>): readonly Raw[] {
  const rows: Raw[] = [];
  const inHead = (piece: Piece): boolean => head !== null && piece.top < head.end;
  const side = (piece: Piece): string =>
    !head || !inHead(piece)
      ? ''
      : piece.right < head.divider + 12 && piece.left < head.divider
        ? 'left'
        : 'right';
  for (const piece of [...page.pieces].toSorted(
    (one, other) => one.top - other.top || one.left - other.left,
  )) {
    // In the head number and date leave gaps for the clerk; there the side decides.
    const gap = inHead(piece) ? 60 : 6;
    const row = rows
      .slice(-8)
      .find(
        ({ pieces }) => side(pieces[0]!) === side(piece) && pieces.some((one) => sameLine(one, piece, gap)),
      );
    if (row) row.pieces.push(piece);
    else rows.push({ pieces: [piece] });
  }
  return rows.map(({ pieces }) => ({ pieces: pieces.toSorted((one, other) => one.left - other.left) }));
}

/** The value that most letters of a line have. */
function most<T>(pieces: readonly Piece[], read: (piece: Piece) => T): T {
  const counts = new Map<T, number>();
  for (const piece of pieces)
    counts.set(read(piece), (counts.get(read(piece)) ?? 0) + piece.text.trim().length);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]![0];
}

const round = (value: number, step: number): number => Math.round(value / step) * step;

/** The leftmost edge at which lines begin, shared by two at least: a single line may stand anywhere. */
function leftEdge(values: readonly number[]): number {
  const shared = [...Map.groupBy(values, (value) => round(value, 1)).values()].filter(
    ({ length }) => length > 1,
  );
  return shared.length === 0 ? Number.NaN : Math.min(...shared.flat());
}

/** The edge that most lines share; NaN where there are too few to tell. */
function commonEdge(values: readonly number[], least: number): number {
  const counts = Map.groupBy(values, (value) => round(value, 1));
  const best = [...counts.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
  return best.length < least ? Number.NaN : best.reduce((sum, value) => sum + value, 0) / best.length;
}

/** The lines of a document of pages, from the upper left to the lower right. */
export function sheetOf(pages: readonly Page[]): Sheet {
  const [first = { width: 0, height: 0, pieces: [] }] = pages;
  const head = headOf(first);
  const rows = pages.flatMap((page, index) => rowsOf(page, index === 0 ? head : null));
  const boxes = rows.map(({ pieces }) => ({
    page: pieces[0]!.page,
    text: pieces
      .map(({ text }) => text)
      .join(' ')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
    left: Math.min(...pieces.map(({ left }) => left)),
    right: Math.max(...pieces.map(({ right }) => right)),
    top: Math.min(...pieces.map(({ top }) => top)),
    bottom: Math.max(...pieces.map(({ bottom }) => bottom)),
    pieces,
  }));
  type Row = (typeof boxes)[number];
  const isPageNumber = (row: Row): boolean =>
    row.top < 22 && /^[-–\s]*\d{1,3}[-–\s]*$/u.test(row.text) && row.page <= pages.length;
  const wide = boxes.filter(({ left, right }) => right - left > 0.55 * first.width);
  const below = boxes.filter(({ page, top }) => page > 1 || top > (head?.end ?? 0));
  const left = leftEdge(below.map((row) => row.left));
  const rightEdge = commonEdge(
    wide.map((row) => row.right),
    3,
  );
  const foot = boxes.find(({ text }) => /^nơi nhận/iu.test(text));
  const middle = (row: Row): number => (row.left + row.right) / 2;
  const columnOf = (row: Row): Line['column'] => {
    if (head && row.page === 1 && row.top < head.end)
      return row.left < head.divider && row.right < head.divider + 12 ? 'left' : 'right';
    // Below the number the abstract of a letter stands in the left column.
    if (
      head &&
      row.page === 1 &&
      row.top < head.end + 25 &&
      row.right < head.divider + 6 &&
      middle(row) < 0.45 * first.width
    )
      return 'left';
    if (foot && row.page === foot.page && row.top > foot.top - 4)
      return middle(row) > 0.52 * first.width ? 'right' : 'left';
    return 'full';
  };
  const known = (value: number, other: number): number => (Number.isNaN(value) ? other : value);
  const centre = (known(left, 30) + known(rightEdge, first.width - 15)) / 2;
  let before: Row | null = null;
  const lines = boxes.map((row): Line => {
    const previous = before;
    before = row;
    const font = most(row.pieces, (piece) => piece.font);
    const indent = row.left - known(left, row.left);
    const unnamed = !font || nameless(font.family);
    const pitch = row.bottom - row.top;
    const begins =
      !previous || previous.page !== row.page
        ? indent > 4
        : indent > 4 ||
          row.top - previous.bottom > 0.55 * pitch ||
          previous.right < known(rightEdge, previous.right) - 12;
    return {
      page: row.page,
      text: row.text,
      column: columnOf(row),
      centred: Math.abs(middle(row) - centre) < 5 && indent > 8,
      begins,
      indent: Number.isNaN(left) ? null : indent,
      size: font && font.size,
      bold: unnamed ? null : most(row.pieces, (piece) => piece.bold),
      italic: unnamed ? null : most(row.pieces, (piece) => piece.italic),
      font: unnamed ? null : font.family.replace(/[-,].*$/u, ''),
      box: { left: row.left, right: row.right, top: row.top, bottom: row.bottom },
    };
  });
  const numbers = new Set(boxes.flatMap((row, index) => (isPageNumber(row) ? [index] : [])));
  return {
    width: first.width,
    height: first.height,
    pages: pages.length,
    margins: marginsOf(
      boxes.filter((_, index) => !numbers.has(index)),
      first,
      left,
      rightEdge,
    ),
    lines: lines.filter((_, index) => !numbers.has(index)),
    pageNumbers: lines.filter((_, index) => numbers.has(index)),
  };
}

/**
 * Margins as the words keep them. How far down a page could be filled cannot be seen from a short page: below, only words that stand too
 * low are told.
 */
function marginsOf(
  rows: readonly {
    readonly page: number;
    readonly top: number;
    readonly bottom: number;
    readonly right: number;
  }[],
  { width, height }: Page,
  left: number,
  rightEdge: number,
): Margins {
  const lowest = Math.max(0, ...rows.map(({ bottom }) => bottom));
  const bottom = height - lowest;
  return {
    top: Math.min(...rows.filter(({ page }) => page === 1).map(({ top }) => top)),
    bottom: bottom < 20 ? bottom : Number.NaN,
    left,
    right: width - rightEdge,
  };
}

/** Reads a PDF; null where the program is missing or cannot read the file, a sheet without lines where it holds only pictures. */
export async function sheetOfPdf({ poppler }: Programs, pdf: Uint8Array): Promise<Sheet | null> {
  if (!poppler) return null;
  const words = ['-xml', '-i', '-stdout', '-q', '-zoom', '3', '-fontfullname', '-l', '60', '-', 'x'];
  const xml = await run(`${poppler}/pdftohtml`, words, pdf);
  return xml && sheetOf(readPages(xml.toString('utf8')));
}
