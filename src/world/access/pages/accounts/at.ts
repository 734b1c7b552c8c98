/** The account that a page is about. */
import { NotFound } from '../../../../ground/operate/errors.ts';
import { isId } from '../../../../ground/record/index.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { getAccount } from '../../accounts.ts';
import type { Account } from '../../schema.ts';
import { guardAccount } from '../../scope.ts';

/** The account in the path, if the visitor looks after it. */
export async function accountAt(visit: Visit): Promise<Account> {
  const id = visit.params['id'] ?? '';
  if (!isId(id)) throw new NotFound({ vi: 'Không có tài khoản này.', en: 'There is no such account.' });
  const account = await getAccount(visit.look, id);
  await guardAccount(visit.look, account);
  return account;
}
