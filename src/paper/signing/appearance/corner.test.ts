import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { makeWorld, now, plainFile } from '../fixtures.ts';
import { judge, missingTool } from '../judges.ts';
import { signPdf } from '../pdf/sign.ts';
import { pageTree } from '../pdf/structure.ts';
import { beginUpdate, changed, finishUpdate, ref, setObject } from '../pdf/update.ts';
import { cornerWords } from './corner.ts';

const lines = ['SAO Y', 'Ủy ban nhân dân phường Sông Mẫu', '20/11/2026 09:00:00 +07:00'];
const millimetre = 72 / 25.4;

/** The fixture with its first page turned clockwise. */
function turned(degrees: number): Buffer {
  const update = beginUpdate(plainFile());
  const { number, dict } = pageTree(update.document).pages[0]!;
  setObject(update, ref(number!), changed(dict, { Rotate: degrees }));
  return finishUpdate(update).bytes;
}

describe('words in the corner of a first page', { skip: missingTool('pdftotext') }, () => {
  for (const degrees of [0, 90, 180, 270])
    it(`end 15 mm from the right edge, in the top margin, on a page turned by ${degrees}`, async () => {
      const file = turned(degrees);
      const { signer } = makeWorld();
      const signed = await signPdf(file, { field: 'sao', time: now, ...cornerWords(file, lines) }, signer, {
        level: 'B-B',
      });
      const { output } = judge('pdftotext', ['-bbox', '{a.pdf}', '-'], { 'a.pdf': signed });
      // The page of the fixture is 595 by 842 points; pdftotext gives places as shown, but the page as it is unturned.
      const width = (degrees % 180 === 0 ? 595 : 842) / millimetre;
      const [, , top = '', right = ''] =
        /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">\+07:00</.exec(output) ?? [];
      assert.ok(Math.abs(width - 15 - Number(right) / millimetre) < 0.5, output);
      assert.ok(Number(top) / millimetre < 20, output);
    });

  it('stand below what is in the corner already', async () => {
    const { signer } = makeWorld();
    const once = await signPdf(
      plainFile(),
      { field: 'a', time: now, ...cornerWords(plainFile(), lines) },
      signer,
      { level: 'B-B' },
    );
    const [first, second] = [plainFile(), once].map((file) => cornerWords(file, lines).place.rectangle);
    assert.ok(second![3] <= first![1], `${second} is below ${first}`);
  });
});
