/** Where accounts are administered. */
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import type { View } from '../../../../ground/web/page.ts';
import { same } from '../../../../ground/text/language.ts';
import type { Account } from '../../schema.ts';

export const ACCOUNTS_PATH = '/quan-tri/tai-khoan';
export const NEW_ACCOUNT_PATH = `${ACCOUNTS_PATH}/mo`;

export const accountPath = (id: string): string => `${ACCOUNTS_PATH}/${id}`;

export const accountsName = { vi: 'Tài khoản cán bộ', en: 'Officers’ accounts' } as const;

/** The way to the pages below the list, and below one account. */
export const accountsCrumbs = (account?: Pick<Account, 'id' | 'login'>): NonNullable<View['crumbs']> =>
  administrationCrumbs(
    { text: accountsName, href: ACCOUNTS_PATH },
    ...(account ? [{ text: same(account.login), href: accountPath(account.id) }] : []),
  );
