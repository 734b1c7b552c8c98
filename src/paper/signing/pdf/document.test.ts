import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeWorld, plainFile } from '../fixtures.ts';
import { reasons } from '../reasons.ts';
import { catalogOf, openPdf, resolve } from './document.ts';
import { isDict, isName, isRef } from './syntax.ts';
import { basic } from './testing.ts';
import { beginUpdate, changed, finishUpdate, ref, setObject } from './update.ts';
import { verifyPdf } from './verify.ts';

/** A file whose table calls object 3 free and object 2 a name; a stream beside the table knows both otherwise. */
function hybrid({ key = 'Hidden', trailer = '', kind = 1 } = {}): Buffer {
  let out = '%PDF-1.5\n';
  const at = new Map<string, number>();
  const put = (key: string, words: string): void => {
    at.set(key, out.length);
    out += `${words}\nendobj\n`;
  };
  put('1', `1 0 obj\n<</Type/Catalog/${key} 3 0 R/Shown 2 0 R>>`);
  put('2', '2 0 obj\n/Table');
  put('other 2', '2 0 obj\n/Stream');
  put('3', '3 0 obj\n/Hidden');
  const row = (how: number, offset: number): number[] => [how, offset >> 8, offset & 255, 0];
  const rows = Buffer.from([...row(1, at.get('other 2')!), ...row(kind, at.get('3')!)]).toString('hex');
  put(
    'stream',
    `4 0 obj\n<</Type/XRef/W[1 2 1]/Index[2 2]/Size 5/Root 1 0 R/Filter/ASCIIHexDecode/Length ${rows.length + 1}>>stream\n${rows}>\nendstream`,
  );
  const table = out.length;
  const line = (offset: number, kind: string): string =>
    `${String(offset).padStart(10, '0')} 00000 ${kind} \n`;
  out += `xref\n0 5\n0000000000 65535 f \n${line(at.get('1')!, 'n')}${line(at.get('2')!, 'n')}${line(0, 'f')}${line(0, 'f')}`;
  out += `trailer\n<</Size 5/Root 1 0 R${trailer}/XRefStm ${at.get('stream')}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

describe('reading the structure of a PDF', () => {
  it('finds what a hybrid file hides from old readers; what its table names stands', () => {
    const document = openPdf(hybrid());
    const catalog = catalogOf(document);
    const nameOf = (key: string): string | null => {
      const value = resolve(document, catalog?.entries.get(key));
      return isName(value) ? value.name : null;
    };
    assert.equal(document.state.damaged, false);
    assert.equal(nameOf('Hidden'), 'Hidden');
    assert.equal(nameOf('Shown'), 'Table');
  });

  it('calls a file unsigned whose signature was removed, and says that there was one', async () => {
    const world = makeWorld();
    const update = beginUpdate(await basic(world));
    const root = update.document.trailer.get('Root');
    const page = resolve(update.document, ref(3));
    assert.ok(isRef(root) && isDict(page));
    setObject(update, root, changed(catalogOf(update.document)!, { AcroForm: undefined }));
    setObject(update, ref(3), changed(page, { Annots: undefined }));
    const { verdict, findings } = await verifyPdf(finishUpdate(update).bytes, world.trust());
    assert.deepEqual([verdict, findings], ['unsigned', [reasons.removed]]);
    assert.deepEqual((await verifyPdf(plainFile(), world.trust())).findings, []);
  });

  it('does not call a file unsigned when its forms are locked away', async () => {
    const world = makeWorld();
    const closed = hybrid({ key: 'AcroForm', trailer: '/Encrypt<<>>', kind: 2 });
    const { verdict, findings } = await verifyPdf(closed, world.trust());
    assert.deepEqual([verdict, findings], ['undetermined', [reasons.hidden]]);
  });
});
