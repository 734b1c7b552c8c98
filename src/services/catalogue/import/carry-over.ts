/**
 * What an import may not touch. The local layer is carried over whole (form, process, fees here …); of the national layer, the
 * parts that were worked out by hand (conditions of documents, stand-ins, fee formulas, templates of results) stay as they are,
 * and the editor is told where the nation now says otherwise.
 */
import { fold } from '../../../ground/text/fold.ts';
import type { NationalContent } from '../schema.ts';
import type { Doubt } from './doubt.ts';

/** Parts of the national layer that people work out. */
export const handMadeParts = [
  'methods',
  'groups',
  'results',
  'steps',
  'conditions',
  'competent',
  'implementing',
  'supporting',
  'receiving',
] as const;
export type HandMade = (typeof handMadeParts)[number];

type Gist = (national: NationalContent) => string;

/** What a part says, in short, for telling whether two say the same. */
const gists: Readonly<Partial<Record<HandMade, Gist>>> = {
  methods: ({ methods }) =>
    methods
      .map(
        ({ channel, terms, fees }) =>
          `${channel}: ${terms.map(({ amount, unit }) => `${amount} ${unit ?? '?'}`).join(', ')}; ${fees.map(({ amount, note }) => amount ?? note ?? '?').join(', ')}`,
      )
      .join(' | '),
  groups: ({ groups }) => groups.flatMap(({ components }) => components.map(({ name }) => name)).join(' | '),
  results: ({ results }) => results.map(({ code, name }) => `${code ?? ''} ${name}`).join(' | '),
};

const gist = (part: HandMade, national: NationalContent): string =>
  gists[part]?.(national) ?? [national[part] ?? ''].flat().join(' | ');

/** The imported content with the parts that were made by hand here, and a doubt for each in which the two differ. */
export function carryOver(
  ours: NationalContent,
  imported: NationalContent,
  handMade: readonly HandMade[],
): { readonly national: NationalContent; readonly doubts: readonly Doubt[] } {
  const kept = Object.fromEntries(handMade.map((part) => [part, ours[part]]));
  const doubts = handMade
    .filter((part) => fold(gist(part, ours)) !== fold(gist(part, imported)) && gist(part, imported) !== '')
    .map((part): Doubt => ({
      field: part,
      kind: 'differs-from-ours',
      value: gist(part, imported).slice(0, 2000).toWellFormed(),
    }));
  return { national: { ...imported, ...kept }, doubts };
}
