/**
 * Vehicle plate (biển số xe; Circular 79/2024/TT-BCA): two digits of the province, a series, four or five digits; foreign and diplomatic
 * plates with the number of the country; the army with two letters. Kept as `30A-12345`.
 */
import { whole, type FieldBase } from './field.ts';
import { line } from './line.tsx';
import { about, brokenText } from './wording.ts';

export type VehiclePlateField = FieldBase & { readonly type: 'vehiclePlate' };

/** Province, series of one letter (cars), letter and digit or two letters (motorcycles, special series), number. */
const series = '([A-ZĐ](?:[A-ZĐ]\\d?|\\d)?)';
const spaced = new RegExp(`^(\\d{2})${series}[\\s-]+(\\d{4,5})$`, 'u');
const fiveDigits = new RegExp(`^(\\d{2})${series}(\\d{5})$`, 'u');
const fourDigits = new RegExp(`^(\\d{2})${series}(\\d{4})$`, 'u');
const foreign = /^(\d{2})(\d{3})(NG|QT|CV|NN)(\d{2,3})$/u;
const army = /^([A-Z]{2})(\d{4})$/u;

const letters = /^[0-9A-ZĐ]+$/u;

/** The canonical writing of a plate, or the text as typed when it is none. `30A1-2345` and `30A-12345` differ by the hyphen alone. */
const tidyPlate = (text: string): string => {
  const typedIn = text.normalize('NFC').trim();
  const plate = typedIn
    .toLocaleUpperCase('vi')
    .replaceAll('.', '')
    .replace(/^(\d{2})[\s-]+(?=[A-ZĐ])/u, '$1');
  const bare = plate.replace(/[\s-]+/gu, '');
  const parts = bare === plate ? (fiveDigits.exec(plate) ?? fourDigits.exec(plate)) : spaced.exec(plate);
  if (parts) return `${parts[1]}${parts[2]}-${parts[3]}`;
  const diplomatic = foreign.exec(bare);
  if (diplomatic) return diplomatic.slice(1).join('-');
  const military = army.exec(bare);
  return military ? `${military[1]}-${military[2]}` : typedIn;
};

const canonical =
  '^([0-9]{2}[A-ZĐ]([A-ZĐ][0-9]?|[0-9])?-[0-9]{4,5}|[0-9]{2}-[0-9]{3}-(NG|QT|CV|NN)-[0-9]{2,3}|[A-Z]{2}-[0-9]{4})$';

const field: VehiclePlateField = {
  id: 'plate',
  type: 'vehiclePlate',
  label: { vi: 'Biển số xe', en: 'Vehicle plate' },
};

const form = 'Biển số xe phải viết như trên biển, ví dụ 30A-123.45 hoặc 29-B1 123.45.';
const signs = 'Biển số xe chỉ gồm chữ cái, chữ số, dấu gạch và dấu chấm.';

export const vehiclePlate = line<VehiclePlateField>({
  name: { vi: 'Biển số xe', en: 'Vehicle plate' },
  options: {},
  tidy: tidyPlate,
  schema: () => ({ type: 'string', maxLength: 20, pattern: canonical }),
  broken: (field, broken) => {
    const { value } = broken;
    if (typeof value !== 'string' || value.length > 20) return brokenText(field, broken);
    return letters.test(value.toUpperCase().replace(/[\s.-]/gu, ''))
      ? about(
          field,
          '{} phải viết như trên biển, ví dụ 30A-123.45 hoặc 29-B1 123.45.',
          '{} must be written as on the plate, such as 30A-123.45 or 29-B1 123.45.',
        )
      : about(
          field,
          '{} chỉ gồm chữ cái, chữ số, dấu gạch và dấu chấm.',
          '{} has letters, digits, hyphens and dots only.',
        );
  },
  check: (field, value: string) =>
    /^(?:0\d|10)/u.test(value)
      ? whole(
          about(
            field,
            `{} không thể bắt đầu bằng ${value.slice(0, 2)}: mã tỉnh từ 11 trở lên.`,
            `{} cannot begin with ${value.slice(0, 2)}: province codes start at 11.`,
          ),
        )
      : null,
  looks: () => ({ width: 10, autocapitalize: 'characters', spellcheck: false }),
  display: (value) => value.replace(/-(\d{3})(\d{2})$/u, '-$1.$2'),
  format: () => ({ vi: 'Biển số, ví dụ 30A-12345', en: 'Plate, such as 30A-12345' }),
  examples: {
    field,
    valid: [
      ['30A-123.45', '30A-12345', '30A-123.45'],
      ['29-b1 123.45', '29B1-12345', '29B1-123.45'],
      ['51F 1234', '51F-1234', '51F-1234'],
      ['29-MĐ1 234.56', '29MĐ1-23456', '29MĐ1-234.56'],
      ['30A1-2345', '30A1-2345', '30A1-2345'],
      ['59AA12345', '59AA-12345', '59AA-123.45'],
      ['80-011-NG-01', '80-011-NG-01', '80-011-NG-01'],
      ['TM 12-34', 'TM-1234', 'TM-1234'],
    ],
    bad: [
      ['', 'Hãy điền biển số xe.'],
      ['  ', 'Hãy điền biển số xe.'],
      [null, 'Hãy điền biển số xe.'],
      ['30A', form],
      ['12345', form],
      ['30A-123', form],
      ['30A-123456', form],
      ['A30-12345', form],
      ['30-12345', form],
      ['30AAA-12345', form],
      ['xe máy', signs],
      ['xe máy'.normalize('NFD'), signs],
      ['30A/123.45', signs],
      ['30A-123.45\u0000', signs],
      ['30A\u202e-12345', signs],
      ['<b>30A-12345', signs],
      ["30A' OR 1=1", signs],
      ['🚗 30A-12345', signs],
      ['30A-٣٤٥٦٧', signs],
      ['01A-12345', 'Biển số xe không thể bắt đầu bằng 01: mã tỉnh từ 11 trở lên.'],
      ['3'.repeat(100_000), 'Biển số xe dài tối đa 20 ký tự; bạn đã viết 100.000.'],
      [['30A-12345', '30A-12346'], 'Biển số xe chỉ nhận một câu trả lời.'],
      [{ plate: '30A-12345' }, 'Biển số xe không đọc được, hãy điền lại.'],
      [3012345, 'Biển số xe không đọc được, hãy điền lại.'],
    ],
  },
});
