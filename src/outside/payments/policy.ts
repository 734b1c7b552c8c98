/** Who may see a charge, pay it, take cash for it, compare the ledgers: the one policy of pages and commands. */
import { hasRole, type By } from '../../ground/db/act.ts';
import { actsForOwner, mandateCovers } from '../../world/mandates/index.ts';
import type { Charge } from './schema.ts';

type Owing = Pick<Charge, 'person' | 'organisation' | 'filer' | 'procedure'>;

/** Whether this visitor is the one who owes it: the person, who filed for them, or who acts for them under a mandate to pay. */
export const isPayer = (by: By, charge: Owing): boolean =>
  by.kind === 'citizen' &&
  by.person !== null &&
  (actsForOwner(by, charge)
    ? mandateCovers(by, 'pay', { procedure: charge.procedure })
    : by.actingFor === null && by.person === charge.filer);

/** Whether this officer may take cash for it: the counter of the unit that received the dossier. */
export const mayTake = (by: By, charge: Pick<Charge, 'counter'>): boolean =>
  by.powers.some(({ role, agency }) => role === 'counter' && agency === charge.counter);

/** Whether this officer takes cash at all. */
export const isCashier = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'counter');

/** Whether this officer compares the ledgers. */
export const mayReconcile = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'it-admin', 'leader');

/** Whether this officer decides that this money is given back: a leader of the agency that decides or that received, or who administers. */
export const mayGiveBack = (by: By, charge: Pick<Charge, 'agency' | 'counter'>): boolean =>
  by.kind === 'officer' &&
  by.powers.some(
    ({ role, agency }) =>
      role === 'it-admin' || (role === 'leader' && (agency === charge.agency || agency === charge.counter)),
  );

/** Whether this visitor may see the charge: who pays, who takes the money, who decides the dossier, who reconciles. */
export const maySee = (by: By, charge: Charge): boolean =>
  isPayer(by, charge) ||
  mayTake(by, charge) ||
  by.powers.some(({ agency }) => agency === charge.agency) ||
  mayReconcile(by);
