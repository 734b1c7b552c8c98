/** What a dossier page says of one that was filed elsewhere (C8): where, and what did not come with it. */
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { WarningText } from '../../../ground/ui/index.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { Arrived, FiledAt } from '../../../outside/exchange/index.ts';

const words = {
  filedAt: { vi: 'Nộp tại', en: 'Filed at' },
  missing: {
    vi: 'Tệp người nộp đã gửi kèm nhưng không tải được về. Nếu cần, hãy yêu cầu bổ sung:',
    en: 'Files that came with it could not be fetched. Ask for them if they are needed:',
  },
  missingYours: {
    vi: 'Tệp bạn gửi kèm nhưng cơ quan không tải được về. Nếu cần, cơ quan sẽ yêu cầu bạn bổ sung:',
    en: 'Files that you sent with it could not be fetched. If they are needed, you will be asked for them:',
  },
  differs: (when: string): Text => ({
    vi: `Lúc ${when}, nơi nộp đã gửi lại mã hồ sơ này với nội dung khác. Nội dung đó không được ghi; nếu cần, hãy hỏi người nộp.`,
    en: `At ${when} this code was sent again with another content, which was not kept. Ask the applicant if need be.`,
  }),
} as const;

const places: Readonly<Record<FiledAt, Text>> = {
  'national-portal': { vi: 'Cổng Dịch vụ công quốc gia', en: 'The national public service portal' },
  vneid: { vi: 'Ứng dụng VNeID', en: 'The VNeID application' },
};

/** The row that says where it was filed; null for a dossier that was filed here. */
export const filedAt = (arrived: Arrived | null, { lang }: Visit) =>
  arrived && { key: words.filedAt[lang], value: places[arrived.system][lang] };

/** Files that are missing, and that another content came later. */
export function NotArrived({ arrived, visit }: { readonly arrived: Arrived | null; readonly visit: Visit }) {
  const { lang, by } = visit;
  const inside = by.kind === 'officer';
  if (!arrived) return null;
  return (
    <>
      {arrived.missing.length > 0 && (
        <WarningText>
          {(inside ? words.missing : words.missingYours)[lang]}{' '}
          {arrived.missing.map(({ name, why }) => `${name} (${why[lang]})`).join('; ')}
        </WarningText>
      )}
      {inside && arrived.differs_at && (
        <WarningText>{words.differs(formatTime(arrived.differs_at, lang))[lang]}</WarningText>
      )}
    </>
  );
}
