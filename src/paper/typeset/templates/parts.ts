/** Parts that many documents share: who issues, number, place and date, signer. Names of fields as the layout reads them. */
import type { Code } from '../template.ts';
import { day, group, list, oneOf, optional, whole, words } from '../fields.ts';

/** Who issues, at the upper left (Decree 30/2020, annex I, II.2). */
export const agencyFields = {
  superior: optional(words('Tên cơ quan, tổ chức chủ quản trực tiếp')),
  agency: words('Tên cơ quan, tổ chức ban hành'),
};

/** Number and notation below the agency; the number may be left to the clerk (II.3). */
export const numberFields = {
  number: optional(words('Số văn bản')),
  notation: optional(words('Ký hiệu văn bản')),
};

/** Place and date below the motto; the date may be left to the clerk (II.4). */
export const dateFields = { place: words('Địa danh'), date: optional(day('Ngày ban hành')) };

export const headFields = { ...agencyFields, ...numberFields, ...dateFields };

/** Who signs, in lines as printed: `authorityLines` of `signer.ts` writes them from the authority in force. */
export const signer = group('Người ký', {
  authority: optional(list('Quyền hạn ký (TM., Q., KT., TL., TUQ.)', words('Dòng quyền hạn'))),
  post: words('Chức vụ'),
  otherPost: optional(words('Chức vụ khác, ghi phía trên họ tên')),
  name: words('Họ và tên'),
  seal: optional(whole('Đường kính dấu (mm), 0 khi không đóng dấu', { maximum: 50 })),
});

/** "Nơi nhận" with the file copy last. */
export const recipients = list('Nơi nhận', words('Nơi nhận'), { minItems: 1 });

/** The urgency stamp (annex I, III.2.b). */
export const urgency = oneOf('Mức độ khẩn', ['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC']);

/** Who may read it (annex I, III.2.c). */
export const circulation = oneOf('Chỉ dẫn phạm vi lưu hành', ['XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ']);

/** The web address that the square code of a result leads to. */
export const check = words('Địa chỉ trang xác minh');

/** Draws the square code of a result that has an address to lead to. */
export const checkCode = (input: { readonly check?: string }): Readonly<Record<string, Code>> =>
  input.check === undefined ? {} : { check: { kind: 'qr', content: input.check } };

/** The dossier code as the bar code for the counter and the square code for phones (circular 03/2025/TT-VPCP, annex I). */
export const dossierCodes = (input: {
  readonly dossier: string;
  readonly lookup?: string;
}): Readonly<Record<string, Code>> => ({
  barcode: { kind: 'code128', content: input.dossier },
  qr: { kind: 'qr', content: input.lookup ?? input.dossier },
});

/** A labelled fact. An empty value prints a dotted line. */
export const labelled = group('Thông tin', { label: words('Nhãn'), value: optional(words('Nội dung')) });
