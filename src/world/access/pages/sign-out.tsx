/** Signing out. */
import { Button } from '../../../ground/ui/index.ts';
import { SESSION_COOKIE } from '../../../ground/web/cookies.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { endSession } from '../sessions.ts';
import { words } from '../words.ts';

const title = { vi: 'Thoát', en: 'Sign out' };

export const signOutPage = page({
  path: '/dang-xuat',
  who: 'signed-in',
  example: '/dang-xuat',
  input: nothing,
  gather: async () => null,
  view: (_, visit) => ({
    title,
    body: (
      <Form visit={visit}>
        <h1 class="govuk-heading-l">{title[visit.lang]}</h1>
        <Button>{title[visit.lang]}</Button>
      </Form>
    ),
  }),
  act: async (act, _, { visit }) => {
    if (visit.session) await endSession(act, visit.session.id, visit);
    return { to: '/', say: words.signedOut, cookies: { [SESSION_COOKIE]: null } };
  },
});
