/** Says when the session ends by itself, on every page of who is signed in; without script too (Decree 331/2026: idle time-out). */
import { formatTime } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Visit } from '../../ground/web/visit.ts';

const MINUTE = 60_000;

const endsAt = (time: { readonly vi: string; readonly en: string }): Text => ({
  vi: `Phiên làm việc tự kết thúc lúc ${time.vi} nếu bạn không mở trang nào nữa. Hãy lưu phần đang khai trước lúc đó.`,
  en: `Your session ends by itself at ${time.en} unless you open another page. Save what you are entering before that.`,
});

export const SessionEnd = ({ visit: { session, lang, now } }: { readonly visit: Visit }) =>
  session?.endsAt ? (
    <p
      class="govuk-body-s govuk-!-margin-top-6 govuk-!-display-none-print"
      data-session-minutes={Math.floor((session.endsAt.getTime() - now.getTime()) / MINUTE)}
    >
      {endsAt({ vi: formatTime(session.endsAt, 'vi'), en: formatTime(session.endsAt, 'en') })[lang]}
    </p>
  ) : null;
