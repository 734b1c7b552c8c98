/** What the catalogue needs of the national procedure database (Cơ sở dữ liệu quốc gia về thủ tục hành chính). */
import type { Look } from '../../../ground/db/act.ts';

/** A row of the national catalogue, in the shape that the import reads; only what the database sent is in it. */
export type NationalRow = Readonly<Record<string, unknown>>;

/** A procedure in the list of the database. */
export type Listed = { readonly code: string; readonly name: string };

/** The national procedure database. Each call may throw Unavailable. */
export type ProcedureDatabase = {
  /** Every procedure in force (LayDanhSachTTHC). */
  readonly list: (look: Look) => Promise<readonly Listed[]>;
  /** One procedure (LayThuTuc); null when the database has none of this code. */
  readonly read: (look: Look, code: string) => Promise<NationalRow | null>;
};
