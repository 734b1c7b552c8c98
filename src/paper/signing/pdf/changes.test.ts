import { compressedFile, now, plainFile } from '../fixtures.ts';
import {
  adopted,
  annotated,
  borrowed,
  falselySealed,
  insertedNode,
  overwritten,
  painted,
  recatalogued,
  redrawn,
  refilled,
  retabled,
  shadowed,
  shownTwice,
} from './forgeries.ts';
import { signPdf } from './sign.ts';
import { basic, plan, stamped, tryCases } from './testing.ts';
import { made, raw } from './update.ts';
import { prepareFields } from './widgets.ts';

/** A file with an empty field for words, or with words in it. */
const withWords = (words?: string): Buffer => {
  const empty = prepareFields(plainFile(), [
    { name: 'so', kind: 'words', page: 1, rectangle: [0, 0, 90, 20] },
  ]);
  return words === undefined ? empty : refilled(empty, 'so', words);
};

tryCases('what happened to a PDF after signing', [
  {
    name: 'shadow content: the page points elsewhere',
    file: async (w) => shadowed(await basic(w)),
    verdict: 'invalid',
    first: { integrity: 'intact', coversWholeFile: false },
  },
  {
    name: 'shadow content: the drawing is overwritten',
    file: async (w) => overwritten(await basic(w)),
    verdict: 'invalid',
  },
  {
    name: 'shadow content under a later honest signature',
    file: async (w) =>
      signPdf(shadowed(await basic(w)), { field: 'sau', time: now }, w.signer, { level: 'B-B' }),
    verdict: 'invalid',
  },
  {
    name: 'shadow content after a document timestamp',
    file: async (w) => shadowed(await stamped(w)),
    verdict: 'invalid',
  },
  {
    name: 'shadow content in a compressed file',
    file: async (w) => overwritten(await signPdf(compressedFile(), plan, w.signer, { level: 'B-B' })),
    verdict: 'invalid',
  },
  {
    name: 'a node put between the root and the page turns it around',
    file: async (w) => insertedNode(await basic(w)),
    verdict: 'invalid',
  },
  {
    name: 'the page gets another parent to inherit from',
    file: async (w) => adopted(await basic(w)),
    verdict: 'invalid',
  },
  {
    name: 'the drawing gets another generation in the table, so that readers miss it',
    file: async (w) => {
      const file = await basic(w);
      const at = String(file.indexOf('4 0 obj', 0, 'latin1')).padStart(10, '0');
      return retabled(file, `4 1\n${at} 00005 n \n`, '/Size 40');
    },
    verdict: 'undetermined',
  },
  {
    name: 'the table says that there are fewer objects',
    file: async (w) => retabled(await basic(w), '0 0\n', '/Size 3'),
    verdict: 'undetermined',
  },
  {
    name: 'a note that nobody spoke about',
    file: async (w) => annotated(await basic(w)),
    verdict: 'undetermined',
  },
  {
    name: 'words over the page, where the signer allows notes',
    file: async (w) =>
      annotated(await signPdf(plainFile(), { ...plan, permission: 3 }, w.signer, { level: 'B-B' })),
    verdict: 'undetermined',
  },
  {
    name: 'a note that the signer forbids',
    file: async (w) =>
      annotated(await signPdf(plainFile(), { ...plan, permission: 2 }, w.signer, { level: 'B-B' })),
    verdict: 'invalid',
  },
  {
    name: 'a script added to the catalog',
    file: async (w) =>
      recatalogued(await basic(w), { OpenAction: raw('<</S /JavaScript /JS (app.alert(1))>>') }),
    verdict: 'invalid',
  },
  {
    name: 'layers added to the catalog',
    file: async (w) => recatalogued(await basic(w), { OCProperties: made({}) }),
    verdict: 'invalid',
  },
  {
    name: 'an unsigned field that shows a picture',
    file: async (w) =>
      prepareFields(await basic(w), [{ name: 'x', kind: 'signature', page: 1, rectangle: [0, 0, 300, 300] }]),
    verdict: 'undetermined',
  },
  {
    name: 'a new input field',
    file: async (w) =>
      prepareFields(await basic(w), [{ name: 'x', kind: 'words', page: 1, rectangle: [0, 0, 300, 300] }]),
    verdict: 'invalid',
  },
  {
    name: 'a new field that borrows the signature and covers the page',
    file: async (w) => borrowed(await basic(w)),
    verdict: 'invalid',
    first: { integrity: 'intact' },
  },
  {
    name: 'a second place for the signature, over the page',
    file: async (w) => shownTwice(await basic(w)),
    verdict: 'invalid',
  },
  {
    name: 'a picture in a place where nobody signed, although signing there is allowed',
    file: async (w) => {
      const place = { name: 'dau', kind: 'signature', page: 1, rectangle: [0, 0, 90, 90] } as const;
      const file = prepareFields(plainFile(), [place]);
      const signed = await signPdf(file, { ...plan, permission: 2 }, w.signer, { level: 'B-B' });
      return falselySealed(signed, 'dau');
    },
    verdict: 'undetermined',
  },
  {
    name: 'the same after a document timestamp',
    file: async (w) => borrowed(await stamped(w)),
    verdict: 'invalid',
  },
  {
    name: 'a new field without drawing whose colour covers the page',
    file: async (w) => painted(await basic(w)),
    verdict: 'undetermined',
  },
  {
    name: 'fields drawn anew from values that nobody saw',
    file: async (w) => redrawn(await signPdf(withWords('1'), plan, w.signer, { level: 'B-B' })),
    verdict: 'undetermined',
  },
  {
    name: 'words in an empty field, of which the signer said nothing and for which nobody signs',
    file: async (w) => refilled(await signPdf(withWords(), plan, w.signer, { level: 'B-B' }), 'so', '2'),
    verdict: 'undetermined',
  },
  {
    name: 'words in an empty field, which the signer allows',
    file: async (w) =>
      refilled(await signPdf(withWords(), { ...plan, permission: 2 }, w.signer, { level: 'B-B' }), 'so', '2'),
    verdict: 'valid',
  },
  {
    name: 'other words in a field that had some, for which nobody signs',
    file: async (w) =>
      refilled(
        await signPdf(withWords('1'), { ...plan, permission: 2 }, w.signer, { level: 'B-B' }),
        'so',
        '2',
      ),
    verdict: 'undetermined',
  },
  {
    name: 'other words in a field, for which somebody signs',
    file: async (w) =>
      signPdf(
        refilled(await signPdf(withWords('1'), plan, w.signer, { level: 'B-B' }), 'so', '2'),
        { field: 'sau', time: now },
        w.signer,
        { level: 'B-B' },
      ),
    verdict: 'valid',
  },
  {
    name: 'words in a locked field',
    file: async (w) => {
      const prepared = prepareFields(plainFile(), [
        { name: 'so', kind: 'words', page: 1, rectangle: [0, 0, 90, 20] },
      ]);
      const locked = await signPdf(prepared, { ...plan, locks: ['so'] }, w.signer, { level: 'B-B' });
      return signPdf(locked, { field: 'sau', time: now, fills: { so: 'Số: 13' } }, w.signer, {
        level: 'B-B',
      });
    },
    verdict: 'invalid',
  },
]);
