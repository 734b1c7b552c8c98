/** Agencies as a tree with history, their identifiers, units, posts and holders (requirement E4, K1; STANDARDS §2). */
import type { Text } from '../../ground/text/language.ts';
import type { Period } from '../law/index.ts';

/** Loại cơ quan. */
export type AgencyKind =
  | 'ministry'
  | 'peoples-committee'
  | 'peoples-council'
  | 'department'
  | 'office'
  | 'service-centre'
  | 'police'
  | 'insurance'
  | 'party'
  | 'presidency'
  | 'assembly'
  | 'court'
  | 'procuracy'
  | 'audit'
  | 'political-social'
  | 'social';

/** Cấp của cơ quan. */
export type AgencyLevel = 'central' | 'province' | 'district' | 'commune';

/** An agency (cơ quan, tổ chức) as it is today; its past names and parents are `Change`s. */
export type Agency = {
  readonly id: string;
  /** Mã định danh điện tử, root first: `H29.15`. */
  readonly identifier: string;
  readonly name: Text;
  /** Chữ viết tắt in document numbers: `UBND`, `STP`. */
  readonly short: string;
  readonly kind: AgencyKind;
  readonly level: AgencyLevel;
  /** Chế độ thủ trưởng or chế độ tập thể: decides between a plain signature and `TM.` (Decree 30/2020, art. 13). */
  readonly regime: 'head' | 'collective';
  readonly parent: string | null;
  /** Code of the administrative unit it serves. */
  readonly place: string | null;
  /** Title of its head: `Chủ tịch`, `Giám đốc`. */
  readonly headTitle: string | null;
  readonly established: string;
  /** Last day; null while it exists. */
  readonly abolished: string | null;
  readonly basis: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
};

/** One event in the history of an agency. */
export type Change = {
  readonly agency: string;
  readonly on: string;
  readonly kind: 'established' | 'renamed' | 'moved' | 'abolished';
  readonly nameBefore: Text | null;
  readonly parentBefore: string | null;
  readonly basis: string;
};

/** Who takes over the work of an abolished agency; null field or place means all of it (cơ quan kế thừa). */
export type AgencySuccession = {
  readonly agency: string;
  readonly successor: string;
  readonly field: string | null;
  readonly place: string | null;
  readonly began: string;
  readonly basis: string;
};

/** What an item sent to an agency is about, as far as known. */
export type Matter = { readonly field?: string | null; readonly place?: string | null };

/** The agency an item reaches on a day. Never a guess: several possibilities are for a person to choose from. */
export type Reached =
  | { readonly kind: 'one'; readonly agency: Agency }
  | { readonly kind: 'choose'; readonly candidates: readonly Agency[] }
  | { readonly kind: 'none' };

/** A unit of an agency (phòng, văn phòng, bộ phận). */
export type Unit = Period & {
  readonly id: string;
  readonly agency: string;
  readonly parent: string | null;
  readonly name: Text;
  readonly kind: 'division' | 'clerical' | 'one-stop';
};

/** Role in the platform that a post brings (vai trò). REQUIREMENTS, «Roles used below». */
export type Role =
  | 'counter'
  | 'case-officer'
  | 'leader'
  | 'clerk'
  | 'archivist'
  | 'editor'
  | 'inspector'
  | 'data-steward'
  | 'it-admin'
  | 'registrar';

/** Thứ bậc của chức vụ. */
export type Rank = 'head' | 'deputy' | 'unit-head' | 'unit-deputy' | 'staff';

/** A post (chức vụ, vị trí việc làm). */
export type Post = Period & {
  readonly id: string;
  readonly agency: string;
  readonly unit: string | null;
  readonly title: Text;
  readonly rank: Rank;
  readonly roles: readonly Role[];
  /** Lĩnh vực phụ trách; null: every field of the unit. */
  readonly fields: readonly string[] | null;
};

/** An officer as the directory shows him or her (cán bộ, công chức, viên chức). */
export type Officer = {
  /** The same id as in `people`. */
  readonly person: string;
  readonly name: string;
  readonly sex: string | null;
  readonly staffNumber: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** Bổ nhiệm, giao quyền (Q.), giao phụ trách, biệt phái. */
export type HoldingKind = 'appointed' | 'acting' | 'in-charge' | 'seconded';

/** Somebody holds a post from a day to a day. An officer may hold several at once (kiêm nhiệm, biệt phái). */
export type Holding = Period & {
  readonly post: string;
  readonly person: string;
  readonly kind: HoldingKind;
  readonly basis: string | null;
};
