/** The words in pictures and on pictured pages, by the same recognition as digitising, coarser and within bounds: slow, for a job. */
import { Invalid } from '../../../ground/operate/errors.ts';
import { later } from '../../../ground/operate/later.ts';
import { openPhoto } from '../open-photo.ts';
import { picturesOf } from '../pictures.ts';
import { run, type Programs } from '../programs.ts';
import { recognise, textOf } from '../recognise.ts';
import { picturesInOffice } from './words-in-office.ts';

const sharp = later<typeof import('sharp')>('sharp');

/** Pages that are read of one file; the others are read when the officer digitises the paper. */
const MOST_PAGES = 12;
/** Milliseconds after which no further page is begun. */
const PATIENCE = 150_000;
/** Dots on the long side: A4 at 200 dots per inch, where the letters of a stamp are 25 dots high. */
const LONG_SIDE = 2339;
/** Fewer words than this on a page: it may lie on its side. */
const FEW_WORDS = 6;

/** What was read, and whether that was all there is. */
export type Read = { readonly text: string; readonly pages: number; readonly whole: boolean };

/** Reads the pictured pages of a file. */
export async function wordsInPictures(
  programs: Programs,
  bytes: Buffer,
  type: string,
  pictured: readonly number[],
): Promise<Read> {
  const until = Date.now() + PATIENCE;
  const texts: string[] = [];
  for await (const picture of picturesIn(programs, bytes, type, pictured)) {
    const text = await wordsOn(programs, picture);
    if (text !== null) texts.push(text);
    if (Date.now() > until) break;
  }
  const pages = texts.length;
  return { text: texts.join('\n'), pages, whole: pages >= pictured.length };
}

/** The pictures one after the other: only one is in memory. What cannot be opened is left out. */
async function* picturesIn(
  programs: Programs,
  bytes: Buffer,
  type: string,
  pictured: readonly number[],
): AsyncGenerator<Buffer> {
  const sources = type.startsWith('image/')
    ? [() => photographed(bytes, type)]
    : type === 'application/pdf'
      ? pictured.map((page) => () => drawn(programs, bytes, page))
      : picturesInOffice(bytes).map((one) => () => photographed(one, ''));
  for (const open of sources.slice(0, MOST_PAGES)) yield* await open();
}

async function photographed(bytes: Buffer, type: string): Promise<readonly Buffer[]> {
  try {
    const pages = await picturesOf(await openPhoto(bytes, type));
    return pages.slice(0, MOST_PAGES).map(({ picture }) => picture);
  } catch (error) {
    if (error instanceof Invalid || type === 'image/heic') return [];
    throw error;
  }
}

async function drawn({ poppler }: Programs, pdf: Buffer, page: number): Promise<readonly Buffer[]> {
  if (!poppler) return [];
  const span = ['-f', String(page), '-l', String(page)];
  const made = await run(
    `${poppler}/pdftoppm`,
    ['-jpeg', '-gray', '-singlefile', '-scale-to', String(LONG_SIDE), ...span, '-'],
    pdf,
  );
  return made?.length ? [made] : [];
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
