/** A dossier that arrives from the national portal: its HoSo read into words of ours. Pure. */
import type { FieldError } from '../../../ground/operate/errors.ts';
import { plain } from '../../../ground/text/fold.ts';
import { momentOf } from './stamp.ts';

/** A file of an arrival: where it lies; null: no address is given. */
export type FileAt = {
  readonly component: string;
  readonly name: string;
  readonly url: string | null;
  /** SHA-256 in hexadecimal as its sender has it (HashTepTin); null: not said. */
  readonly hash: string | null;
};

/** What a dossier says that was filed elsewhere. */
export type Arrival = {
  /** Kept as the code of the dossier here. */
  readonly code: string;
  readonly procedure: string;
  readonly title: string;
  readonly channel: 1 | 2 | 3;
  readonly applicant: {
    readonly name: string;
    readonly number: string | null;
    readonly organisation: boolean;
  };
  readonly contact: {
    readonly phone: string | null;
    readonly email: string | null;
    readonly address: string | null;
  };
  /** Identifier of the agency that decides; null: the place of the applicant says it. */
  readonly agency: string | null;
  readonly returnWay: 'online' | 'counter' | 'post';
  readonly answers: Readonly<Record<string, unknown>>;
  readonly files: readonly FileAt[];
  readonly status: number;
  readonly submittedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly dueAt: Date | null;
  readonly endedAt: Date | null;
};

type Fields = Readonly<Record<string, unknown>>;

const textOf = (value: unknown, most = 500): string | null => {
  const words =
    typeof value === 'number' ? String(value) : typeof value === 'string' ? plain(value).trim() : '';
  return words === '' || words.length > most || /[\u0000-\u001f]/.test(words) ? null : words;
};
/** So many files may come with a dossier. */
const MOST_FILES = 200;

/** The files as a list of objects; none where the field is empty or absent; null where it is anything else: no file is lost silently. */
function listOf(value: unknown): readonly Fields[] | null {
  if (value === undefined || value === null || value === '') return [];
  if (!Array.isArray(value) || value.length > MOST_FILES) return null;
  const files = value.filter((one) => one !== null);
  return files.every((one): one is Fields => typeof one === 'object' && !Array.isArray(one)) ? files : null;
}

const isDeleted = ({ IsDeleted: deleted }: Fields): boolean =>
  deleted === true || /^(true|1)$/i.test(textOf(deleted) ?? '');

/** Hash of a file, if one is given that can be held against ours. */
const hashOf = (value: unknown): string | null =>
  /^[0-9a-f]{64}$/i.exec(textOf(value) ?? '')?.[0].toLowerCase() ?? null;

/** `MaTTHC` with or without the number of the online service behind it. */
const procedureOf = (value: unknown): string | null =>
  /^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?/.exec(textOf(value) ?? '')?.[0] ?? null;

/** Answers that the portal's form has collected (ThongTinKhac), as an object of field to value. */
function answersOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  try {
    const read: unknown = JSON.parse(typeof value === 'string' ? value : '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Fields) : {};
  } catch {
    return {}; // A remark in words: the officer reads it in what was received.
  }
}

const one = <const Allowed extends readonly number[]>(
  value: unknown,
  allowed: Allowed,
): Allowed[number] | null => allowed.find((number) => String(value) === String(number)) ?? null;

/** Reads it, or says what is wrong. */
export function readArrival(
  body: Fields,
): { readonly arrival: Arrival } | { readonly errors: readonly FieldError[] } {
  const code = textOf(body['MaHoSo'], 60);
  const procedure = procedureOf(body['MaTTHC']);
  const name = textOf(body['ChuHoSo'], 200);
  const status = one(body['TrangThaiHoSo'] ?? 1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  const files = listOf(body['TaiLieuNop']);
  const missing = Object.entries({
    // It becomes part of addresses: one of dots alone would lead elsewhere.
    MaHoSo: code && /^\w[\w./-]*$/.test(code) ? code : null,
    MaTTHC: procedure,
    ChuHoSo: name,
    TrangThaiHoSo: status,
    TaiLieuNop: files,
  }).filter(([, value]) => value === null);
  if (!code || !procedure || !name || status === null || !files || missing.length > 0)
    return {
      errors: missing.map(([field]) => ({
        field,
        message: { vi: `Trường ${field} thiếu hoặc sai.`, en: `${field} is missing or wrong.` },
      })),
    };
  return {
    arrival: {
      code,
      procedure,
      title: textOf(body['TrichYeuHoSo']) ?? textOf(body['TenTTHC']) ?? procedure,
      channel: one(body['KenhThucHien'], [1, 2, 3]) ?? 2,
      applicant: {
        name,
        number: textOf(body['SoGiayToChuHoSo'], 20),
        organisation: String(body['LoaiDoiTuong'] ?? '1') !== '1',
      },
      contact: {
        phone: textOf(body['SoDienThoai'], 20),
        email: textOf(body['Email'], 200),
        address: textOf(body['DiaChi']),
      },
      agency: textOf(body['MaDonViXuLy'], 35),
      returnWay: String(body['HinhThuc'] ?? '') === '1' ? 'post' : 'online',
      answers: answersOf(body['ThongTinKhac']),
      files: files
        .filter((file) => !isDeleted(file))
        .map((file) => ({
          component: textOf(file['MaThanhPhanHoSo']) ?? '',
          name: textOf(file['TenTepDinhKem']) ?? 'Tệp',
          url: textOf(file['DuongDanTaiTepTin'], 2000),
          hash: hashOf(file['HashTepTin']),
        })),
      status,
      submittedAt: momentOf(body['NgayNopHoSo']),
      acceptedAt: momentOf(body['NgayTiepNhan']),
      dueAt: momentOf(body['NgayHenTra']),
      endedAt: momentOf(body['NgayTra']) ?? momentOf(body['NgayTuChoi']) ?? null,
    },
  };
}
