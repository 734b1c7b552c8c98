/** A citizen chooses whom to act for: oneself, a child or ward, or somebody who gave an authorisation (requirement B14). */
import { formatDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { ask, askPage, type Option } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { actFor } from '../acting.ts';
import { listRepresented, type Represented, type Whom } from '../represented.ts';
import { safeBack } from '../rules.ts';
import { accountCrumbs, ACCOUNT_PATH } from './account.tsx';

/** The answer that means nobody else. */
const SELF = 'self';

const own = {
  title: { vi: 'Làm việc thay cho ai?', en: 'Whom do you act for?' },
  lead: {
    vi: 'Chỉ hiện con chưa đủ 18 tuổi, người bạn giám hộ, và người, tổ chức đã uỷ quyền cho bạn, còn hiệu lực. Hồ sơ nộp sau đây đứng tên người hoặc tổ chức bạn chọn.',
    en: 'Shown are your children under 18, your wards, and those who have authorised you, as long as it holds. What you submit from now on is theirs.',
  },
  missing: {
    vi: 'Chưa thấy con của bạn? Tìm trong dữ liệu hộ tịch',
    en: 'Your child is not here? Look in the civil-status data',
  },
  byLaw: {
    vi: 'Con hoặc người bạn giám hộ: bạn đại diện theo pháp luật, không cần giấy uỷ quyền',
    en: 'Your child or ward: you represent them by law, no authorisation is needed',
  },
  whom: { vi: 'Từ bây giờ tôi làm việc cho', en: 'From now on I act for' },
  self: { vi: 'Chính tôi', en: 'Myself' },
  button: { vi: 'Tiếp tục', en: 'Continue' },
  done: {
    vi: 'Đã đổi. Tên người hoặc tổ chức bạn làm thay hiện ở trang tài khoản.',
    en: 'Changed. Whom you act for is shown on your account page.',
  },
  until: (day: string | null): Text =>
    day
      ? { vi: `đến hết ${formatDay(day, 'vi')}`, en: `until ${formatDay(day, 'en')}` }
      : { vi: 'không thời hạn', en: 'without end' },
  basis: { vi: 'Căn cứ', en: 'By' },
} as const;

/** The value of a choice: a child or ward under a sign of its own, else the mandate. */
const WARD = 'ward.';
const keyOf = (whom: Whom): string => ('ward' in whom ? WARD + whom.ward : whom.mandate);
const whomOf = (key: string): Whom | null =>
  key === SELF ? null : key.startsWith(WARD) ? { ward: key.slice(WARD.length) } : { mandate: key };

const optionOf = ({ whom, mandate, name }: Represented): Option => {
  if (!mandate) return { value: keyOf(whom), text: name, hint: own.byLaw };
  const until = own.until(mandate.to);
  return {
    value: keyOf(whom),
    text: name,
    hint: {
      vi: `${own.basis.vi}: ${mandate.basis}, ${until.vi}`,
      en: `${own.basis.en}: ${mandate.basis}, ${until.en}`,
    },
  };
};

/** `findChildren`: where children who are not shown are looked for; null: nowhere. */
export const actingPage = (findChildren: string | null) =>
  askPage({
    path: '/tai-khoan/thay-mat',
    who: 'citizen',
    example: '/tai-khoan/thay-mat',
    gather: async ({ look, by }: Visit) => ({
      represented: by.person ? await listRepresented(look, by.person) : [],
      now: by.mandate ?? (by.actingFor?.person ? WARD + by.actingFor.person : null),
    }),
    title: own.title,
    crumbs: () => accountCrumbs,
    lead: (_, { lang }) => (
      <>
        <p class="govuk-body">{own.lead[lang]}</p>
        {findChildren && (
          <p class="govuk-body">
            <a class="govuk-link" href={findChildren}>
              {own.missing[lang]}
            </a>
          </p>
        )}
      </>
    ),
    questions: {
      whom: ask.choice(own.whom, ({ represented }: { represented: readonly Represented[] }) => [
        { value: SELF, text: own.self },
        ...represented.map(optionOf),
      ]),
    },
    initial: ({ now }) => ({ whom: now ?? SELF }),
    button: own.button,
    act: async (act, { whom }, { visit }) => {
      if (visit.session) await actFor(act, visit.session.id, whomOf(whom), visit);
      const { next } = visit.query;
      return { to: next ? safeBack(next) : ACCOUNT_PATH, say: own.done };
    },
  });
