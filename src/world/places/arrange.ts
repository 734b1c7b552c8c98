/** What an officer enters of a rearrangement of communes, made into the whole of it. Pure. */
import type { Rearrangement } from './commands.ts';
import { english, plainName } from './import.ts';
import type { Kind, Unit } from './schema.ts';

/** The kinds of communes since 1 July 2025 (Law 72/2025/QH15 art. 1). */
export const communeKinds = ['Xã', 'Phường', 'Đặc khu'] as const satisfies readonly Kind[];

/** What is entered: the communes that begin, and which commune of the day before becomes (a part of) which of them. */
export type Entered = {
  readonly on: string;
  readonly basis: string;
  readonly begun: readonly {
    readonly code: string;
    readonly kind: (typeof communeKinds)[number];
    readonly name: string;
  }[];
  readonly lines: readonly { readonly code: string; readonly newCode: string }[];
};

/**
 * The rearrangement of communes of a province (sắp xếp đơn vị hành chính cấp xã). A commune with one line goes over whole,
 * one with several in parts. A new commune that takes over whole communes only has their extent and people.
 */
export function rearrangementOf(
  { on, basis, begun, lines }: Entered,
  province: Pick<Unit, 'code' | 'invented'>,
  held: readonly Unit[],
): Rearrangement {
  const isWhole = (code: string): boolean => lines.filter((line) => line.code === code).length === 1;
  const ended = [...new Set(lines.map(({ code }) => code))];
  return {
    level: 'commune',
    on,
    basis,
    ended,
    becomes: lines.map(({ code, newCode }) => ({ code, newCode, whole: isWhole(code) })),
    begun: begun.map(({ code, kind, name }) => {
      const from = held.filter((unit) =>
        lines.some((line) => line.code === unit.code && line.newCode === code),
      );
      const whole = from.every((unit) => isWhole(unit.code));
      const [only] = whole && from.length === 1 ? from : [];
      const nameEn = plainName(name);
      return {
        code,
        kind,
        name,
        fullName: `${kind} ${name}`,
        nameEn,
        fullNameEn: `${nameEn} ${english[kind]}`,
        province: province.code,
        district: null,
        areaKm2: whole ? sum(from.map(({ areaKm2 }) => areaKm2)) : null,
        population: whole ? sum(from.map(({ population }) => population)) : null,
        lon: only?.lon ?? null,
        lat: only?.lat ?? null,
        centre: only?.centre ?? null,
        formedFrom:
          from.map((unit) => `${isWhole(unit.code) ? 'toàn bộ' : 'một phần'} ${unit.fullName}`).join(', ') ||
          null,
        invented: province.invented,
      };
    }),
  };
}

/** Null when one is not known. Areas have two decimals. */
const sum = (values: readonly (number | null)[]): number | null =>
  values.every((one) => one !== null)
    ? Math.round(values.reduce((total, one) => total + one, 0) * 100) / 100
    : null;
