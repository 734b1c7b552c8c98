/** The account of an officer, to put work on the desk of one person. */
import type { Look } from '../../ground/db/act.ts';
import { listAccountsOf } from '../../world/access/index.ts';

/** The account with which a person works as an officer, or null. */
export const officerAccount = async (look: Look, person: string): Promise<string | null> =>
  (await listAccountsOf(look, person)).find(({ kind, closed_at: closed }) => kind === 'officer' && !closed)
    ?.id ?? null;
