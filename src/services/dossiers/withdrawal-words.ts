/** Texts of withdrawing a dossier, by its applicant or at the counter on their paper request. */
import type { Text } from '../../ground/text/language.ts';

export const withdrawalWords = {
  onPaper: {
    vi: 'Chỉ rút khi người nộp có đơn đề nghị bằng giấy đã ký. Hồ sơ dừng hẳn, không khôi phục được; người nộp được báo ngay.',
    en: 'Only on a signed paper request of the applicant. The dossier stops for good, and the applicant is told at once.',
  },
  asker: { vi: 'Người đề nghị rút', en: 'Who asks for it' },
  askerField: { vi: 'người đề nghị rút', en: 'who asks for it' },
  as: { vi: 'Tư cách', en: 'They are' },
  applicant: { vi: 'Người nộp hồ sơ', en: 'The applicant' },
  authorised: { vi: 'Người được uỷ quyền', en: 'Authorised by the applicant' },
  authorisation: { vi: 'Giấy uỷ quyền (số, ngày)', en: 'The authorisation (number, day)' },
  authorisationHint: {
    vi: 'Chỉ ghi khi người đề nghị không phải người nộp.',
    en: 'Only when it is not the applicant.',
  },
  request: { vi: 'Bản chụp đơn đã ký (PDF hoặc ảnh)', en: 'Scan of the signed request (PDF or picture)' },
  paperName: { vi: 'Đơn đề nghị rút hồ sơ', en: 'Request for withdrawal' },
  whoAsked: { vi: 'Hãy ghi họ tên người đề nghị rút.', en: 'Enter who asks for it.' },
  byWhatRight: {
    vi: 'Người đề nghị không phải người nộp: hãy ghi giấy uỷ quyền.',
    en: 'It is not the applicant: enter the authorisation.',
  },
  mustBeOnPaper: {
    vi: 'Hãy đính kèm bản chụp đơn đề nghị rút đã ký.',
    en: 'Attach a scan of the signed request.',
  },
} as const satisfies Readonly<Record<string, Text>>;
