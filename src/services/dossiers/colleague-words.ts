/** Texts about what a colleague at the counter has in hand. */
import type { Text } from '../../ground/text/language.ts';

export const colleagueWords = {
  held: (step: string, name: string | null): Text => ({
    vi: `“${step}” đang do ${name ?? 'đồng nghiệp'} giữ.`,
    en: `${name ?? 'A colleague'} has “${step}” in hand.`,
  }),
  first: (step: string, name: string | null): Text => ({
    vi: `“${step}” đang do ${name ?? 'đồng nghiệp'} giữ. Hãy nhận lại việc ở trang hồ sơ trước.`,
    en: `${name ?? 'A colleague'} has “${step}” in hand. Take it over on the page of the dossier first.`,
  }),
  takeOver: { vi: 'Nhận lại việc', en: 'Take it over' },
  from: (name: string | null): Text => ({
    vi: `Nhận lại từ ${name ?? 'đồng nghiệp'}`,
    en: `Take it over from ${name ?? 'a colleague'}`,
  }),
  hint: {
    vi: 'Việc nhận lại được ghi vào quá trình giải quyết, có tên hai người. Người nộp không thấy.',
    en: 'It is written into the record with both names. The applicant does not see it.',
  },
} as const;
