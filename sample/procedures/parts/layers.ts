/** What most procedures of the sample have in common in their two layers. */
import type { Decision, LocalContent } from '../../../src/services/catalogue/index.ts';
import { processDecision } from './process.ts';

/** A decision that publishes procedures (quyết định công bố), by number; the national database gives no date or signer. */
export const publishedBy = (number: string, agency: string): Decision => ({
  number,
  date: null,
  signer: null,
  agency,
});

/** A procedure of which we hold only the entry in the national list of 28 April 2025: the list stands for its decision. */
export const listedBy = (agency: string): Decision =>
  publishedBy('Danh mục ngày 28/4/2025 của Cơ sở dữ liệu quốc gia về thủ tục hành chính', agency);

const usual = {
  term: null,
  fees: [],
  processDecision,
  placeFrom: null,
  systemOfRecord: 'us',
  transitional: null,
  afterSupplement: 'resume',
  silence: 'none',
} as const satisfies Partial<LocalContent>;

/** The local layer: what the province has decided otherwise stands in `own`. */
export const locally = (
  own: Omit<LocalContent, keyof typeof usual> & Partial<LocalContent>,
): LocalContent => ({ ...usual, ...own });

/** Steps of the procedure, one a line. */
export const inOrder = (...steps: readonly string[]): string => steps.join('\n');

/** Settled by the people's committee of the commune that the place names. */
export const byCommune = { kind: 'peoples-committee', slug: null } as const;

/** Settled by a department of the province. */
export const byDepartment = (slug: string) => ({ kind: 'department', slug }) as const;

/** Who receives dossiers of a level. */
export const receivedAt = {
  commune: 'Trung tâm Phục vụ hành chính công cấp xã',
  province: 'Trung tâm Phục vụ hành chính công cấp tỉnh',
} as const;
