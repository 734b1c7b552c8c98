/** The first page of signing in: who are you? */
import { Button, InsetText } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import { LEVELS_PATH } from '../assurance.ts';
import type { AgencyIdentity } from '../gateway/agency-identity.ts';
import { safeBack } from '../rules.ts';
import { words } from '../words.ts';
import { agencyIdentityPath } from './identity.ts';
import { PASSKEY_PATH } from './passkey-sign-in.tsx';

const own = {
  withPassword: { vi: 'Bằng mật khẩu và mã xác thực', en: 'With password and code' },
  withPasskey: { vi: 'Bằng khóa truy cập', en: 'With a passkey' },
  withAgency: (name: Text): Text => ({
    vi: `Bằng tài khoản của ${name.vi}`,
    en: `With your account at ${name.en}`,
  }),
  levels: { vi: 'Mức độ định danh là gì?', en: 'What are levels of identity?' },
  refused: {
    vi: 'Tài khoản này chưa được cấp quyền vào đây, hoặc đang bị khóa. Hãy hỏi người quản trị của cơ quan bạn.',
    en: 'This account has not been given access here, or is locked. Ask the administrator of your agency.',
  },
} as const;

/** Why the visitor is here again. */
const reasons: Readonly<Record<string, Text>> = { '1': words.again, '2': own.refused };

export const choosePage = (agencies: readonly AgencyIdentity[]) =>
  page({
    path: '/dang-nhap',
    who: 'anyone',
    example: '/dang-nhap',
    gather: async ({ query }) => ({
      next: `?next=${encodeURIComponent(safeBack(query['next']))}`,
      reason: reasons[query['lai'] ?? ''],
    }),
    view: ({ next, reason }, { lang }) => ({
      title: words.signIn,
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <h1 class="govuk-heading-xl">{words.signIn[lang]}</h1>
            {reason && <InsetText>{reason[lang]}</InsetText>}
            <h2 class="govuk-heading-m">{words.citizens[lang]}</h2>
            <p class="govuk-body">{words.identityHint[lang]}</p>
            <Button href={`/dang-nhap/vneid${next}`} start>
              {words.withIdentity[lang]}
            </Button>
            <p class="govuk-body">
              <a class="govuk-link" href={LEVELS_PATH}>
                {own.levels[lang]}
              </a>
            </p>
            <h2 class="govuk-heading-m">{words.officers[lang]}</h2>
            <ul class="govuk-list govuk-list--spaced">
              <li>
                <a class="govuk-link" href={`/dang-nhap/can-bo${next}`}>
                  {own.withPassword[lang]}
                </a>
              </li>
              <li>
                <a class="govuk-link" href={PASSKEY_PATH + next}>
                  {own.withPasskey[lang]}
                </a>
              </li>
              {agencies.map(({ id, name }) => (
                <li>
                  <a class="govuk-link" href={agencyIdentityPath(id) + next}>
                    {own.withAgency(name)[lang]}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        </div>
      ),
    }),
  });
