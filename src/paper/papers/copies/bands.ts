/** Which parts of a document an extract may hold, and how they are named (trích sao; Decree 30/2020, art. 25.3). Pure. */
import type { FieldError } from '../../../ground/operate/errors.ts';
import type { Text } from '../../../ground/text/language.ts';
import { gapsBetween, type Band, type PageSize } from '../../scanning/index.ts';

/** Bands lower than this hold no line of text. */
const LEAST = 3;
/** More pieces than anybody chooses by hand. */
const MOST = 100;

const says = (field: string, vi: string, en: string): FieldError => ({ field, message: { vi, en } });

/** The whole of a page as a band. */
export const wholePage = (sheets: readonly PageSize[], page: number): Band => ({
  page,
  from: 0,
  to: Math.ceil(sheets[page - 1]?.height ?? 0),
});

/** What stands against one more band; empty: nothing does. */
export function bandProblems(
  { page, from, to }: Band,
  sheets: readonly PageSize[],
  bands: readonly Band[],
): readonly FieldError[] {
  const sheet = sheets[page - 1];
  if (!sheet) return [says('page', 'Không có trang này.', 'There is no such page.')];
  const last = Math.ceil(sheet.height);
  if (to > last) return [says('to', `Trang này chỉ cao ${last} mm.`, `This page is only ${last} mm high.`)];
  if (to - from < LEAST)
    return [
      says(
        'to',
        `Dải phải kết thúc dưới chỗ bắt đầu ít nhất ${LEAST} mm.`,
        `A band must end at least ${LEAST} mm below its beginning.`,
      ),
    ];
  return bands.length >= MOST ? [says('from', `Nhiều nhất ${MOST} dải.`, `At most ${MOST} bands.`)] : [];
}

/** Bands in the order of the document; those of a page that touch are one. */
export function inOrder(bands: readonly Band[]): readonly Band[] {
  const ordered: Band[] = [];
  for (const band of bands.toSorted((one, other) => one.page - other.page || one.from - other.from)) {
    const last = ordered.at(-1);
    if (last?.page === band.page && band.from <= last.to)
      ordered[ordered.length - 1] = { ...last, to: Math.max(last.to, band.to) };
    else ordered.push(band);
  }
  return ordered;
}

/** Whether these bands leave nothing of a page out. */
const isWhole = (bands: readonly Band[], { height }: PageSize): boolean =>
  gapsBetween(bands, height).every(({ from, to }) => to - from < 1);

const ofPage = (bands: readonly Band[], page: number): readonly Band[] =>
  bands.filter((one) => one.page === page);

/** What stands against these bands as an extract; empty: nothing does. An extract has the head of its document, and not all of it. */
export function extractProblems(bands: readonly Band[], sheets: readonly PageSize[]): readonly FieldError[] {
  if (bands.length === 0) return [says('from', 'Hãy chọn phần cần trích.', 'Choose what the extract holds.')];
  if (ofPage(bands, 1).length === 0)
    return [
      says(
        'from',
        'Bản trích sao phải có phần đầu văn bản: cơ quan, số, ký hiệu, ngày, tên loại. Hãy chọn dải có phần đó ở trang 1.',
        'An extract has the head of the document: agency, number, day, kind. Choose the band of page 1 that holds it.',
      ),
    ];
  if (sheets.every((sheet, index) => isWhole(ofPage(bands, index + 1), sheet)))
    return [
      says(
        'from',
        'Trích sao chỉ lấy một phần. Muốn sao toàn bộ hãy chọn “Sao y”.',
        'An extract holds a part only. To copy everything choose “Full copy”.',
      ),
    ];
  return [];
}

/** Bands in words: “trang 1 (0–95 mm, 120–180 mm), trang 3”. */
export function bandWords(bands: readonly Band[], sheets: readonly PageSize[]): Text {
  const pages = [...new Set(bands.map(({ page }) => page))].toSorted((one, other) => one - other);
  const said = (name: string): string =>
    pages
      .map((page) => {
        const some = ofPage(bands, page);
        const sheet = sheets[page - 1];
        if (sheet && isWhole(some, sheet)) return `${name} ${page}`;
        return `${name} ${page} (${some.map(({ from, to }) => `${from}–${to} mm`).join(', ')})`;
      })
      .join(', ');
  return { vi: said('trang'), en: said('page') };
}
