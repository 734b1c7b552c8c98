/** Officers sign in: name, password and the code of the second factor on one page, with one answer for anything wrong. */
import { Button, Input, InsetText, PasswordInput } from '../../../ground/ui/index.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { SESSION_COOKIE } from '../../../ground/web/cookies.ts';
import { page } from '../../../ground/web/page.ts';
import { checkSecrets, findAccount, signIn } from '../officers.ts';
import { safeBack } from '../rules.ts';
import { words } from '../words.ts';

const fields = input({
  login: text({ label: words.login, max: 100 }),
  password: text({ label: words.password, max: 200 }),
  code: text({ label: words.code, max: 20 }),
});

/** `sampleCode` gives the code of this moment for the sample accounts; null in production. */
export const officerPage = (sampleCode: (() => string) | null) =>
  page({
    path: '/dang-nhap/can-bo',
    who: 'anyone',
    example: '/dang-nhap/can-bo',
    input: fields,
    gather: async () => null,
    view: (_, visit, fault) => ({
      title: words.officerSignIn,
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{words.officerSignIn[visit.lang]}</h1>
            {sampleCode && (
              <InsetText>
                {words.sampleCode[visit.lang]} <strong>{sampleCode()}</strong>.
              </InsetText>
            )}
            <Form visit={visit}>
              <Input
                id="login"
                name="login"
                label={words.loginLabel[visit.lang]}
                value={typedIn(fault, 'login')}
                error={errorOf(fault, 'login', visit)}
                autocomplete="username"
                autocapitalize="none"
                spellcheck={false}
                width={30}
              />
              <PasswordInput
                id="password"
                name="password"
                label={words.passwordLabel[visit.lang]}
                error={errorOf(fault, 'password', visit)}
              />
              <Input
                id="code"
                name="code"
                label={words.codeLabel[visit.lang]}
                hint={words.codeHint[visit.lang]}
                error={errorOf(fault, 'code', visit)}
                inputmode="numeric"
                autocomplete="one-time-code"
                width={10}
              />
              <Button preventDoubleClick>{words.signIn[visit.lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    }),
    prepare: async (visit, typed) => {
      const account = await findAccount(visit.look, 'officer', typed.login);
      return { account, right: await checkSecrets(account, typed.password, typed.code) };
    },
    act: async (act, _, { prepared, visit }) => {
      const attempt = signIn(act, prepared.account, prepared.right, visit);
      if ('token' in attempt) {
        return {
          to: safeBack(visit.query['next'] ?? '/viec'),
          cookies: { [SESSION_COOKIE]: { value: attempt.token } },
        };
      }
      // The failure itself must be kept, so this is no error: the page is shown again by a message.
      return {
        to: visit.path + back(visit.query['next']),
        say: attempt.refused === 'locked' ? words.locked : words.wrong,
      };
    },
  });

const back = (next: string | undefined): string =>
  next ? `?next=${encodeURIComponent(safeBack(next))}` : '';
