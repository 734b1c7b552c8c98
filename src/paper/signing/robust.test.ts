import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { verifyFile } from './file.ts';
import { compressedFile, makeWorld, now, plainFile } from './fixtures.ts';
import { signJws } from './json/jws.ts';
import { signPdf } from './pdf/sign.ts';
import { signCms } from './sign/cms.ts';
import { signXml } from './xml/sign.ts';

const latin = (words: string): Buffer => Buffer.from(words, 'latin1');
const bomb = deflateSync(Buffer.alloc(60_000_000));

/** An object stream with fifty thousand numbers for one long string. */
const crowd = (): Buffer => {
  const index = Array.from({ length: 50_000 }, (_, i) => `${i + 2} 0`).join(' ');
  const packed = deflateSync(latin(`${index} (${'x'.repeat(500_000)})`));
  return Buffer.concat([
    latin(
      `%PDF-1.7\n1 0 obj\n<</Type /ObjStm /N 50000 /First ${index.length + 1} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    latin('\nendstream endobj trailer <</Root 2 0 R>>'),
  ]);
};

/** Files made to exhaust or mislead a reader. */
const hostile: readonly (readonly [string, Buffer])[] = [
  ['nothing', Buffer.alloc(0)],
  ['a header alone', latin('%PDF-1.7\n')],
  ['arrays nested without end', latin(`%PDF-1.7\n1 0 obj\n${'['.repeat(1e6)}`)],
  ['dictionaries nested without end', latin(`%PDF-1.7\n1 0 obj\n${'<</A '.repeat(1e5)}`)],
  [
    'strings that never end',
    latin(`%PDF-1.7\n${Array.from({ length: 20_000 }, (_, i) => `${i} 0 obj (\n`).join('')}`),
  ],
  [
    'streams that never end',
    latin(
      `%PDF-1.7\n${Array.from({ length: 20_000 }, (_, i) => `${i} 0 obj <</Length 5>> stream\n`).join('')}`,
    ),
  ],
  [
    'a cross-reference table that leads to itself',
    latin('%PDF-1.7\nxref\n0 0\ntrailer <</Prev 9 /Root 1 0 R>>\nstartxref\n9\n%%EOF'),
  ],
  [
    'a page tree in a circle',
    latin(
      '%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj 2 0 obj <</Kids [2 0 R 2 0 R]>> endobj trailer <</Root 1 0 R>>',
    ),
  ],
  [
    'a field tree in a circle',
    latin(
      '%PDF-1.7\n1 0 obj <</Type /Catalog /AcroForm <</Fields [2 0 R]>>>> endobj 2 0 obj <</T (a) /FT /Sig /Kids [2 0 R 1 0 R]>> endobj trailer <</Root 1 0 R>>',
    ),
  ],
  [
    'a length that is its own stream',
    latin(
      '%PDF-1.7\n1 0 obj <</Type /Catalog /Length 1 0 R>> stream\nx\nendstream endobj trailer <</Root 1 0 R>>',
    ),
  ],
  ['many numbers for one place in an object stream', crowd()],
  [
    'more objects than any file has, and no table',
    latin(`%PDF-1.7\n${Array.from({ length: 300_000 }, (_, i) => `${i} 0 obj<<>>endobj`).join('\n')}`),
  ],
  ['one object begun in a million places', latin(`%PDF-1.7\n${'1 0 obj\n'.repeat(1e6)}`)],
  [
    'a compressed table that unfolds to 60 MB',
    Buffer.concat([
      latin(
        `%PDF-1.7\n1 0 obj\n<</Type /XRef /W [1 8 8] /Size 999999999 /Filter /FlateDecode /Root 2 0 R /Length ${bomb.length}>>\nstream\n`,
      ),
      bomb,
      latin('\nendstream endobj\nstartxref\n9\n%%EOF'),
    ]),
  ],
  [
    'half a million signatures in XML',
    latin(`<a>${'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'.repeat(5e5)}</a>`),
  ],
  ['a million elements in XML', latin(`<a>${'<b/>'.repeat(1e6)}</a>`)],
];

describe('files that were made to hurt', () => {
  for (const [name, file] of hostile) {
    it(`${name}: no verdict but an answer, in time`, async () => {
      const before = process.cpuUsage();
      const found = await verifyFile(file, { roots: [], now });
      const { user, system } = process.cpuUsage(before);
      assert.ok(found.verdict === 'undetermined' || found.verdict === 'unsigned', found.verdict);
      // Work of the processor, in microseconds: a busy machine takes longer by the clock.
      assert.ok(user + system < 10_000_000, 'took too long');
    });
  }

  describe('random damage', () => {
    const files: Buffer[] = [];
    let world: ReturnType<typeof makeWorld>;
    before(async () => {
      world = makeWorld();
      for (const file of [plainFile(), compressedFile()])
        files.push(
          await signPdf(file, { field: 'ky', time: now, permission: 2 }, world.signer, { level: 'B-B' }),
        );
    });

    it('never throws, and never calls a file valid whose signed bytes were touched', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(1),
          fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }),
          fc.option(fc.nat()),
          async (which, touches, cut) => {
            const file = Buffer.from(files[which]!);
            const from = file.indexOf('/Contents <', 0, 'latin1');
            const to = file.indexOf('>', from, 'latin1');
            for (const [place, flip] of touches) file[place % file.length]! ^= flip;
            const untouched =
              files[which]!.subarray(0, from).equals(file.subarray(0, from)) &&
              files[which]!.subarray(to).equals(file.subarray(to));
            const { verdict } = await verifyFile(
              cut === null ? file : file.subarray(0, cut % file.length),
              world.trust(),
            );
            if (!untouched || cut !== null) assert.notEqual(verdict, 'valid');
          },
        ),
        { numRuns: 300 },
      );
    });

    it('never throws on damaged XML, JSON and CMS', async () => {
      const texts = [
        Buffer.from(await signXml('<a xmlns="urn:thi-du"><b>5</b></a>', world.signer, now)),
        Buffer.from(await signJws(Buffer.from('{}'), world.signer, now)),
        await signCms(Buffer.from('5'), world.signer, now, true),
      ];
      await fc.assert(
        fc.asyncProperty(
          fc.nat(2),
          fc.nat(),
          fc.integer({ min: 32, max: 126 }),
          fc.option(fc.nat()),
          async (which, place, byte, cut) => {
            const file = Buffer.from(texts[which]!);
            file[place % file.length] = byte;
            await verifyFile(cut === null ? file : file.subarray(0, cut % file.length), world.trust());
          },
        ),
        { numRuns: 200 },
      );
    });

    it('never throws on random bytes behind a header', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
          const { verdict } = await verifyFile(Buffer.concat([latin('%PDF-1.4\n'), bytes]), world.trust());
          assert.notEqual(verdict, 'valid');
        }),
        { numRuns: 200 },
      );
    });
  });
});
