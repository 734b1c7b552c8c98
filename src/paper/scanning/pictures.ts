/** From what was scanned or photographed to upright pages of known size. What cannot be read is refused in words (C5). */
import type { Metadata } from 'sharp';
import { Invalid } from '../../ground/operate/errors.ts';
import { later } from '../../ground/operate/later.ts';
import type { Text } from '../../ground/text/language.ts';
import { run, type Programs } from './programs.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** One page: a JPEG of at most 300 dots per inch. */
export type PagePicture = {
  readonly picture: Buffer;
  readonly dots: { readonly width: number; readonly height: number };
  /** Dots per inch on paper. */
  readonly dpi: number;
};

/** A3 at 600 dots per inch; a picture with more was not made by scanning a paper. */
const MOST_DOTS = 72_000_000;
export const MOST_PAGES = 60;
const BEST_DPI = 300;
/** Long side of A4 and A3, inches. */
const A4 = 297 / 25.4;
const LONGEST = 420 / 25.4;

export const scanWords = {
  broken: {
    vi: 'Tệp bị hỏng hoặc không phải ảnh, PDF đọc được. Hãy quét hoặc chụp lại.',
    en: 'The file is damaged, or no picture or PDF that can be read. Scan it again.',
  },
  large: {
    vi: 'Ảnh lớn quá 72 triệu điểm. Hãy quét lại ở 300 điểm trên inch (dpi).',
    en: 'The picture has more than 72 million dots. Scan it again at 300 dots per inch.',
  },
  many: {
    vi: `Tệp có quá ${MOST_PAGES} trang. Hãy tách thành nhiều tệp.`,
    en: `The file has more than ${MOST_PAGES} pages. Divide it into several files.`,
  },
  forged: {
    vi: 'Tệp PDF có chữ ký số không hợp lệ nên không số hóa được. Hãy quét lại từ bản giấy.',
    en: 'The PDF carries a signature that is not valid. Scan the paper itself.',
  },
  locked: {
    vi: 'Tệp PDF có mật khẩu hoặc bị hỏng nên không đọc được. Hãy quét lại, không đặt mật khẩu.',
    en: 'The PDF has a password or is damaged. Scan it again without a password.',
  },
} as const satisfies Record<string, Text>;

const refuse = (message: Text): Invalid => new Invalid([{ field: '', message }]);

/** Pages of a JPEG, PNG, WebP or TIFF (which may have several). Throws Invalid with what to do. */
export async function picturesOf(bytes: Buffer): Promise<PagePicture[]> {
  const { pages = 1 } = await described(bytes, 0);
  if (pages > MOST_PAGES) throw refuse(scanWords.many);
  const made: PagePicture[] = [];
  for (let page = 0; page < pages; page++) made.push(await upright(bytes, page));
  return made;
}

const options = (page: number) =>
  ({ limitInputPixels: MOST_DOTS, failOn: 'truncated', page, sequentialRead: true }) as const;

/** What a picture says of itself. Throws Invalid when it is damaged or too large. */
export async function described(bytes: Buffer, page: number): Promise<Metadata> {
  try {
    const { width, height, ...rest } = await sharp()(bytes, {
      ...options(page),
      limitInputPixels: false,
    }).metadata();
    if (width * height > MOST_DOTS) throw refuse(scanWords.large);
    return { ...rest, width, height };
  } catch (error) {
    if (error instanceof Invalid) throw error;
    throw refuse(scanWords.broken);
  }
}

/** Dots per inch: what the scanner says where it can be true, else as if the paper were A4. */
function density(longSide: number, said: number | undefined): number {
  const inches = said && said >= 100 ? longSide / said : 0;
  return inches > 2 && inches <= LONGEST * 1.02 ? said! : longSide / A4;
}

