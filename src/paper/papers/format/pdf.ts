/** The words of a PDF with their letters and places, by poppler's `pdftohtml`, for the format check. */
import type { Sheet } from '../../typeset/index.ts';
import { run, type Programs } from '../../scanning/index.ts';
import { sheetOf } from './pdf-lines.ts';

/** The program measures in thirds of a point. */
const MM = 25.4 / 72 / 3;

type Font = { readonly size: number; readonly family: string; readonly colour: string };
/** Words in one kind of letters, in millimetres from the upper left corner of their page. */
export type Piece = {
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
export type Page = { readonly width: number; readonly height: number; readonly pieces: readonly Piece[] };

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
      for (const [, id = '', size = '', family = '', colour = ''] of source.matchAll(
        /<fontspec id="(\d+)" size="(-?\d+)" family="([^"]*)" color="#([\da-f]{6})/gi,
      ))
        fonts.set(id, { size: Number(size) / 3, family: family.replace(/^[A-Z]{6}\+/, ''), colour });
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

/** Reads a PDF; null where the program is missing or cannot read the file, a sheet without lines where it holds only pictures. */
export async function sheetOfPdf({ poppler }: Programs, pdf: Uint8Array): Promise<Sheet | null> {
  if (!poppler) return null;
  const words = ['-xml', '-i', '-stdout', '-q', '-zoom', '3', '-fontfullname', '-l', '60', '-', 'x'];
  const xml = await run(`${poppler}/pdftohtml`, words, pdf);
  return xml && sheetOf(readPages(xml.toString('utf8')));
}
