/** An officer's passkeys: which there are, add one, take one away. */
import { Button, DataTable, EmptyState, Input, InsetText } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { NotAllowed } from '../../../ground/operate/errors.ts';
import { Faults, RowButton } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { NEW_PASSKEY } from '../api.ts';
import { addPasskey, checkNew, listPasskeys, removePasskey } from '../passkeys.ts';
import { isFresh } from '../rules.ts';
import { siteOf } from '../site.ts';
import { words } from '../words.ts';
import { accountCrumbs } from './account.tsx';
import { passkeyFields, PasskeyForm } from './passkey-form.tsx';

const PATH = '/tai-khoan/khoa';
const ADD_PATH = '/tai-khoan/khoa/them';

const own = {
  title: { vi: 'Khóa truy cập', en: 'Passkeys' },
  lead: {
    vi: 'Khóa truy cập thay cả mật khẩu và mã xác thực. Nó nằm trong thiết bị của bạn và chỉ dùng được cho trang này.',
    en: 'A passkey stands for password and code together. It stays in your device and works for this site only.',
  },
  name: { vi: 'Tên', en: 'Name' },
  added: { vi: 'Thêm lúc', en: 'Added' },
  used: { vi: 'Dùng lần cuối', en: 'Last used' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  none: { vi: 'Chưa có khóa nào', en: 'No passkeys yet' },
  add: { vi: 'Thêm khóa truy cập', en: 'Add a passkey' },
  nameField: { vi: 'Đặt tên để sau này nhận ra', en: 'A name by which you will know it' },
  nameHint: { vi: 'Ví dụ: điện thoại, máy ở cơ quan.', en: 'For example: phone, office computer.' },
  doneAdd: { vi: 'Đã thêm khóa truy cập.', en: 'The passkey is added.' },
  doneRemove: { vi: 'Đã bỏ khóa truy cập.', en: 'The passkey is removed.' },
} as const satisfies Readonly<Record<string, Text>>;

const isFreshVisit = ({ session, now }: Visit): boolean =>
  session !== null && isFresh(session.signedInAt, now);

/** Throws NotAllowed when the sign-in is too old for a change of the keys themselves. */
function guard(visit: Visit): void {
  if (!isFreshVisit(visit)) throw new NotAllowed(words.signInAfresh);
}

export const passkeysPage = page({
  path: PATH,
  who: 'officer',
  example: PATH,
  input: input({ id: text({ label: own.title, max: 1500 }) }),
  gather: ({ look, by }) => listPasskeys(look, by.account ?? ''),
  view: (passkeys, visit) => {
    const { lang } = visit;
    return {
      title: own.title,
      crumbs: accountCrumbs,
      body: (
        <>
          <h1 class="govuk-heading-l">{own.title[lang]}</h1>
          <p class="govuk-body">{own.lead[lang]}</p>
          <DataTable
            caption={own.title[lang]}
            rows={passkeys}
            columns={[
              { key: 'name', title: own.name[lang], names: true, cell: (one) => one.name },
              { key: 'added', title: own.added[lang], cell: (one) => formatTime(one.created_at, lang) },
              {
                key: 'used',
                title: own.used[lang],
                cell: (one) => one.used_at && formatTime(one.used_at, lang),
              },
              {
                key: 'remove',
                title: own.remove[lang],
                cell: (one) => (
                  <RowButton visit={visit} fields={{ id: one.id }} of={one.name} text={own.remove[lang]} />
                ),
              },
            ]}
            empty={<EmptyState title={own.none[lang]} />}
          />
          <Button href={ADD_PATH}>{own.add[lang]}</Button>
        </>
      ),
    };
  },
  act: async (act, { id }, { visit }) => {
    guard(visit);
    await removePasskey(act, id, visit);
    return { to: PATH, say: own.doneRemove };
  },
});

export const addPasskeyPage = page({
  path: ADD_PATH,
  who: 'officer',
  example: ADD_PATH,
  input: input({
    ...passkeyFields,
    name: text({ label: { vi: 'tên của khóa', en: 'a name for it' }, max: 60 }),
  }),
  gather: async () => null,
  view: (_, visit, fault) => ({
    title: own.add,
    scripts: ['passkey'],
    crumbs: [...accountCrumbs, { text: own.title, href: PATH }],
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{own.add[visit.lang]}</h1>
          <p class="govuk-body">{own.lead[visit.lang]}</p>
          {isFreshVisit(visit) ? (
            <PasskeyForm visit={visit} question={NEW_PASSKEY} makes button={own.add}>
              <Input
                id="name"
                name="name"
                label={own.nameField[visit.lang]}
                hint={own.nameHint[visit.lang]}
                width={20}
              />
            </PasskeyForm>
          ) : (
            <InsetText>{words.signInAfresh[visit.lang]}</InsetText>
          )}
        </div>
      </div>
    ),
  }),
  prepare: (visit, { challenge, answer }) => {
    guard(visit);
    return checkNew(visit.look, siteOf(visit), challenge, answer);
  },
  act: async (act, { name }, { prepared, visit }) => {
    addPasskey(act, prepared, name, visit);
    return { to: PATH, say: own.doneAdd };
  },
});
