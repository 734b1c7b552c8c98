import { now, plainFile } from '../fixtures.ts';
import { signerOf } from '../issue/authority.ts';
import { reasons } from '../reasons.ts';
import {
  byHand,
  hybrid,
  namedTwice,
  namedTwiceInStream,
  oddTurn,
  otherDrawing,
  otherGeneration,
  packedBeside,
  posing,
  redrawnPlace,
  repaged,
  secondCatalog,
  withPlaceBeside,
} from './disguises.ts';
import { signPdf } from './sign.ts';
import { basic, plan, tryCases, type World } from './testing.ts';
import { name, raw, text } from './update.ts';

const signed = (w: World, file: Buffer, permission?: 1 | 2 | 3) =>
  signPdf(file, permission ? { ...plan, permission } : plan, w.signer, { level: 'B-B' });
const note = { Subtype: name('Text'), Rect: [500, 800, 520, 820], Contents: text('Bac bo') };

tryCases('an update that readers understand differently', [
  ...(
    [
      ['the drawing stands twice in the table', namedTwice, 'invalid'],
      ['the drawing stands twice in a table that is a stream', namedTwiceInStream, 'invalid'],
      ['a second table beside the first', hybrid, 'undetermined'],
      ['an object stream that holds a page the table names elsewhere', packedBeside, 'undetermined'],
      ['a second catalog', secondCatalog, 'undetermined'],
    ] as const
  ).map(([title, forge, verdict]) => ({
    name: title,
    file: async (w: World) => forge(await basic(w)),
    verdict,
    because: reasons.readDifferently,
  })),
  ...(
    [
      ['a drawing that no table names', otherDrawing],
      ['the same with many blanks in its header', otherDrawing.replace('4 0 obj', `4 0${' '.repeat(90)}obj`)],
      ['the same inside of words behind a sign of comment', `%${otherDrawing}`],
      ['a trailer that no table belongs to', 'trailer\n<</Root 38 0 R>>\n'],
    ] as const
  ).map(([title, body]) => ({
    name: title,
    file: async (w: World) => byHand(await basic(w), body, () => '0 0\n'),
    verdict: 'undetermined' as const,
    because: reasons.readDifferently,
  })),
  {
    name: 'rows of a table that are not of twenty bytes',
    file: async (w) => byHand(await basic(w), '', ({ drawing }) => `4 1\n${drawing} 0 n\n`),
    verdict: 'undetermined',
    because: reasons.readDifferently,
  },
  {
    name: 'an update by hand that changes nothing',
    file: async (w) => byHand(await basic(w), '', () => '0 0\n'),
    verdict: 'valid',
  },
  {
    name: 'a reference to the drawing with another generation, which hides it',
    file: async (w) => repaged(await basic(w), { Contents: raw('4 7 R') }),
    verdict: 'invalid',
  },
  {
    name: 'a header with another generation than the table',
    file: async (w) => otherGeneration(await basic(w)),
    verdict: 'undetermined',
  },
  {
    name: 'an odd number in the place of a plain one',
    file: async (w) => oddTurn(await signed(w, repaged(plainFile(), { Rotate: 0 }))),
    verdict: 'invalid',
  },
]);

tryCases('what is hung onto a page of a signed PDF', [
  ...(
    [
      ['a stamp that passes for a field', { Subtype: name('Stamp'), T: text('x') }],
      ['a stamp without a name that does', { Subtype: name('Stamp') }],
      ['words that pass for a signature', { Subtype: name('FreeText'), FT: name('Sig'), AP: undefined }],
      ['a look without a kind', { Subtype: name('Widget'), T: text('x') }],
      [
        'a place for a signature that runs a script',
        {
          Subtype: name('Widget'),
          FT: name('Sig'),
          T: text('x'),
          AP: undefined,
          AA: raw('<</PV <</S /JavaScript /JS (1)>>>>'),
        },
      ],
    ] as const
  ).flatMap(([title, entries]) =>
    ([1, 2, 3, undefined] as const).map((permission) => ({
      name: `${title} (permission ${permission ?? 'not stated'})`,
      file: async (w: World) => posing(await signed(w, plainFile(), permission), entries),
      verdict: 'invalid' as const,
    })),
  ),
  {
    name: 'words that pass for a signature and are no field of the form',
    file: async (w) =>
      posing(await basic(w), { Subtype: name('FreeText'), FT: name('Sig'), AP: undefined }, false),
    verdict: 'invalid',
  },
  {
    name: 'a small note, which the signer allows',
    file: async (w) => posing(await signed(w, plainFile(), 3), note, false),
    verdict: 'valid',
  },
  {
    name: 'a note as large as the page, where notes are allowed',
    file: async (w) => posing(await signed(w, plainFile(), 3), { ...note, Rect: [0, 0, 595, 842] }, false),
    verdict: 'undetermined',
  },
  {
    name: 'a stamp over the page, where notes are allowed',
    file: async (w) => posing(await signed(w, plainFile(), 3), { Subtype: name('Stamp') }, false),
    verdict: 'undetermined',
  },
  {
    name: 'the place of a filled field is drawn anew, where filling is allowed',
    file: async (w) => redrawnPlace(await signed(w, withPlaceBeside(plainFile(), '1'), 2)),
    verdict: 'undetermined',
  },
  {
    name: 'the place of an empty field is drawn, where filling is allowed',
    file: async (w) => redrawnPlace(await signed(w, withPlaceBeside(plainFile(), ''), 2)),
    verdict: 'valid',
  },
  {
    name: 'the place of a field is given to another field',
    file: async (w) =>
      redrawnPlace(await signed(w, withPlaceBeside(plainFile(), ''), 2), { Parent: raw('1 0 R') }),
    verdict: 'invalid',
  },
  ...(
    [
      ['covers most of the page', 400, 'undetermined'],
      ['stands beside the words', 90, 'valid'],
    ] as const
  ).map(([title, side, verdict]) => ({
    name: `the picture of a later signature ${title}`,
    file: async (w: World) =>
      signPdf(
        await signed(w, plainFile(), 2),
        {
          field: 'sau',
          time: now,
          place: { page: 1, rectangle: [0, 0, side, side] },
          appearance: { kind: 'words', lines: ['Bac bo'], size: 13 },
        },
        signerOf(w.agency),
        { level: 'B-B' },
      ),
    verdict,
  })),
]);
