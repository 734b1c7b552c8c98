/** Papers (văn bản, giấy tờ) that an agency issues: a result, a notice, a receipt. Requirements C6, E2, E3. */
import type { Place } from '../typeset/index.ts';

/**
 * States: `draft` (dự thảo) · `signed` (người có thẩm quyền đã ký) · `numbered` (đã cấp số) · `issued` (đã ban hành) ·
 * `revoked` (thu hồi) · `superseded` (được thay thế).
 */
export type PaperState = 'draft' | 'signed' | 'numbered' | 'issued' | 'revoked' | 'superseded';

export type Paper = {
  readonly id: string;
  readonly item: string | null;
  /** Code of the public check. */
  readonly code: string;
  readonly template: string;
  readonly template_version: string;
  readonly title: string;
  /** National code of the kind of result (KQ.G15.000031). */
  readonly result_code: string | null;
  readonly state: PaperState;
  readonly agency: string;
  readonly agency_name: string;
  readonly owner: string | null;
  readonly owner_organisation: string | null;
  readonly owner_name: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly places: Readonly<Record<string, Place>> | null;
  readonly signer_post: string | null;
  readonly signer_name: string | null;
  readonly book: string;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly issued_on: string | null;
  readonly valid_until: string | null;
  readonly hash: string | null;
  readonly size: number | null;
  readonly signed_at: Date | null;
  readonly issued_at: Date | null;
  readonly ended_at: Date | null;
  readonly ended_why: string | null;
  readonly replaced_by: string | null;
};

export type PaperTables = { 'papers.papers': Paper & { tenant: number; created_at: Date } };

/** What a paper begins with. */
export type Draft = {
  readonly item: string | null;
  readonly template: string;
  readonly title: string;
  readonly resultCode: string | null;
  readonly agency: string;
  readonly agencyName: string;
  readonly owner: string | null;
  readonly ownerOrganisation: string | null;
  readonly ownerName: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Book of its number, and how the number is written: `{n:2}/{yyyy}`. */
  readonly book: string;
  readonly validUntil: string | null;
};
