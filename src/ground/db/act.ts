/**
 * An act: one legal deed of one person at one moment, in one open transaction. It is the one argument
 * that travels from the edge (page, API, job) down through the rooms.
 */
import type { Kysely } from 'kysely';
import type { Writes } from './writes.ts';

/** An open connection or transaction that names no tables. A room narrows it to its own with `own`. */
export type Tx = Kysely<Record<never, never>>;

/** Narrows a connection to the tables of one room: `own<DossierTables>(act.tx)`. */
export const own = <Tables>(tx: Tx): Kysely<Tables> => tx as unknown as Kysely<Tables>;

/** One power of an officer: a role held for an agency (and possibly one unit of it). */
export type Power = {
  readonly role: string;
  readonly agency: string;
  readonly unit: string | null;
  /** Name of the absent colleague in whose place one has it (làm thay); absent: it is one's own. */
  readonly insteadOf?: string;
};

/**
 * For whom one acts under a mandate, and how far it reaches (uỷ quyền, đại diện). A list is a limit, null is none. Read
 * anew for every request: what was revoked is gone at once.
 */
export type ActingFor = {
  readonly person: string | null;
  readonly organisation: string | null;
  /** Shown on the form, on the dossier and in the record. */
  readonly name: string;
  readonly acts: readonly string[] | null;
  readonly procedures: readonly string[] | null;
  readonly fields: readonly string[] | null;
};

/** A post that one holds (chức vụ), where it is. */
export type WorkingIn = { readonly post: string; readonly agency: string; readonly unit: string | null };

/**
 * Who acts. Ids only, plus the name shown in the record.
 * - `citizen`: a signed-in person, perhaps for an organisation or another person under a mandate.
 * - `officer`: the holder of a post (chức vụ) in an agency.
 * - `system`: the platform itself, in a job.
 * - `nobody`: a visitor who has not signed in.
 */
export type By = {
  readonly kind: 'citizen' | 'officer' | 'system' | 'nobody';
  readonly account: string | null;
  readonly person: string | null;
  /** Organisation that a citizen acts for. */
  readonly organisation: string | null;
  readonly post: string | null;
  readonly agency: string | null;
  readonly unit: string | null;
  /** All posts that an officer holds today: the one chosen for the session stands in the three fields above. */
  readonly posts?: readonly WorkingIn[];
  /** Mandate under which one acts for another (uỷ quyền, thay mặt). */
  readonly mandate: string | null;
  /** Whom that mandate speaks for; null when one acts for oneself. */
  readonly actingFor: ActingFor | null;
  readonly powers: readonly Power[];
  /** Level of assurance of the sign-in: 0 none, 1 or 2 (mức độ định danh điện tử). */
  readonly assurance: 0 | 1 | 2;
  readonly name: string;
};

/** A visitor who has not signed in. */
export const nobody: By = {
  kind: 'nobody',
  account: null,
  person: null,
  organisation: null,
  post: null,
  agency: null,
  unit: null,
  mandate: null,
  actingFor: null,
  powers: [],
  assurance: 0,
  name: '',
};

/** Whether an officer holds one of these roles, in whatever agency. */
export const hasRole = ({ powers }: Pick<By, 'powers'>, ...roles: readonly string[]): boolean =>
  powers.some(({ role }) => roles.includes(role));

/**
 * The absent colleague in whose place an officer does something (làm thay), by name: whoever may do it by a power of one's own does it
 * for oneself (null). `may` is the policy by which it is done.
 */
export function inPlaceOf(by: By, may: (by: By) => boolean): string | null {
  const { kind, powers } = by;
  if (kind !== 'officer' || powers.every(({ insteadOf }) => insteadOf === undefined)) return null;
  if (may({ ...by, powers: powers.filter(({ insteadOf }) => insteadOf === undefined) })) return null;
  const lent = powers.find((power) => power.insteadOf !== undefined && may({ ...by, powers: [power] }));
  return lent?.insteadOf ?? null;
}

/** The platform itself, acting in a job. */
export const system: By = { ...nobody, kind: 'system', name: 'Hệ thống' };

/** What a read needs to know: the connection, the tenant, who asks and when. */
export type Look = {
  readonly tx: Tx;
  /** The ministry or province whose installation this is; part of the key of every big table. */
  readonly tenant: number;
  readonly by: By;
  readonly now: Date;
  readonly requestId: string;
};

/** An open act: a look that may write. Writes are collected and sent as one statement when the act ends. */
export type Act = Look & { readonly reason: string | null; readonly writes: Writes };
