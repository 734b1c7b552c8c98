/**
 * Whether a file is a scan as the decree asks for an electronic copy of a paper document: PDF 1.4 or later, in colour, at
 * least 200 dots per inch, at the size of the paper (Decree 30/2020, Annex I, part II, section I.2; C6).
 */
import type { Text } from '../../ground/text/language.ts';
import { described, MOST_PAGES, scanWords } from './pictures.ts';
import { run, type Programs } from './programs.ts';
import { LEAST_DPI } from './schema.ts';

export const faithfulWords = {
  noReader: {
    vi: 'Máy chủ chưa có chương trình đọc PDF (poppler) nên không kiểm tra được bản quét. Hãy báo quản trị hệ thống.',
    en: 'The server has no program that reads PDF (poppler), so the scan cannot be checked. Tell the administrator.',
  },
  old: {
    vi: 'Tệp PDF có phiên bản thấp hơn 1.4. Hãy quét lại hoặc lưu thành PDF 1.4 trở lên.',
    en: 'The PDF has a version below 1.4. Scan it again, or save it as PDF 1.4 or later.',
  },
  noScale: {
    vi: 'Ảnh không ghi số điểm trên inch của máy quét nên không biết có đúng cỡ 1:1 hay không. Hãy quét bằng máy quét, không dùng ảnh chụp.',
    en: 'The picture does not say its dots per inch, so nobody knows whether it is 1:1. Use a scanner, not a photo.',
  },
  noScan: (page: number): Text => ({
    vi: `Trang ${page} không phải ảnh quét của văn bản giấy. Hãy quét lại bản giấy, hoặc gửi tệp điện tử có chữ ký số.`,
    en: `Page ${page} is not the scan of a paper. Scan the paper, or send the electronic file with its signatures.`,
  }),
  coarse: (page: number, dpi: number): Text => ({
    vi: `Trang ${page} chỉ có ${dpi} điểm trên inch (dpi), quy định ít nhất ${LEAST_DPI}. Hãy quét lại.`,
    en: `Page ${page} has only ${dpi} dots per inch; ${LEAST_DPI} are prescribed. Scan it again.`,
  }),
  grey: (page: number): Text => ({
    vi: `Trang ${page} không quét màu. Quy định bản sao điện tử phải là ảnh màu. Hãy quét lại ở chế độ màu.`,
    en: `Page ${page} was not scanned in colour, as is prescribed. Scan it again in colour.`,
  }),
  size: (page: number): Text => ({
    vi: `Trang ${page} không có khổ của giấy thật (từ A6 đến A3). Hãy quét lại đúng cỡ 1:1.`,
    en: `Page ${page} does not have the size of a paper (A6 to A3). Scan it again at 1:1.`,
  }),
} as const;

/** A part of a page that is a picture: its share of the page, its resolution, and whether it holds colours. */
export type Drawn = {
  readonly page: number;
  /** Square inches. */
  readonly area: number;
  readonly dpi: number;
  readonly colour: boolean;
};

/** Width and height of a page, inches. */
export type Sheet = { readonly width: number; readonly height: number };

/** A6 and A3, inches; what a scanner cuts off or adds at the edges is let pass. */
const smallest = 105 / 25.4;
const longest = 420 / 25.4;
const give = 1.05;

const isPaper = ({ width, height }: Sheet): boolean => {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return short * give >= smallest && long <= longest * give && short <= (longest / Math.SQRT2) * give;
};

/** How much of a page the pictures that count must cover: a scanner may leave out white strips, and may lay text and ground apart. */
const mostOf = 0.5;

/** What stands against pages made of these pictures; null: nothing. Pure. */
export function unfaithful(sheets: readonly Sheet[], drawn: readonly Drawn[]): Text | null {
  for (const [index, sheet] of sheets.entries()) {
    const page = index + 1;
    const own = drawn.filter((one) => one.page === page);
    const whole = sheet.width * sheet.height * mostOf;
    const covers = (some: readonly Drawn[]): boolean =>
      some.reduce((sum, { area }) => sum + area, 0) >= whole;
    if (!covers(own)) return faithfulWords.noScan(page);
    if (!isPaper(sheet)) return faithfulWords.size(page);
    if (!covers(own.filter(({ dpi }) => dpi >= LEAST_DPI)))
      return faithfulWords.coarse(page, Math.max(...own.map(({ dpi }) => dpi)));
    if (!covers(own.filter(({ colour }) => colour))) return faithfulWords.grey(page);
  }
  return null;
}

/** Reads the table of `pdfimages -list`: page, num, type, width, height, color, comp, bpc, enc, interp, object, ID, x-ppi, y-ppi. */
export function readImages(table: string): readonly Drawn[] {
  return table.split('\n').flatMap((row) => {
    const [page, , type, width, height, color, comp, , , , , , x, y] = row.trim().split(/\s+/);
    const [across, up] = [Number(x), Number(y)];
    // A soft mask says how a picture shines through, and draws nothing itself.
    if (!/^\d+$/.test(page ?? '') || type === 'smask' || !(across > 0) || !(up > 0)) return [];
    return [
      {
        page: Number(page),
        area: (Number(width) / across) * (Number(height) / up),
        dpi: Math.min(across, up),
        colour: type === 'image' && (Number(comp) >= 3 || color === 'index'),
      },
    ];
  });
}

/** Reads `pdfinfo -f 1 -l N`: the size of each page. */
const readSheets = (said: string): readonly Sheet[] =>
  [...said.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gm)].map(([, width, height]) => ({
    width: Number(width) / 72,
    height: Number(height) / 72,
  }));

async function unfaithfulPdf({ poppler }: Programs, pdf: Buffer): Promise<Text | null> {
  if (!poppler) return faithfulWords.noReader;
  const [, major, minor] = /%PDF-(\d)\.(\d)/.exec(pdf.toString('latin1', 0, 1024)) ?? [];
  if (Number(major) * 10 + Number(minor) < 14) return faithfulWords.old;
  const span = ['-f', '1', '-l', String(MOST_PAGES + 1)];
  const said = await run(`${poppler}/pdfinfo`, [...span, '-'], pdf);
  const table = said && (await run(`${poppler}/pdfimages`, ['-list', '-'], pdf));
  const sheets = readSheets(said?.toString() ?? '');
  if (!table || sheets.length === 0) return scanWords.locked;
  if (sheets.length > MOST_PAGES) return scanWords.many;
  return unfaithful(sheets, readImages(table.toString()));
}

async function unfaithfulPicture(bytes: Buffer): Promise<Text | null> {
  const { pages = 1 } = await described(bytes, 0);
  const sheets: Sheet[] = [];
  const drawn: Drawn[] = [];
  for (let page = 0; page < Math.min(pages, MOST_PAGES); page++) {
    const { width, height, density, channels, space } = await described(bytes, page);
    // Programs that know nothing of the scanner write 72 or 96.
    if (!density || density === 72 || density === 96) return faithfulWords.noScale;
    sheets.push({ width: width / density, height: height / density });
    drawn.push({
      page: page + 1,
      area: (width / density) * (height / density),
      dpi: Math.round(density),
      colour: channels >= 3 && space !== 'b-w' && space !== 'grey16',
    });
  }
  return unfaithful(sheets, drawn);
}

/** What stands against this file as the scan of a paper document; null: nothing. Throws Invalid for a file that cannot be read. */
export const scanFault = (programs: Programs, bytes: Buffer, type: string): Promise<Text | null> =>
  type === 'application/pdf' ? unfaithfulPdf(programs, bytes) : unfaithfulPicture(bytes);
