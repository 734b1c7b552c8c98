/** The words in pictures and on pictured pages, by the same recognition as digitising, coarser and within bounds: slow, for a job. */
import { Invalid } from '../../../ground/operate/errors.ts';
import { later } from '../../../ground/operate/later.ts';
import { openPhoto } from '../open-photo.ts';
import { picturesOf } from '../pictures.ts';
import { run, type Programs } from '../programs.ts';
import { recognise, textOf } from '../recognise.ts';
import { picturesInOffice } from './words-in-office.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** Pages that are read in one look; the next look goes on with the others. */
const MOST_PAGES = 12;
/** Milliseconds after which no further page is begun. */
const PATIENCE = 150_000;
/** Dots on the long side: A4 at 200 dots per inch, where the letters of a stamp are 25 dots high. */
const LONG_SIDE = 2339;
/** Fewer words than this on a page: it may lie on its side. */
const FEW_WORDS = 6;

/** What was read from some page on. */
export type Read = {
  readonly text: string;
  /** How many of the pages could be read. */
  readonly pages: number;
  /** Whether that was each of them. */
  readonly whole: boolean;
  /** The page that comes next, from 0, and how many there are. */
  readonly next: number;
  readonly all: number;
};

/** Reads pictured pages of a file, beginning with the one that so many stand before. Only one picture is in memory at a time. */
export async function wordsInPictures(
  programs: Programs,
  bytes: Buffer,
  type: string,
  pictured: readonly number[],
  from = 0,
): Promise<Read> {
  const until = Date.now() + PATIENCE;
  const pages = await pagesIn(programs, bytes, type, pictured);
  const texts: string[] = [];
  let next = from;
  for (const open of pages.slice(from, from + MOST_PAGES)) {
    const picture = await open();
    const text = picture && (await wordsOn(programs, picture));
    if (text !== null) texts.push(text);
    next++;
    if (Date.now() > until) break;
  }
  const read = texts.length;
  return { text: texts.join('\n'), pages: read, whole: read === next - from, next, all: pages.length };
}

/** Opens a page; null where it cannot be opened. */
type Opening = () => Promise<Buffer | null>;

async function pagesIn(
  programs: Programs,
  bytes: Buffer,
  type: string,
  pictured: readonly number[],
): Promise<readonly Opening[]> {
  if (type === 'application/pdf') return pictured.map((page) => () => drawn(programs, bytes, page));
  if (!type.startsWith('image/'))
    return picturesInOffice(bytes).map((one) => async () => (await photographed(one, ''))[0] ?? null);
  const photos = await photographed(bytes, type);
  return photos.length > 0 ? photos.map((one) => async () => one) : [async () => null];
}

/** The pages of a picture: several only of a TIFF. */
async function photographed(bytes: Buffer, type: string): Promise<readonly Buffer[]> {
  try {
    return (await picturesOf(await openPhoto(bytes, type))).map(({ picture }) => picture);
  } catch (error) {
    if (error instanceof Invalid || type === 'image/heic') return [];
    throw error;
  }
}

async function drawn({ poppler }: Programs, pdf: Buffer, page: number): Promise<Buffer | null> {
  if (!poppler) return null;
  const span = ['-f', String(page), '-l', String(page)];
  const made = await run(
    `${poppler}/pdftoppm`,
    ['-jpeg', '-gray', '-singlefile', '-scale-to', String(LONG_SIDE), ...span, '-'],
    pdf,
  );
  return made?.length ? made : null;
}

/** The words on a picture; null where nothing can recognise them. A page that says next to nothing is also read lying on its sides. */
async function wordsOn(programs: Programs, picture: Buffer): Promise<string | null> {
  const texts: string[] = [];
  for (const turned of [0, 90, 270, 180]) {
    const seen = await recognise(programs, await page(picture, turned), 200);
    if (!seen) return null;
    texts.push(textOf(seen));
    if (seen.filter(({ text }) => /\p{L}{2}/u.test(text)).length >= FEW_WORDS) break;
  }
  return texts.join('\n');
}

const page = (picture: Buffer, turned: number): Promise<Buffer> =>
  sharp()(picture)
    .rotate(turned)
    .greyscale()
    .resize({ width: LONG_SIDE, height: LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer();
