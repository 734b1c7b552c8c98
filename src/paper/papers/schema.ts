/** Papers (văn bản, giấy tờ) that an agency issues: a result, a notice, a receipt. Requirements C6, E2, E3. */
import type { Place } from '../typeset/index.ts';
import type { Stored } from '../../ground/files/index.ts';
import type { Band, PageSize } from '../scanning/index.ts';
import type { AgencyKey } from './check/statement.ts';
import type { DataForm } from './signed-data/sign.ts';
import type { Written } from './minutes/content.ts';
import type { EvidenceRecord } from './evidence-records/records.ts';
import type { FormerFile, SignedFile } from './renewal/signed-files.ts';

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
  /** Field of work (lĩnh vực) by which authority to sign may be limited. */
  readonly field: string | null;
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
  /** When the certificate of its newest archive timestamp runs out; null: not looked at yet. */
  readonly evidence_until: Date | null;
  /** The table of algorithms with which that was computed. */
  readonly evidence_table: string | null;
  /** The paper whose error this one corrects; that one ends when this one is issued. */
  readonly replaces: string | null;
  /** What was wrong in it. */
  readonly correction: string | null;
  /** Who looks after it once issued, where its agency ended and was divided; null: its agency, or whoever took that over whole. */
  readonly keeper: string | null;
};

/**
 * What is made again from a document. Different acts, never one "copy" (Decree 30/2020 art. 25–27; Decree 137/2024):
 * - `printed-original`: a leader-signed file printed and sealed by hand is a paper original (bản gốc giấy);
 * - `conversion`: the electronic result brought onto paper, with a code (chuyển đổi);
 * - `full-copy` (sao y), `extract` (trích sao), `copy-of-copy` (sao lục): numbered in the book of copies.
 */
export type CopyKind = 'printed-original' | 'conversion' | 'full-copy' | 'extract' | 'copy-of-copy';

/** What a copy was made from, as the clerk knows it. */
export type Original = {
  /** Kind and subject of the document. */
  readonly title: string;
  readonly symbol: string | null;
  readonly issuer: string;
  readonly issuedOn: string | null;
  /** A paper of this installation, the scan of a paper document, or a signed file that was received. */
  readonly source: 'issued' | 'scan' | 'file';
  /** Set in a copy of a copy: which full copy, by whom. */
  readonly fullCopy?: string;
};

export type Copy = {
  readonly id: string;
  /** The paper it was made of; null: of a document that was not issued here. */
  readonly paper: string | null;
  readonly kind: CopyKind;
  readonly medium: 'paper' | 'electronic';
  /** Code of the public check. */
  readonly code: string;
  readonly of_copy: string | null;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly part: string | null;
  /** Parts of pages of the source that an electronic extract holds, in words. */
  readonly pages: string | null;
  readonly reason: string;
  /** SHA-256 of what it was made from. */
  readonly hash: string;
  /** Set for electronic copies. */
  readonly original: Original | null;
  /** SHA-256 of the signed copy; null for copies on paper. */
  readonly file: string | null;
  readonly size: number | null;
  readonly agency: string;
  readonly agency_name: string;
  readonly by_name: string;
  /** Who decided that an electronic copy be made (thẩm quyền sao), and in which capacity. */
  readonly authorised_by: string | null;
  readonly authorised_as: string | null;
  readonly made_on: string;
  readonly made_at: Date;
};

/**
 * States of an electronic copy before it is one: `draft` (đang chọn phần trích) · `asked` (chờ người có thẩm quyền sao) · `approved`
 * (đã quyết định cho sao) · `refused` (không đồng ý) · `withdrawn` (rút) · `signed` (đã ký: it is a copy, of the same id).
 */
export type OrderState = 'draft' | 'asked' | 'approved' | 'refused' | 'withdrawn' | 'signed';

