/** An officer changes the password; other sessions end. */
import { Button, PasswordInput } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { errorOf, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { getAccount, lockAccount } from '../accounts.ts';
import { recordStep } from '../history.ts';
import { isPassword, prepareChoice, putPassword } from '../passwords.ts';
import { SHORTEST_PASSWORD } from '../rules.ts';
import { note } from '../security-log.ts';
import { endSessions } from '../sessions.ts';
import { words } from '../words.ts';
import { accountCrumbs, ACCOUNT_PATH } from './account.tsx';

const own = {
  title: { vi: 'Đổi mật khẩu', en: 'Change password' },
  now: { vi: 'Mật khẩu hiện nay', en: 'Present password' },
  next: { vi: 'Mật khẩu mới', en: 'New password' },
  repeat: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  hint: {
    vi: `Ít nhất ${SHORTEST_PASSWORD} ký tự. Một câu dài dễ nhớ tốt hơn một từ khó nhớ.`,
    en: `At least ${SHORTEST_PASSWORD} characters. A long phrase is better than a difficult word.`,
  },
  wrong: { vi: 'Mật khẩu hiện nay chưa đúng.', en: 'The present password is not right.' },
  differ: { vi: 'Hai lần nhập mật khẩu khác nhau.', en: 'The two passwords differ.' },
  done: {
    vi: 'Đã đổi mật khẩu. Các phiên khác đã kết thúc.',
    en: 'The password is changed. Other sessions have ended.',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const passwordPage = page({
  path: '/tai-khoan/mat-khau',
  who: 'officer',
  example: '/tai-khoan/mat-khau',
  brake: 'signIn',
  input: input({
    now: text({ label: words.password, max: 200 }),
    password: text({ label: words.password, max: 200 }),
    repeat: text({ label: words.password, max: 200 }),
  }),
  gather: ({ look, by }) => getAccount(look, by.account ?? ''),
  view: (account, visit, fault) => {
    const { lang } = visit;
    const shown = (name: string) => ({ id: name, name, error: errorOf(fault, name, visit) });
    return {
      title: own.title,
      crumbs: accountCrumbs,
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{own.title[lang]}</h1>
            <Form visit={visit}>
              {/* For password managers: whose password this is. */}
              <input type="text" autocomplete="username" value={account.login} readonly hidden />
              <PasswordInput {...shown('now')} label={own.now[lang]} />
              <PasswordInput
                {...shown('password')}
                label={own.next[lang]}
                hint={own.hint[lang]}
                autocomplete="new-password"
              />
              <PasswordInput {...shown('repeat')} label={own.repeat[lang]} autocomplete="new-password" />
              <Button preventDoubleClick>{own.title[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  prepare: async (visit, typed, account) => {
    if (!(await isPassword(account, typed.now))) throw new Invalid([{ field: 'now', message: own.wrong }]);
    if (typed.repeat !== typed.password) throw new Invalid([{ field: 'repeat', message: own.differ }]);
    return prepareChoice(visit.look, account, typed.password);
  },
  act: async (act, _, { prepared, visit }) => {
    const account = await lockAccount(act, act.by.account ?? '');
    await putPassword(act, account, prepared);
    await endSessions(act, account.id, visit.session?.id ?? null);
    note(act, 'password-changed', account.id, visit);
    await recordStep(act, account.id, 'change-password', {});
    return { to: ACCOUNT_PATH, say: own.done };
  },
});
