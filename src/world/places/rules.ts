/** Reading names of places, and deciding what an old place is today. Pure. */
import type { FieldError } from '../../ground/operate/errors.ts';
import { fold, foldKeepingMarks } from '../../ground/text/fold.ts';
import type { Candidate, Kind, Level, Resolution, Succession, Unit } from './schema.ts';

/** The first national list of codes (Decision 124/2004/QĐ-TTg): older units are entered as of this day. */
export const codesSince = '2004-07-08';

const plain = (folded: string): string =>
  folded
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b0+(?=\d)/g, '');

/** The form in which names are matched: no diacritics, case, punctuation; `Phường 01` is `Phường 1`. */
export const nameKey = (name: string): string => plain(fold(name));

/** As `nameKey`, but with diacritics (wherever the tone mark is put). */
const markedKey = (name: string): string => plain(foldKeepingMarks(name));

/** The words of a search, ready for matching. */
export const searchWords = (search: string): string[] => nameKey(search).split(' ').filter(Boolean);

const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['Phường', /^(?:phuong|p) (?=.)/],
  ['Thị trấn', /^(?:thi tran|tt) (?=.)/],
  ['Đặc khu', /^(?:dac khu) (?=.)/],
  ['Xã', /^(?:xa|x) (?=.)/],
  ['Quận', /^(?:quan|q) (?=.)/],
  ['Huyện', /^(?:huyen|h) (?=.)/],
  ['Thị xã', /^(?:thi xa|tx) (?=.)/],
  ['Thành phố', /^(?:thanh pho|tp) (?=.)/],
  ['Tỉnh', /^tinh (?=.)/],
];
const kindsOf: Readonly<Record<Level, ReadonlySet<Kind | null>>> = {
  commune: new Set<Kind | null>(['Phường', 'Thị trấn', 'Đặc khu', 'Xã']),
  district: new Set<Kind | null>(['Quận', 'Huyện', 'Thị xã', 'Thành phố']),
  province: new Set<Kind | null>(['Tỉnh', 'Thành phố']),
};

/** Provinces that people write shortly. */
const short: Readonly<Record<string, string>> = { hcm: 'ho chi minh', tphcm: 'ho chi minh', hn: 'ha noi' };

/** One part of an address: its name without its kind, the whole, and the kind if one is written. */
export type AddressPart = {
  readonly name: string;
  readonly whole: string;
  readonly kind: Kind | null;
  /** The whole part with its diacritics; null when it is written without any. */
  readonly marked: string | null;
};

function readPart(text: string): AddressPart {
  const whole = nameKey(text);
  const withMarks = markedKey(text);
  const marked = withMarks === whole ? null : withMarks;
  const [kind, pattern] = kinds.find(([, one]) => one.test(whole)) ?? [null, /^/];
  const name = whole.replace(pattern, '');
  return { name: short[name] ?? name, whole, kind, marked };
}

// Kinds written with their marks begin a new part even without a comma: «xã Tân Mẫu huyện Thượng Mẫu tỉnh Sông Lam».
const kindWord =
  /\s+(?=(?:phường|(?<!thị\s+)xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh|(?:tp|tx|tt|p|q|h)\.)\s*\S)/giu;

/** Dashes of an address that are read in both ways; those after them divide parts. */
const MOST_DASHES = 4;

/** The address with each dash as a comma, or as a part of a name («Bà Rịa - Vũng Tàu»). */
function readingsOf(text: string): string[] {
  const [first = '', ...others] = text.normalize('NFC').split(/\s[-–]\s/u);
  return others.reduce<string[]>(
    (readings, next, i) =>
      readings.flatMap((read) =>
        i < MOST_DASHES ? [`${read}, ${next}`, `${read} ${next}`] : [`${read}, ${next}`],
      ),
    [first],
  );
}

/** Takes an address apart, from the smallest to the largest part, in every way it can be read; `Việt Nam` at its end is dropped. */
export const readAddress = (text: string): AddressPart[][] => readingsOf(text).map(partsOf);

function partsOf(reading: string): AddressPart[] {
  const parts = reading
    .split(/[,;\n]/u)
    .flatMap((part) => part.split(kindWord))
    .map(readPart)
    .filter(({ name }) => name !== '');
  return parts.at(-1)?.name === 'viet nam' ? parts.slice(0, -1) : parts;
}

/** What of a part must agree with a unit beside its letters: its diacritics, its kind. */
type Strictness = { readonly marks: boolean; readonly kind: boolean };

/** From what is written to what may be meant: «thị xã Phú Mỹ» was written of what had become a city when districts ended. */
const strictnesses: readonly Strictness[] = [
  { marks: true, kind: true },
  { marks: false, kind: true },
  { marks: true, kind: false },
  { marks: false, kind: false },
];

const isPart = ({ name, whole, kind, marked }: AddressPart, unit: Unit, strict: Strictness): boolean => {
  const key = nameKey(unit.name);
  if (strict.marks && marked !== null && !` ${marked}`.endsWith(` ${markedKey(unit.name)}`)) return false;
  // «Quan Sơn» begins like a kind («quận») but is a name: the whole part may be the name, too.
  if (whole === key) return true;
  return (
    name === key && (kind === null || (strict.kind ? kind === unit.kind : kindsOf[unit.level].has(kind)))
  );
};

