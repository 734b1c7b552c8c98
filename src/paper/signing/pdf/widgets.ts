/** Fields and their places on pages, as an update writes them. */
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { addAppearance, type Appearance, type Rectangle } from '../appearance/appearance.ts';
import { catalogOf, dictOf, resolve, type PdfDocument } from './document.ts';
import { arrayOf, fieldNodes, pageTree, rectangleOf, type FieldNode, type Page } from './structure.ts';
import { isRef, type Dict, type Ref } from './syntax.ts';
import {
  addObject,
  beginUpdate,
  changed,
  finishUpdate,
  made,
  name,
  ref,
  setObject,
  text,
  type Entries,
  type Update,
  type Written,
} from './update.ts';

/** A place on a page; pages count from 1. */
export type Place = { readonly page: number; readonly rectangle: Rectangle };

/** A place prepared before the first signature: for a signature, or for words that the clerk writes later (number, date). */
export type PreparedField = Place & { readonly name: string; readonly kind: 'signature' | 'words' };

const wrong = (vi: string, en: string): never => {
  throw new Invalid([{ field: '', message: { vi, en } }]);
};

const refTo = (document: PdfDocument, number: number): Ref => {
  const place = document.places.get(number);
  return ref(number, place?.kind === 'at' ? place.generation : 0);
};

const pageAt = (document: PdfDocument, page: number): Page & { readonly number: number } => {
  const found = pageTree(document).pages[page - 1];
  if (!found || found.number === null)
    return wrong(`Tệp không có trang ${page}.`, `The file has no page ${page}.`);
  return { ...found, number: found.number };
};

/** The current value of an object in the update: already rewritten, or as it stands in the file. */
const rootRef = ({ document }: Update): Ref => {
  const root = document.trailer.get('Root');
  return isRef(root) ? root : wrong('Tệp PDF thiếu mục lục gốc.', 'The PDF has no catalog.');
};

type Widget = { readonly reference: Ref; readonly page: Page & { readonly number: number } };

/** Hangs new fields into the form and onto their pages, and marks the file as signed. All of it is written once. */
const hang = (update: Update, widgets: readonly Widget[], catalogEntries: Entries): void => {
  const { document } = update;
  const catalog = catalogOf(document)!;
  const formValue = catalog.entries.get('AcroForm');
  const form: Dict | null = dictOf(document, formValue);
  const fields = [
    ...arrayOf(document, form?.entries.get('Fields')),
    ...widgets.map(({ reference }) => reference),
  ];
  const formEntries = { Fields: fields, SigFlags: 3 };
  const newForm = form ? changed(form, formEntries) : made(formEntries);
  const inPlace = isRef(formValue) && form !== null;
  if (inPlace) setObject(update, formValue, newForm);
  const more: Entries = inPlace ? catalogEntries : { ...catalogEntries, AcroForm: newForm };
  if (Object.keys(more).length > 0) setObject(update, rootRef(update), changed(catalog, more));
  for (const [number, group] of Map.groupBy(widgets, ({ page }) => page.number)) {
    const { dict } = group[0]!.page;
    const annotations = dict.entries.get('Annots');
    const list: readonly Written[] = [
      ...arrayOf(document, annotations),
      ...group.map(({ reference }) => reference),
    ];
    if (isRef(annotations) && resolve(document, annotations) !== null) setObject(update, annotations, list);
    else setObject(update, refTo(document, number), changed(dict, { Annots: list }));
  }
};

const print = 4;
const locked = 128;

const widgetEntries = (
  fieldName: string,
  kind: PreparedField['kind'],
  page: Ref,
  rectangle: Rectangle,
): Record<string, Written> => ({
  Type: name('Annot'),
  Subtype: name('Widget'),
  FT: name(kind === 'signature' ? 'Sig' : 'Tx'),
  T: text(fieldName),
  F: print + locked,
  P: page,
  Rect: [...rectangle],
  ...(kind === 'words' ? { Ff: 1, DA: text('/F 10 Tf 0 g') } : {}),
});

