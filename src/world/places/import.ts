/**
 * Reads the two files in which administrative units come: the units of today as JSON (`provinces`, `communes`), and the
 * mapping of old communes to new ones as CSV. Pure: text in, units and successions out; Invalid with the line for bad input.
 */
import { Invalid } from '../../ground/operate/errors.ts';
import { isDay } from '../../ground/text/dates.ts';
import { dayBefore } from '../law/index.ts';
import { readCsv } from './csv.ts';
import { codesSince, nameKey } from './rules.ts';
import type { Kind, Level, Succession, Unit } from './schema.ts';

/** What both files together say. */
export type Places = { readonly units: readonly Unit[]; readonly successions: readonly Succession[] };

type Given = Readonly<Record<string, unknown>>;

const refuse = (where: string, vi: string, en: string): never => {
  throw new Invalid([{ field: where, message: { vi: `${where}: ${vi}`, en: `${where}: ${en}` } }]);
};

const text = (given: Given, key: string): string | null => {
  const value = given[key];
  return typeof value === 'string' && value.trim() !== '' ? value.normalize('NFC').trim() : null;
};
const number = (given: Given, key: string): number | null =>
  typeof given[key] === 'number' && Number.isFinite(given[key]) ? given[key] : null;

const kindsOf: Readonly<Record<Level, readonly Kind[]>> = {
  province: ['Thành phố', 'Tỉnh'],
  district: ['Thành phố', 'Thị xã', 'Quận', 'Huyện'],
  commune: ['Đặc khu', 'Thị trấn', 'Phường', 'Xã'],
};

/** Splits `Phường Ba Đình` into kind and name; null when it begins with no kind of its level. */
export function splitFullName(level: Level, fullName: string): { kind: Kind; name: string } | null {
  const full = fullName.normalize('NFC').trim();
  const kind = kindsOf[level].find((one) => full.toLowerCase().startsWith(`${one.toLowerCase()} `));
  return kind ? { kind, name: full.slice(kind.length + 1).trim() } : null;
}

const named = (level: Level, where: string, code: string | null, fullName: string | null) => {
  if (code === null || !/^[0-9A-Z]{2,8}$/.test(code))
    return refuse(where, 'mã không hợp lệ', 'the code is not valid');
  const split = fullName === null ? null : splitFullName(level, fullName);
  if (fullName === null || !split) return refuse(where, 'thiếu tên hoặc loại', 'name or kind is missing');
  return { level, code, fullName, ...split };
};

/** What each kind is called in English. */
export const english: Readonly<Record<Kind, string>> = {
  Tỉnh: 'Province',
  'Thành phố': 'City',
  Quận: 'Urban District',
  Huyện: 'District',
  'Thị xã': 'Town',
  Phường: 'Ward',
  Xã: 'Commune',
  'Thị trấn': 'Township',
  'Đặc khu': 'Special Zone',
};

/** A name without its marks, as English texts write it. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');

const nothingKnown = {
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  centre: null,
  formedFrom: null,
} as const;

function unitOfToday(
  level: Level,
  given: Given,
  where: string,
  from: string,
  basis: string,
  invented: boolean,
): Unit {
  const head = named(level, where, text(given, 'code'), text(given, 'full_name'));
  const province = level === 'province' ? null : text(given, 'province_code');
  if (level !== 'province' && province === null)
    refuse(where, 'thiếu mã tỉnh', 'the province code is missing');
  return {
    ...head,
    from,
    to: null,
    nameEn: text(given, 'name_en') ?? plainName(head.name),
    fullNameEn: text(given, 'full_name_en') ?? `${plainName(head.name)} ${english[head.kind]}`,
    province,
    district: null,
    areaKm2: number(given, 'area_km2'),
    population: number(given, 'population'),
    lon: number(given, 'lon'),
    lat: number(given, 'lat'),
    centre: text(given, 'administrative_centre'),
    formedFrom: text(given, 'before_merger_text'),
    basis,
    invented,
  };
}

const listIn = (given: Given, key: string): Given[] => {
  const list = given[key];
  if (!Array.isArray(list)) return refuse(key, 'phải là một danh sách', 'must be a list');
  return list.map((one: unknown, i) =>
    typeof one === 'object' && one !== null
      ? (one as Given)
      : refuse(`${key}[${i}]`, 'phải là một đối tượng', 'must be an object'),
  );
};

/** Options of an import: what the file does not say. */
export type ImportOptions = {
  readonly basis: string;
  readonly basisBefore: string;
  readonly invented: boolean;
};

