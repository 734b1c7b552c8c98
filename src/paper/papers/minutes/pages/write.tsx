/**
 * `/bien-ban/moi`: an officer writes minutes. `/bien-ban/:id/lap-lai`: what was not signed is written anew; `/bien-ban/:id/dinh-chinh`: what
 * was issued is replaced by new ones that name it.
 */
import type { By, Look } from '../../../../ground/db/act.ts';
import { Conflict, NotAllowed, NotFound } from '../../../../ground/operate/errors.ts';
import { InsetText } from '../../../../ground/ui/index.ts';
import { ask, askPage } from '../../../../ground/web/ask.tsx';
import type { Page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { crumbsOf, paperAt } from '../../pages/one-paper.ts';
import { issuerNow } from '../../issuer.ts';
import {
  correctMinutesPath,
  dropMinutesPath,
  NEW_MINUTES,
  PAPERS,
  paperPath,
  rewritePath,
} from '../../paths.ts';
import { words as paperWords } from '../../pages/words.ts';
import { findCorrection, getPaper } from '../../queries.ts';
import { mayCorrect, mayDraft, mayRewrite } from '../../rules.ts';
import type { Minutes, Paper } from '../../schema.ts';
import { draftable, offered, signersOf, type Draftable } from '../candidates.ts';
import {
  correctMinutes,
  draftMinutes,
  dropMinutes,
  findMinutes,
  findNextVersion,
  rewriteMinutes,
} from '../commands.ts';
import { words } from '../words.ts';

const agencyOf = (by: By): string => {
  const found = by.powers.find(({ agency }) => mayDraft(by, { agency, keeper: null }))?.agency;
  if (!found) throw new NotAllowed(paperWords.notYours);
  return found;
};

/** What is asked of whoever writes minutes, new ones and those in the place of others. */
const questions = {
  abstract: ask.text(words.abstract, { hint: words.abstractHint, max: 300 }),
  begins: ask.text(words.begins, { hint: words.beginsHint, max: 100 }),
  where: ask.text(words.where, { max: 200 }),
  present: ask.long(words.present),
  content: ask.long(words.content, { max: 20_000, rows: 10 }),
  ends: ask.text(words.ends, { hint: words.endsHint, max: 100 }),
  recipients: ask.long(words.recipients, { rows: 3 }),
  secretary: ask.choice(words.secretary, ({ seats }: Draftable) => offered(seats)),
  chair: ask.choice(words.chair, ({ chairs }: Draftable) => offered(chairs)),
};

const draftPage = askPage({
  path: NEW_MINUTES,
  who: (by) =>
    by.kind === 'officer' && by.powers.some(({ agency }) => mayDraft(by, { agency, keeper: null })),
  example: NEW_MINUTES,
  title: words.title,
  crumbs: () => [{ text: paperWords.list, href: PAPERS }],
  lead: (_, { lang }) => <p class="govuk-body">{words.hint[lang]}</p>,
  questions,
  initial: () => ({ recipients: 'Như thành phần tham dự\nLưu: VT' }),
  button: words.draft,
  gather: ({ look, by }: Visit) => draftable(look, agencyOf(by)),
  act: async (act, { secretary, chair, ...written }, { gathered }) => {
    const signers = await signersOf(act, gathered, { secretary, chair });
    const id = await draftMinutes(act, gathered.agency, written, signers);
    return { to: paperPath(id), say: words.drafted };
  },
});

/** What was written before, to be changed; of minutes whose words were not kept, what they are about and who signs. */
const writtenBefore = ({ paper, minutes: { written, secretary, chair } }: Before) => ({
  ...(written ?? { abstract: String(paper.data['abstract'] ?? '') }),
  secretary,
  chair,
});

type Before = { readonly paper: Paper; readonly minutes: Minutes };

/** The agency in whose name minutes are written again: the one that took over, where that of the day has ended. */
const againBy = async (look: Look, { paper }: Before): Promise<Draftable> =>
  draftable(look, (await issuerNow(look, paper)).id);

/** Minutes that were not signed, and wait for whoever wrote them. */
async function refusedAt(visit: Visit): Promise<Before> {
  const minutes = await findMinutes(visit.look, (await getPaper(visit.look, visit.params['id'] ?? '')).id);
  if (!minutes) throw new NotFound(words.notMinutes);
  const paper = await paperAt(visit, (by, one) => mayRewrite(by, one, minutes));
  if (await findNextVersion(visit.look, paper.id)) throw new Conflict(words.otherStep);
  return { paper, minutes };
}

const rewritePage = askPage({
  path: rewritePath(':id'),
  who: 'officer',
  example: null,
  title: words.rewrite,
  crumbs: ({ paper }) => crumbsOf(paper),
  lead: ({ paper, minutes }, { lang }) => (
    <>
      <InsetText>
        {words.notSignedBy[lang]}: {minutes.refused_by}. {paper.ended_why}
      </InsetText>
      <p class="govuk-body">{words.rewriteLead[lang]}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={dropMinutesPath(paper.id)}>
          {words.drop[lang]}
        </a>
      </p>
    </>
  ),
  questions,
  initial: writtenBefore,
  button: words.draft,
  gather: async (visit: Visit) => {
    const before = await refusedAt(visit);
    return { ...before, ...(await againBy(visit.look, before)) };
  },
  act: async (act, { secretary, chair, ...written }, { gathered }) => {
    const signers = await signersOf(act, gathered, { secretary, chair });
    const id = await rewriteMinutes(act, gathered.agency, gathered.paper.id, written, signers);
    return { to: paperPath(id), say: words.rewritten };
  },
});

const dropPage = askPage({
  path: dropMinutesPath(':id'),
  who: 'officer',
  example: null,
  title: words.drop,
  crumbs: ({ paper }) => crumbsOf(paper),
  questions: { why: ask.long(words.dropWhy, { max: 1000, rows: 2 }) },
  button: words.drop,
  gather: refusedAt,
  act: async (act, { why }, { gathered: { paper } }) => {
    await dropMinutes(act, paper.id, why);
    return { to: paperPath(paper.id), say: words.dropped };
  },
});

const correctPage = askPage({
  path: correctMinutesPath(':id'),
  who: 'officer',
  example: null,
  title: words.correct,
  crumbs: ({ paper }) => crumbsOf(paper),
  lead: (_, { lang }) => <p class="govuk-body">{words.correctLead[lang]}</p>,
  questions: { error: ask.long(words.error, { max: 1000, rows: 2 }), ...questions },
  initial: writtenBefore,
  button: words.draft,
  gather: async (visit: Visit) => {
    const paper = await paperAt(visit, mayCorrect);
    const minutes = await findMinutes(visit.look, paper.id);
    if (!minutes) throw new NotFound(words.notMinutes);
    if (paper.state !== 'issued' || (await findCorrection(visit.look, paper.id)))
      throw new Conflict(words.notInForce);
    const before = { paper, minutes };
    return { ...before, ...(await againBy(visit.look, before)) };
  },
  act: async (act, { error, secretary, chair, ...written }, { gathered }) => {
    const signers = await signersOf(act, gathered, { secretary, chair });
    const wrong = { id: gathered.paper.id, error };
    const id = await correctMinutes(act, gathered.agency, wrong, written, signers);
    return { to: paperPath(id), say: words.drafted };
  },
});

/** The pages on which minutes are written, for the first time and again. */
export const writtenPages: readonly Page[] = [draftPage, rewritePage, dropPage, correctPage];
