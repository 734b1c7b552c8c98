import { group, moment, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { addressee, formHead, FORMS_LAW, sampleAddressee, sampleHead } from './one-stop.ts';
import { dossierCodes, recipients, signer } from './parts.ts';

/** Form 05: Thông báo dừng giải quyết hồ sơ, the final discontinuation (national status 8). */
export const discontinuationForm = shipped({
  key: 'form-05-discontinuation',
  title: { vi: 'Thông báo dừng giải quyết hồ sơ', en: 'Notice of discontinuation' },
  law: `${FORMS_LAW}, Mẫu số 05`,
  input: group('Thông báo dừng giải quyết hồ sơ', {
    ...formHead,
    addressee,
    procedure: words('Nội dung yêu cầu giải quyết'),
    received: moment('Thời gian tiếp nhận'),
    requestedBy: words('Người, cơ quan đề nghị dừng'),
    reason: words('Căn cứ, lý do dừng'),
    stage: words('Giai đoạn'),
    decision: words('Quyết định'),
    fee: words('Xử lý phí, lệ phí'),
    papers: optional(words('Trả lại giấy tờ')),
    recipients: optional(recipients),
    signer,
  }),
  documentTitle: ({ dossier }) => `Thông báo dừng giải quyết hồ sơ: ${dossier}`,
  codes: dossierCodes,
  sample: {
    ...sampleHead,
    addressee: sampleAddressee,
    procedure: 'đăng ký thành lập hộ kinh doanh',
    received: '2026-11-02T09:15',
    requestedBy: 'Người nộp hồ sơ, đơn ngày 18/11/2026',
    reason: 'Người nộp hồ sơ không còn nhu cầu thành lập hộ kinh doanh',
    stage: 'Thẩm định hồ sơ',
    decision: 'Dừng giải quyết hồ sơ',
    fee: 'Hoàn trả lệ phí 100.000 đồng vào tài khoản đã nộp trong 05 ngày làm việc',
    papers: 'Đã trả bản chính cho người nộp khi tiếp nhận',
    recipients: ['Như trên', 'Lưu: VT, KT'],
    signer: { authority: ['TL. CHỦ TỊCH'], post: 'TRƯỞNG PHÒNG KINH TẾ', name: 'Trần Thị Mẫu', seal: 35 },
  },
});
