/** From the words of a PDF to the lines of a document, by where they stand on the page. */
import type { Line, Margins, Sheet } from '../../typeset/index.ts';
import type { Page, Piece } from './pdf.ts';

/** Names that say nothing about the letters, as some printers to PDF give them. */
const nameless = (family: string): boolean =>
  family === '' || /^(?:cidfont|f\d|font\d|tt\d|unknown)/i.test(family);

/** Pieces that stand on one line: side by side, and no wider apart than words of one line are. */
const sameLine = (one: Piece, other: Piece, gap: number): boolean => {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const apart = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  return shared > 0.5 * Math.min(one.bottom - one.top, other.bottom - other.top) && apart < gap;
};

/** The left edge of the column of the motto, and where the head ends below. */
type Head = { readonly divider: number; readonly end: number };

/** Where the motto begins and how far down the head reaches on the first page; null where there is no motto. */
function headOf({ pieces }: Page): Head | null {
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

const sideOf = ({ left, right }: Pick<Piece, 'left' | 'right'>, { divider }: Head): 'left' | 'right' =>
  left < divider && right < divider + 12 ? 'left' : 'right';

/** Puts pieces together to lines. In the head, number and date leave gaps for the clerk; there the side decides. */
function rowsOf(page: Page, head: Head | null): readonly Raw[] {
  const rows: Raw[] = [];
  const inHead = (piece: Piece): boolean => head !== null && piece.top < head.end;
  const side = (piece: Piece): string => (head && inHead(piece) ? sideOf(piece, head) : '');
  for (const piece of [...page.pieces].toSorted(
    (one, other) => one.top - other.top || one.left - other.left,
  )) {
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

/** The leftmost edge at which lines begin, shared by two at least: a single line may stand anywhere. */
function leftEdge(values: readonly number[]): number {
  const shared = [...Map.groupBy(values, (value) => Math.round(value)).values()].filter(
    ({ length }) => length > 1,
  );
  return shared.length === 0 ? Number.NaN : Math.min(...shared.flat());
}

/** The edge that most lines share; NaN where fewer than three do. */
function commonEdge(values: readonly number[]): number {
  const counts = Map.groupBy(values, (value) => Math.round(value));
  const best = [...counts.values()].toSorted((one, other) => other.length - one.length)[0] ?? [];
  return best.length < 3 ? Number.NaN : best.reduce((sum, value) => sum + value, 0) / best.length;
}

/** One line of a page: its pieces, and the edges of all of them. */
type Row = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly pieces: readonly Piece[];
};

const rowOf = ({ pieces }: Raw): Row => ({
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
});

/** What the lines are measured against. Edges that cannot be told are NaN. */
type Frame = {
  readonly width: number;
  readonly head: Head | null;
  readonly left: number;
  readonly right: number;
  readonly foot: Row | null;
};

const known = (value: number, other: number): number => (Number.isNaN(value) ? other : value);
const middle = ({ left, right }: Pick<Row, 'left' | 'right'>): number => (left + right) / 2;

/** In which column a line stands: of the head, of the foot, or over the whole width. */
function columnOf(row: Row, { head, foot, width }: Frame): Line['column'] {
  if (head && row.page === 1 && row.top < head.end) return sideOf(row, head);
  // Below the number the abstract of a letter stands in the left column.
  const under = head && row.page === 1 && row.top < head.end + 25 && row.right < head.divider + 6;
  if (under && middle(row) < 0.45 * width) return 'left';
  if (foot && row.page === foot.page && row.top > foot.top - 4)
    return middle(row) > 0.52 * width ? 'right' : 'left';
  return 'full';
}

/** A paragraph begins with an indent, after a gap, or after a line that ends early. */
function beginsAfter(previous: Row | undefined, row: Row, { left, right }: Frame): boolean {
  if (row.left - known(left, row.left) > 4) return true;
  if (!previous || previous.page !== row.page) return false;
  const gap = row.top - previous.bottom > 0.55 * (row.bottom - row.top);
  return gap || previous.right < known(right, previous.right) - 12;
}

function lineOf(row: Row, previous: Row | undefined, frame: Frame): Line {
  const { left, right, width } = frame;
  const font = most(row.pieces, (piece) => piece.font);
  const named = font && !nameless(font.family) ? font.family : null;
  const indent = row.left - known(left, row.left);
  const centre = (known(left, 30) + known(right, width - 15)) / 2;
  return {
    page: row.page,
    text: row.text,
    column: columnOf(row, frame),
    centred: Math.abs(middle(row) - centre) < 5 && indent > 8,
    begins: beginsAfter(previous, row, frame),
    indent: Number.isNaN(left) ? null : indent,
    size: font && font.size,
    bold: named === null ? null : most(row.pieces, (piece) => piece.bold),
    italic: named === null ? null : most(row.pieces, (piece) => piece.italic),
    font: named && named.replace(/[-,].*$/u, ''),
    colour: font && font.colour,
    setting: null,
    box: { left: row.left, right: row.right, top: row.top, bottom: row.bottom },
  };
}

const isPageNumber = ({ top, text }: Row): boolean => top < 22 && /^[-–\s]*\d{1,3}[-–\s]*$/u.test(text);

/** The lines of a document of pages, from the upper left to the lower right. */
export function sheetOf(pages: readonly Page[]): Sheet {
  const [first = { width: 0, height: 0, pieces: [] }] = pages;
  const head = headOf(first);
  const rows = pages.flatMap((page, index) => rowsOf(page, index === 0 ? head : null)).map(rowOf);
  const below = rows.filter(({ page, top }) => page > 1 || top > (head?.end ?? 0));
  const wide = rows.filter(({ left, right }) => right - left > 0.55 * first.width);
  const frame: Frame = {
    width: first.width,
    head,
    left: leftEdge(below.map((row) => row.left)),
    right: commonEdge(wide.map((row) => row.right)),
    foot: rows.find(({ text }) => /^nơi nhận/iu.test(text)) ?? null,
  };
  const told = (chosen: readonly Row[]): readonly Line[] =>
    chosen.map((row, index) => lineOf(row, chosen[index - 1], frame));
  const [numbers = [], words = []] = [rows.filter(isPageNumber), rows.filter((row) => !isPageNumber(row))];
  return {
    width: first.width,
    height: first.height,
    pages: pages.length,
    margins: marginsOf(words, first, frame),
    lines: told(words),
    pageNumbers: told(numbers),
    numbered: null,
  };
}

/**
 * Margins as the words keep them. How far down a page could be filled cannot be seen from a short page: below, only words that stand too
 * low are told.
 */
function marginsOf(rows: readonly Row[], { width, height }: Page, { left, right }: Frame): Margins {
  const bottom = height - Math.max(0, ...rows.map((row) => row.bottom));
  return {
    top: Math.min(...rows.filter(({ page }) => page === 1).map(({ top }) => top)),
    bottom: bottom < 20 ? bottom : Number.NaN,
    left,
    right: width - right,
  };
}
