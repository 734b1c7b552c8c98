/** Texts about annexes in files of their own. */
import type { Text } from '../../../ground/text/language.ts';

export const words = {
  title: { vi: 'Phụ lục trong tệp riêng', en: 'Annexes in separate files' },
  lead: {
    vi: 'Mỗi tệp PDF được cơ quan ký cùng lúc đóng dấu văn bản: số, ký hiệu và thời điểm ký ở góc trên, bên phải trang đầu. Văn bản phải có chỉ dẫn về phụ lục. Khi lãnh đạo đã ký thì không thêm, bớt được nữa.',
    en: 'The agency signs each PDF when it seals the paper: number and time at the top right of the first page. The paper must refer to its annexes. Once the leader has signed, they cannot be changed.',
  },
  fixed: {
    vi: 'Văn bản đã được ký nên phụ lục không thay đổi nữa.',
    en: 'The paper has been signed, so its annexes do not change any more.',
  },
  none: { vi: 'Chưa có phụ lục nào.', en: 'No annexes.' },
  annex: { vi: 'Phụ lục', en: 'Annex' },
  state: { vi: 'Chữ ký', en: 'Signature' },
  signed: { vi: 'Cơ quan đã ký', en: 'Signed by the agency' },
  waiting: { vi: 'Ký khi phát hành', en: 'To be signed on issue' },
  remove: { vi: 'Bỏ phụ lục', en: 'Take away' },
  add: { vi: 'Thêm phụ lục', en: 'Attach an annex' },
  name: { vi: 'Tên phụ lục', en: 'Title of the annex' },
  nameHint: {
    vi: 'Không ghi chữ “Phụ lục” và số thứ tự. Ví dụ: Danh sách người được cấp',
    en: 'Without the word “Annex” and its number. For example: List of recipients',
  },
  nameField: { vi: 'tên phụ lục', en: 'the title of the annex' },
  noName: { vi: 'Hãy nhập tên phụ lục.', en: 'Enter the title of the annex.' },
  file: { vi: 'Tệp PDF, chưa ký số, nhiều nhất 30 MB', en: 'A PDF, not signed, at most 30 MB' },
  noFile: { vi: 'Hãy chọn tệp phụ lục.', en: 'Choose the file of the annex.' },
  added: { vi: 'Đã thêm phụ lục.', en: 'The annex is attached.' },
  removed: { vi: 'Đã bỏ phụ lục.', en: 'The annex is taken away.' },
  changed: {
    vi: 'Phụ lục của văn bản vừa thay đổi. Hãy đọc lại rồi ký.',
    en: 'The annexes of the paper have just changed. Read them again, then sign.',
  },
  replacedLead: {
    vi: 'Phụ lục của văn bản bị thay thế được chuyển sang văn bản mới. Khi đóng dấu, cơ quan ký lại từng tệp với số mới; tệp đã ký theo số cũ hết hiệu lực cùng văn bản cũ. Muốn thêm, bớt phụ lục, hãy mở trang phụ lục của văn bản mới trước khi lãnh đạo ký.',
    en: 'The annexes of the paper that is replaced go over to the new one. When it is sealed, the agency signs each file anew with the new number; the files signed under the old number end with the old paper. To change annexes open their page of the new paper before the leader signs.',
  },
  becomes: { vi: 'Ở văn bản mới', en: 'In the new paper' },
  carried: { vi: 'Giữ, ký lại với số mới', en: 'Kept, signed anew with the new number' },
  fresh: { vi: 'Thêm mới', en: 'New' },
  gone: { vi: 'Không còn', en: 'No longer there' },
  noAnnex: { vi: 'Không có phụ lục này.', en: 'There is no such annex.' },
} as const satisfies Readonly<Record<string, Text>>;
