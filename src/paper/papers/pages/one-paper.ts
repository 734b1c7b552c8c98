/** One issued paper for those who look after it; a look at its owner's data is recorded. */
import { look as noteLook } from '../../../ground/record/index.ts';
import { NotAllowed } from '../../../ground/operate/errors.ts';
import type { Page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { getPaper } from '../queries.ts';
import { mayReadPaper } from '../rules.ts';
import type { Paper } from '../schema.ts';
import { PAPERS, paperPath } from '../paths.ts';
import { words } from './words.ts';

/** The paper that the path names. Throws NotFound, and NotAllowed for officers of other agencies or without `may`. */
export async function paperAt(
  visit: Visit,
  may: (by: Visit['by'], paper: Paper) => boolean = mayReadPaper,
): Promise<Paper> {
  const paper = await getPaper(visit.look, visit.params['id'] ?? '');
  if (!may(visit.by, paper)) throw new NotAllowed(words.notYours);
  return paper;
}

/** Writes down that an officer looked at the paper of a person. */
export async function noteLookAt({ edge, tenant, by, requestId, now }: Visit, paper: Paper): Promise<void> {
  const { owner, id } = paper;
  if (owner === null) return;
  await edge.act({ tenant, by, requestId, now }, async (act) =>
    noteLook(act, owner, 'Quản lý giấy tờ đã cấp', id, { may: (who) => mayReadPaper(who, paper) }),
  );
}

/** The way to the pages of a paper. */
export const crumbsOf = (paper: Paper): NonNullable<ReturnType<Page['view']>['crumbs']> => [
  { text: words.list, href: PAPERS },
  {
    text: { vi: paper.symbol ?? paper.title, en: paper.symbol ?? paper.title },
    href: paperPath(paper.id),
  },
];
