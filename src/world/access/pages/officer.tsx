/** Officers sign in: name, password and the code of the second factor on one page, with one answer for anything wrong. */
import { Button, Input, InsetText, PasswordInput } from '../../../ground/ui/index.ts';
import { entered, errorOf, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { findAccount } from '../accounts.ts';
import { checkSecrets } from '../passwords.ts';
import { signIn } from '../sign-in.ts';
import { words } from '../words.ts';
import { ACTIVATE_PATH } from './activate.tsx';
import { cameIn } from './came-in.ts';

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
    brake: 'signIn',
    input: fields,
    gather: async () => null,
    view: (_, visit, fault) => ({
      title: words.officerSignIn,
      crumbs: [{ text: words.signIn, href: '/dang-nhap' }],
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
            <Form visit={visit} action={actionOf(visit)}>
              <Input
                {...entered('login', fault, visit)}
                label={words.loginLabel[visit.lang]}
                autocomplete="username"
                autocapitalize="none"
                spellcheck={false}
                width={30}
                attributes={{ autofocus: fault === null }}
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
            <p class="govuk-body">
              <a class="govuk-link" href={ACTIVATE_PATH}>
                {words.haveCode[visit.lang]}
              </a>
            </p>
          </div>
        </div>
      ),
    }),
    prepare: async (visit, typed) => {
      const account = await findAccount(visit.look, 'officer', typed.login);
      const checked = await checkSecrets(account, typed.password, typed.code, visit.now);
      return { account: account?.id ?? null, checked };
    },
    act: async (act, _, { prepared: { account, checked }, visit }) =>
      cameIn(await signIn(act, account, checked, visit, sampleCode !== null), visit),
  });

const actionOf = ({ path, query }: Visit): string =>
  query['next'] ? `${path}?next=${encodeURIComponent(query['next'])}` : path;