/** An electronic copy that is prepared, decided on and signed (Decree 30/2020, art. 27). */
export type CopyOrder = {
  readonly id: string;
  readonly state: OrderState;
  readonly kind: Extract<CopyKind, 'full-copy' | 'extract' | 'copy-of-copy'>;
  readonly part: string | null;
  /** Which full copy is copied again, as written by who prepared it. */
  readonly full_copy: string | null;
  /** What for, asked by whom. */
  readonly reason: string;
  readonly original: Original;
  /** The paper of ours that is copied; null: another document. */
  readonly paper: string | null;
  /** SHA-256 of what is copied, of the file from which parts are drawn, and of the very file that is decided on and signed. */
  readonly source: string;
  readonly drawn: string;
  readonly to_sign: string | null;
  /** Its pages. */
  readonly sheets: readonly PageSize[];
  /** What an extract holds. */
  readonly bands: readonly Band[];
  readonly agency: string;
  readonly agency_name: string;
  /** The person who was asked to decide. */
  readonly authority: string;
  readonly authority_name: string;
  /** Account. */
  readonly prepared_by: string | null;
  readonly prepared_name: string;
  readonly prepared_at: Date;
  readonly decided_name: string | null;
  readonly decided_as: string | null;
  readonly decided_at: Date | null;
  readonly refusal: string | null;
};

/** An annex in a file of its own (phụ lục không cùng tệp tin): the agency signs it when the paper is sealed. */
export type Annex = {
  readonly paper: string;
  /** Its place among the annexes, from 1. */
  readonly n: number;
  readonly title: string;
  /** SHA-256 of the file that the drafter attached. */
  readonly source: string;
  /** SHA-256 of the signed file; null until the paper is issued. */
  readonly hash: string | null;
  /** Bytes of the signed file, before that of the attached one. */
  readonly size: number;
  readonly by_name: string;
  readonly added_at: Date;
};

/** What a paper says, as data signed by the agency for programs (dữ liệu có chữ ký số). */
export type KeptData = {
  readonly paper: string;
  readonly form: DataForm;
  /** SHA-256 of the signed data. */
  readonly hash: string;
  readonly size: number;
  /** SHA-256 of the issued file that it names; that file may have newer evidence since. */
  readonly file: string;
  readonly agency_name: string;
  readonly signed_at: Date;
  /** Since when it carries a timestamp; null: the timestamp follows. */
  readonly stamped_at: Date | null;
};

/** Who signs minutes (biên bản), and how far it has come: the secretary (thư ký) first, then the chair (chủ tọa). */
export type Minutes = {
  readonly paper: string;
  /** Account that wrote them; null: not noted then. */
  readonly drafter: string | null;
  /** What was written; null: not kept then. */
  readonly written: Written | null;
  /** The refused version in whose place this one stands. */
  readonly follows: string | null;
  /** Who did not sign. */
  readonly refused_by: string | null;
  readonly secretary: string;
  readonly secretary_name: string;
  readonly chair: string;
  readonly chair_name: string;
  readonly secretary_signed_at: Date | null;
  /** Who had the part at the meeting, where another signs in their place, and why; null: they sign themselves. */
  readonly secretary_for: string | null;
  readonly secretary_why: string | null;
  readonly chair_for: string | null;
  readonly chair_why: string | null;
  /** Grows with each change of signers. */
  readonly edition: number;
  /** SHA-256 of what the secretary has signed; null: nobody has signed yet. */
  readonly file: string | null;
  /** What is noted of the paper once the chair has signed. */
  readonly laid_out: Omit<Signed, 'stored'> | null;
};

/** With which credential of the remote signing service an officer signs (ký số từ xa). Bytes are base64. */
export type RemoteCredential = {
  readonly person: string;
  /** Name of the account at the service. */
  readonly account: string;
  readonly credential: string;
  readonly certificate: string;
  readonly chain: readonly string[];
  readonly algorithm: 'rsa-sha256' | 'ecdsa-sha256';
  readonly signer: string;
  readonly valid_until: Date;
  /** How many signatures one confirmation may cover. */
  readonly together: number;
  readonly since: Date;
};

