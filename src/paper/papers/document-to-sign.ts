/**
 * A paper in the words in which authority to sign is given (Decree 30/2020, art. 7 and 13): one of the types of
 * administrative documents, or the kind of document that a procedure results in.
 */
import { slug } from '../../ground/text/fold.ts';
import type { ToSign } from '../../world/mandates/index.ts';
import { findDocumentType, templates } from '../typeset/index.ts';
import type { Paper } from './schema.ts';

/** Code of the list `document-type`, or of `result-document`, whose codes are those of the templates. */
function kindOf({ template, data }: Pick<Paper, 'template' | 'data'>): string {
  if (template === templates.letter.key) return 'cong-van';
  if (template === templates.report.key) return 'bao-cao';
  if (template === templates.silentApproval.key) return 'thong-bao';
  const name = template === templates.namedDocument.key ? data['type'] : null;
  if (typeof name !== 'string') return template;
  // The codes of the list are the names of the decree without marks.
  return slug(findDocumentType(name)?.name ?? name);
}

/** What is asked of the authority to sign before this paper is signed for its agency. */
export const documentToSign = (paper: Pick<Paper, 'template' | 'data'>, field: string | null): ToSign => ({
  type: kindOf(paper),
  field,
  authority: 'agency',
});
