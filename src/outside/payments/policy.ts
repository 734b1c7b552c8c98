/** Who may see a charge, pay it, take cash for it, compare the ledgers: the one policy of pages and commands. */
import { hasRole, type By } from '../../ground/db/act.ts';
import { actsForOwner, mandateCovers } from '../../world/mandates/index.ts';
import type { Charge } from './schema.ts';

type Owing = Pick<Charge, 'person' | 'organisation' | 'filer' | 'procedure' | 'field'>;

/** Whether this visitor is the one who owes it: the person, who filed for them, or who acts for them under a mandate to pay. */
export const isPayer = (by: By, charge: Owing): boolean =>
  by.kind === 'citizen' &&
  by.person !== null &&
  (actsForOwner(by, charge)
    ? mandateCovers(by, 'pay', {
        procedure: charge.procedure,
        ...(charge.field !== null && { field: charge.field }),
      })
    : by.actingFor === null && by.person === charge.filer);

/** Whether this officer may take cash for it: the counter of the unit that received the dossier. */
export const mayTake = (by: By, charge: Pick<Charge, 'counter'>): boolean =>
  by.powers.some(({ role, agency }) => role === 'counter' && agency === charge.counter);

/** Whether this officer takes cash at all. */
export const isCashier = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'counter');

/** Whose money somebody answers for: that of these agencies, as they decide or receive; or of the whole installation. */
export type Books = 'all' | readonly string[];

/** The money this officer answers for: a leader that of the agency they lead, who administers the installation all of it. */
export function booksOf(by: By): Books {
  if (by.kind !== 'officer') return [];
  if (hasRole(by, 'it-admin')) return 'all';
  // The head of a division answers for its work, not for the money of the agency.
  return by.powers.flatMap(({ role, agency, unit }) => (role === 'leader' && unit === null ? agency : []));
}

/** Whether this officer compares any ledgers; which lines of them, `answersFor` says. */
export const mayReconcile = (by: By): boolean => booksOf(by).length > 0;

/** Whether this officer answers for this money, so sees it among the books and decides that it is given back. `null`: money that is for no charge. */
export function answersFor(by: By, charge: Pick<Charge, 'agency' | 'counter'> | null): boolean {
  const books = booksOf(by);
  return books === 'all' || (charge !== null && books.some((one) => isIn(one, charge)));
}

const isIn = (agency: string, charge: Pick<Charge, 'agency' | 'counter'>): boolean =>
  agency === charge.agency || agency === charge.counter;

/** Whether this visitor may see the charge: who pays, who takes the money, who decides the dossier, who answers for it. */
export const maySee = (by: By, charge: Charge): boolean =>
  isPayer(by, charge) ||
  mayTake(by, charge) ||
  by.powers.some(({ agency }) => agency === charge.agency) ||
  answersFor(by, charge);