async function upright(bytes: Buffer, page: number): Promise<PagePicture> {
  const { width, height, density: said } = await described(bytes, page);
  const dpi = density(Math.max(width, height), said);
  const most = Math.round((Math.max(width, height) * Math.min(dpi, BEST_DPI)) / dpi);
  try {
    const { data, info } = await sharp()(bytes, options(page))
      .rotate()
      .flatten({ background: '#ffffff' })
      .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return {
      picture: data,
      dots: { width: info.width, height: info.height },
      dpi: Math.round(Math.min(dpi, BEST_DPI)),
    };
  } catch {
    throw refuse(scanWords.broken);
  }
}

/** A page of a PDF as it is shown and drawn, turned or not; millimetres. */
export type PageSize = { readonly width: number; readonly height: number };

/** The size of every page. Throws Invalid for what cannot be opened or has too many pages. */
async function sizesOf(poppler: string, pdf: Buffer): Promise<readonly PageSize[]> {
  const said = (await run(`${poppler}/pdfinfo`, ['-f', '1', '-l', String(MOST_PAGES), '-'], pdf))?.toString();
  const pages = Number(/^Pages:\s+(\d+)/m.exec(said ?? '')?.[1] ?? 0);
  if (pages > MOST_PAGES) throw refuse(scanWords.many);
  const sizes = [
    ...(said ?? '').matchAll(
      /^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts.*(?:\n^Page\s+\d+ rot:\s+(\d+)$)?/gm,
    ),
  ].map(([, wide, high, turned]): PageSize => {
    const [width, height] = [Number(wide), Number(high)].map((points) => (points * 25.4) / 72) as [
      number,
      number,
    ];
    // However large a page claims to be, it is drawn no larger than A3.
    const scale = Math.min(1, (LONGEST * 25.4) / Math.max(width, height));
    return turned === '90' || turned === '270'
      ? { width: height * scale, height: width * scale }
      : { width: width * scale, height: height * scale };
  });
  if (pages === 0 || sizes.length !== pages) throw refuse(scanWords.locked);
  return sizes;
}

/** The size of every page of a PDF. Null where the program is missing. Throws Invalid when it cannot be opened. */
export const pageSizes = async ({ poppler }: Programs, pdf: Buffer): Promise<readonly PageSize[] | null> =>
  poppler ? sizesOf(poppler, pdf) : null;

/** The words that a PDF brings with it, page by page; empty where it is made of pictures. Throws Invalid when it cannot be opened. */
export async function ownTexts({ poppler }: Programs, pdf: Buffer): Promise<readonly string[]> {
  if (!poppler) return [];
  const { length: pages } = await sizesOf(poppler, pdf);
  const said = await run(`${poppler}/pdftotext`, ['-enc', 'UTF-8', '-', '-'], pdf);
  const texts = (said?.toString() ?? '').split('\f').slice(0, pages);
  // A stamp of the scanner on an otherwise empty page is no text of the paper.
  const written = texts.filter((one) => one.replaceAll(/\s/g, '').length > 40).length;
  return written * 2 > pages ? texts : [];
}

/** Draws the pages of a PDF, or those of these numbers. Null where the program is missing. Throws Invalid when it cannot be opened. */
export async function pagesOfPdf(
  { poppler }: Programs,
  pdf: Buffer,
  only: readonly number[] | null = null,
): Promise<PagePicture[] | null> {
  if (!poppler) return null;
  const made: PagePicture[] = [];
  for (const [index, { width: wide, height: high }] of (await sizesOf(poppler, pdf)).entries()) {
    const page = index + 1;
    if (only && !only.includes(page)) continue;
    const inches = Math.max(wide, high) / 25.4;
    const longest = Math.round(inches * BEST_DPI);
    const span = ['-f', String(page), '-l', String(page)];
    const drawn = await run(
      `${poppler}/pdftoppm`,
      ['-jpeg', '-singlefile', '-cropbox', '-scale-to', String(longest), ...span, '-'],
      pdf,
    );
    if (!drawn?.length) throw refuse(scanWords.broken);
    const { width = 0, height = 0 } = await described(drawn, 0);
    made.push({
      picture: drawn,
      dots: { width, height },
      dpi: Math.round(Math.min(BEST_DPI, longest / inches)),
    });
  }
  return made;
}
