/** What each kind of request must say, by our names, and which registry takes it. */
import type { FieldError } from '../../../ground/operate/errors.ts';
import type { RegistryId } from '../schema.ts';
import type { Payload, RequestKind } from './schema.ts';

type Kind = {
  readonly registry: RegistryId;
  /** MaNghiepVu of the civil-status software. */
  readonly module: string;
  /** Numbers that an answer must bring. */
  readonly brings: readonly string[];
  /** Our field → the field of the other side. Those marked `!` must be there. */
  readonly fields: Readonly<Record<string, string>>;
};

const party = (ours: string, theirs: string, needed: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    (
      [
        ['name', 'HoTen'],
        ['born', 'NgaySinh'],
        ['number', 'SoDinhDanh'],
        ['ethnicity', 'DanToc'],
        ['nationality', 'QuocTich'],
        ['residence', 'NoiCuTru'],
      ] as const
    ).map(([name, field]) => [`${ours}.${name}${needed.includes(name) ? '!' : ''}`, `${theirs}${field}`]),
  );

const kinds: Readonly<Record<RequestKind, Kind>> = {
  birth: {
    registry: 'civil-status',
    module: 'KS',
    brings: ['personalNumber', 'registerNumber', 'book'],
    fields: {
      ...party('child', 'nks', ['name', 'born']),
      'child.sex!': 'nksGioiTinh',
      'child.birthPlace': 'nksNoiSinh',
      'child.hometown': 'nksQueQuan',
      ...party('mother', 'me', []),
      ...party('father', 'cha', []),
      'declarant.name!': 'nycHoTen',
      'declarant.number': 'nycSoDinhDanh',
      'declarant.relation': 'nycQuanHe',
      'notification.number': 'soGiayChungSinh',
    },
  },
  marriage: {
    registry: 'civil-status',
    module: 'KH',
    brings: ['registerNumber', 'book'],
    fields: { ...party('husband', 'chong', ['name', 'born']), ...party('wife', 'vo', ['name', 'born']) },
  },
  death: {
    registry: 'civil-status',
    module: 'KT',
    brings: ['registerNumber', 'book'],
    fields: {
      ...party('deceased', 'nkt', ['name']),
      'died!': 'nktNgayChet',
      diedAt: 'nktNoiChet',
      'declarant.name!': 'nycHoTen',
    },
  },
  'household-business': {
    registry: 'tax',
    module: 'HKD',
    brings: ['householdCode'],
    fields: {
      'owner.name!': 'hoTenChuHo',
      'owner.number!': 'soDinhDanhChuHo',
      'business.name!': 'tenHoKinhDoanh',
      'business.address!': 'diaChiKinhDoanh',
      'business.trade': 'nganhNghe',
      'business.capital': 'vonKinhDoanh',
    },
  },
};

/** What is known of a kind of request. */
export const kindOf = (kind: RequestKind): Kind => kinds[kind];

/** Which numbers a request brings, by name. */
export const bringsOf = (kind: RequestKind): readonly string[] => kinds[kind].brings;

/** Which registry gives the numbers of a kind. */
export const giverOf = (kind: RequestKind): RegistryId => kinds[kind].registry;

/** What is missing in a payload, or is no field of this kind. */
export function payloadProblems(kind: RequestKind, payload: Payload): FieldError[] {
  const names = Object.keys(kinds[kind].fields);
  const known = new Set(names.map((name) => name.replace('!', '')));
  return [
    ...names
      .filter((name) => name.endsWith('!') && !payload[name.slice(0, -1)]?.trim())
      .map((name) => ({
        field: name.slice(0, -1),
        message: { vi: 'Thiếu thông tin cần gửi để lấy số.', en: 'Needed to ask for the number.' },
      })),
    ...Object.keys(payload)
      .filter((name) => !known.has(name))
      .map((field) => ({
        field,
        message: { vi: 'Cơ quan cấp số không nhận thông tin này.', en: 'The office does not take this.' },
      })),
  ];
}

/** `Nam`, `Nữ` is how certificates print it. */
const sexes: Readonly<Record<string, string>> = { male: '1', female: '2', Nam: '1', Nữ: '2' };

/** A payload in the words of the other side. */
export const foreignFields = (kind: RequestKind, payload: Payload): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(kinds[kind].fields).flatMap(([name, field]) => {
      const ours = name.replace('!', '');
      const value = payload[ours]?.trim();
      return value ? [[field, ours.endsWith('.sex') ? (sexes[value] ?? '0') : value]] : [];
    }),
  );
