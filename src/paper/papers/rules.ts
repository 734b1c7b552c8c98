/** Who may do what with issued papers of an agency: the one policy of list, page and acts. */
import type { By } from '../../ground/db/act.ts';
import type { Paper } from './schema.ts';

type Standing = Pick<Paper, 'agency' | 'keeper'>;

/** Roles in the agency of the paper, or in the one that looks after it since that one ended. */
const holds = (by: By, { agency, keeper }: Standing, roles: readonly string[]): boolean =>
  by.kind === 'officer' &&
  by.powers.some((power) => power.agency === (keeper ?? agency) && roles.includes(power.role));

/** Officers of the agency who work on its papers. */
const readers = ['leader', 'clerk', 'case-officer'] as const;

/** Agencies whose issued papers this officer may list. */
export const readableAgencies = (by: By): readonly string[] => [
  ...new Set(by.powers.filter(({ role }) => readers.some((one) => one === role)).map(({ agency }) => agency)),
];

/** Whether this officer has papers to look after at all. */
export const mayList = (by: By): boolean => by.kind === 'officer' && readableAgencies(by).length > 0;

export const mayReadPaper = (by: By, paper: Standing): boolean => holds(by, paper, readers);

/** Revocation is the decision of the one who may sign such papers. */
export const mayRevoke = (by: By, paper: Standing): boolean => holds(by, paper, ['leader']);

/** Whoever drafts results drafts the corrected paper, too. */
export const mayCorrect = (by: By, paper: Standing): boolean => holds(by, paper, ['case-officer', 'clerk']);

/** Whoever drafts a paper attaches its annexes. */
export const mayAttach = (by: By, paper: Standing): boolean => mayCorrect(by, paper);

/** The clerk numbers, seals and keeps the book of copies (Decree 30/2020 art. 6, 25–27, 32). */
export const isClerkOf = (by: By, paper: Standing): boolean => holds(by, paper, ['clerk']);

/** Agencies whose book of copies this officer keeps. */
export const clerkAgencies = (by: By): readonly string[] => [
  ...new Set(by.powers.filter(({ role }) => role === 'clerk').map(({ agency }) => agency)),
];

/** Whether this officer keeps a book of copies at all. */
export const isClerk = (by: By): boolean => by.kind === 'officer' && clerkAgencies(by).length > 0;

export const isLeaderOf = (by: By, paper: Standing): boolean => holds(by, paper, ['leader']);
