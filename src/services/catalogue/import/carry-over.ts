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
  // A catalogue of rows says a limit or an amount once, however many of ours have it.
  methods: ({ methods }) =>
    methods
      .map(({ channel, terms, fees }) => {
        const limits = new Set(terms.map(({ amount, unit }) => `${amount} ${unit ?? '?'}`));
        const amounts = new Set(fees.map(({ amount, note }) => amount ?? note ?? '?'));
        return `${channel}: ${[...limits].join(', ')}; ${[...amounts].join(', ')}`;
      })
      .join(' | '),
  groups: ({ groups }) => groups.flatMap(({ components }) => components.map(({ name }) => name)).join(' | '),
  results: ({ results }) => results.map(({ code, name }) => `${code ?? ''} ${name}`).join(' | '),
};

const gist = (part: HandMade, national: NationalContent): string =>
  gists[part]?.(national) ?? [national[part] ?? ''].flat().join(' | ');

/** Whether two contents say the same in a part, but for writing and for what the import does not carry. */
export const saysTheSame = (part: HandMade, one: NationalContent, other: NationalContent): boolean =>
  fold(gist(part, one)) === fold(gist(part, other));

/** The imported content with the parts that were made by hand here, and a doubt for each in which the two differ. */
export function carryOver(
  ours: NationalContent,
  imported: NationalContent,
  handMade: readonly HandMade[],
): { readonly national: NationalContent; readonly doubts: readonly Doubt[] } {
  const kept = Object.fromEntries(handMade.map((part) => [part, ours[part]]));
  const doubts = handMade
    .filter((part) => !saysTheSame(part, ours, imported) && gist(part, imported) !== '')
    .map((part): Doubt => ({
      field: part,
      kind: 'differs-from-ours',
      value: gist(part, imported).slice(0, 2000).toWellFormed(),
    }));
  // A list that names no codes of domains takes none away: the same domain has the same code.
  const code = imported.domainCode ?? (imported.domain === ours.domain ? ours.domainCode : undefined);
  return { national: { ...imported, ...kept, ...(code && { domainCode: code }) }, doubts };
}
