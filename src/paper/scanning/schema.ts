/** Paper components that were brought into electronic form at intake (số hoá thành phần hồ sơ). Requirement C5. */
import type { Text } from '../../ground/text/language.ts';

/**
 * - `waiting` (đang xử lý): the picture is being read.
 * - `made` (đã số hoá): there is a PDF/A; an officer has still to compare it with the paper.
 * - `confirmed` (đã đối chiếu): an officer signed that it matches the original.
 * - `original` (bản điện tử gốc): a signed electronic file is an original itself: nothing to digitise.
 * - `refused`: the file cannot be read; `why` says what to do.
 */
export type ScanState = 'waiting' | 'made' | 'confirmed' | 'original' | 'refused';

/** `all`, some pages, or none were recognised; `own`: the file brought its own text. */
export type Recognised = 'all' | 'some' | 'none' | 'own';

/** What the officer writes of the paper when comparing it (STANDARDS §5: CodeNumber, IssuedDate, OrganName). Empty: the paper has none. */
export type PaperFacts = {
  readonly symbol: string;
  readonly issuedOn: string | null;
  readonly issuer: string;
};

/** One digitised document of an item. */
export type Scan = {
  readonly id: string;
  /** What it belongs to, as a dossier, and its place there. */
  readonly item: string;
  readonly n: number;
  /** Code in the register of digitised documents: `H99.18_HS_000021_V1`. */
  readonly doc_code: string;
  readonly title: string;
  /** The agency that digitises. */
  readonly agency_name: string;
  readonly source_hash: string;
  readonly source_type: string;
  readonly state: ScanState;
  readonly why: Text | null;
  readonly hash: string | null;
  readonly size: number | null;
  readonly file_name: string | null;
  readonly pages: number | null;
  /** The coarsest page, dots per inch; null where the file came as PDF with text. */
  readonly dpi: number | null;
  readonly recognised: Recognised | null;
  /** The words of each page, for search. */
  readonly texts: readonly string[];
  readonly facts: PaperFacts | null;
  readonly confirmed_by: string | null;
  readonly confirmed_name: string | null;
  readonly confirmed_at: Date | null;
  /** When and by whom the paper was handed back; null: not recorded. */
  readonly handed_back_at: Date | null;
  readonly handed_back_by: string | null;
  readonly asked_at: Date;
};

export type ScanTables = { 'scanning.scans': Scan & { tenant: number } };

/** Fewest dots per inch of a digitised paper (STANDARDS §5). */
export const LEAST_DPI = 200;
