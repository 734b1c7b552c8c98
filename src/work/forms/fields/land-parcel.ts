/** A parcel of land (thửa đất), as the land register names it: map sheet, parcel number, area, commune. */
import type { AddressField } from './address.tsx';
import type { Composite, FieldBase } from './field.ts';
import type { NumberField } from './number.tsx';
import type { TextField } from './text.ts';

const partNames = ['sheet', 'parcel', 'area', 'place', 'certificate'] as const;
export type LandParcelPart = (typeof partNames)[number];

export type LandParcelField = FieldBase & {
  readonly type: 'landParcel';
  /** Sheet, parcel and area unless told. */
  readonly ask?: readonly LandParcelPart[];
};

type PartField = AddressField | NumberField | TextField;

const parts: Readonly<Record<LandParcelPart, PartField>> = {
  sheet: {
    id: 'sheet',
    type: 'number',
    label: { vi: 'Số tờ bản đồ', en: 'Map sheet number' },
    min: 1,
    max: 99_999,
  },
  parcel: {
    id: 'parcel',
    type: 'number',
    label: { vi: 'Số thửa đất', en: 'Parcel number' },
    min: 1,
    max: 999_999,
  },
  area: {
    id: 'area',
    type: 'number',
    label: { vi: 'Diện tích', en: 'Area' },
    min: 0.1,
    max: 1_000_000_000,
    decimals: 1,
    unit: { vi: 'm²', en: 'm²' },
  },
  place: {
    id: 'place',
    type: 'address',
    label: { vi: 'Nơi có đất', en: 'Place of the land' },
    detail: 'optional',
  },
  certificate: {
    id: 'certificate',
    type: 'text',
    label: { vi: 'Số phát hành giấy chứng nhận', en: 'Serial number of the certificate' },
    maxLength: 20,
    pattern: {
      regex: '^[A-ZĐa-zđ]{1,2} ?[0-9]{6,8}$',
      message: {
        vi: 'Số phát hành giấy chứng nhận gồm 1 hoặc 2 chữ cái và 6 đến 8 chữ số, ví dụ AB 12345678.',
        en: 'The serial number of the certificate has 1 or 2 letters and 6 to 8 digits, such as AB 12345678.',
      },
    },
  },
};

const sample: LandParcelField = {
  id: 'land',
  type: 'landParcel',
  label: { vi: 'Thửa đất', en: 'Parcel of land' },
  ask: ['sheet', 'parcel', 'area', 'certificate'],
};
const land = { sheet: 12, parcel: 345, area: 120.5, certificate: 'AB 12345678' };
const shown = '12; 345; 120,5 m²; AB 12345678';

const serial = 'Số phát hành giấy chứng nhận gồm 1 hoặc 2 chữ cái và 6 đến 8 chữ số, ví dụ AB 12345678.';

export const landParcel: Composite<LandParcelField> = {
  kind: 'composite',
  name: { vi: 'Thửa đất', en: 'Parcel of land' },
  options: { ask: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: partNames } } },
  parts: (field) => (field.ask ?? ['sheet', 'parcel', 'area']).map((name) => parts[name]),
  examples: {
    field: sample,
    valid: [
      [land, land, shown],
      [{ sheet: '12', parcel: ' 345 ', area: '120,5', certificate: 'AB 12345678' }, land, shown],
    ],
    bad: [
      [{ ...land, sheet: '' }, 'Hãy điền số tờ bản đồ của thửa đất.'],
      [{ ...land, parcel: null }, 'Hãy điền số thửa đất của thửa đất.'],
      [{ ...land, area: undefined }, 'Hãy điền diện tích của thửa đất.'],
      [{ ...land, certificate: ' ' }, 'Hãy điền số phát hành giấy chứng nhận của thửa đất.'],
      [{ ...land, sheet: 'tờ 12' }, 'Số tờ bản đồ của thửa đất phải viết bằng chữ số, ví dụ 1250.'],
      [
        { ...land, sheet: 'mười hai'.normalize('NFD') },
        'Số tờ bản đồ của thửa đất phải viết bằng chữ số, ví dụ 1250.',
      ],
      [{ ...land, sheet: '0' }, 'Số tờ bản đồ của thửa đất phải từ 1 trở lên.'],
      [{ ...land, sheet: '100000' }, 'Số tờ bản đồ của thửa đất không được quá 99.999.'],
      [{ ...land, parcel: 1.5 }, 'Số thửa đất của thửa đất phải là số nguyên, không có phần lẻ.'],
      [{ ...land, parcel: '1\u0000' }, 'Số thửa đất của thửa đất phải viết bằng chữ số, ví dụ 1250.'],
      [{ ...land, parcel: ['1', '2'] }, 'Số thửa đất của thửa đất chỉ nhận một câu trả lời.'],
      [{ ...land, parcel: { n: 1 } }, 'Số thửa đất của thửa đất không đọc được, hãy điền lại.'],
      [{ ...land, area: '0' }, 'Diện tích của thửa đất phải từ 0,1 trở lên.'],
      [{ ...land, area: '-1' }, 'Diện tích của thửa đất phải từ 0,1 trở lên.'],
      [{ ...land, area: '120,55' }, 'Diện tích của thửa đất chỉ được có 1 chữ số sau dấu phẩy.'],
      [{ ...land, area: '9'.repeat(1000) }, 'Diện tích của thửa đất phải viết bằng chữ số, ví dụ 1250.'],
      [{ ...land, area: '<b>5</b>' }, 'Diện tích của thửa đất phải viết bằng chữ số, ví dụ 1250.'],
      [{ ...land, certificate: '12345678' }, serial],
      [{ ...land, certificate: 'AB 12345678🏡' }, serial],
      [{ ...land, certificate: "AB' OR 1=1--" }, serial],
      [
        { ...land, certificate: 'A'.repeat(21) },
        'Số phát hành giấy chứng nhận của thửa đất dài tối đa 20 ký tự; bạn đã viết 21.',
      ],
      ['Thửa 345, tờ 12', 'Thửa đất không đọc được, hãy điền lại.'],
      [[land], 'Thửa đất chỉ nhận một câu trả lời.'],
      [null, 'Hãy điền số tờ bản đồ của thửa đất.'],
    ],
  },
};
