/** Pages and form fields of a revision, walked with limits. */
import { catalogOf, dictOf, entry, resolve, type PdfDocument } from './document.ts';
import { isArray, isDict, isName, isRef, isText, PdfError, textOf, type Dict, type Value } from './syntax.ts';

const mostNodes = 200_000;

const numberOf = (value: Value | undefined): number | null => (isRef(value) ? value.number : null);

/** A plain dictionary; a stream is not taken for one, so that nothing drawn on a page can pose as a page or a field. */
export const plainDict = (document: PdfDocument, value: Value | undefined): Dict | null => {
  const resolved = resolve(document, value);
  return isDict(resolved) ? resolved : null;
};

export const arrayOf = (document: PdfDocument, value: Value | undefined): readonly Value[] => {
  const resolved = resolve(document, value);
  return isArray(resolved) ? resolved : [];
};

export type Page = { readonly number: number | null; readonly dict: Dict };
type PageTree = { readonly pages: readonly Page[]; readonly nodes: readonly Page[] };

/** The pages in order, and the nodes of the tree above them. */
export const pageTree = (document: PdfDocument): PageTree => {
  const pages: Page[] = [];
  const nodes: Page[] = [];
  const seen = new Set<number>();
  const stack: Value[] = [catalogOf(document)?.entries.get('Pages') ?? null];
  while (stack.length > 0) {
    const value = stack.pop()!;
    const number = numberOf(value);
    const dict = plainDict(document, value);
    if (!dict || (number !== null && seen.has(number))) continue;
    if (number !== null) seen.add(number);
    if (pages.length + nodes.length > mostNodes) throw new PdfError('too many pages');
    const kids = entry(document, dict, 'Kids');
    if (isArray(kids)) {
      nodes.push({ number, dict });
      stack.push(...[...kids].reverse());
    } else pages.push({ number, dict });
  }
  return { pages, nodes };
};

/** A node of the field tree: a field, or one of its places on a page (widget). */
export type FieldNode = {
  readonly number: number | null;
  readonly dict: Dict;
  /** Full name, parts joined by dots. */
  readonly name: string;
  /** `Sig`, `Tx`, `Btn`, `Ch`, or empty for a node above the fields. */
  readonly type: string;
  /** The node carries a name of its own: it is a field, not only a widget. */
  readonly own: boolean;
  readonly value: Value;
  /** What it holds: its own value, or that of the field above whose place it is. */
  readonly holds: Value;
};

type Above = Pick<FieldNode, 'name' | 'type' | 'holds'>;
const nothingAbove: Above = { name: '', type: '', holds: null };

/** All nodes of the field tree, and signature widgets that stand on pages without being in it (other readers show those too). */
export const fieldNodes = (document: PdfDocument): readonly FieldNode[] => {
  const nodes: FieldNode[] = [];
  const seen = new Set<number>();
  const visit = (node: Value, above: Above, depth: number): void => {
    const number = numberOf(node);
    const dict = plainDict(document, node);
    if (!dict || depth > 32 || (number !== null && seen.has(number))) return;
    if (number !== null) seen.add(number);
    if (nodes.length > mostNodes) throw new PdfError('too many fields');
    const title = entry(document, dict, 'T');
    const own = isText(title);
    const name = own ? [above.name, textOf(title)].filter(Boolean).join('.') : above.name;
    const kind = entry(document, dict, 'FT');
    const type = isName(kind) ? kind.name : above.type;
    const value = dict.entries.get('V') ?? null;
    const holds = value ?? above.holds;
    nodes.push({ number, dict, name, type, own, value, holds });
    for (const kid of arrayOf(document, dict.entries.get('Kids')))
      visit(kid, { name, type, holds }, depth + 1);
  };
  const form = dictOf(document, catalogOf(document)?.entries.get('AcroForm'));
  for (const field of arrayOf(document, form?.entries.get('Fields'))) visit(field, nothingAbove, 0);
  for (const { dict } of pageTree(document).pages) {
    for (const annotation of arrayOf(document, dict.entries.get('Annots'))) {
      const widget = plainDict(document, annotation);
      if (widget && isName(entry(document, widget, 'FT'), 'Sig')) visit(annotation, nothingAbove, 0);
    }
  }
  return nodes;
};

/** A rectangle as left, bottom, right, top. */
export const rectangleOf = (document: PdfDocument, dict: Dict): readonly [number, number, number, number] => {
  const [a = 0, b = 0, c = 0, d = 0] = arrayOf(document, dict.entries.get('Rect')).map((value) => {
    const resolved = resolve(document, value);
    return typeof resolved === 'number' ? resolved : 0;
  });
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
};

/** How far a page is turned clockwise when it is shown. */
export type Turn = 0 | 90 | 180 | 270;

/** What is shown of the first page: its rectangle in points, and how it is turned. */
export type FirstPage = {
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
  readonly turn: Turn;
};

const mostAbove = 50;

/** An entry of the first page, also where a node above it gives it (ISO 32000-2 §7.7.3.4). */
const inherited = (document: PdfDocument, key: string): Value => {
  let node: Dict | null = pageTree(document).pages[0]?.dict ?? null;
  for (let depth = 0; node && depth < mostAbove; depth++) {
    const value = entry(document, node, key);
    if (value !== null) return value;
    node = plainDict(document, node.entries.get('Parent'));
  }
  return null;
};

const boxOf = (document: PdfDocument, key: string): FirstPage['box'] | null => {
  const sides = arrayOf(document, inherited(document, key)).map((value) => resolve(document, value));
  if (sides.length !== 4 || !sides.every((side) => typeof side === 'number')) return null;
  const [a, b, c, d] = sides as unknown as FirstPage['box'];
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
};

/** The first page as it is shown: the crop box where there is one, else the media box; A4 where the file says nothing. */
export const firstPageShown = (document: PdfDocument): FirstPage => {
  const rotate = inherited(document, 'Rotate');
  const turned = typeof rotate === 'number' ? ((rotate % 360) + 360) % 360 : 0;
  return {
    box: boxOf(document, 'CropBox') ?? boxOf(document, 'MediaBox') ?? [0, 0, 595, 842],
    turn: turned === 90 || turned === 180 || turned === 270 ? turned : 0,
  };
};

/** The rectangles of what is hung onto the first page: fields and notes. */
export const rectanglesOnFirstPage = (document: PdfDocument): readonly FirstPage['box'][] => {
  const page = pageTree(document).pages[0]?.dict;
  return arrayOf(document, page?.entries.get('Annots')).flatMap((value) => {
    const hung = plainDict(document, value);
    return hung ? [rectangleOf(document, hung)] : [];
  });
};
