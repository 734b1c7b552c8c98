/** Legal texts and code lists, each in force from a day to a day. */
import type { Text } from '../../ground/text/language.ts';

/** Days are `YYYY-MM-DD`, both included; `to` null means still in force (thời gian hiệu lực). */
export type Period = { readonly from: string; readonly to: string | null };

/** A legal text (văn bản pháp luật) that a rule or a datum cites as its basis. */
export type LegalText = Period & {
  /** Số, ký hiệu: `30/2020/NĐ-CP`. */
  readonly number: string;
  /** Cơ quan ban hành. */
  readonly issuer: string;
  /** Code of the list `legal-text-type`. */
  readonly type: string;
  /** Trích yếu. */
  readonly title: Text;
  /** Ngày ban hành; null where not known. */
  readonly issued: string | null;
  /** Number of the text that replaces it. */
  readonly replacedBy: string | null;
};

/** One value of a code list (mã và giá trị của danh mục). */
export type Code = Period & {
  readonly code: string;
  readonly name: Text;
  /** Chữ viết tắt, where the law gives one (Decree 30/2020, Annex III). */
  readonly abbreviation: string | null;
  /** Căn cứ pháp lý. */
  readonly basis: string;
};

/** A code list (danh mục dùng chung) with every version of its codes, in the order to show. */
export type CodeList = {
  readonly list: string;
  readonly name: Text;
  readonly basis: string;
  readonly codes: readonly Code[];
};

/** The lists that ship with the platform. */
export type ListName =
  | 'field'
  | 'applicant-kind'
  | 'channel'
  | 'copy-type'
  | 'delivery'
  | 'document-type'
  | 'dossier-status'
  | 'ethnicity'
  | 'gender'
  | 'identity-document'
  | 'legal-text-type'
  | 'nationality'
  | 'procedure-result'
  | 'result-document'
  | 'urgency';
