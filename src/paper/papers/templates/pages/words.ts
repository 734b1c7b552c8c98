/** Words of the pages on which administrators look after templates. */
import type { Text } from '../../../../ground/text/language.ts';

export const templateWords = {
  title: { vi: 'Mẫu văn bản', en: 'Templates of papers' },
  hint: {
    vi: 'Sửa mẫu giấy tờ, phiếu và biên lai; xem thử; ban hành phiên bản mới.',
    en: 'Change the templates of papers, slips and receipts; preview them; publish new versions.',
  },
  law: { vi: 'Căn cứ', en: 'Legal basis' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  draft: { vi: 'Có bản nháp', en: 'A draft waits' },
  version: { vi: 'Phiên bản', en: 'Version' },
  shipped: { vi: 'Có sẵn trong phần mềm', en: 'Shipped with the program' },
  change: { vi: 'Nội dung sửa đổi', en: 'What was changed' },
  drafted: { vi: 'Người soạn', en: 'Drafted by' },
  published: { vi: 'Ban hành', en: 'Published' },
  notPublished: { vi: 'Chưa ban hành', en: 'Not published' },
  preview: { vi: 'Xem thử (PDF)', en: 'Preview (PDF)' },
  read: { vi: 'Mẫu có sẵn, chỉ để đọc', en: 'The shipped template, to read only' },
  edit: { vi: 'Sửa mẫu', en: 'Change the template' },
  source: { vi: 'Nội dung mẫu (Typst)', en: 'Source of the template (Typst)' },
  sourceHint: {
    vi: 'Khi lưu, hệ thống dựng thử mẫu với dữ liệu mẫu. Mẫu không đọc được tệp, không dùng được mạng và bị dừng nếu chạy quá 5 giây.',
    en: 'When you save it, the template is tried with its sample data. It cannot read files or use the network, and is stopped after 5 seconds.',
  },
  changeLabel: { vi: 'Sửa gì và vì sao', en: 'What is changed, and why' },
  save: { vi: 'Lưu bản nháp', en: 'Save the draft' },
  saved: {
    vi: 'Đã lưu bản nháp. Hãy xem thử, rồi nhờ người quản trị khác ban hành.',
    en: 'The draft is saved. Look at the preview, then ask another administrator to publish it.',
  },
  publish: { vi: 'Ban hành', en: 'Publish' },
  publishLead: {
    vi: 'Từ khi ban hành, giấy tờ được ký sẽ theo mẫu này. Giấy tờ đã ký giữ nguyên. Hãy xem thử trước khi ban hành.',
    en: 'Once it is published, papers are signed with this template. Papers that were signed stay as they are. Look at the preview before you publish.',
  },
  publishDone: { vi: 'Đã ban hành phiên bản mới.', en: 'The new version is published.' },
  noDraft: { vi: 'Không có bản nháp để ban hành.', en: 'There is no draft to publish.' },
  missing: { vi: 'Không có mẫu này.', en: 'There is no such template.' },
  readOnly: {
    vi: 'Chỉ người quản trị của cơ quan đứng đầu sửa được mẫu.',
    en: 'Only administrators of the top agency can change templates.',
  },
} satisfies Readonly<Record<string, Text>>;
