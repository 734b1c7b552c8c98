/**
 * What was changed after a signature: the signed revision and the file as it is now are compared object by object, from the catalog down
 * (ISO 32000-2 §12.8.2.2). Only what stands on a list is allowed; everything else alters the document. This is what finds shadow content:
 * an appended update that points a page at other bytes leaves the signature itself intact.
 */
import type { Text as Words } from '../../../ground/text/language.ts';
import { coversPage, isHarmlessNode, isQuietNote } from './added-node.ts';
import { catalogOf, dictOf, entry, resolve, type PdfDocument } from './document.ts';
import { sameValues } from './same.ts';
import { arrayOf, fieldNodes, pageTree, plainDict, rectangleOf, type FieldNode } from './structure.ts';
import { isArray, isName, isRef, isText, type Dict, type Value } from './syntax.ts';

/**
 * `evidence`: proof for later (DSS, document timestamp, metadata). `fill`: filling a field, signing. `annotate`: notes.
 * `unclear`: not visible on the page, but not on the list. `content`: the document itself.
 */
export type Level = 'evidence' | 'fill' | 'annotate' | 'unclear' | 'content';
export type Change = {
  readonly level: Level;
  readonly what: Words;
  readonly field?: string;
  /** The field had a value already: something that was read when signing reads differently now. */
  readonly refilled?: boolean;
  /** It may hide or imitate what stands on the page. */
  readonly covers?: boolean;
};

const words = (vi: string, en: string): Words => ({ vi, en });
const keysOf = (one: Dict | null, other: Dict | null): readonly string[] => [
  ...new Set([...(one?.entries.keys() ?? []), ...(other?.entries.keys() ?? [])]),
];

