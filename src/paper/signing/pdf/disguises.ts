/** Forgeries that keep the signed objects as they are for one reader and show another something else; for tests. */
import { catalogOf, dictOf, openPdf, type PdfDocument } from './document.ts';
import { arrayOf, pageTree } from './structure.ts';
import type { Dict } from './syntax.ts';
import {
  addObject,
  beginUpdate,
  changed,
  finishUpdate,
  made,
  name,
  raw,
  ref,
  setObject,
  stream,
  text,
  type Entries,
  type Update,
} from './update.ts';

const drawing = (words: string): string => {
  const commands = `BT /F 12 Tf 72 720 Td (${words}) Tj ET`;
  return `<</Length ${commands.length}>>\nstream\n${commands}\nendstream`;
};
/** The page's drawing (object 4 of the plain file) with other words, as an object of its own. */
export const otherDrawing = `4 0 obj\n${drawing('Bac bo')}\nendobj\n`;

const row = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`;

/** Where things stand in a file: of an object, and of what is appended. */
type Where = { readonly drawing: number; readonly appended: number; readonly previous: number };

const whereIn = (file: Buffer): Where => {
  const { places, sections } = openPdf(file);
  const place = places.get(4);
  return {
    drawing: place?.kind === 'at' ? place.offset : 0,
    appended: file.length,
    previous: sections[0]!,
  };
};

/** An update by hand: these bytes, a table with these rows, and these entries in its trailer. */
export const byHand = (
  file: Buffer,
  body: string,
  rows: (where: Where) => string,
  entries: (where: Where) => string = () => '',
): Buffer => {
  const where = whereIn(file);
  const table = `xref\n${rows(where)}trailer\n<</Size 40 /Root 1 0 R /Prev ${where.previous}${entries(where)}>>\n`;
  const start = where.appended + Buffer.byteLength(body, 'latin1');
  return Buffer.concat([file, Buffer.from(`${body}${table}startxref\n${start}\n%%EOF\n`, 'latin1')]);
};

/** The drawing stands twice in one table: first elsewhere, then where it was. */
export const namedTwice = (file: Buffer): Buffer =>
  byHand(file, otherDrawing, (at) => `4 1\n${row(at.appended)}4 1\n${row(at.drawing)}`);

const streamTable = (rows: readonly (readonly [number, number, number])[], entries: string): string => {
  const data = rows.map(([kind, place, index]) => {
    const bytes = Buffer.alloc(7);
    bytes.writeUInt8(kind, 0);
    bytes.writeUInt32BE(place, 1);
    bytes.writeUInt16BE(index, 5);
    return bytes.toString('latin1');
  });
  return `39 0 obj\n<</Type /XRef /Size 40 /W [1 4 2] /Root 1 0 R ${entries} /Length ${data.length * 7}>>\nstream\n${data.join('')}\nendstream\nendobj\n`;
};

/** The same in a table that is a stream. */
export const namedTwiceInStream = (file: Buffer): Buffer => {
  const { drawing: old, appended, previous } = whereIn(file);
  const start = appended + otherDrawing.length;
  const rows = [
    [1, appended, 0],
    [1, old, 0],
    [1, start, 0],
  ] as const;
  const table = streamTable(rows, `/Index [4 1 4 1 39 1] /Prev ${previous}`);
  return Buffer.concat([file, Buffer.from(`${otherDrawing}${table}startxref\n${start}\n%%EOF\n`, 'latin1')]);
};

/** The table names the drawing where it was; a second table beside it, for newer readers, names another. */
export const hybrid = (file: Buffer): Buffer => {
  const { appended } = whereIn(file);
  const table = streamTable([[1, appended, 0]], '/Index [4 1]');
  return byHand(
    file,
    `${otherDrawing}${table}`,
    (at) => `4 1\n${row(at.drawing)}`,
    () => ` /XRefStm ${appended + otherDrawing.length}`,
  );
};

/** An object stream that holds another page, while the table still names the page where it was. */
export const packedBeside = (file: Buffer): Buffer => {
  const inside = '3 0 <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>';
  const packed = `38 0 obj\n<</Type /ObjStm /N 1 /First 4 /Length ${inside.length}>>\nstream\n${inside}\nendstream\nendobj\n`;
  return byHand(file, packed, (at) => `38 1\n${row(at.appended)}`);
};

/** A second catalog, named by the table, that nothing in the file points at. */
export const secondCatalog = (file: Buffer): Buffer => {
  const catalog = '38 0 obj\n<</Type /Catalog /Pages 2 0 R /OpenAction 4 0 R>>\nendobj\n';
  return byHand(file, catalog, (at) => `38 1\n${row(at.appended)}`);
};

/** The drawing is copied as it is, but its header says another generation than the table. */
export const otherGeneration = (file: Buffer): Buffer =>
  byHand(file, `4 5 obj\n${drawing('Quyet dinh')}\nendobj\n`, (at) => `4 1\n${row(at.appended)}`);

type Page = { readonly dict: Dict; readonly annotations: ReturnType<typeof arrayOf> };

const updated = (
  file: Buffer,
  change: (update: Update, page: Page, document: PdfDocument) => void,
): Buffer => {
  const update = beginUpdate(file);
  const { document } = update;
  const { dict } = pageTree(document).pages[0]!;
  change(update, { dict, annotations: arrayOf(document, dict.entries.get('Annots')) }, document);
  return finishUpdate(update).bytes;
};

/** Page 1 with some entries changed (object 3 of the plain file). */
export const repaged = (file: Buffer, entries: Entries): Buffer =>
  updated(file, (update, { dict }) => setObject(update, ref(3), changed(dict, entries)));

const white = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 595, 842] };
const overPage = { Type: name('Annot'), Rect: [0, 0, 595, 842], F: 4 };

/** Something hung onto page 1, also listed among the fields of the form so that it passes for one of them. */
export const posing = (file: Buffer, entries: Entries, listed = true): Buffer =>
  updated(file, (update, { dict, annotations }, document) => {
    const look = addObject(update, stream(white, Buffer.from('1 1 1 rg 0 0 595 842 re f')));
    const hung = addObject(update, made({ ...overPage, AP: made({ N: look }), ...entries }));
    const catalog = catalogOf(document)!;
    const form = dictOf(document, catalog.entries.get('AcroForm'))!;
    const fields = [...arrayOf(document, form.entries.get('Fields')), hung];
    if (listed) setObject(update, ref(1), changed(catalog, { AcroForm: changed(form, { Fields: fields }) }));
    setObject(update, ref(3), changed(dict, { Annots: [...annotations, hung] }));
  });

/** The plain file with a field for words whose place on the page is an object beside it; the value stands in the field. */
export const withPlaceBeside = (file: Buffer, words: string): Buffer =>
  updated(file, (update, { dict }, document) => {
    const look = addObject(update, stream({ ...white, BBox: [0, 0, 90, 20] }, Buffer.from('')));
    const field = addObject(update, null);
    const place = addObject(
      update,
      made({ Subtype: name('Widget'), Rect: [0, 0, 90, 20], Parent: field, AP: made({ N: look }) }),
    );
    setObject(update, field, made({ FT: name('Tx'), T: text('so'), V: text(words), Kids: [place] }));
    setObject(update, ref(1), changed(catalogOf(document)!, { AcroForm: made({ Fields: [field] }) }));
    setObject(update, ref(3), changed(dict, { Annots: [place] }));
  });

/** The place of that field shows something else; the value in the field stays. */
export const redrawnPlace = (file: Buffer, entries: Entries = {}): Buffer =>
  updated(file, (update, { annotations }, document) => {
    const [place] = annotations;
    const look = addObject(update, stream({ ...white, BBox: [0, 0, 90, 20] }, Buffer.from('0 0 9 9 re f')));
    if (place === undefined || place === null || typeof place !== 'object' || !('number' in place))
      throw new Error('there is no field');
    setObject(update, place, changed(dictOf(document, place)!, { AP: made({ N: look }), ...entries }));
  });

/** An odd number instead of a turn of the page: some readers see none in it, some turn the page around. */
export const oddTurn = (file: Buffer): Buffer => repaged(file, { Rotate: raw('--180') });
