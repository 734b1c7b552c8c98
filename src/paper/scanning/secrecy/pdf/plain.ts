/**
 * The words of a PDF that is plain: read in this process within a millisecond or a few, so that no program has to be started for what most
 * people send. Whatever leaves a doubt (fonts without letters, words in annotations, pictures inside the stream, hidden layers, damage,
 * a key) is left to the program. Words stand in the order in which they were drawn, which is not always that of the lines.
 */
import {
  arrayOf,
  decode,
  entry,
  isDict,
  isName,
  isStream,
  openWhole,
  pageTree,
  PdfError,
  plainDict,
  resolve,
  type Dict,
  type PdfDocument,
  type Stream,
  type Value,
} from '../../../signing/index.ts';
import { nameIn, operationsIn, stringsIn, type Operation } from './content.ts';
import { lettersOf, type Letters } from './letters.ts';

/** What a page shows. `dots`: of its largest picture. */
export type PlainPage = { readonly text: string; readonly dots: number };

const MOST_PAGES = 300;
/** Bytes of drawings and tables of letters that are read while a person waits, and how deep drawings may lie in each other. */
const MOST_DRAWING = 2_000_000;
/** Unpacking even an empty stream costs as much as reading so many bytes: a hostile file may name one a hundred thousand times. */
const COST_OF_ONE = 400;
const DEEPEST = 8;

type Reading = { readonly document: PdfDocument; readonly fonts: Map<Dict, Letters>; left: number };

/** Pages of a plain PDF; null where a program must read it. */
export const plainPages = (bytes: Buffer): readonly PlainPage[] | null =>
  openWhole(bytes, 2 * bytes.length + 1_000_000, (document) => {
    const { pages } = pageTree(document);
    if (pages.length === 0 || pages.length > MOST_PAGES) throw new PdfError('no pages, or too many');
    const reading: Reading = { document, fonts: new Map(), left: MOST_DRAWING };
    return pages.map(({ dict }) => pageOf(reading, dict));
  });

function pageOf(reading: Reading, page: Dict): PlainPage {
  const { document } = reading;
  const contents = resolve(document, page.entries.get('Contents'));
  const streams = isStream(contents) ? [contents] : arrayOf(document, contents);
  const drawing = Buffer.concat(
    streams.flatMap((one) => [unpacked(reading, resolve(document, one)), Buffer.from('\n')]),
  );
  const seen: Seen = { words: [], dots: 0 };
  draw(reading, drawing, resourcesOf(document, page), null, seen, 0);
  for (const annotation of arrayOf(document, page.entries.get('Annots')))
    drawAnnotation(reading, plainDict(document, annotation), seen);
  return { text: seen.words.join(''), dots: seen.dots };
}

/** Links show nothing; the place of a signature shows its drawing. Notes, fields and stamps may carry words that are drawn by whoever reads. */
function drawAnnotation(reading: Reading, annotation: Dict | null, seen: Seen): void {
  const { document } = reading;
  const is = (key: string, name: string): boolean => isName(entry(document, annotation, key), name);
  if (is('Subtype', 'Link')) return;
  if (!is('Subtype', 'Widget') || !is('FT', 'Sig')) throw new PdfError('an annotation');
  const shown = entry(document, plainDict(document, annotation?.entries.get('AP')), 'N');
  if (shown !== null) drawObject(reading, shown, null, null, seen, 0);
}

/** The resources of a page, or of the nearest node above it that has some. */
function resourcesOf(document: PdfDocument, page: Dict): Dict | null {
  let node: Dict | null = page;
  for (let up = 0; node && up < 50; up++) {
    if (node.entries.has('Resources')) return plainDict(document, node.entries.get('Resources'));
    node = plainDict(document, node.entries.get('Parent'));
  }
  return null;
}

