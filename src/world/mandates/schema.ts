/** One object for every «may act for» (requirement B14; Decree 30/2020, art. 13; Civil Code 2015, art. 134–143, 562–569). */
import type { Role } from '../agencies/index.ts';
import type { Period } from '../law/index.ts';

/** Who gets a mandate: a person, or whoever holds a post. */
export type Agent = { readonly kind: 'person' | 'post'; readonly id: string };

/** For whom one acts: a person, an organisation, the holder of a post, an agency. */
export type Principal = { readonly kind: 'person' | 'organisation' | 'post' | 'agency'; readonly id: string };

/**
 * - `role`: powers in the platform beyond those of a post (phân quyền).
 * - `substitution`: does the work of a post during leave (làm thay khi vắng mặt).
 * - `delegation`: one person acts for another (uỷ quyền).
 * - `representation`: acts for an organisation (đại diện theo pháp luật hoặc theo uỷ quyền).
 * - `signing`: signs documents of an agency for its head (thẩm quyền ký).
 */
export type MandateKind = 'role' | 'substitution' | 'delegation' | 'representation' | 'signing';

/** Signing forms that are granted: KT. (ký thay), TL. (thừa lệnh), TUQ. (thừa uỷ quyền). */
export type GrantedForm = 'KT' | 'TL' | 'TUQ';

/** What one citizen may do for another on this platform. */
export type CitizenAct = 'apply' | 'supplement' | 'pay' | 'receive-result' | 'view';

/** For what: every list is a limit, null is no limit. */
export type Scope = {
  /** Acts: of citizens `CitizenAct`. */
  readonly acts: readonly string[] | null;
  readonly procedures: readonly string[] | null;
  readonly fields: readonly string[] | null;
  /** Types of documents (lists `document-type` and `result-document`). */
  readonly documents: readonly string[] | null;
};

/** A mandate (uỷ quyền, phân công, phân quyền). */
export type Mandate = Period &
  Scope & {
    readonly id: string;
    readonly kind: MandateKind;
    readonly form: GrantedForm | null;
    readonly agent: Agent;
    readonly principal: Principal;
    /** Person who granted it. */
    readonly grantedBy: string | null;
    readonly agency: string | null;
    readonly roles: readonly Role[];
    /** Where the result goes (B14). */
    readonly resultsTo: 'agent' | 'principal';
    /** The mandate from which this one was passed on: it ends with that one. */
    readonly under: string | null;
    readonly redelegable: boolean;
    /** Document by which it was granted. */
    readonly basis: string;
    /** From this day it no longer holds; null while not revoked. */
    readonly revokedFrom: string | null;
  };

/** What is said of a mandate that is granted. */
export type NewMandate = Omit<Mandate, 'id' | 'revokedFrom'>;

/** Somebody who acts: the person, the posts held that day, and the children and wards represented by law. */
export type Actor = {
  readonly person: string;
  readonly posts: readonly string[];
  /** Minor children and wards (Civil Code 2015, art. 136). */
  readonly wards: readonly string[];
};

/** What somebody wants to do, for whom, as far as known. */
export type Deed = {
  readonly for: Principal;
  readonly act: string;
  readonly procedure?: string;
  readonly field?: string;
  readonly document?: string;
};

/** A mandate for everything, to be narrowed: nothing is limited, passed on or sent elsewhere. */
export const unlimited = {
  form: null,
  roles: [],
  acts: null,
  procedures: null,
  fields: null,
  documents: null,
  resultsTo: 'principal',
  under: null,
  redelegable: false,
} as const satisfies Partial<NewMandate>;
