import { group, list, oneOf, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { formHead, FORMS_LAW, sampleApplicant, sampleHead, spokenTo } from './one-stop.ts';
import { dossierCodes } from './parts.ts';

/** Form 03: Phiếu từ chối tiếp nhận, giải quyết hồ sơ. Every ground is a reason in words with the law it rests on. */
export const refusalForm = shipped({
  key: 'form-03-refusal',
  title: { vi: 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ', en: 'Refusal to accept or settle the dossier' },
  law: `${FORMS_LAW}, Mẫu số 03`,
  input: group('Phiếu từ chối tiếp nhận, giải quyết hồ sơ', {
    ...formHead,
    applicant: spokenTo,
    procedure: words('Nội dung yêu cầu giải quyết'),
    examiner: optional(words('Cơ quan đã xem xét, khi không phải Bộ phận Một cửa')),
    refused: oneOf('Việc bị từ chối', ['tiếp nhận', 'giải quyết']),
    grounds: list(
      'Lý do từ chối',
      group('Lý do', { reason: words('Lý do, một câu'), basis: words('Căn cứ pháp luật') }),
      { minItems: 1 },
    ),
    advice: optional(words('Hướng dẫn việc có thể làm tiếp')),
    signerTitle: words('Người ký'),
    signerName: words('Họ tên người ký'),
  }),
  documentTitle: ({ refused, dossier }) => `Phiếu từ chối ${refused} hồ sơ: ${dossier}`,
  codes: dossierCodes,
  sample: {
    ...sampleHead,
    applicant: sampleApplicant,
    procedure: 'Đăng ký khai sinh (mã thủ tục 1.001193)',
    refused: 'tiếp nhận',
    grounds: [
      {
        reason: 'Việc khai sinh của trẻ đã được đăng ký tại Ủy ban nhân dân phường Cửa Sông ngày 02/10/2026.',
        basis: 'Luật Hộ tịch số 60/2014/QH13, Điều 5 khoản 4',
      },
    ],
    advice:
      'Nếu cần bản sao giấy khai sinh đã cấp, ông/bà có thể đề nghị cấp trích lục khai sinh trên Cổng Dịch vụ công quốc gia.',
    signerTitle: 'Người tiếp nhận hồ sơ',
    signerName: 'Trần Thị Mẫu',
  },
});
