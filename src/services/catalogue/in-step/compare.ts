/** What an answer of the national database says differently from the procedure here. Pure. */
import { handMadeParts, saysTheSame, type HandMade } from '../import/carry-over.ts';
import { fold } from '../../../ground/text/fold.ts';
import type { Doubt } from '../import/doubt.ts';
import { readRow } from '../import/read-row.ts';
import type { NationalRow } from '../gateway/port.ts';
import { untouchedLocal } from '../local.ts';
import { compareVersions, type Difference } from '../rules/compare.ts';
import type { NationalContent } from '../schema.ts';

/** An answer that could be read: the content as it would be here, and what of it is doubtful. */
export type ReadAnswer = {
  readonly national: NationalContent;
  readonly doubts: readonly Doubt[];
  /** Hash of the answer by itself, by which the same answer is known again. */
  readonly hash: string;
};

/** Where the import puts what a name of the row says. */
const partOf: Readonly<Record<string, keyof NationalContent>> = {
  name: 'name',
  domain: 'domain',
  domain_code: 'domainCode',
  audience: 'audience',
  implementing_agencies: 'implementing',
  steps: 'steps',
  methods: 'methods',
  component_groups: 'groups',
  conditions: 'conditions',
  results: 'results',
  legal_basis: 'legalBasis',
};

const isHandMade = (part: keyof NationalContent): part is HandMade =>
  (handMadeParts as readonly string[]).includes(part);

/** What came out as nothing although something was sent was not understood: it is no statement. */
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** Whether theirs says of a document, which is here by the same name, which kind of paper it is, and ours does not. */
function namesMore(ours: NationalContent, theirs: NationalContent): boolean {
  const kinds = new Map(
    ours.groups.flatMap(({ components }) => components.map(({ name, paper }) => [fold(name), paper])),
  );
  return theirs.groups.some(({ components }) =>
    components.some(({ name, paper }) => paper && kinds.has(fold(name)) && !kinds.get(fold(name))),
  );
}

/**
 * Reads an answer as the import reads a row. What the service does not send (levels, deciding agency, decision …), did not send
 * this time, or says in the same words but for their writing, stays as it is here. Null: it cannot be read.
 */
export function readAnswer(row: NationalRow, ours: NationalContent | null): ReadAnswer | null {
  const read = readRow(row);
  if ('rejected' in read) return null;
  const { national: theirs, doubts, hash } = read;
  if (!ours) return { national: theirs, doubts, hash };
  const sent = Object.keys(row).flatMap((name) => partOf[name] ?? []);
  const taken = sent.filter(
    (part) =>
      !isEmpty(theirs[part]) &&
      !(
        isHandMade(part) &&
        saysTheSame(part, ours, theirs) &&
        !(part === 'groups' && namesMore(ours, theirs))
      ),
  );
  return {
    national: { ...ours, ...Object.fromEntries(taken.map((part) => [part, theirs[part]])) },
    doubts: doubts.filter(({ field }) =>
      taken.some((part) => field === part || field.startsWith(`${part}[`)),
    ),
    hash,
  };
}

/** Differences, field by field: before is here, after is there. */
export const differencesOf = (
  ours: NationalContent,
  { national }: Pick<ReadAnswer, 'national'>,
): readonly Difference[] =>
  compareVersions({ ...ours, ...untouchedLocal }, { ...national, ...untouchedLocal });

/** Parts in which the answer differs and that stay, because they were worked out here. */
export const keptParts = (
  ours: NationalContent,
  { national }: Pick<ReadAnswer, 'national'>,
  handMade: readonly HandMade[],
): readonly HandMade[] => handMade.filter((part) => !saysTheSame(part, ours, national));

/** Fewer missing than this may well be abolished all at once by one decision. */
const FEW = 10;

/**
 * Whether a list may be believed in what it leaves out. A list that lacks more than a tenth of what stands here is more likely
 * to have broken off than to be a reform: then nothing is said to be abolished.
 */
export const isWhole = (here: number, missing: number): boolean =>
  missing <= FEW ? missing < here || here === 0 : missing <= here / 10;
