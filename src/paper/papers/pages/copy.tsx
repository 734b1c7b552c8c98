/** `/giay-to-da-cap/:id/sao`: the clerk copies, converts, or records a sealed print: five acts with rules of their own. */
import { ask, askPage } from '../../../ground/web/ask.tsx';
import { makeCopy } from '../copies/commands.ts';
import { listCopies } from '../copies/queries.ts';
import { copyKinds } from '../copies/rules.ts';
import { isClerkOf } from '../rules.ts';
import type { Copy, CopyKind, Paper } from '../schema.ts';
import { crumbsOf, paperAt } from './one-paper.ts';
import { paperActPath, paperPath } from '../paths.ts';
import { words } from './words.ts';

const kinds = Object.keys(copyKinds) as readonly CopyKind[];

type At = { readonly paper: Paper; readonly copies: readonly Copy[] };

export const copyPage = askPage({
  path: paperActPath(':id', 'sao'),
  who: 'officer',
  example: null,
  title: words.copyTitle,
  about: ({ paper: { title, symbol } }: At) => ({
    vi: `${title} ${symbol ?? ''}`,
    en: `${title} ${symbol ?? ''}`,
  }),
  crumbs: ({ paper }: At) => crumbsOf(paper),
  questions: {
    kind: ask.choice<At>(words.copyKind, () =>
      kinds.map((kind) => ({ value: kind, text: copyKinds[kind].name, hint: copyKinds[kind].is })),
    ),
    part: ask.maybe(words.copyPart),
    ofCopy: ask.maybeChoice<At>(
      words.copyOf,
      ({ copies }) =>
        copies
          .filter((one) => one.kind === 'full-copy')
          .map((one) => ({ value: one.id, text: { vi: one.symbol ?? '', en: one.symbol ?? '' } })),
      words.noneOfThem,
    ),
    reason: ask.long(words.copyReason),
  },
  button: words.copy,
  gather: async (visit) => {
    const paper = await paperAt(visit, isClerkOf);
    return { paper, copies: await listCopies(visit.look, paper.id) };
  },
  act: async (act, { kind, ...wish }, { gathered: { paper } }) => {
    const copy = await makeCopy(act, paper.id, { kind: kind as CopyKind, ...wish });
    return { to: paperPath(paper.id), say: words.copyDone(copyKinds[copy.kind].name.vi, copy.code) };
  },
});
