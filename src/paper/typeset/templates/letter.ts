import { group, list, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { annexes, body } from './blocks.ts';
import { circulation, headFields, recipients, signer, urgency } from './parts.ts';

/** Công văn: the letter between agencies (Decree 30/2020, annex III, sample 1.5). */
export const letter = shipped({
  key: 'letter',
  title: { vi: 'Công văn', en: 'Official letter' },
  law: 'Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5',
  input: group('Công văn', {
    ...headFields,
    abstract: words('Trích yếu, sau chữ V/v', { maxLength: 500 }),
    urgency: optional(urgency),
    circulation: optional(circulation),
    to: list('Kính gửi', words('Nơi nhận để giải quyết'), { minItems: 1 }),
    body,
    recipients,
    signer,
    drafter: optional(words('Ký hiệu người soạn thảo và số lượng bản phát hành')),
    address: optional(words('Địa chỉ, thư điện tử, điện thoại của cơ quan')),
    annexes,
  }),
  documentTitle: ({ abstract }) => `Công văn về việc ${abstract}`,
  sample: {
    superior: 'UBND tỉnh Sông Lam',
    agency: 'Sở Nội vụ',
    notation: 'SNV-VP',
    place: 'Sông Lam',
    abstract: 'báo cáo kết quả rà soát thủ tục hành chính quý IV năm 2026',
    urgency: 'HỎA TỐC',
    to: ['Các sở, ban, ngành thuộc Ủy ban nhân dân tỉnh', 'Ủy ban nhân dân các xã, phường'],
    body: [
      {
        kind: 'paragraph',
        text: 'Thực hiện kế hoạch kiểm soát thủ tục hành chính năm 2026 của Ủy ban nhân dân tỉnh, Sở Nội vụ đề nghị các cơ quan, địa phương báo cáo kết quả rà soát theo những nội dung sau:',
      },
      {
        kind: 'clause',
        number: '1',
        title: 'Kết quả rà soát',
        text: 'Nêu rõ số thủ tục đã rà soát, số thủ tục đề nghị đơn giản hóa và chi phí tuân thủ cắt giảm được.',
      },
      { kind: 'clause', number: '2', text: 'Khó khăn, vướng mắc và kiến nghị:' },
      { kind: 'clause', number: 'a', text: 'Vướng mắc do quy định của pháp luật;' },
      { kind: 'clause', number: 'b', text: 'Vướng mắc do phần mềm, hạ tầng kỹ thuật.' },
      {
        kind: 'paragraph',
        text: 'Báo cáo gửi về Sở Nội vụ trước ngày 15 tháng 12 năm 2026 để tổng hợp, trình Ủy ban nhân dân tỉnh.',
      },
    ],
    recipients: [
      'Như trên',
      'Ủy ban nhân dân tỉnh (để báo cáo)',
      'Giám đốc, các Phó Giám đốc Sở',
      'Lưu: VT, VP (02)',
    ],
    signer: { authority: ['KT. GIÁM ĐỐC'], post: 'PHÓ GIÁM ĐỐC', name: 'Trần Thị Mẫu' },
    drafter: 'LVD.(120)',
    address:
      'Số 1, đường Bờ Sông, phường Cửa Sông, tỉnh Sông Lam; ĐT: 0200 000 000; thư điện tử: snv@songlam.example',
  },
});
