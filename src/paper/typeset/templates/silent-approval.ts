import { group, list, moment, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { addressee, sampleAddressee } from './one-stop.ts';
import { check, checkCode, headFields, labelled, recipients, signer } from './parts.ts';

/**
 * Thông báo hồ sơ được chấp thuận do hết thời hạn giải quyết: what a person holds where the law takes the silence of the agency
 * as approval. A notice of the agency, laid out as a document that names its type (Decree 30/2020, annex III, sample 1.4).
 */
export const silentApproval = shipped({
  key: 'silent-approval',
  title: { vi: 'Thông báo chấp thuận do hết thời hạn giải quyết', en: 'Notice of approval by silence' },
  law: 'Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4; luật chuyên ngành quy định không trả lời là chấp thuận',
  input: group('Thông báo chấp thuận do hết thời hạn giải quyết', {
    ...headFields,
    addressee,
    bases: optional(list('Căn cứ pháp lý', words('Căn cứ'))),
    dossier: words('Mã hồ sơ'),
    procedure: words('Nội dung yêu cầu giải quyết'),
    received: moment('Thời gian tiếp nhận'),
    due: moment('Thời điểm hết thời hạn giải quyết'),
    content: optional(list('Nội dung đã nêu trong hồ sơ', labelled)),
    recipients: optional(recipients),
    check: optional(check),
    signer,
  }),
  documentTitle: ({ dossier }) => `Thông báo hồ sơ được chấp thuận do hết thời hạn giải quyết: ${dossier}`,
  codes: checkCode,
  sample: {
    superior: 'Ủy ban nhân dân tỉnh Sông Lam',
    agency: 'Sở Văn hóa, Thể thao và Du lịch',
    notation: 'TB-SVHTTDL',
    place: 'Sông Lam',
    addressee: { ...sampleAddressee, you: 'quý tổ chức' },
    bases: ['Căn cứ Luật Quảng cáo số 16/2012/QH13'],
    dossier: 'H99.10-261102-0007',
    procedure: 'tiếp nhận thông báo sản phẩm quảng cáo trên bảng quảng cáo, băng-rôn (mã thủ tục 1.004650)',
    received: '2026-11-02T09:15',
    due: '2026-11-09T09:15',
    content: [
      { label: 'Phương tiện', value: 'Băng-rôn' },
      { label: 'Địa điểm', value: 'Đường Bờ Sông, phường Cửa Sông, tỉnh Sông Lam' },
      { label: 'Số lượng', value: '12 sản phẩm' },
    ],
    recipients: ['Như trên', 'Trung tâm Phục vụ hành chính công', 'Lưu: VT'],
    check: 'https://dichvucong.songlam.example/xac-minh/3J8T5W',
    signer: { authority: ['KT. GIÁM ĐỐC'], post: 'PHÓ GIÁM ĐỐC', name: 'Lê Ví Dụ', seal: 36 },
  },
});
