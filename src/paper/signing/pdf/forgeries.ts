/** Ways to spoil a signed PDF and old ways to make one, for tests. */
import { createHash, sign as rawSign } from 'node:crypto';
import { children, content, readNode, whole, type Node } from '../asn1/read.ts';
import { OID } from '../asn1/oids.ts';
import { context, integer, none, octetString, oid, seq, setOf, tagged } from '../asn1/write.ts';
import type { Identity } from '../issue/certificate.ts';
import { buildCms, issuerAndSerial, signedAttributes } from '../sign/cms.ts';
import { signWith } from '../sign/signer.ts';
import { catalogOf, dictOf, openPdf } from './document.ts';
import { finishPdf, reserve } from './prepare.ts';
import { arrayOf, fieldNodes, pageTree } from './structure.ts';
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
} from './update.ts';

/** The file with one byte changed, at the first place where `words` stand. */
export const flipped = (file: Buffer, words: string): Buffer => {
  const out = Buffer.from(file);
  const at = out.indexOf(words, 0, 'latin1');
  if (at < 0) throw new Error(`“${words}” is not in the file`);
  out[at]! ^= 1;
  return out;
};

/** The file with the numbers of its first byte range replaced, in the same number of bytes. */
export const withRange = (file: Buffer, change: (numbers: number[]) => readonly number[]): Buffer => {
  const out = Buffer.from(file);
  const from = out.indexOf('/ByteRange [', 0, 'latin1') + '/ByteRange ['.length;
  const to = out.indexOf(']', from, 'latin1');
  const numbers = out.toString('latin1', from, to).trim().split(/\s+/).map(Number);
  out.write(
    change(numbers)
      .join(' ')
      .padEnd(to - from),
    from,
    'latin1',
  );
  return out;
};

/** An appended update in which page 1 shows other words. The signed bytes stay as they are. */
export const shadowed = (file: Buffer): Buffer => {
  const update = beginUpdate(file);
  const page = pageTree(update.document).pages[0]!;
  const drawing = addObject(update, stream({}, Buffer.from('BT /F 12 Tf 72 720 Td (Bac bo) Tj ET')));
  setObject(update, ref(page.number!), changed(page.dict, { Contents: drawing }));
  return finishUpdate(update).bytes;
};

/** An appended update in which the drawing itself is replaced under its old number. */
export const overwritten = (file: Buffer): Buffer => {
  const update = beginUpdate(file);
  setObject(update, ref(4), stream({}, Buffer.from('BT /F 12 Tf 72 720 Td (Bac bo) Tj ET')));
  return finishUpdate(update).bytes;
};

/** An appended node between the root of the pages and page 1, which turns the page around. */
export const insertedNode = (file: Buffer): Buffer => {
  const update = beginUpdate(file);
  const { pages, nodes } = pageTree(update.document);
  const root = ref(nodes[0]!.number!);
  const Kids = [ref(pages[0]!.number!)];
  const node = addObject(update, made({ Type: name('Pages'), Parent: root, Kids, Count: 1, Rotate: 180 }));
  setObject(update, root, changed(nodes[0]!.dict, { Kids: [node] }));
  return finishUpdate(update).bytes;
};

/** An appended update in which page 1 names another parent, from which many readers take what it inherits. */
export const adopted = (file: Buffer): Buffer => {
  const update = beginUpdate(file);
  const { pages, nodes } = pageTree(update.document);
  const parent = addObject(update, changed(nodes[0]!.dict, { Rotate: 180 }));
  setObject(update, ref(pages[0]!.number!), changed(pages[0]!.dict, { Parent: parent }));
  return finishUpdate(update).bytes;
};