/** A paper, or the digitised copy of one, that waits for the answer of its signer's phone. Its bytes are fixed. */
export type WaitingSignature = {
  /** Its id: of a paper or of a digitised copy. */
  readonly paper: string;
  /** The confirmation that was asked for; it may cover several papers. */
  readonly request: string;
  readonly person: string;
  /** Of what it was made from and for whom. */
  readonly fingerprint: string;
  /** Hash of the prepared bytes in the store. */
  readonly prepared: string;
  readonly hole: readonly [number, number];
  readonly to_sign: string;
  /** What is noted of it once it is signed, as whoever asked for the signature gave it. */
  readonly result: object;
  readonly handle: string | null;
  readonly sad: string | null;
  /** Under which the values are asked for, where the service makes them in its own time. */
  readonly response: string | null;
  readonly value: string | null;
  readonly asked_at: Date;
  readonly until: Date;
};

/** A version of a template that an administrator edited (mẫu văn bản); what is shipped is version 0 and lies in the code. */
export type TemplateVersion = {
  readonly key: string;
  readonly version: number;
  /** Item of the record. */
  readonly id: string;
  readonly source: string;
  /** What was changed and why. */
  readonly change: string;
  readonly drafted_by: string;
  readonly drafted_name: string;
  readonly drafted_at: Date;
  readonly published_name: string | null;
  /** Null: a draft. */
  readonly published_at: Date | null;
};

export type PaperTables = {
  'papers.templates': TemplateVersion & { tenant: number };
  'papers.former_files': FormerFile & { tenant: number; hash: string; renewed_at: Date };
  'papers.evidence_records': EvidenceRecord & { tenant: number };
  'papers.signed_files': SignedFile & { tenant: number };
  'papers.remote_credentials': RemoteCredential & { tenant: number };
  'papers.waiting_signatures': WaitingSignature & { tenant: number };
  'papers.papers': Omit<Paper, 'keeper'> & { tenant: number; created_at: Date };
  'papers.keepers': { tenant: number; agency: string; keeper: string; since: Date };
  'papers.keys': AgencyKey & { tenant: number; agency: string; since: Date };
  'papers.copies': Copy & { tenant: number };
  'papers.copy_orders': CopyOrder & { tenant: number };
  'papers.annexes': Annex & { tenant: number };
  'papers.minutes': Minutes & { tenant: number };
  'papers.signed_data': KeptData & { tenant: number };
};

/** What came of signing: the bytes, the data they were made from, and the places left for the clerk. */
export type Signed = {
  readonly stored: Stored;
  /** In whose name it is signed: not the agency of the draft where that has ended since. */
  readonly issuer: Pick<Paper, 'agency' | 'agency_name'>;
  /** The version of the template that the bytes were made with. */
  readonly version: string;
  readonly data: Paper['data'];
  readonly places: Readonly<Record<string, Place>>;
  /** The agency's key that signed the statement in the square code; null when there is no statement. */
  readonly key: AgencyKey | null;
  /** What the square code holds: the address with the statement; null without an address. */
  readonly check: string | null;
};

/** What a paper begins with. */
export type Draft = {
  readonly item: string | null;
  readonly template: string;
  readonly title: string;
  readonly resultCode: string | null;
  readonly agency: string;
  readonly agencyName: string;
  /** Field of work, for the authority to sign its corrections. */
  readonly field?: string | null;
  readonly owner: string | null;
  readonly ownerOrganisation: string | null;
  readonly ownerName: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Book of its number, and how the number is written: `{n:2}/{yyyy}`. */
  readonly book: string;
  readonly validUntil: string | null;
  /** Set when it corrects an error of the agency in another paper: which, and what was wrong. */
  readonly corrects?: { readonly paper: string; readonly error: string };
};
