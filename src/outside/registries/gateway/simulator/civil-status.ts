/** Civil status as the sample province has it: entries to read, and registration that gives numbers. */
import { readXml, within, type XmlNode } from '../xml.ts';
import { hasToken, incomplete, json, type Question, type Reply, type Simulation } from './answers.ts';
import type { Faults } from './faults.ts';
import { numberFor, type Filed } from './filed.ts';
import { partyRow } from './insurance.ts';
import { compactDay, sexCode, type Registers } from './province.ts';

const error = (maLoi: number, moTaLoi: string): Reply => json(200, { trangThai: 0, maLoi, moTaLoi });

/** What each kind of registration must name. */
const needed: Readonly<Record<string, readonly string[]>> = {
  KS: ['nksHoTen', 'nksNgaySinh', 'nksGioiTinh', 'nycHoTen'],
  KH: ['chongHoTen', 'voHoTen'],
  KT: ['nktHoTen', 'nktNgayChet'],
};

/** Answers `traHoSo`, `dangKyHoTich`, `traTrangThaiHoSo`, `ketQuaDangKyHS`. */
export function civilStatus(token: string, registered: Set<string>): Simulation {
  const filed = new Map<string, Filed>();
  return (question, registers, faults) => {
    if (!hasToken(question, token)) return error(100, 'AUTHEN_ERROR');
    const body = bodyOf(question);
    if (question.path === 'traHoSo')
      return json(200, { trangThai: 1, giaTri: entries(body, registers, faults) });
    if (!/\bH99\b/.test(body['maDonVi'] ?? '')) return error(106, 'AGENCY_ID_INCORRECT');
    const code = body['maHoSo'] ?? '';
    switch (question.path) {
      case 'dangKyHoTich':
        return file(filed, registered, code, body);
      case 'traTrangThaiHoSo':
        if (!filed.has(code)) return error(201, 'RECORD_NOT_FOUND');
        if (faults.reject)
          return json(200, {
            trangThai: 2,
            chiTiet: 'Hồ sơ cần bổ sung thông tin: họ tên mẹ không khớp với dữ liệu dân cư',
          });
        return json(200, { trangThai: faults.late ? 1 : 4 });
      case 'ketQuaDangKyHS':
        if (!filed.has(code)) return error(201, 'RECORD_NOT_FOUND');
        if (faults.late) return error(200, 'RECORD_UNCOMPLETE');
        return json(200, { trangThai: 1, giaTri: [result(code, filed.get(code)!, faults)] });
    }
    return json(404, {});
  };
}

const bodyOf = ({ body }: Question): Readonly<Record<string, string>> => {
  const value = JSON.parse(body || '{}') as Record<string, unknown>;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]));
};

function file(
  filed: Map<string, Filed>,
  registered: Set<string>,
  code: string,
  body: Readonly<Record<string, string>>,
): Reply {
  const module = body['module'] ?? '';
  if (!code || !needed[module]) return error(500, 'DATA_INCORRECT: thiếu mã hồ sơ hoặc mã nghiệp vụ');
  if (filed.has(code)) return json(200, { trangThai: 1 });
  const root: XmlNode = readXml(body['data'] ?? '');
  const fields = Object.fromEntries(
    (within(root, 'hoso')?.children ?? []).map((one) => [one.name, one.text]),
  );
  const missing = needed[module].filter((name) => !fields[name]);
  if (missing.length > 0) return error(500, `DATA_INCORRECT: thiếu ${missing.join(', ')}`);
  filed.set(code, { module, fields });
  if (fields['soGiayChungSinh']) registered.add(fields['soGiayChungSinh']);
  return json(200, { trangThai: 1 });
}

function result(code: string, { module, fields }: Filed, faults: Faults): Readonly<Record<string, unknown>> {
  const year = new Date().getUTCFullYear();
  const row = {
    id: numberFor(`id ${code}`, 9),
    so: `${Number(numberFor(`so ${code}`, 3)) + 1}/${year}`,
    quyenSo: `01/${year}-${module}`,
    trangSo: '',
    ...(module === 'KS' && { nksSoDinhDanh: personalNumber(code, fields) }),
  };
  return faults.wrong || faults.partial ? { id: row.id } : row;
}

/** 3 digits of the invented province, 1 of century and sex, 2 of the year, 6 that mean nothing. */
function personalNumber(
  code: string,
  { nksNgaySinh: born = '2026', nksGioiTinh: sex }: Readonly<Record<string, string>>,
): string {
  const year = Number(born.slice(0, 4));
  const century = (Math.floor(year / 100) - 19) * 2 + (sex === '2' ? 1 : 0);
  return `099${century}${String(year % 100).padStart(2, '0')}${numberFor(code, 6)}`;
}

function entries(
  body: Readonly<Record<string, string>>,
  registers: Registers,
  faults: Faults,
): readonly Readonly<Record<string, unknown>>[] {
  const asked = registers.byNumber.get(body['soDinhDanh'] ?? '');
  const found = faults.wrong && asked ? registers.people.find((one) => one !== asked) : asked;
  if (!found) return [];
  const rows =
    body['module'] === 'KH'
      ? marriages(found.slug, registers)
      : body['module'] === 'KS'
        ? births(found.slug, registers)
        : [];
  return faults.partial
    ? rows.map((row) =>
        incomplete(
          row,
          Object.keys(row).filter((name) => name.endsWith('SoDinhDanh')),
        ),
      )
    : rows;
}

const place = 'Ủy ban nhân dân cấp xã, tỉnh Sông Lam';

const marriages = (slug: string, { relationships, bySlug }: Registers) =>
  relationships
    .filter((one) => one.kind === 'spouse' && (one.person === slug || one.relative === slug))
    .map(({ person, relative, from, to }) => {
      const couple = [bySlug.get(person), bySlug.get(relative)];
      return {
        ...(from && { ngayDangKy: compactDay(from) }),
        ...entryFor(`${person} ${relative}`, from, 'KH'),
        ...(to && {
          ngayChamDut: compactDay(to),
          lyDoChamDut: '1',
          giayToChamDut: `Bản án số ${Number(numberFor(to, 2)) + 1}/${to.slice(0, 4)}/HNGĐ-ST, Tòa án nhân dân khu vực mẫu`,
        }),
        ...partyRow(
          'chong',
          couple.find((one) => one?.sex === 'male'),
        ),
        ...partyRow(
          'vo',
          couple.find((one) => one?.sex === 'female'),
        ),
      };
    });

const births = (slug: string, registers: Registers) =>
  registers.people
    .filter(
      (one) =>
        one.slug === slug ||
        registers.relationships.some(
          (line) => line.kind === 'parent' && line.person === slug && line.relative === one.slug,
        ),
    )
    .map((child) => ({
      ...entryFor(child.slug, child.born, 'KS'),
      ngayDangKy: compactDay(child.born),
      nksGioiTinh: sexCode(child.sex),
      nksNoiSinh: '',
      ...partyRow('nks', child),
      ...partyRow('cha', registers.parentOf(child.slug, 'male')),
      ...partyRow('me', registers.parentOf(child.slug, 'female')),
    }));

const entryFor = (key: string, on: string | undefined, module: string) => ({
  so: `${Number(numberFor(key, 3)) + 1}/${on?.slice(0, 4) ?? '2000'}`,
  quyenSo: `01/${on?.slice(0, 4) ?? '2000'}-${module}`,
  noiDangKy: place,
});
