/** Texts of handing over the result at the counter. */
import type { Text } from '../../ground/text/language.ts';

export const receiptWords = {
  how: { vi: 'Kết quả được trả thế nào?', en: 'How was the result returned?' },
  atCounter: {
    vi: 'Trao bản giấy tại quầy, người nhận ký nhận',
    en: 'Handed over at the counter and signed for',
  },
  otherwise: { vi: 'Người nộp đã nhận bằng cách khác', en: 'It reached the person another way' },
  otherwiseHint: {
    vi: 'Nhận bản điện tử trong kho giấy tờ, hoặc bưu chính đã phát.',
    en: 'As a file in the vault, or delivered by post.',
  },
  byPost: {
    vi: 'Người nộp chọn nhận qua bưu chính: khi bưu chính báo đã phát, hồ sơ tự chuyển sang đã trả. Chỉ ghi ở đây khi người nộp đến lấy.',
    en: 'The person chose the post: when it says that it has delivered, the dossier is returned by itself. Enter something here only if they come for it.',
  },
  postFailed: {
    vi: 'Bưu chính không nhận hoặc không giao được: bản giấy giữ tại quầy. Người nộp đã được mời đến lấy.',
    en: 'The post did not take it or could not deliver it: the paper is kept at the counter. The person was asked to fetch it.',
  },
  receiver: { vi: 'Người nhận', en: 'Who took it' },
  receiverField: { vi: 'người nhận', en: 'who took it' },
  as: { vi: 'Nhận với tư cách', en: 'They are' },
  applicant: { vi: 'Người nộp hồ sơ', en: 'The applicant' },
  authorised: { vi: 'Người được uỷ quyền, giới thiệu', en: 'Authorised by the applicant' },
  paper: { vi: 'Giấy uỷ quyền, giấy giới thiệu (số, ngày)', en: 'The authorisation (number, day)' },
  paperHint: { vi: 'Chỉ ghi khi người nhận không phải người nộp.', en: 'Only when it is not the applicant.' },
  signed: { vi: 'Người nhận đã ký nhận', en: 'They have signed for it' },
  slip: { vi: 'Ảnh phiếu đã ký (không bắt buộc)', en: 'Picture of the signed slip (optional)' },
  slipName: { vi: 'Phiếu ký nhận kết quả', en: 'Receipt of the result' },
  whoTook: { vi: 'Hãy ghi họ tên người nhận.', en: 'Enter who took it.' },
  byWhatPaper: {
    vi: 'Người nhận không phải người nộp: hãy ghi giấy uỷ quyền hoặc giấy giới thiệu.',
    en: 'It was not the applicant: enter the authorisation.',
  },
  mustSign: {
    vi: 'Người nhận phải ký nhận trước khi được trao kết quả.',
    en: 'It is handed over against a signature.',
  },
  eachSigns: {
    vi: 'Người nộp nhận tại quầy phải ký nhận: hãy mở hồ sơ này để trả.',
    en: 'Whoever fetches it at the counter signs for it: open this dossier to return it.',
  },
} as const satisfies Readonly<Record<string, Text>>;
