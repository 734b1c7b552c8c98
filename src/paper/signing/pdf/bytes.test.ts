import { compressedFile, now, plainFile } from '../fixtures.ts';
import { reasons } from '../reasons.ts';
import { flipped, signedAs, stuffed, withRange } from './forgeries.ts';
import { completeCms, finishPdf, preparePdf } from './prepare.ts';
import { signPdf } from './sign.ts';
import { basic, plan, tryCases } from './testing.ts';
import { prepareFields } from './widgets.ts';

tryCases('the signed bytes of a PDF', [
  {
    name: 'an honest signature',
    file: basic,
    verdict: 'valid',
    first: { integrity: 'intact', coversWholeFile: true, chain: 'trusted' },
  },
  {
    name: 'an honest signature in a compressed file',
    file: (w) => signPdf(compressedFile(), plan, w.signer, w.services),
    verdict: 'valid',
  },
  { name: 'no signature', file: () => plainFile(), verdict: 'unsigned' },
  {
    name: 'a prepared field without signature',
    file: () =>
      prepareFields(plainFile(), [{ name: 'a', kind: 'signature', page: 1, rectangle: [0, 0, 9, 9] }]),
    verdict: 'unsigned',
  },

  {
    name: 'a flipped byte',
    file: async (w) => flipped(await basic(w), 'Quyet dinh'),
    verdict: 'invalid',
    first: { integrity: 'broken' },
    because: reasons.digestDiffers,
  },
  {
    name: 'a flipped byte before a later signature',
    file: async (w) =>
      signPdf(flipped(await basic(w), 'Quyet dinh'), { field: 'sau', time: now }, w.signer, { level: 'B-B' }),
    verdict: 'invalid',
    because: reasons.digestDiffers,
  },
  {
    name: 'appended bytes',
    file: async (w) => Buffer.concat([await basic(w), Buffer.from('abc')]),
    verdict: 'invalid',
    first: { integrity: 'intact', coversWholeFile: false },
    because: reasons.appended,
  },
  {
    name: 'an appended line end, as mail programs do',
    file: async (w) => Buffer.concat([await basic(w), Buffer.from('\r\n')]),
    verdict: 'valid',
    first: { coversWholeFile: false },
  },
  {
    name: 'many appended zeros',
    file: async (w) => Buffer.concat([await basic(w), Buffer.alloc(100_000)]),
    verdict: 'invalid',
    because: reasons.appended,
  },
  {
    name: 'foreign bytes in the gap of the signature',
    file: async (w) => stuffed(await basic(w)),
    verdict: 'undetermined',
    because: reasons.padding,
  },
  {
    name: 'a swapped byte range',
    file: async (w) => withRange(await basic(w), ([a = 0, b = 0, c = 0, d = 0]) => [c, d, a, b]),
    verdict: 'invalid',
    because: reasons.rangeMalformed,
  },
  {
    name: 'a byte range with a larger hole',
    file: async (w) => withRange(await basic(w), ([a = 0, b = 0, c = 0, d = 0]) => [a, b - 40, c, d]),
    verdict: 'invalid',
    because: reasons.rangeMalformed,
  },
  {
    name: 'a byte range outside of the file',
    file: async (w) => withRange(await basic(w), ([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d + 5000]),
    verdict: 'invalid',
    first: { signer: null },
    because: reasons.rangeOutside,
  },
  {
    name: 'a negative byte range',
    file: async (w) => withRange(await basic(w), ([a = 0, b = 0, , d = 0]) => [a, b, -1, d]),
    verdict: 'invalid',
    because: reasons.rangeMalformed,
  },
  {
    name: 'a byte range of two numbers',
    file: async (w) => withRange(await basic(w), ([a = 0, b = 0]) => [a, b]),
    verdict: 'invalid',
    because: reasons.rangeMalformed,
  },
  { name: 'a cut file', file: async (w) => (await basic(w)).subarray(0, -400), verdict: 'invalid' },
  {
    name: 'an unreadable CMS',
    file: () => signedAs(plainFile(), 'ETSI.CAdES.detached', () => Buffer.from('không phải CMS')),
    verdict: 'invalid',
    because: reasons.unreadable,
  },
  {
    name: 'a signature copied from another file',
    file: async (w) => {
      const [one, other] = [
        preparePdf(plainFile(), plan, w.signer),
        preparePdf(plainFile('Van ban khac'), plan, w.signer),
      ];
      return finishPdf(other, completeCms(one, await w.signer.sign(one.toSign)));
    },
    verdict: 'invalid',
    because: reasons.digestDiffers,
  },
]);
