/** Officers sign in with a passkey: the device says who, finger, face or PIN say that it is they. */
import { page } from '../../../ground/web/page.ts';
import { Faults } from '../../../ground/web/form.tsx';
import { ANY_PASSKEY } from '../api.ts';
import { checkAny, signInWithPasskey } from '../passkeys.ts';
import { siteOf } from '../site.ts';
import { words } from '../words.ts';
import { cameIn } from './came-in.ts';
import { PasskeyForm, passkeyInput } from './passkey-form.tsx';

export const PASSKEY_PATH = '/dang-nhap/khoa-truy-cap';

const title = { vi: 'Đăng nhập bằng khóa truy cập', en: 'Sign in with a passkey' };
const hint = {
  vi: 'Khóa truy cập nằm trong điện thoại, máy tính hoặc khóa bảo mật của bạn, mở bằng vân tay, khuôn mặt hoặc mã PIN. Bạn thêm khóa ở trang tài khoản sau khi đăng nhập bằng mật khẩu lần đầu.',
  en: 'A passkey lies in your phone, computer or security key, and is opened by finger, face or PIN. You add one on your account page after signing in with your password once.',
};

export const passkeySignInPage = page({
  path: PASSKEY_PATH,
  who: 'anyone',
  example: PASSKEY_PATH,
  brake: 'signIn',
  input: passkeyInput,
  gather: async () => null,
  view: (_, visit, fault) => ({
    title,
    scripts: ['passkey'],
    crumbs: [{ text: words.signIn, href: '/dang-nhap' }],
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{title[visit.lang]}</h1>
          <p class="govuk-body">{hint[visit.lang]}</p>
          <PasskeyForm visit={visit} question={ANY_PASSKEY} button={words.signIn} />
          <p class="govuk-body">
            <a class="govuk-link" href="/dang-nhap/can-bo">
              {words.officerSignIn[visit.lang]}
            </a>
          </p>
        </div>
      </div>
    ),
  }),
  prepare: (visit, { challenge, answer }) => checkAny(visit.look, siteOf(visit), challenge, answer),
  act: async (act, _, { prepared, visit }) => cameIn(await signInWithPasskey(act, prepared, visit), visit),
});
