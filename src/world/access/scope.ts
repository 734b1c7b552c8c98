/** Whose accounts an administrator looks after: the policy of this room. */
import { hasRole, type By, type Look } from '../../ground/db/act.ts';
import { NotAllowed } from '../../ground/operate/errors.ts';
import { agencyTree, getAgency, listSeats, type AgencyTree } from '../agencies/index.ts';
import type { Account } from './schema.ts';

/** Whether an officer administers accounts at all. */
export const mayAdminister = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'it-admin');

const flat = (tree: readonly AgencyTree[]): string[] => tree.flatMap(({ id, below }) => [id, ...flat(below)]);

/**
 * The persons whose accounts an administrator looks after: those who sit in the administrator's agency or one below it.
 * Null: all of the installation, for administrators of an agency at the top.
 */
export async function administered(look: Look): Promise<readonly string[] | null> {
  const own = look.by.powers.filter(({ role }) => role === 'it-admin').map(({ agency }) => agency);
  const agencies = new Set<string>();
  for (const id of new Set(own)) {
    if ((await getAgency(look, id)).parent === null) return null;
    for (const one of [id, ...flat(await agencyTree(look, id))]) agencies.add(one);
  }
  const persons = new Set<string>();
  for (const agency of agencies)
    for (const { officer } of await listSeats(look, agency)) persons.add(officer.person);
  return [...persons];
}

/** Throws NotAllowed unless the officer who looks administers this account. */
export async function guardAccount(look: Look, account: Pick<Account, 'kind' | 'person'>): Promise<void> {
  if (mayAdminister(look.by) && account.kind === 'officer') {
    const persons = await administered(look);
    if (persons === null || (account.person !== null && persons.includes(account.person))) return;
  }
  throw new NotAllowed({
    vi: 'Tài khoản này do người quản trị của cơ quan khác phụ trách.',
    en: 'The administrator of another agency looks after this account.',
  });
}
