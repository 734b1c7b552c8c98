import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { compressedFile, makeWorld, plainFile } from '../fixtures.ts';
import { annotated } from './forgeries.ts';
import { catalogOf } from './document.ts';
import { basic, stamped, type World } from './testing.ts';
import { isPlainlyUnsigned } from './unsigned.ts';
import { addObject, beginUpdate, changed, finishUpdate, made, name, ref, setObject, text } from './update.ts';
import { verifyPdf } from './verify.ts';

/** A file with something more in its catalog. */
const withCatalog = (file: Buffer, entries: Parameters<typeof changed>[1]): Buffer => {
  const update = beginUpdate(file);
  setObject(update, ref(1), changed(catalogOf(update.document)!, entries));
  return finishUpdate(update).bytes;
};

/** A form with one field of this kind; its value stands in another object. */
const withField = (file: Buffer, kind: string): Buffer => {
  const update = beginUpdate(file);
  const value = addObject(update, made({ Type: name(kind) }));
  const field = addObject(update, made({ FT: name(kind), T: text('o'), V: value }));
  const form = made({ Fields: [field] });
  setObject(update, ref(1), changed(catalogOf(update.document)!, { AcroForm: form }));
  return finishUpdate(update).bytes;
};

/** Fields in an object stream of which this is one; the catalog is in it, too. */
const packedForm = (field: string, length = 0): Buffer => {
  const inside = [
    '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[3 0 R]>>>>',
    '<</Type/Pages/Kids[]/Count 0>>',
    field.padEnd(length),
  ];
  const at = inside.map((_, i) => inside.slice(0, i).reduce((sum, one) => sum + one.length + 1, 0));
  const index = at.map((from, i) => `${i + 1} ${from}`).join(' ');
  const packed = deflateSync(Buffer.from(`${index} ${inside.join(' ')}`, 'latin1'));
  const head = Buffer.from(
    `%PDF-1.7\n4 0 obj\n<</Type/ObjStm/N 3/First ${index.length + 1}/Filter/FlateDecode/Length ${packed.length}>>stream\n`,
  );
  const start = head.length + packed.length + 18;
  const rows = [[0, 0, 0], ...[0, 1, 2].map((i) => [2, 4, i]), [1, 9, 0], [1, start, 0]];
  const table = Buffer.from(
    rows.flatMap(([how = 0, where = 0, more = 0]) => [how, where >> 8, where & 255, more]),
  );
  return Buffer.concat([
    head,
    packed,
    Buffer.from(
      `\nendstream\nendobj\n5 0 obj\n<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Length ${table.length}>>stream\n`,
    ),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`),
  ]);
};

/** An unsigned file whose table is followed by an older one, where a field stands that its stream beside the table shows. */
const hybrid = (kind: string): Buffer => {
  let out = '%PDF-1.5\n';
  const put = (words: string): number => {
    const at = out.length;
    out += `${words}\nendobj\n`;
    return at;
  };
  const catalog = put('1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>');
  const pages = put('2 0 obj\n<</Type/Pages/Kids[]/Count 0>>');
  const form = put(`3 0 obj\n<</Fields[<</FT/${kind}/T(o)/V<</Type/${kind}>>>>]>>`);
  const row = Buffer.from([1, form >> 8, form & 255, 0]).toString('hex');
  const stream = put(
    `4 0 obj\n<</Type/XRef/W[1 2 1]/Index[3 1]/Size 5/Root 1 0 R/Filter/ASCIIHexDecode/Length ${row.length + 1}>>stream\n${row}>\nendstream`,
  );
  const table = out.length;
  const line = (at: number, how: string): string => `${String(at).padStart(10, '0')} 00000 ${how} \n`;
  out += `xref\n0 4\n0000000000 65535 f \n${line(catalog, 'n')}${line(pages, 'n')}${line(0, 'f')}`;
  out += `trailer\n<</Size 5/Root 1 0 R/XRefStm ${stream}>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
};

const cases: readonly (readonly [string, boolean, (world: World) => Promise<Buffer> | Buffer])[] = [
  ['a plain file', true, () => plainFile()],
  ['a file of 200 KB', true, () => plainFile('x'.repeat(200_000))],
  ['a file whose objects are packed', true, () => compressedFile()],
  ['a file with an update that adds a note', true, () => annotated(plainFile())],
  ['a form that is filled in but not signed', true, () => withField(plainFile(), 'Tx')],
  ['a hybrid file that hides a text field', true, () => hybrid('Tx')],
  ['a packed form', true, () => packedForm('<</FT/Tx/T(o)/V(x)>>')],
  ['a signed file', false, basic],
  ['a signed file with timestamps', false, stamped],
  ['a field whose signature value cannot be one', false, () => withField(plainFile(), 'Sig')],
  ['a hybrid file that hides a signed field', false, () => hybrid('Sig')],
  ['a packed form with a signed field', false, () => packedForm('<</FT/Sig/T(o)/V<</Type/Sig>>>>')],
  ['a packed form with a field that cannot be read', false, () => packedForm('<</FT/Sig/FT/Tx>>')],
  ['a packed form that unfolds to more than is read', false, () => packedForm('<</FT/Tx>>', 2_000_000)],
  ['rights that a signature would give', false, () => withCatalog(plainFile(), { Perms: made({}) })],
  ['evidence for signatures', false, () => withCatalog(plainFile(), { DSS: made({}) })],
  ['a form of another kind', false, () => withCatalog(plainFile(), { AcroForm: made({ XFA: [] }) })],
  ['a cut file', false, async (world) => (await basic(world)).subarray(0, -30)],
  ['words behind the end', false, () => Buffer.concat([plainFile(), Buffer.from('thêm')])],
  [
    'a table that leads nowhere',
    false,
    () => Buffer.from(plainFile().toString('latin1').replace(' obj', ' obk'), 'latin1'),
  ],
  [
    'an encrypted file',
    false,
    () => Buffer.from(plainFile().toString('latin1').replace('/Root', '/Encrypt<<>>/Root'), 'latin1'),
  ],
  ['no PDF', false, () => Buffer.from('%PDF-1.7\nx')],
  [
    'a file whose signature was removed',
    false,
    async (world) => withCatalog(await basic(world), { AcroForm: undefined }),
  ],
  [
    'a table with a hundred thousand lines',
    false,
    () => {
      const words = plainFile().toString('latin1');
      const lines = '0000000000 00000 f \n'.repeat(100_000);
      return Buffer.from(words.replace('trailer', `9 100000\n${lines}trailer`), 'latin1');
    },
  ],
];

describe('a PDF that plainly has no signature', () => {
  let world: World;
  before(() => {
    world = makeWorld();
  });

  for (const [title, plain, file] of cases)
    it(`${plain ? 'is known at once' : 'is left to the verifier'}: ${title}`, async () => {
      const bytes = await file(world);
      assert.equal(isPlainlyUnsigned(bytes), plain);
      if (!plain) return;
      const { verdict, findings } = await verifyPdf(bytes, world.trust());
      assert.deepEqual([verdict, findings], ['unsigned', []]);
    });

  it('is never one in which the verifier finds anything, whatever was changed in it', async () => {
    const files = [plainFile(), compressedFile(), hybrid('Tx'), hybrid('Sig'), packedForm('<</FT/Sig/V 1>>')];
    const signed = [await basic(world), await stamped(world)];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(files.length + signed.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { maxLength: 6 }),
        async (which, touches) => {
          const file = Buffer.from([...files, ...signed][which]!);
          for (const [place, flip] of touches) file[place % file.length]! ^= flip;
          if (!isPlainlyUnsigned(file)) return;
          const { verdict, findings } = await verifyPdf(file, world.trust());
          assert.deepEqual([verdict, findings], ['unsigned', []]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('costs little whatever it is given', () => {
    const heavy = [
      Buffer.from(`%PDF-1.7\n1 0 obj\n[${'0 '.repeat(4_000_000)}`),
      Buffer.from(`${'obj '.repeat(2_000_000)}startxref 0 %%EOF`),
      packedForm(`[${'[0]'.repeat(300_000)}]`),
    ];
    for (const bytes of heavy) {
      const before = process.cpuUsage();
      assert.equal(isPlainlyUnsigned(bytes), false);
      const { user, system } = process.cpuUsage(before);
      assert.ok((user + system) / 1000 < 2000, `${(user + system) / 1000} ms`);
    }
  });
});
