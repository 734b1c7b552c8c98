import { group, moment, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { addressee, formHead, FORMS_LAW, sampleAddressee, sampleHead } from './one-stop.ts';
import { dossierCodes, recipients, signer } from './parts.ts';

/** Form 04: the apology with cause and new date, sent once and before the promised date passes. */
export const apologyForm = shipped({
  key: 'form-04-apology',
  title: { vi: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apology with a new date' },
  law: `${FORMS_LAW}, Mẫu số 04`,
  input: group('Phiếu xin lỗi và hẹn lại ngày trả kết quả', {
    ...formHead,
    addressee,
    procedure: words('Nội dung yêu cầu giải quyết'),
    receivedBy: words('Nơi tiếp nhận'),
    received: moment('Thời gian tiếp nhận'),
    promised: moment('Thời gian hẹn trả'),
    lateAgency: words('Cơ quan chậm'),
    cause: words('Lý do chậm'),
    newDue: moment('Thời gian hẹn lại'),
    recipients: optional(recipients),
    signer,
  }),
  documentTitle: ({ dossier }) => `Phiếu xin lỗi và hẹn lại ngày trả kết quả: ${dossier}`,
  codes: dossierCodes,
  sample: {
    ...sampleHead,
    addressee: sampleAddressee,
    procedure: 'cấp giấy phép xây dựng nhà ở riêng lẻ',
    receivedBy: 'Trung tâm Phục vụ hành chính công xã Bến Đò',
    received: '2026-11-02T09:15',
    promised: '2026-11-23T16:30',
    lateAgency: 'Phòng Kinh tế xã Bến Đò',
    cause: 'mưa lũ từ ngày 12 đến ngày 16/11/2026 làm chậm việc kiểm tra thực địa',
    newDue: '2026-11-27T16:30',
    recipients: ['Như trên', 'Trung tâm Phục vụ hành chính công', 'Lưu: VT, KT'],
    signer: {
      authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'],
      post: 'PHÓ CHỦ TỊCH',
      name: 'Lê Ví Dụ',
      seal: 35,
    },
  },
});
