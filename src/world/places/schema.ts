/** Provinces, districts and communes by date, and what became of them (STANDARDS §9; requirement K1). */
import type { Period } from '../law/index.ts';

/** Cấp hành chính; there are no districts since 1 July 2025. */
export type Level = 'province' | 'district' | 'commune';

/** Loại đơn vị hành chính, as the law writes it. */
export type Kind =
  'Tỉnh' | 'Thành phố' | 'Quận' | 'Huyện' | 'Thị xã' | 'Phường' | 'Xã' | 'Thị trấn' | 'Đặc khu';

/** One administrative unit in a period in which its name, kind and extent stayed the same (đơn vị hành chính). */
export type Unit = Period & {
  readonly level: Level;
  /** National code; used again for other units over time, so it means something only on a day. */
  readonly code: string;
  readonly kind: Kind;
  /** Tên riêng: `Ba Đình`. */
  readonly name: string;
  /** Tên đầy đủ: `Phường Ba Đình`. */
  readonly fullName: string;
  readonly nameEn: string;
  readonly fullNameEn: string;
  /** Code of the province; null for a province. */
  readonly province: string | null;
  /** Code of the district; null for provinces, districts, and communes since July 2025. */
  readonly district: string | null;
  readonly areaKm2: number | null;
  readonly population: number | null;
  readonly lon: number | null;
  readonly lat: number | null;
  /** Nơi đặt trụ sở. */
  readonly centre: string | null;
  /** The units it was formed from, as the resolution words it. */
  readonly formedFrom: string | null;
  readonly basis: string;
  /** True for the sample province, which does not exist. */
  readonly invented: boolean;
};

/** One line of what became of a unit (đơn vị cũ – đơn vị mới). A divided unit has several. */
export type Succession = {
  readonly level: Level;
  readonly code: string;
  /** Last day of the old unit. */
  readonly ended: string;
  readonly newLevel: Level;
  readonly newCode: string;
  /** First day of the new unit. */
  readonly began: string;
  /** False when only a part of the old unit went there. */
  readonly whole: boolean;
  readonly basis: string;
};

/** GeoJSON geometry of a unit: WGS 84, RFC 7946. */
export type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
type Ring = readonly (readonly number[])[];

/** A commune of today that may hold an old place, the old unit it comes from, and whether all of that came. */
export type Candidate = { readonly commune: Unit; readonly from: Unit; readonly whole: boolean };

/** What became of an old place. Never a guess: with more than one possibility a person must choose. */
export type Resolution =
  | { readonly kind: 'one'; readonly commune: Unit }
  | { readonly kind: 'choose'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'unknown' };
