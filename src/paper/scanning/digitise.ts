/** One paper, from the bytes that came in to PDF/A with searchable text (C5; STANDARDS §5). Slow, and without a transaction. */
import { Invalid, Unavailable } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import { carriesMark, secretInFile } from '../../ground/text/secret.ts';
import { verifyFile } from '../signing/index.ts';
import { typesetPictures, type PictureMeta, type PicturePage } from '../typeset/index.ts';
import { faithfulWords } from './faithful.ts';
import { ownTexts, pagesOfPdf, picturesOf, scanWords, type PagePicture } from './pictures.ts';
import type { Programs } from './programs.ts';
import { recognise, textOf, type Seen } from './recognise.ts';
import type { Recognised } from './schema.ts';

/** What came of a paper. `pdf` null: the file stays as it came. */
export type Digitised =
  /** `marked`: its words carry a mark of secrecy. */
  | { readonly kind: 'refused'; readonly why: Text; readonly marked?: true }
  /** A signed electronic file: an original itself. */
  | { readonly kind: 'original' }
  | {
      readonly kind: 'made';
      readonly pdf: Uint8Array | null;
      readonly pages: number | null;
      readonly dpi: number | null;
      readonly recognised: Recognised;
      readonly texts: readonly string[];
    };

export type Picturing = Extract<Digitised, { readonly kind: 'made' }> & { readonly pdf: Uint8Array };

/**
 * Digitises a picture or a PDF. What cannot be read is `refused` with what to do, and so is a paper whose words carry a mark
 * of secrecy, whatever its name says (Law 29/2018/QH14).
 */
export async function digitise(
  programs: Programs,
  bytes: Buffer,
  type: string,
  meta: PictureMeta,
): Promise<Digitised> {
  const made = await digitised(programs, bytes, type, meta);
  if (made.kind !== 'made') return made;
  const read = made.recognised !== 'own';
  return made.texts.some((text) => carriesMark(text, { read }))
    ? { kind: 'refused', why: secretInFile, marked: true }
    : made;
}

async function digitised(
  programs: Programs,
  bytes: Buffer,
  type: string,
  meta: PictureMeta,
): Promise<Digitised> {
  try {
    if (type.startsWith('image/')) return await read(programs, await picturesOf(bytes), meta);
    if (type !== 'application/pdf') return { kind: 'refused', why: scanWords.broken };
    const { verdict, signatures } = await verifyFile(bytes, {
      roots: [],
      now: new Date(`${meta.date}T00:00:00Z`),
    });
    if (signatures.length > 0)
      return verdict === 'invalid' ? { kind: 'refused', why: scanWords.forged } : { kind: 'original' };
    const own = await ownTexts(programs, bytes);
    const asItCame = { kind: 'made', pdf: null, dpi: null } as const;
    if (own.length > 0) return { ...asItCame, pages: own.length, recognised: 'own', texts: own };
    const pages = await pagesOfPdf(programs, bytes);
    return pages
      ? await read(programs, pages, meta)
      : { ...asItCame, pages: null, recognised: 'none', texts: [] };
  } catch (error) {
    if (error instanceof Invalid) return { kind: 'refused', why: error.text };
    throw error;
  }
}

/** What is recognised on each of these pictures, one after the other. */
export async function seenOn(
  programs: Programs,
  pictures: readonly PagePicture[],
): Promise<readonly (readonly Seen[] | null)[]> {
  const seen: (readonly Seen[] | null)[] = [];
  for (const { picture, dpi } of pictures) seen.push(await recognise(programs, picture, dpi));
  return seen;
}

/** One PDF/A of these pictures with the words that were seen on each. */
export async function madeOf(
  pictures: readonly PagePicture[],
  seen: readonly (readonly Seen[] | null)[],
  meta: PictureMeta,
): Promise<Picturing> {
  const read = seen.filter((one) => one !== null).length;
  return {
    kind: 'made',
    pdf: await typesetPictures(
      pictures.map((one, i) => onPaper(one, seen[i] ?? [])),
      meta,
    ),
    pages: pictures.length,
    dpi: Math.min(...pictures.map(({ dpi }) => dpi)),
    recognised: read === seen.length ? 'all' : read > 0 ? 'some' : 'none',
    texts: seen.map((one) => (one ? textOf(one) : '')),
  };
}

/** One PDF/A of these pictures with the words that are recognised on them. */
const read = async (
  programs: Programs,
  pictures: readonly PagePicture[],
  meta: PictureMeta,
): Promise<Picturing> => madeOf(pictures, await seenOn(programs, pictures), meta);

/**
 * The words of a PDF, page by page: its own, else what is recognised on its pages. Throws Invalid when it cannot be read,
 * Unavailable where the program is missing.
 */
export async function wordsOfPdf(programs: Programs, pdf: Buffer): Promise<readonly string[]> {
  const own = await ownTexts(programs, pdf);
  if (own.length > 0) return own;
  const pages = await pagesOfPdf(programs, pdf);
  if (!pages) throw new Unavailable(faithfulWords.noReader);
  return (await seenOn(programs, pages)).map((seen) => textOf(seen ?? []));
}

/** Dots to points of the page. */
function onPaper({ picture, dots, dpi }: PagePicture, seen: readonly Seen[]): PicturePage {
  const points = (length: number): number => Number(((length * 72) / dpi).toFixed(2));
  return {
    picture,
    kind: 'jpg',
    width: points(dots.width),
    height: points(dots.height),
    words: seen.map(({ text, left, top, width, height }) => ({
      text,
      left: points(left),
      top: points(top),
      width: points(width),
      height: points(height),
    })),
  };
}
