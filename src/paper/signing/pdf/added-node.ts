/** What may be hung onto the pages of a signed PDF without altering what they say (ISO 32000-2 §12.5, §12.7). */
import { entry, resolve, type PdfDocument } from './document.ts';
import { rectangleOf, type FieldNode } from './structure.ts';
import { isName, type Dict } from './syntax.ts';

/** A quarter of a sheet of A4, in square points. */
const largestPicture = (595 * 842) / 4;
/** An icon is not larger than this on either side, in points. */
const largestIcon = 40;

const sides = (document: PdfDocument, dict: Dict): readonly [width: number, height: number] => {
  const [left, bottom, right, top] = rectangleOf(document, dict);
  return [right - left, top - bottom];
};

/** What stands in every node of the form, and in places of signatures. Anything else may act or draw: actions, notes, rich words. */
const ofNodes = new Set(['T', 'TU', 'TM', 'FT', 'Ff', 'Kids', 'Parent', 'Type']);
const ofLook = [
  'Subtype',
  'Rect',
  'F',
  'P',
  'V',
  'AP',
  'AS',
  'MK',
  'DA',
  'Q',
  'BS',
  'Border',
  'H',
  'M',
  'NM',
];
const ofPlaces = new Set([...ofNodes, ...ofLook, 'Lock', 'SV', 'DR', 'DS', 'StructParent']);

/** Whether a new node of the form is one that a later signature needs: a place of it, or a node without a look above such places. */
export const isHarmlessNode = (document: PdfDocument, { dict, type, value }: FieldNode): boolean => {
  const allowed = type === '' && value === null ? ofNodes : ofPlaces;
  const subtype = entry(document, dict, 'Subtype');
  return (
    (subtype === null || isName(subtype, 'Widget')) &&
    [...dict.entries.keys()].every((key) => allowed.has(key))
  );
};

/** Whether the picture of a new signature hides so much of a page that nobody can tell what stood there when the others signed. */
export const coversPage = (document: PdfDocument, { dict }: FieldNode): boolean => {
  const [width, height] = sides(document, dict);
  return width * height > largestPicture;
};

/** Notes that show an icon or mark words, and cannot pose as words of the document. */
const marks = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);

/** Whether a note leaves all that stands on the page to be read: a small icon, or a mark that the reader itself draws. */
export const isQuietNote = (document: PdfDocument, dict: Dict | null): boolean => {
  if (!dict || ['A', 'AA'].some((key) => dict.entries.has(key))) return false;
  const subtype = entry(document, dict, 'Subtype');
  if (isName(subtype, 'Popup')) return true;
  if (isName(subtype, 'Text')) return sides(document, dict).every((side) => side <= largestIcon);
  return isName(subtype) && marks.has(subtype.name) && resolve(document, dict.entries.get('AP')) === null;
};