/** Tells whether an address can mean this unit: one part names it, and all that follows names what it lies in. */
function fits(
  parts: readonly AddressPart[],
  unit: Unit,
  units: readonly Unit[],
  strict: Strictness,
): boolean {
  const larger = (['district', 'province'] as const).flatMap((level) =>
    units.filter((other) => other.level === level && other.code === unit[level]),
  );
  const provinces = units.filter(({ level }) => level === 'province');
  return parts.some((part, i) => {
    if (!isPart(part, unit, strict)) return false;
    // A house, street or hamlet may stand before it, but no other unit; and a province at the end is a province.
    if (parts.slice(0, i).some(({ kind }) => kind !== null)) return false;
    if (i > 0 && i === parts.length - 1 && provinces.some((other) => isPart(part, other, strict)))
      return false;
    // From the smaller to the larger: «Hà Giang, Hà Giang» is the city and its province.
    let next = 0;
    return parts.slice(i + 1).every((one) => {
      const found = larger.findIndex((other, at) => at >= next && isPart(one, other, strict));
      next = found + 1;
      return found >= 0;
    });
  });
}

/** The units that an address names; not `asWritten` when only a unit of another kind bears the name. */
export type Match = { readonly units: readonly Unit[]; readonly asWritten: boolean };

/**
 * The units that an address names: the communes whose name stands in it, when everything to the right names their
 * district and province; if no part says that it is a commune, districts in the same way. Diacritics and kinds decide
 * where they are written and help, otherwise they are ignored. Empty when nothing fits.
 */
export function matchAddress(readings: readonly AddressPart[][], units: readonly Unit[]): Match {
  const withoutCommune = readings.filter((parts) => !parts.some(({ kind }) => kindsOf.commune.has(kind)));
  for (const strict of strictnesses)
    for (const [level, among] of [
      ['commune', readings],
      ['district', withoutCommune],
    ] as const)
      for (const parts of among) {
        const found = units.filter((unit) => unit.level === level && fits(parts, unit, units, strict));
        if (found.length > 0) return { units: found, asWritten: strict.kind };
      }
  return { units: [], asWritten: true };
}

/**
 * One candidate is an answer only if all of the old place went there and the place was called as it is written;
 * otherwise a person chooses.
 */
export function resolve(candidates: readonly Candidate[], asWritten: boolean): Resolution {
  const communes = new Map(candidates.map((one) => [one.commune.code, one.commune]));
  if (communes.size === 0) return { kind: 'unknown' };
  const [only] = communes.values();
  if (asWritten && communes.size === 1 && candidates.every(({ whole }) => whole))
    return { kind: 'one', commune: only! };
  return { kind: 'choose', candidates };
}

const problem = (field: string, vi: string, en: string): FieldError => ({ field, message: { vi, en } });

/**
 * What is wrong with a rearrangement (sắp xếp đơn vị hành chính): every unit that ends has a successor, no unit that
 * begins is nameless, what ends becomes what begins, and `whole` is said exactly of units with one successor.
 */
export function rearrangementProblems(
  ended: readonly Unit[],
  begun: readonly Unit[],
  successions: readonly Succession[],
): FieldError[] {
  const problems: FieldError[] = [];
  if (ended.length === 0) {
    problems.push(problem('successions', 'Hãy chọn đơn vị kết thúc.', 'Choose what ends.'));
  }
  for (const unit of ended) {
    const lines = successions.filter((line) => line.level === unit.level && line.code === unit.code);
    if (lines.length === 0) {
      const en = `${unit.fullNameEn} ends but has no successor.`;
      problems.push(problem('successions', `${unit.fullName} kết thúc nhưng chưa có đơn vị mới.`, en));
    }
    if (lines.some(({ whole }) => whole !== (lines.length === 1))) {
      const vi = `${unit.fullName} được chia nên mỗi nơi chỉ nhận một phần.`;
      problems.push(problem('successions', vi, `${unit.fullNameEn} is divided: each part is only a part.`));
    }
  }
  for (const unit of begun) {
    if (nameKey(unit.name) === '' || nameKey(unit.code) === '') {
      problems.push(problem('begun', 'Đơn vị mới phải có mã và tên.', 'A new unit needs a code and a name.'));
    }
    if (begun.filter(({ code }) => code === unit.code).length > 1) {
      const vi = `Mã ${unit.code} được ghi cho hai đơn vị mới.`;
      problems.push(problem('begun', vi, `The code ${unit.code} is given to two new units.`));
    }
  }
  for (const newCode of new Set(successions.map((line) => line.newCode))) {
    if (begun.some(({ code }) => code === newCode)) continue;
    const vi = `Trong các đơn vị mới không có mã “${newCode}”.`;
    problems.push(problem('successions', vi, `No new unit has the code “${newCode}”.`));
  }
  return problems;
}
