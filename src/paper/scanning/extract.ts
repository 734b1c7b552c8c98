/**
 * Parts of pages as an electronic extract holds them (trích sao; Decree 30/2020, art. 25.3; C6): pictures of the bands that are wanted, at
 * their places on pages of the same size. What is not wanted is painted over, and only words that lie in a band are kept, so that neither a
 * picture nor a word of the rest is in the file.
 */
import { Unavailable } from '../../ground/operate/errors.ts';
import { later } from '../../ground/operate/later.ts';
import type { PictureMeta } from '../typeset/index.ts';
import { madeOf, seenOn, type Picturing } from './digitise.ts';
import { faithfulWords } from './faithful.ts';
import { pagesOfPdf, type PagePicture } from './pictures.ts';
import { run, type Programs } from './programs.ts';
import type { Seen } from './recognise.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** A part of a page over its whole width; millimetres from the upper edge of the page as it is shown. */
export type Band = { readonly page: number; readonly from: number; readonly to: number };

/** What lies between bands, top to bottom, on a page of this height (mm). Pure. */
export function gapsBetween(bands: readonly Band[], height: number): readonly Omit<Band, 'page'>[] {
  const gaps: Omit<Band, 'page'>[] = [];
  let below = 0;
  for (const { from, to } of bands.toSorted((one, other) => one.from - other.from)) {
    if (from > below) gaps.push({ from: below, to: from });
    below = Math.max(below, to);
  }
  if (below < height) gaps.push({ from: below, to: height });
  return gaps;
}

/** Millimetres at the top of a page where the words of the signature stand: no mark is drawn there. */
const TOP = 20;
/** A gap that is lower than this says by its lines alone that something is left out. */
const ROOM_FOR_DOTS = 12;

/** The mark of an omission: a dashed line where it begins and ends, three dots between. Drawn without letters: no font is needed. */
function omission({ from, to }: Omit<Band, 'page'>, width: number, height: number, dots: number): string {
  const line = (at: number): string =>
    at < TOP || at >= height
      ? ''
      : `<line x1="0" x2="${width * dots}" y1="${at * dots}" y2="${at * dots}" stroke="#767676" stroke-width="${0.25 * dots}" stroke-dasharray="${2 * dots}"/>`;
  const middle = (from + to) / 2;
  const dot = (x: number): string =>
    `<circle cx="${(width / 2 + x) * dots}" cy="${middle * dots}" r="${0.5 * dots}" fill="#767676"/>`;
  const points = to - from < ROOM_FOR_DOTS || middle < TOP ? '' : dot(-3) + dot(0) + dot(3);
  return line(from) + line(to) + points;
}

/** The words that stand in these bands with all of their letters. They are recognised on the whole page: what is cut reads worse. */
const wordsWithin = (seen: readonly Seen[], bands: readonly Band[], dots: number): readonly Seen[] =>
  seen.filter(({ top, height }) =>
    bands.some(({ from, to }) => top >= from * dots && top + height <= to * dots),
  );

/** The picture of a page with nothing on it but these bands. */
async function onlyBands(page: PagePicture, bands: readonly Band[]): Promise<PagePicture> {
  const { width, height } = page.dots;
  const dots = page.dpi / 25.4;
  const gaps = gapsBetween(bands, height / dots);
  if (gaps.length === 0) return page;
  const at = (mm: number): number => Math.min(height, Math.round(mm * dots));
  const white = gaps
    .map(({ from, to }) => ({ top: at(from), height: at(to) - at(from) }))
    .filter((gap) => gap.height > 0)
    .map(({ top, height: high }) => ({
      input: { create: { width, height: high, channels: 3 as const, background: '#ffffff' } },
      top,
      left: 0,
    }));
  const marks = gaps.map((gap) => omission(gap, width / dots, height / dots, dots)).join('');
  const drawn = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${marks}</svg>`,
  );
  const picture = await sharp()(page.picture)
    .composite([...white, { input: drawn, top: 0, left: 0 }])
    .jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { ...page, picture };
}

/**
 * A PDF/A of these bands alone, with the words that are recognised on them. Throws Invalid when the file cannot be read, Unavailable where
 * the program is missing.
 */
export async function extractBands(
  programs: Programs,
  pdf: Buffer,
  meta: PictureMeta,
  bands: readonly Band[],
): Promise<Picturing> {
  const numbers = [...new Set(bands.map(({ page }) => page))].toSorted((one, other) => one - other);
  const pages = await pagesOfPdf(programs, pdf, numbers);
  if (!pages) throw new Unavailable(faithfulWords.noReader);
  const seen = await seenOn(programs, pages);
  const kept = pages.map((page, index) => ({
    page,
    seen: seen[index] ?? null,
    bands: bands.filter((band) => band.page === numbers[index]),
  }));
  return madeOf(
    await Promise.all(kept.map((one) => onlyBands(one.page, one.bands))),
    kept.map((one) => one.seen && wordsWithin(one.seen, one.bands, one.page.dpi / 25.4)),
    meta,
  );
}

/** Dots on the long side of a page that is looked at on a screen. */
const SHOWN = 1400;

/** A page of a PDF as a JPEG for a screen; null where it cannot be drawn. */
export async function shownPage({ poppler }: Programs, pdf: Buffer, page: number): Promise<Buffer | null> {
  if (!poppler) return null;
  const span = ['-f', String(page), '-l', String(page)];
  const drawn = await run(
    `${poppler}/pdftoppm`,
    ['-jpeg', '-singlefile', '-cropbox', '-scale-to', String(SHOWN), ...span, '-'],
    pdf,
  );
  return drawn?.length ? drawn : null;
}
