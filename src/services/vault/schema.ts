/** The vault (Kho quản lý dữ liệu điện tử của tổ chức, cá nhân; Decree 137/2024): papers, and links to them. */

/** Where a paper comes from: issued here, accepted with a dossier, or fetched from the national store. */
export type Source = 'dossier' | 'accepted' | 'national-store';

/** A paper in somebody's vault. */
export type VaultItem = {
  readonly id: string;
  readonly owner: string;
  readonly owner_kind: 'person' | 'organisation';
  /** The paper that our agency issued; null when it came from elsewhere. */
  readonly paper: string | null;
  readonly title: string;
  readonly result_code: string | null;
  readonly symbol: string | null;
  readonly issuer: string;
  readonly issued_on: string | null;
  readonly valid_until: string | null;
  readonly hash: string;
  readonly size: number;
  readonly type: string;
  readonly name: string | null;
  readonly source: Source;
  /** The dossier, or the address in the national store. */
  readonly origin: string | null;
  readonly state: 'in-force' | 'superseded' | 'revoked';
  readonly added_at: Date;
};

/** A link by which its owner shows one paper to one reader (chia sẻ). */
export type Share = {
  readonly id: string;
  readonly item: string;
  readonly owner: string;
  readonly reader: string;
  readonly purpose: string;
  readonly created_by: string;
  readonly created_at: Date;
  readonly until: Date;
  readonly revoked_at: Date | null;
};

export type VaultTables = {
  'vault.items': VaultItem & { tenant: number; reminded_for: string | null };
  'vault.shares': Share & { tenant: number; token: string };
};