/** Compares the revision `before`, which a signature covers, with the file as it is `after`. Throws `PdfError` when there is too much to compare. */
export const changesBetween = (before: PdfDocument, after: PdfDocument): readonly Change[] => {
  const changes: Change[] = [];
  const add = (level: Level, vi: string, en: string, field?: string): void =>
    void changes.push({ level, what: words(vi, en), ...(field === undefined ? {} : { field }) });

  const treeBefore = pageTree(before);
  const treeAfter = pageTree(after);
  const fieldsBefore = fieldNodes(before);
  const fieldsAfter = fieldNodes(after);
  const root = before.trailer.get('Root');
  const frame = new Set(
    [...treeBefore.pages, ...treeBefore.nodes].flatMap(({ number }) => (number === null ? [] : [number])),
  );
  if (isRef(root)) frame.add(root.number);
  const widgets = new Set(fieldsBefore.flatMap(({ number }) => (number === null ? [] : [number])));
  const same = sameValues(before, after, frame);
  const sameAround = sameValues(before, after, new Set([...frame, ...widgets]));
  const sameEntry = (one: Dict | null, other: Dict | null, key: string): boolean =>
    same(one?.entries.get(key) ?? null, other?.entries.get(key) ?? null);

  /** A place for a signature that is new, or looks or holds something else than when it was unsigned. */
  const judgePlace = (node: FieldNode, isNew: boolean): void => {
    const [left, bottom, right, top] = rectangleOf(after, node.dict);
    const drawn = node.dict.entries.has('AP') || node.dict.entries.has('MK');
    const hidden = right - left === 0 || top - bottom === 0 || !drawn;
    const owner = node.own ? node : fieldsAfter.find((other) => other.own && other.name === node.name);
    const value = plainDict(after, owner?.value);
    const contents = entry(after, value, 'Contents');
    // It shows a signature which was there before: nobody signed for what it covers.
    if (isText(contents) && contents.start < before.bytes.length)
      return add(
        'content',
        `ô “${node.name}” mượn một chữ ký đã có`,
        `the field “${node.name}” borrows an earlier signature`,
      );
    if (isName(value?.entries.get('Type'), 'DocTimeStamp'))
      return hidden
        ? add('evidence', 'thêm dấu thời gian cho tệp', 'a document timestamp was added')
        : add(
            'unclear',
            'thêm dấu thời gian có hình trên trang',
            'a timestamp that shows something was added',
          );
    if (value?.entries.has('ByteRange')) {
      const what = isNew
        ? words(`thêm chữ ký “${node.name}”`, `the signature “${node.name}” was added`)
        : words(`ký vào ô “${node.name}”`, `signing in the field “${node.name}”`);
      changes.push({ level: 'fill', what, field: node.name, covers: isNew && coversPage(after, node) });
      return;
    }
    if (!hidden)
      add(
        'unclear',
        `ô ký “${node.name}” có hình nhưng chưa ký`,
        `the field “${node.name}” shows something but is not signed`,
      );
  };

  const compareField = (old: FieldNode, now: FieldNode): void => {
    const wasSigned = old.type === 'Sig' && resolve(before, old.value) !== null;
    const altered = keysOf(old.dict, now.dict).filter(
      (key) =>
        key !== 'Kids' &&
        key !== 'P' &&
        !(key === 'Parent' ? sameAround : same)(
          old.dict.entries.get(key) ?? null,
          now.dict.entries.get(key) ?? null,
        ),
    );
    if (altered.length === 0) return;
    if (wasSigned)
      return add('content', `chữ ký “${old.name}” đã bị sửa`, `the signature “${old.name}” was altered`);
    const fillable =
      old.type === 'Sig'
        ? ['V', 'AP', 'AS', 'MK', 'F', 'M', 'DA']
        : ['V', 'AP', 'AS', 'MK', 'F', 'M', 'Ff', 'RV', 'DV', 'I'];
    if (!altered.every((key) => fillable.includes(key)))
      return add('content', `ô “${old.name}” bị sửa cấu trúc`, `the field “${old.name}” was restructured`);
    if (old.type === 'Sig') return judgePlace(now, false);
    const was = resolve(before, old.holds);
    changes.push({
      level: 'fill',
      what: words(`điền ô “${old.name}”`, `filling the field “${old.name}”`),
      field: old.name,
      refilled: isText(was) ? was.bytes.length > 0 : was !== null,
    });
  };

  const newField = (node: FieldNode): void => {
    if (!isHarmlessNode(after, node))
      return add(
        'content',
        `thêm “${node.name}” vào biểu mẫu, là thứ vẽ lên trang hoặc tự chạy`,
        `“${node.name}” was added to the form, which draws on the page or acts by itself`,
      );
    if (!node.type && !node.value) return; // a node above fields shows nothing by itself
    if (node.type === 'Sig') judgePlace(node, true);
    else add('content', `thêm ô nhập liệu “${node.name}”`, `the input field “${node.name}” was added`);
  };

  const compareForm = (): void => {
    const old = dictOf(before, catalogOf(before)?.entries.get('AcroForm'));
    const now = dictOf(after, catalogOf(after)?.entries.get('AcroForm'));
    for (const key of keysOf(old, now)) {
      if (key === 'Fields' || key === 'SigFlags' || sameEntry(old, now, key)) continue;
      if (key === 'NeedAppearances') {
        // From now on readers draw the fields themselves, and what they draw need not be what was seen when signing.
        if (fieldsBefore.some(({ type }) => type !== 'Sig' && type !== ''))
          add('unclear', 'hình của các ô được vẽ lại', 'the fields are drawn anew');
        continue;
      }
      if (!old && key !== 'XFA') continue;
      if ((key === 'DR' || key === 'DA') && onlyAdds(old?.entries.get(key), now?.entries.get(key))) continue;
      add('content', `biểu mẫu bị sửa (${key})`, `the form was altered (${key})`);
    }
    const known = new Map(
      fieldsAfter.flatMap((node) => (node.number === null ? [] : [[node.number, node] as const])),
    );
    for (const node of fieldsBefore) {
      const now =
        node.number === null
          ? fieldsAfter.find((other) => other.number === null && other.name === node.name)
          : known.get(node.number);
      if (now) compareField(node, now);
      else add('content', `ô “${node.name}” đã bị bỏ`, `the field “${node.name}” was removed`);
    }
    for (const node of fieldsAfter) if (node.number === null || !widgets.has(node.number)) newField(node);
  };

  /** Resources of the form may grow (a font for a new appearance) but keep what they had. */
  const onlyAdds = (one: Value | undefined, other: Value | undefined, depth = 0): boolean => {
    const old = plainDict(before, one);
    const now = plainDict(after, other);
    if (resolve(before, one) === null) return true;
    if (!old || !now || depth > 1) return same(one ?? null, other ?? null);
    return [...old.entries].every(
      ([key, value]) =>
        same(value, now.entries.get(key) ?? null) || onlyAdds(value, now.entries.get(key), depth + 1),
    );
  };

  const compareAnnotations = (page: number, old: Dict, now: Dict): void => {
    const oldValue = resolve(before, old.entries.get('Annots'));
    const nowValue = resolve(after, now.entries.get('Annots'));
    if ((oldValue !== null && !isArray(oldValue)) || (nowValue !== null && !isArray(nowValue))) {
      return add('content', `trang ${page} bị sửa`, `page ${page} was altered`);
    }
    const fieldNumbers = new Set(fieldsAfter.flatMap(({ number }) => (number === null ? [] : [number])));
    const nowList = arrayOf(after, now.entries.get('Annots'));
    const oldList = arrayOf(before, old.entries.get('Annots'));
    const nowNumbers = new Set(nowList.flatMap((value) => (isRef(value) ? [value.number] : [])));
    const oldNumbers = new Set(oldList.flatMap((value) => (isRef(value) ? [value.number] : [])));
    const note = (vi: string, en: string, covers: boolean): void =>
      void changes.push({
        level: 'annotate',
        what: words(`${vi} trên trang ${page}`, `${en} on page ${page}`),
        covers,
      });
    const isQuiet = (value: Value): boolean => isQuietNote(after, plainDict(after, value));
    for (const [index, value] of oldList.entries()) {
      if (isRef(value) && widgets.has(value.number)) {
        if (!nowNumbers.has(value.number))
          add('content', `một ô trên trang ${page} đã bị bỏ`, `a field on page ${page} was removed`);
      } else if (isRef(value) ? !nowNumbers.has(value.number) : !nowList.some((other) => same(value, other)))
        note('bỏ ghi chú', 'a note was removed', true);
      else if (isRef(value) && !sameAround(value, value))
        note(
          `sửa ghi chú ${index + 1}`,
          `note ${index + 1} was altered`,
          !isQuiet(value) || !isQuietNote(before, plainDict(before, value)),
        );
    }
    for (const value of nowList) {
      const known = isRef(value) ? oldNumbers.has(value.number) : oldList.some((other) => same(other, value));
      if (known || (isRef(value) && fieldNumbers.has(value.number))) continue;
      if (plainDict(after, value)) note('thêm ghi chú', 'a note was added', !isQuiet(value));
    }
    // What comes later is drawn over what comes before.
    const stays = ([...numbers]: Iterable<number>, others: ReadonlySet<number>): string =>
      numbers.filter((number) => others.has(number)).join(' ');
    if (stays(oldNumbers, nowNumbers) !== stays(nowNumbers, oldNumbers))
      note('đổi thứ tự những gì được vẽ', 'what is drawn over what was changed', true);
  };

  const comparePages = (): void => {
    // A new node between the root and a page would hand down to it what nobody saw; so nodes count as pages do.
    const order = ({ pages, nodes }: typeof treeBefore): string =>
      [pages, nodes].map((some) => some.map(({ number }) => number).join(' ')).join(';');
    if (order(treeBefore) !== order(treeAfter))
      return add('content', 'thêm, bớt hoặc đổi thứ tự trang', 'pages were added, removed or reordered');
    for (const [index, { dict }] of treeBefore.nodes.entries()) {
      const now = treeAfter.nodes[index]?.dict ?? null;
      if (keysOf(dict, now).some((key) => !sameEntry(dict, now, key)))
        add('content', 'khung của các trang bị sửa', 'what pages inherit was altered');
    }
    for (const [index, { dict }] of treeBefore.pages.entries()) {
      const now = treeAfter.pages[index]!.dict;
      compareAnnotations(index + 1, dict, now);
      const altered = keysOf(dict, now).filter((key) => {
        if (key === 'Annots') return false;
        const value = resolve(after, now.entries.get(key));
        if ((key === 'Tabs' && isName(value)) || (key === 'LastModified' && isText(value))) return false;
        return !sameEntry(dict, now, key);
      });
      if (altered.length > 0)
        add(
          'content',
          `nội dung trang ${index + 1} bị thay`,
          `the content of page ${index + 1} was replaced`,
        );
    }
  };

  /** What other readers go by besides the objects themselves: generations in the table, and how many objects count. */
  const compareTables = (): void => {
    const renumbered = [...before.places].some(([number, place]) => {
      const now = after.places.get(number);
      return place.kind === 'at' && now?.kind === 'at' && now.generation !== place.generation;
    });
    const [size, sizeNow] = [before, after].map(({ trailer }) => Number(trailer.get('Size') ?? 0));
    if (renumbered || sizeNow! < size!)
      add('unclear', 'bảng tra đối tượng của tệp', 'the table of the objects of the file');
  };

  const compareCatalog = (): void => {
    const old = catalogOf(before);
    const now = catalogOf(after);
    for (const key of keysOf(old, now)) {
      if (key === 'Pages' || key === 'AcroForm') continue;
      if (key === 'StructTreeRoot') {
        if (!sameAround(old?.entries.get(key) ?? null, now?.entries.get(key) ?? null))
          add('unclear', 'thẻ cấu trúc dành cho trình đọc màn hình', 'structure for screen readers');
      } else if (sameEntry(old, now, key)) continue;
      else if (key === 'DSS' || key === 'Extensions')
        add('evidence', 'thêm bằng chứng kiểm tra chữ ký', 'evidence for checking signatures was added');
      else if (key === 'Metadata' || key === 'Version')
        add('evidence', 'cập nhật thông tin mô tả tệp', 'the description of the file was updated');
      else if (key === 'Perms') add('unclear', 'quyền sửa tệp', 'permissions of the file');
      else
        add(
          'content',
          `cấu trúc tài liệu bị sửa (${key})`,
          `the structure of the document was altered (${key})`,
        );
    }
    if (!sameEntry(trailerOf(before), trailerOf(after), 'Encrypt'))
      add('content', 'cách mã hóa tệp', 'the encryption of the file');
  };

  comparePages();
  compareForm();
  compareTables();
  compareCatalog();
  return changes;
};

const trailerOf = (document: PdfDocument): Dict => ({
  kind: 'dict',
  entries: document.trailer,
  start: 0,
  end: 0,
});