function unpacked(reading: Reading, stream: Value): Buffer {
  if (!isStream(stream)) throw new PdfError('a stream that is not there');
  const bytes = decode(reading.document.bytes, stream, reading.left);
  reading.left -= bytes.length + COST_OF_ONE;
  if (reading.left < 0) throw new PdfError('too much drawing');
  return bytes;
}

type Seen = { readonly words: string[]; dots: number };

/** Follows a drawing with its resources; `font` is the one that is chosen when it begins. */
function draw(
  reading: Reading,
  drawing: Buffer,
  resources: Dict | null,
  font: Letters | null,
  seen: Seen,
  depth: number,
): void {
  const { document } = reading;
  const named = (kind: string, operation: Operation): Value =>
    resolve(document, plainDict(document, resources?.entries.get(kind))?.entries.get(nameIn(operation)));
  const saved: (Letters | null)[] = [];
  let letters = font;
  for (const operation of operationsIn(drawing)) {
    switch (operation.operator) {
      case 'q':
        saved.push(letters);
        break;
      case 'Q':
        letters = saved.pop() ?? letters;
        break;
      case 'Tf':
        letters = fontOf(reading, named('Font', operation));
        break;
      case 'gs':
        if (isDict(named('ExtGState', operation)) && plainHas(named('ExtGState', operation), 'Font'))
          throw new PdfError('a font chosen elsewhere');
        break;
      case 'BDC':
        refuseHidden(document, resources, operation);
        break;
      case 'scn':
      case 'SCN':
        if (operation.operands.length > 0 && isStream(named('Pattern', operation)))
          throw new PdfError('a pattern with a drawing of its own');
        break;
      case 'Do':
        drawObject(reading, named('XObject', operation), resources, letters, seen, depth);
        break;
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        for (const codes of stringsIn(operation)) {
          if (!letters) throw new PdfError('words without a font');
          seen.words.push(letters(codes));
        }
        break;
      case 'ET':
        seen.words.push('\n');
        break;
      default:
    }
  }
}

const plainHas = (value: Value, key: string): boolean => isDict(value) && value.entries.has(key);

function fontOf(reading: Reading, font: Value): Letters {
  if (!isDict(font)) throw new PdfError('a font that is not there');
  const known = reading.fonts.get(font);
  if (known) return known;
  const letters = lettersOf(reading.document, font, (stream) => unpacked(reading, stream));
  reading.fonts.set(font, letters);
  return letters;
}

/** A part that belongs to a layer may be hidden, and one with words given for it says something else than is drawn. */
function refuseHidden(document: PdfDocument, resources: Dict | null, { operands }: Operation): void {
  const [tag, given] = operands;
  const properties = isName(given)
    ? resolve(document, plainDict(document, resources?.entries.get('Properties'))?.entries.get(given.name))
    : (given ?? null);
  if (isName(tag, 'OC') || plainHas(properties, 'ActualText'))
    throw new PdfError('what is shown is not what is drawn');
}

function drawObject(
  reading: Reading,
  object: Value,
  above: Dict | null,
  letters: Letters | null,
  seen: Seen,
  depth: number,
): void {
  const { document } = reading;
  if (!isStream(object) || depth > DEEPEST) throw new PdfError('a drawing that is not there, or too deep');
  if (object.dict.entries.has('OC')) throw new PdfError('a layer');
  if (isName(entry(document, object.dict, 'Subtype'), 'Image')) {
    seen.dots = Math.max(seen.dots, dotsOf(document, object));
    return;
  }
  const resources = plainDict(document, object.dict.entries.get('Resources')) ?? above;
  draw(reading, unpacked(reading, object), resources, letters, seen, depth + 1);
}

/** Dots of a picture; of a stencil none. */
function dotsOf(document: PdfDocument, { dict }: Stream): number {
  if (entry(document, dict, 'ImageMask') === true) return 0;
  const [width, height] = [entry(document, dict, 'Width'), entry(document, dict, 'Height')];
  return typeof width === 'number' && typeof height === 'number' ? width * height : Number.MAX_SAFE_INTEGER;
}
