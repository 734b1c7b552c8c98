/** An officer sets up the account with the code from the administrator: on one page, without leaving it. */
import { Button, Details, Input, PasswordInput } from '../../../ground/ui/index.ts';
import { later } from '../../../ground/operate/later.ts';
import type { Text } from '../../../ground/text/language.ts';
import { entered, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { Invalid } from '../../../ground/operate/errors.ts';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { prepareSettingUp, setUp } from '../activation.ts';
import { newSecret, secretAddress } from '../passwords.ts';
import { SHORTEST_PASSWORD } from '../rules.ts';
import { SITE_NAME } from '../site.ts';
import { words } from '../words.ts';

const squares = later<typeof import('qrcode')>('qrcode');

export const ACTIVATE_PATH = '/dang-nhap/kich-hoat';

const own = {
  title: { vi: 'Kích hoạt tài khoản cán bộ', en: 'Set up an officer’s account' },
  hint: {
    vi: 'Người quản trị của cơ quan đã đưa bạn một mã kích hoạt, dùng được một lần trong 72 giờ.',
    en: 'The administrator of your agency has given you an activation code, good once within 72 hours.',
  },
  activation: { vi: 'Mã kích hoạt', en: 'Activation code' },
  password: { vi: 'Mật khẩu mới', en: 'New password' },
  passwordHint: {
    vi: `Ít nhất ${SHORTEST_PASSWORD} ký tự. Một câu dài dễ nhớ tốt hơn một từ khó nhớ.`,
    en: `At least ${SHORTEST_PASSWORD} characters. A long phrase is better than a difficult word.`,
  },
  repeat: { vi: 'Nhập lại mật khẩu mới', en: 'New password again' },
  scan: {
    vi: 'Mở ứng dụng xác thực trên điện thoại và quét mã vuông này.',
    en: 'Open the authenticator app on your phone and scan this square code.',
  },
  cannotScan: { vi: 'Không quét được?', en: 'Cannot scan it?' },
  typeIt: { vi: 'Nhập khóa này vào ứng dụng:', en: 'Type this key into the app:' },
  button: { vi: 'Kích hoạt', en: 'Set up' },
  done: {
    vi: 'Đã kích hoạt. Hãy đợi mã tiếp theo trong ứng dụng rồi đăng nhập.',
    en: 'The account is set up. Wait for the next code in the app, then sign in.',
  },
  wrong: {
    vi: 'Tên đăng nhập và mã kích hoạt không khớp, hoặc mã đã dùng hay quá hạn. Hãy hỏi lại người quản trị.',
    en: 'The sign-in name and the activation code do not belong together, or the code was used or is too old. Ask the administrator.',
  },
  differ: { vi: 'Hai lần nhập mật khẩu khác nhau.', en: 'The two passwords differ.' },
} as const satisfies Readonly<Record<string, Text>>;

const secretPattern = /^[A-Z2-7]{32,64}$/;

const fields = input({
  login: text({ label: words.login, max: 100 }),
  activation: text({ label: { vi: 'mã kích hoạt', en: 'the activation code' }, max: 40 }),
  password: text({ label: words.password, max: 200 }),
  repeat: text({ label: words.password, max: 200 }),
  secret: text({ label: words.code, max: 64, pattern: secretPattern }),
  digits: text({ label: words.code, max: 20 }),
});

/** A square code as one path of unit squares. */
function Square({ content, label }: { readonly content: string; readonly label: string }) {
  const { modules } = squares().create(content, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const dark = Array.from(modules.data, (bit, i) =>
    bit ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : '',
  );
  return (
    <svg viewBox={`-4 -4 ${size + 8} ${size + 8}`} width="220" height="220" role="img" aria-label={label}>
      <path d={`M-4 -4h${size + 8}v${size + 8}h-${size + 8}z`} fill="#fff" />
      <path d={dark.join('')} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}

export const activatePage = page({
  path: ACTIVATE_PATH,
  who: 'anyone',
  example: ACTIVATE_PATH,
  brake: 'signIn',
  input: fields,
  gather: async () => newSecret(),
  view: (fresh, visit, fault) => {
    const { lang } = visit;
    const typed = typedIn(fault, 'secret') ?? '';
    // The code that was scanned already stays, whatever else was wrong.
    const secret = secretPattern.test(typed) ? typed : fresh;
    const shown = (name: string) => entered(name, fault, visit);
    return {
      title: own.title,
      crumbs: [{ text: words.signIn, href: '/dang-nhap' }],
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{own.title[lang]}</h1>
            <p class="govuk-body">{own.hint[lang]}</p>
            <Form visit={visit}>
              <Input
                {...shown('login')}
                label={words.loginLabel[lang]}
                autocomplete="username"
                spellcheck={false}
                width={30}
              />
              <Input
                {...shown('activation')}
                label={own.activation[lang]}
                autocomplete="off"
                spellcheck={false}
                width={20}
              />
              <PasswordInput
                {...shown('password')}
                value={undefined}
                label={own.password[lang]}
                hint={own.passwordHint[lang]}
                autocomplete="new-password"
              />
              <PasswordInput
                {...shown('repeat')}
                value={undefined}
                label={own.repeat[lang]}
                autocomplete="new-password"
              />
              <p class="govuk-body">{own.scan[lang]}</p>
              <Square
                content={secretAddress(secret, typedIn(fault, 'login') ?? '', SITE_NAME)}
                label={own.scan[lang]}
              />
              <Details summary={own.cannotScan[lang]}>
                {own.typeIt[lang]} <code>{secret.match(/.{4}/g)?.join(' ')}</code>
              </Details>
              <input type="hidden" name="secret" value={secret} />
              <Input
                {...shown('digits')}
                label={words.codeLabel[lang]}
                hint={words.codeHint[lang]}
                inputmode="numeric"
                autocomplete="one-time-code"
                width={10}
              />
              <Button preventDoubleClick>{own.button[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  prepare: async (visit, { activation, repeat, ...typed }) => {
    if (repeat !== typed.password) throw new Invalid([{ field: 'repeat', message: own.differ }]);
    return prepareSettingUp(visit.look, { ...typed, code: activation });
  },
  act: async (act, { secret }, { prepared, visit }) => {
    const done = prepared !== null && (await setUp(act, prepared, secret, visit));
    return done
      ? { to: '/dang-nhap/can-bo', say: own.done }
      : { to: ACTIVATE_PATH, say: own.wrong, failed: true };
  },
});
