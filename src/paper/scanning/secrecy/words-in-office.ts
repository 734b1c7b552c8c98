/** The words and pictures of packed office files (Office Open XML, OpenDocument), for the look at marks of secrecy. */
import { unzipSync } from 'fflate';

/** What a part may unfold to; text of a thousand pages is smaller. */
const LARGEST_PART = 20_000_000;
const MOST_PARTS = 60;
const MOST_PICTURES = 10;

const texts =
  /^(?:word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)|xl\/(?:sharedStrings|worksheets\/sheet\d+)|ppt\/slides\/slide\d+|content|styles|docProps\/(?:core|custom))\.xml$/;
const pictures = /^(?:word\/media|xl\/media|ppt\/media|Pictures)\/[^/]+\.(?:png|jpe?g|tiff?|webp|gif)$/i;

/** The parts with such names, the first ones within bounds; null where the file cannot be unpacked. */
function partsOf(file: Buffer, wanted: RegExp, most: number): readonly Uint8Array[] | null {
  let left = most;
  try {
    return Object.values(
      unzipSync(file, {
        filter: ({ name, originalSize }) => wanted.test(name) && originalSize < LARGEST_PART && left-- > 0,
      }),
    );
  } catch {
    return null;
  }
}

/** What the file says, a paragraph, cell or line break a line; null where it cannot be unpacked. */
export function wordsInOffice(file: Buffer): string | null {
  const parts = partsOf(file, texts, MOST_PARTS);
  return parts && parts.map((part) => linesOf(Buffer.from(part).toString())).join('\n');
}

/** The pictures that stand in the file. */
export const picturesInOffice = (file: Buffer): readonly Buffer[] =>
  (partsOf(file, pictures, MOST_PICTURES) ?? []).map((part) => Buffer.from(part));

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function linesOf(xml: string): string {
  return xml
    .split(/(?=<w:r[ >])/)
    .map((run) => (/<w:caps(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(run) ? capitals(run) : run))
    .join('')
    .replaceAll(/<\/(?:w:p|a:p|text:p|text:h|si|c|row)>|<(?:w:br|w:cr|a:br|text:line-break)[ /][^>]*>/g, '\n')
    .replaceAll(/<(?:w:tab|text:tab|text:s)[ /][^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(#x?[\da-f]+|\w+);/gi, (_, name: string) => {
      if (!name.startsWith('#')) return entities[name] ?? ' ';
      const code = Number(name[1]?.toLowerCase() === 'x' ? `0${name.slice(1)}` : name.slice(1));
      return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : ' ';
    });
}

/** Typed in small letters and shown in capitals. */
const capitals = (run: string): string =>
  run.replaceAll(
    /(<w:t[^>]*>)([^<]*)/g,
    (_, tag: string, text: string) => tag + text.toLocaleUpperCase('vi'),
  );
