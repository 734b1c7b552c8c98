/** Opens the account of an officer of the directory: first find the officer, then choose the sign-in name. */
import { Button, Input } from '../../../../ground/ui/index.ts';
import type { Look } from '../../../../ground/db/act.ts';
import { same, type Text } from '../../../../ground/text/language.ts';
import { ask, askPage, type Option } from '../../../../ground/web/ask.tsx';
import type { Visit } from '../../../../ground/web/visit.ts';
import { findOfficers, type Officer } from '../../../agencies/index.ts';
import { listAccountsOf } from '../../accounts.ts';
import { invite, openOfficerAccount } from '../../administer.ts';
import type { AgencyIdentity } from '../../gateway/agency-identity.ts';
import { guardAccount, mayAdminister } from '../../scope.ts';
import { accountPath, accountsCrumbs, NEW_ACCOUNT_PATH } from './paths.ts';

const own = {
  title: { vi: 'Mở tài khoản cán bộ', en: 'Open an officer’s account' },
  find: { vi: 'Tìm cán bộ trong danh bạ', en: 'Find the officer in the directory' },
  findHint: { vi: 'Họ tên, có dấu hoặc không dấu.', en: 'The name, with or without marks.' },
  search: { vi: 'Tìm', en: 'Search' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  officerHint: { vi: 'Chỉ hiện người chưa có tài khoản.', en: 'Shown are those who have no account yet.' },
  login: { vi: 'Tên đăng nhập', en: 'Sign-in name' },
  loginHint: {
    vi: 'Chữ thường không dấu, số, dấu chấm. Ví dụ: van-thu.an-mau',
    en: 'Small letters without marks, digits, dots. For example: van-thu.an-mau',
  },
  provider: { vi: 'Cách đăng nhập', en: 'How to sign in' },
  here: { vi: 'Mật khẩu và mã xác thực của hệ thống này', en: 'Password and code of this platform' },
  button: { vi: 'Mở tài khoản', en: 'Open the account' },
  done: (code: string): Text => ({
    vi: `Đã mở tài khoản. Mã kích hoạt: ${code}. Hãy đưa trực tiếp cho cán bộ; mã chỉ hiện một lần và dùng được trong 72 giờ.`,
    en: `The account is open. Activation code: ${code}. Give it to the officer in person; it is shown once and holds for 72 hours.`,
  }),
  doneAgency: {
    vi: 'Đã mở tài khoản. Cán bộ đăng nhập bằng tài khoản của cơ quan.',
    en: 'The account is open. The officer signs in with the account of the agency.',
  },
} as const;

type Gathered = { readonly words: string; readonly officers: readonly Officer[] };

async function withoutAccount(look: Look, words: string): Promise<Officer[]> {
  const found: Officer[] = [];
  for (const officer of await findOfficers(look, words)) {
    const accounts = await listAccountsOf(look, officer.person);
    if (!accounts.some(({ kind, closed_at }) => kind === 'officer' && closed_at === null))
      found.push(officer);
  }
  return found;
}

const optionOf = ({ person, name, staffNumber, email }: Officer): Option => ({
  value: person,
  text: same(name),
  hint: same([staffNumber, email].filter(Boolean).join(' · ')),
});

export const newAccountPage = (agencies: readonly AgencyIdentity[]) =>
  askPage({
    path: NEW_ACCOUNT_PATH,
    who: mayAdminister,
    example: NEW_ACCOUNT_PATH,
    gather: async ({ look, query }: Visit): Promise<Gathered> => {
      const words = query['q']?.slice(0, 100) ?? '';
      return { words, officers: await withoutAccount(look, words) };
    },
    title: own.title,
    crumbs: () => accountsCrumbs(),
    lead: ({ words }, { lang }) => (
      <form method="get" action={NEW_ACCOUNT_PATH} role="search">
        <Input id="q" name="q" label={own.find[lang]} hint={own.findHint[lang]} value={words} width={30} />
        <Button kind="secondary">{own.search[lang]}</Button>
      </form>
    ),
    questions: {
      person: ask.choice(own.officer, ({ officers }: Gathered) => officers.map(optionOf), {
        hint: own.officerHint,
      }),
      login: ask.text(own.login, { hint: own.loginHint, max: 60, width: 30, autocomplete: 'off' }),
      ...(agencies.length > 0 && {
        provider: ask.maybeChoice(
          own.provider,
          (_: unknown) => agencies.map(({ id, name }): Option => ({ value: id, text: name })),
          own.here,
        ),
      }),
    },
    button: own.button,
    act: async (act, { person, login, provider = null }, { gathered, visit }) => {
      await guardAccount(act, { kind: 'officer', person });
      const name = gathered.officers.find((one) => one.person === person)?.name ?? login;
      const { id } = await openOfficerAccount(act, { person, login, name, provider });
      const say = provider === null ? own.done(invite(act, id, visit)) : own.doneAgency;
      return { to: accountPath(id), say };
    },
  });