/**
 * Prepares places before the first signature, so that later signers only fill what the first one has already covered: the leader's and the
 * agency's signature, number and date. A certified document (DocMDP 2) allows exactly that.
 */
export const prepareFields = (pdf: Buffer, fields: readonly PreparedField[]): Buffer => {
  const update = beginUpdate(pdf);
  const { document } = update;
  const known = new Set(fieldNodes(document).map((node) => node.name));
  const widgets = fields.map(({ name: fieldName, kind, page: number, rectangle }): Widget => {
    if (known.has(fieldName)) wrong(`Đã có ô “${fieldName}”.`, `There is a field “${fieldName}” already.`);
    const page = pageAt(document, number);
    const entries = widgetEntries(fieldName, kind, refTo(document, page.number), rectangle);
    const empty = addAppearance(update, undefined, rectangle);
    return { reference: addObject(update, made({ ...entries, AP: made({ N: empty }) })), page };
  });
  hang(update, widgets, {});
  return finishUpdate(update).bytes;
};

const emptyField = (document: PdfDocument, fieldName: string): FieldNode | null => {
  const node = fieldNodes(document).find((one) => one.own && one.name === fieldName);
  if (!node) return null;
  if (node.type !== 'Sig')
    return wrong(`Ô “${fieldName}” không phải ô ký.`, `The field “${fieldName}” is not for a signature.`);
  if (resolve(document, node.value) !== null) {
    throw new Conflict({
      vi: `Ô “${fieldName}” đã được ký.`,
      en: `The field “${fieldName}” has been signed already.`,
    });
  }
  return node;
};

/** Puts a signature value into a field: a prepared one, or a new one at `place` (without a place it is invisible, on page 1). */
export const signField = (
  update: Update,
  fieldName: string,
  value: Ref,
  {
    place,
    appearance,
    catalogEntries = {},
    fieldEntries = {},
  }: {
    place?: Place | undefined;
    appearance?: Appearance | undefined;
    catalogEntries?: Entries;
    fieldEntries?: Entries;
  },
): void => {
  const { document } = update;
  const node = emptyField(document, fieldName);
  if (node?.number !== null && node !== null) {
    const shown = addAppearance(update, appearance, rectangleOf(document, node.dict));
    const reference = refTo(document, node.number);
    setObject(
      update,
      reference,
      // An earlier signature may cover the prepared place: it is filled, and nothing else of it changes.
      changed(node.dict, { V: value, F: print + locked, AP: made({ N: shown }) }),
    );
    return hang(update, [], catalogEntries);
  }
  const { page: number, rectangle } = place ?? { page: 1, rectangle: [0, 0, 0, 0] as const };
  const page = pageAt(document, number);
  const entries = widgetEntries(fieldName, 'signature', refTo(document, page.number), rectangle);
  const shown = addAppearance(update, appearance, rectangle);
  const reference = addObject(
    update,
    made({ ...entries, ...fieldEntries, V: value, AP: made({ N: shown }) }),
  );
  hang(update, [{ reference, page }], catalogEntries);
};

/** Writes words into a prepared place (number, date). Part of the update that carries the clerk's signature. */
export const fillField = (update: Update, fieldName: string, words: string): void => {
  const { document } = update;
  const node = fieldNodes(document).find((one) => one.own && one.name === fieldName);
  if (node?.number === undefined || node.number === null || node.type !== 'Tx') {
    return wrong(`Tệp không có chỗ để ghi “${fieldName}”.`, `The file has no prepared place “${fieldName}”.`);
  }
  const shown = addAppearance(
    update,
    { kind: 'words', lines: [words], size: 13 },
    rectangleOf(document, node.dict),
  );
  setObject(
    update,
    refTo(document, node.number),
    changed(node.dict, { V: text(words), AP: made({ N: shown }) }),
  );
};
