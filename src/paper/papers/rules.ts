/** Who may do what with issued papers of an agency: the one policy of list, page and acts. */
import type { By } from '../../ground/db/act.ts';
import type { Minutes, Paper } from './schema.ts';

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

/** Who writes papers of the agency that belong to no dossier. */
export const mayDraft = (by: By, paper: Standing): boolean => mayCorrect(by, paper);

/** Whether it is this officer's turn to sign minutes: the secretary while nobody has, then the chair. */
export const signsNext = (by: By, { state }: Pick<Paper, 'state'>, minutes: Minutes): boolean =>
  by.kind === 'officer' &&
  state === 'draft' &&
  by.person === (minutes.file === null ? minutes.secretary : minutes.chair);

/** Whether this officer names another signer of minutes, or ends them before all have signed: whoever drafts for the agency. */
export const mayNameSigner = (by: By, paper: Standing & Pick<Paper, 'state'>): boolean =>
  paper.state === 'draft' && mayDraft(by, paper);

/** Whether this officer writes a new version of minutes that were not signed: whoever wrote them, or drafts for the agency. */
export const mayRewrite = (
  by: By,
  paper: Standing & Pick<Paper, 'state' | 'issued_at'>,
  { drafter }: Pick<Minutes, 'drafter'>,
): boolean =>
  by.kind === 'officer' &&
  paper.state === 'revoked' &&
  paper.issued_at === null &&
  (by.account === drafter || mayDraft(by, paper));

/** The clerk numbers, seals and keeps the book of copies (Decree 30/2020 art. 6, 25–27, 32). */
export const isClerkOf = (by: By, paper: Standing): boolean => holds(by, paper, ['clerk']);

/** Who prepares electronic copies and reads the book: the clerk, and the leaders who decide. */
const copiers = ['clerk', 'leader'] as const;

/** Whether this officer may prepare electronic copies of what this agency keeps. */
export const mayPrepareCopy = (by: By, paper: Standing): boolean => holds(by, paper, copiers);

/** Agencies whose copies this officer prepares and whose book they read. */
export const copyAgencies = (by: By): readonly string[] => [
  ...new Set(by.powers.filter(({ role }) => copiers.some((one) => one === role)).map(({ agency }) => agency)),
];

/** Whether this officer has to do with copies at all. */
export const mayCopy = (by: By): boolean => by.kind === 'officer' && copyAgencies(by).length > 0;

export const isLeaderOf = (by: By, paper: Standing): boolean => holds(by, paper, ['leader']);