/** The national lists: Decision 19/2025/QĐ-TTg, and Decision 124/2004/QĐ-TTg for what was before. */
export const national: ImportOptions = {
  basis: '19/2025/QĐ-TTg',
  basisBefore: '124/2004/QĐ-TTg',
  invented: false,
};

/** Reads the units of today (shape of `admin-units.json`) and the old communes (shape of `admin-units-legacy.csv`). */
export function parsePlaces(unitsJson: string, legacyCsv: string, options: ImportOptions = national): Places {
  let given: Given;
  try {
    given = JSON.parse(unitsJson.replace(/^\uFEFF/, '')) as Given;
  } catch {
    return refuse('JSON', 'tệp không phải là JSON hợp lệ', 'the file is not valid JSON');
  }
  const from = text((given['meta'] ?? {}) as Given, 'effective_from') ?? '';
  if (!isDay(from)) refuse('meta.effective_from', 'phải là một ngày', 'must be a day');
  const { basis, invented } = options;
  const today = (['province', 'commune'] as const).flatMap((level) =>
    listIn(given, `${level}s`).map((one, i) =>
      unitOfToday(level, one, `${level}s[${i}]`, from, basis, invented),
    ),
  );
  const held = new Set<string>();
  for (const { level, code } of today) {
    if (held.has(`${level} ${code}`)) refuse(code, 'mã bị lặp', 'the code stands there twice');
    held.add(`${level} ${code}`);
  }
  const legacy = parseLegacy(legacyCsv, from, options);
  const missing = legacy.successions.find(({ newLevel, newCode }) => !held.has(`${newLevel} ${newCode}`));
  if (missing) refuse(missing.newCode, 'không có đơn vị mới này', 'there is no such new unit');
  return { units: [...legacy.units, ...today], successions: legacy.successions };
}

const columns = [
  'old_province_code',
  'old_province',
  'old_district_code',
  'old_district',
  'old_commune_code',
  'old_commune',
  'new_province_code',
  'new_commune_code',
] as const;

function parseLegacy(csv: string, began: string, { basis, basisBefore, invented }: ImportOptions): Places {
  const units = new Map<string, Unit>();
  const lines = new Map<string, Omit<Succession, 'whole'>>();
  const ended = dayBefore(began);
  const oldUnit = (
    level: Level,
    where: string,
    code: string,
    fullName: string,
    above: Partial<Unit>,
  ): void => {
    const id = `${level} ${code}`;
    const head = named(level, where, code, fullName);
    const known = units.get(id);
    if (known && nameKey(known.fullName) !== nameKey(head.fullName)) {
      refuse(where, `mã ${code} có hai tên`, `the code ${code} has two names`);
    }
    const nameEn = plainName(head.name);
    const names = { nameEn, fullNameEn: `${nameEn} ${english[head.kind]}` };
    const period = { from: codesSince, to: ended, basis: basisBefore, invented };
    units.set(id, {
      province: null,
      district: null,
      ...nothingKnown,
      ...head,
      ...names,
      ...period,
      ...above,
    });
  };
  const becomes = (level: Level, code: string, newLevel: Level, newCode: string): void => {
    const line = { level, code, ended, newLevel, newCode, began, basis };
    lines.set([level, code, newLevel, newCode].join(' '), line);
  };
  for (const { line, values } of readCsv(csv, columns)) {
    const where = `dòng/line ${line}`;
    const province = values.old_province_code;
    const district = values.old_district_code;
    const commune = values.old_commune_code;
    oldUnit('province', where, province, values.old_province, {});
    becomes('province', province, 'province', values.new_province_code);
    oldUnit('district', where, district, values.old_district, { province });
    // Five island districts had no communes: the district itself became the special zone.
    if (commune === '') becomes('district', district, 'commune', values.new_commune_code);
    else {
      oldUnit('commune', where, commune, values.old_commune, { province, district });
      becomes('commune', commune, 'commune', values.new_commune_code);
    }
  }
  const parts = Map.groupBy(lines.values(), ({ level, code }) => `${level} ${code}`);
  const successions: Succession[] = [];
  for (const one of lines.values()) {
    successions.push({ ...one, whole: parts.get(`${one.level} ${one.code}`)?.length === 1 });
  }
  return { units: [...units.values()], successions };
}
