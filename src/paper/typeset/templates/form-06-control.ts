import { group, list, moment, oneOf, optional, words } from '../fields.ts';
import { shipped } from '../template.ts';
import { formHead, FORMS_LAW, sampleHead } from './one-stop.ts';
import { dossierCodes } from './parts.ts';

const side = (title: string) => group(title, { unit: words('Cơ quan, đơn vị'), person: words('Họ tên') });

/** Form 06: Phiếu kiểm soát quá trình giải quyết hồ sơ, printed from the record: who handed over to whom, when, in time or not. */
export const controlForm = shipped({
  key: 'form-06-control',
  title: { vi: 'Phiếu kiểm soát quá trình giải quyết hồ sơ', en: 'Control slip of the dossier' },
  law: `${FORMS_LAW}, Mẫu số 06`,
  input: group('Phiếu kiểm soát quá trình giải quyết hồ sơ', {
    ...formHead,
    procedure: words('Nội dung yêu cầu giải quyết'),
    lead: words('Cơ quan giải quyết'),
    partners: optional(list('Cơ quan phối hợp', words('Cơ quan'))),
    steps: list(
      'Các lần giao, nhận',
      group('Lần giao, nhận', {
        from: side('Bên giao'),
        to: side('Bên nhận'),
        at: moment('Thời gian'),
        outcome: oneOf('Kết quả', ['Trước hạn', 'Đúng hạn', 'Quá hạn', 'Đang giải quyết']),
        result: optional(words('Sản phẩm')),
        note: optional(words('Ghi chú')),
      }),
    ),
  }),
  documentTitle: ({ dossier }) => `Phiếu kiểm soát quá trình giải quyết hồ sơ: ${dossier}`,
  codes: dossierCodes,
  sample: {
    ...sampleHead,
    procedure: 'Cấp giấy phép xây dựng mới đối với nhà ở riêng lẻ',
    lead: 'Phòng Kinh tế xã Bến Đò',
    partners: ['Công an xã Bến Đò'],
    steps: [
      {
        from: { unit: 'Trung tâm Phục vụ hành chính công', person: 'Trần Thị Mẫu' },
        to: { unit: 'Phòng Kinh tế', person: 'Lê Ví Dụ' },
        at: '2026-11-02T10:05',
        outcome: 'Trước hạn',
        result: 'Hồ sơ đầy đủ, đã số hóa',
      },
      {
        from: { unit: 'Phòng Kinh tế', person: 'Lê Ví Dụ' },
        to: { unit: 'Lãnh đạo Ủy ban nhân dân xã', person: 'Phạm Văn Minh Họa' },
        at: '2026-11-13T15:40',
        outcome: 'Đúng hạn',
        result: 'Dự thảo giấy phép',
        note: 'Đã kiểm tra thực địa ngày 10/11/2026',
      },
    ],
  },
});
