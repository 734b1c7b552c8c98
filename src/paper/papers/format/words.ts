/** Texts of the format check. */
import type { Text } from '../../../ground/text/language.ts';
import type { Finding } from '../../typeset/index.ts';

export const words = {
  title: { vi: 'Kiểm tra thể thức văn bản', en: 'Check the format of a document' },
  lead: {
    vi: 'Kiểm tra trước khi trình ký: khổ giấy, lề, phông chữ, cỡ chữ, Quốc hiệu, số, ký hiệu, ngày tháng, trích yếu, cách đánh số, quyền hạn ký, nơi nhận.',
    en: 'Check before you submit for signature: paper, margins, letters, motto, number, date, abstract, numbering, authority to sign, recipients.',
  },
  file: { vi: 'Văn bản Word (.docx) hoặc PDF, nhiều nhất 10 MB', en: 'Word (.docx) or PDF, at most 10 MB' },
  fileHint: {
    vi: 'Tệp chỉ được kiểm tra rồi bỏ đi, không lưu lại. Không chọn văn bản có bí mật nhà nước.',
    en: 'The file is only checked, and not kept. Do not choose a document with state secrets.',
  },
  missing: { vi: 'Hãy chọn văn bản cần kiểm tra.', en: 'Choose the document to check.' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  again: { vi: 'Kiểm tra văn bản khác', en: 'Check another document' },
  clean: { vi: 'Chưa thấy chỗ nào sai', en: 'Nothing wrong was found' },
  wrong: { vi: 'Cần sửa', en: 'To be mended' },
  advice: { vi: 'Nên xem lại', en: 'To be looked at again' },
  limits: {
    vi: 'Máy không kiểm tra được nội dung, chính tả, các đường kẻ và dấu. Người soạn thảo vẫn chịu trách nhiệm về văn bản.',
    en: 'Content, spelling, rules and seals are not checked. The drafter remains responsible for the document.',
  },
  unreadable: { vi: 'Không đọc được tệp', en: 'The file cannot be read' },
} as const satisfies Record<string, Text>;

/** The components as a drafter calls them. */
export const partNames: Readonly<Record<Finding['part'], Text>> = {
  page: { vi: 'Trang giấy', en: 'Page' },
  letters: { vi: 'Phông chữ', en: 'Letters' },
  type: { vi: 'Tên loại', en: 'Type' },
  motto: { vi: 'Quốc hiệu, Tiêu ngữ', en: 'Country and motto' },
  superior: { vi: 'Cơ quan chủ quản', en: 'Superior agency' },
  agency: { vi: 'Cơ quan ban hành', en: 'Issuing agency' },
  number: { vi: 'Số, ký hiệu', en: 'Number and notation' },
  placeAndDate: { vi: 'Địa danh, thời gian', en: 'Place and date' },
  abstract: { vi: 'Trích yếu', en: 'Abstract' },
  addressees: { vi: 'Kính gửi', en: 'Addressees' },
  bases: { vi: 'Căn cứ', en: 'Legal bases' },
  body: { vi: 'Nội dung', en: 'Content' },
  signer: { vi: 'Người ký', en: 'Signer' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  urgency: { vi: 'Mức độ khẩn', en: 'Urgency' },
  circulation: { vi: 'Phạm vi lưu hành', en: 'Circulation' },
  annexes: { vi: 'Phụ lục', en: 'Annexes' },
};
