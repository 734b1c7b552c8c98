/** `/giay-to-da-cap/:id/thu-hoi`: the leader revokes a paper, with the reason. */
import { ask, askPage } from '../../../ground/web/ask.tsx';
import { endPaper } from '../commands.ts';
import { mayRevoke } from '../rules.ts';
import type { Paper } from '../schema.ts';
import { crumbsOf, paperAt } from './one-paper.ts';
import { paperActPath, paperPath } from '../paths.ts';
import { words } from './words.ts';

export const revokePage = askPage({
  path: paperActPath(':id', 'thu-hoi'),
  who: 'officer',
  example: null,
  title: words.revokeTitle,
  about: ({ title, symbol }: Paper) => ({ vi: `${title} ${symbol ?? ''}`, en: `${title} ${symbol ?? ''}` }),
  crumbs: (paper: Paper) => crumbsOf(paper),
  lead: (_, { lang }) => <p class="govuk-body">{words.revokeHint[lang]}</p>,
  questions: { reason: ask.long(words.why) },
  button: words.revoke,
  grave: true,
  gather: (visit) => paperAt(visit, mayRevoke),
  act: async (act, { reason }, { gathered }) => {
    await endPaper(act, gathered.id, reason, null);
    return { to: paperPath(gathered.id), say: words.done };
  },
});