/** An appended section of the table by hand: these lines, and these entries in its trailer. */
export const retabled = (file: Buffer, lines: string, entries: string): Buffer => {
  const [start] = openPdf(file).sections;
  const table = `xref\n${lines}trailer\n<<${entries} /Root 1 0 R /Prev ${start}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(table, 'latin1')]);
};

/** An appended note over the page. */
export const annotated = (file: Buffer): Buffer => {
  const update = beginUpdate(file);
  const page = pageTree(update.document).pages[0]!;
  const known = page.dict.entries.get('Annots');
  const note = addObject(
    update,
    made({
      Type: name('Annot'),
      Subtype: name('FreeText'),
      Rect: [0, 0, 500, 500],
      Contents: text('Bac bo'),
    }),
  );
  setObject(
    update,
    ref(page.number!),
    changed(page.dict, { Annots: [...(Array.isArray(known) ? known : []), note] }),
  );
  return finishUpdate(update).bytes;
};

/** An appended field over the whole page that shows what it likes, by the entries given. */
const fieldAdded = (file: Buffer, entries: Entries, more: Entries = {}): Buffer => {
  const update = beginUpdate(file);
  const { document } = update;
  const page = pageTree(document).pages[0]!;
  const form = dictOf(document, catalogOf(document)!.entries.get('AcroForm'))!;
  const field = addObject(
    update,
    made({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: text('them'),
      Rect: [0, 0, 595, 842],
      F: 4,
      ...entries,
    }),
  );
  const known = arrayOf(document, form.entries.get('Fields'));
  const AcroForm = changed(form, { Fields: [...known, field], ...more });
  setObject(update, ref(1), changed(catalogOf(document)!, { AcroForm }));
  setObject(update, ref(page.number!), changed(page.dict, { Annots: [...known, field] }));
  return finishUpdate(update).bytes;
};

/** An appended field that borrows the first signature and covers the page with a drawing of its own. */
export const borrowed = (file: Buffer): Buffer => {
  const drawing = '<</Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length 0>>';
  const [first] = fieldNodes(openPdf(file));
  return fieldAdded(file, { V: first!.value, AP: raw(`<</N ${drawing}>>`) });
};

/** An appended field without signature or drawing, whose colour readers are asked to paint over the page. */
export const painted = (file: Buffer): Buffer =>
  fieldAdded(file, { MK: raw('<</BG [1 1 1]>>') }, { NeedAppearances: true });

/** An appended wish that readers draw the fields anew, from values that nobody saw when signing. */
export const redrawn = (file: Buffer): Buffer => {
  const document = openPdf(file);
  const form = dictOf(document, catalogOf(document)!.entries.get('AcroForm'))!;
  return recatalogued(file, { AcroForm: changed(form, { NeedAppearances: true }) });
};

/** An appended update of a field. */
const fieldChanged = (file: Buffer, field: string, entries: Entries): Buffer => {
  const update = beginUpdate(file);
  const found = fieldNodes(update.document).find((one) => one.name === field);
  if (!found?.number) throw new Error(`there is no field “${field}”`);
  setObject(update, ref(found.number), changed(found.dict, entries));
  return finishUpdate(update).bytes;
};

/** An appended update with other words in a field. */
export const refilled = (file: Buffer, field: string, words: string): Buffer =>
  fieldChanged(file, field, { V: text(words) });

/** An appended picture in a place for a signature, as if somebody had signed there. */
export const falselySealed = (file: Buffer, field: string): Buffer =>
  fieldChanged(file, field, {
    AP: raw('<</N <</Type /XObject /Subtype /Form /BBox [0 0 90 90] /Length 0>>>>'),
  });

/** An appended second place for the first signature, over the whole page. */
export const shownTwice = (file: Buffer): Buffer => {
  const update = beginUpdate(file);
  const [first] = fieldNodes(update.document);
  const page = pageTree(update.document).pages[0]!;
  const widget = made({
    Type: name('Annot'),
    Subtype: name('Widget'),
    Parent: ref(first!.number!),
    Rect: [0, 0, 595, 842],
    F: 4,
    AP: raw('<</N <</Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length 0>>>>'),
  });
  const kid = addObject(update, widget);
  setObject(update, ref(first!.number!), changed(first!.dict, { Kids: [kid] }));
  setObject(update, ref(page.number!), changed(page.dict, { Annots: [ref(first!.number!), kid] }));
  return finishUpdate(update).bytes;
};

/** The file with foreign bytes behind the signature value, in the gap that no signature covers. */
export const stuffed = (file: Buffer): Buffer => {
  const out = Buffer.from(file);
  out.write('beef', out.indexOf('>', out.indexOf('/Contents <', 0, 'latin1'), 'latin1') - 4, 'latin1');
  return out;
};

/** An appended update that changes entries of the catalog. */
export const recatalogued = (file: Buffer, entries: Entries): Buffer => {
  const update = beginUpdate(file);
  setObject(update, ref(1), changed(catalogOf(openPdf(file))!, entries));
  return finishUpdate(update).bytes;
};

/** Signs with any format and any way to make the value: what today's writers never do. */
export const signedAs = (
  file: Buffer,
  format: string,
  make: (data: Buffer) => Buffer,
  entries: Entries = {},
): Buffer => {
  const prepared = reserve(beginUpdate(file), {
    field: 'cu',
    room: 6000,
    entries: {
      Type: name('Sig'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name(format),
      M: text("D:20261120090000+07'00'"),
      ...entries,
    },
  });
  const [from, to] = prepared.hole;
  return finishPdf(
    prepared,
    make(Buffer.concat([prepared.bytes.subarray(0, from), prepared.bytes.subarray(to)])),
  );
};

type OldCms = {
  readonly digest: 'sha1' | 'sha256';
  readonly content?: Buffer;
  readonly certificates?: readonly Buffer[];
};

/** PKCS#7 of the old kind: no signed attributes, key transport algorithm only. */
export const oldCms = (
  data: Buffer,
  { key, certificate }: Identity,
  { digest, content: inner, certificates = [certificate] }: OldCms,
): Buffer => {
  const algorithm = seq(oid(digest === 'sha1' ? OID.sha1 : OID.sha256), none());
  const signer = seq(
    integer(1),
    issuerAndSerial(certificate),
    algorithm,
    seq(oid(OID.rsa), none()),
    octetString(rawSign(digest, inner ?? data, key)),
  );
  const info = seq(oid(OID.data), ...(inner ? [context(0, octetString(inner))] : []));
  const held = certificates.length > 0 ? [context(0, ...certificates)] : [];
  return seq(
    oid(OID.signedData),
    context(0, seq(integer(1), setOf(algorithm), info, ...held, tagged(0x31, signer))),
  );
};

export const sha1 = (data: Buffer): Buffer => createHash('sha1').update(data).digest();

/** The same value with indefinite lengths, and octet strings in two pieces (BER). */
export const indefinite = (der: Buffer): Buffer => {
  const rewrite = (node: Node): Buffer => {
    if (node.tag === 0x04) {
      const bytes = content(node);
      const half = bytes.length >> 1;
      return Buffer.concat([
        Buffer.from([0x24, 0x80]),
        octetString(bytes.subarray(0, half)),
        octetString(bytes.subarray(half)),
        Buffer.alloc(2),
      ]);
    }
    if ((node.tag & 0x20) === 0) return whole(node);
    return Buffer.concat([Buffer.from([node.tag, 0x80]), ...children(node).map(rewrite), Buffer.alloc(2)]);
  };
  const [type, wrapped] = children(readNode(der));
  const parts = children(children(wrapped!)[0]!);
  // Certificates keep their bytes: their own signatures cover them.
  const body = parts.map((part) => (part.tag === 0xa0 ? whole(part) : rewrite(part)));
  const inside = Buffer.concat([Buffer.from([0x30, 0x80]), ...body, Buffer.alloc(2)]);
  return Buffer.concat([
    Buffer.from([0x30, 0x80]),
    whole(type!),
    Buffer.from([0xa0, 0x80]),
    inside,
    Buffer.alloc(4),
  ]);
};

/** Adobe's attribute with revocation evidence inside the signature (ISO 32000-2 §12.8.3.3.2), in a signature that is otherwise of today. */
export const archivingCms = (
  data: Buffer,
  { key, certificate, chain }: Identity,
  crls: readonly Buffer[],
): Buffer => {
  const archive = seq(oid(OID.revocationArchival), tagged(0x31, seq(context(0, seq(...crls)))));
  const known = children(readNode(signedAttributes([data], certificate))).map(whole);
  const attributes = setOf(...known, archive);
  return buildCms({
    attributes,
    signature: signWith('rsa-sha256', key, attributes),
    certificate,
    chain,
    algorithm: 'rsa-sha256',
  });
};
