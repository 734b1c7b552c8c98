/** `/quan-tri/thu-tuc/nghi-van`: the doubtful fields of imports as a work list. */
import {
  DataTable,
  EmptyState,
  InsetText,
  KeysetPager,
  withQuery,
  type Column,
} from '../../../../ground/ui/index.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { RowButton } from '../../../../ground/web/form.tsx';
import { input, integer, text } from '../../../../ground/web/input.ts';
import { page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { listDoubts, type OpenDoubt } from '../../doubts.ts';
import { settleDoubt } from '../../drafts.ts';
import { doubtKinds, fieldWords, type DoubtKind } from '../../import/doubt.ts';
import { isEditor } from '../../rules/states.ts';
import { EDITOR } from './list.tsx';
import { words } from './words.ts';

const PATH = `${EDITOR}/nghi-van`;

const afterOf = (word: string | undefined): { readonly code: string; readonly n: number } | null => {
  const [, code, n] = /^([\w.]{1,40})~(\d{1,6})$/.exec(word ?? '') ?? [];
  return code && n ? { code, n: Number(n) } : null;
};

const kindOf = (word: string | undefined): DoubtKind | null =>
  (Object.keys(doubtKinds) as DoubtKind[]).find((kind) => kind === word) ?? null;

const SeenButton = ({ one, visit }: { readonly one: OpenDoubt; readonly visit: Visit }) => (
  <RowButton
    visit={visit}
    fields={{ code: one.code, version: one.version, n: one.n }}
    of={`${one.code}, ${fieldWords(one.field)[visit.lang]}`}
    text={words.seen[visit.lang]}
  />
);

const columns = (visit: Visit): readonly Column<OpenDoubt>[] => [
  {
    key: 'code',
    title: words.name[visit.lang],
    names: true,
    cell: ({ code, name }) => (
      <>
        <a class="govuk-link" href={`${EDITOR}/${code}`}>
          {code}
        </a>{' '}
        <span class="govuk-!-font-weight-regular" lang="vi">
          {name.slice(0, 120)}
        </span>
      </>
    ),
  },
  {
    key: 'kind',
    title: words.kind[visit.lang],
    cell: ({ kind, field }) => (
      <>
        <strong>{fieldWords(field)[visit.lang]}</strong>
        <br />
        {doubtKinds[kind][visit.lang]}
      </>
    ),
  },
  {
    key: 'value',
    title: words.value[visit.lang],
    cell: (one) => (
      <>
        {one.value && (
          <p class="govuk-!-margin-top-0" lang="vi">
            {one.value.slice(0, 400)}
          </p>
        )}
        <SeenButton one={one} visit={visit} />
      </>
    ),
  },
];

export const doubtsPage = page({
  path: PATH,
  who: isEditor,
  example: PATH,
  input: input({
    code: text({ label: words.code, max: 60 }),
    version: integer(words.field, 1, 1_000_000),
    n: integer(words.field, 1, 1_000_000),
  }),
  gather: ({ look, query }) => listDoubts(look, { kind: kindOf(query['loai']), after: afterOf(query['tu']) }),
  view: ({ items, more }, visit) => {
    const { lang, query } = visit;
    const here = `${PATH}?${new URLSearchParams(query)}`;
    const last = items.at(-1);
    return {
      title: words.doubts,
      crumbs: administrationCrumbs({ text: words.title, href: EDITOR }),
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-l">{words.doubts[lang]}</h1>
          <InsetText>{words.doubtsHint[lang]}</InsetText>
          <DataTable
            caption={words.doubts[lang]}
            columns={columns(visit)}
            rows={items}
            dense
            empty={<EmptyState title={words.noDoubts[lang]} />}
          />
          <KeysetPager
            by="order"
            before={query['tu'] ? withQuery(here, { tu: null }) : null}
            after={more && last ? withQuery(here, { tu: `${last.code}~${last.n}` }) : null}
          />
        </>
      ),
    };
  },
  act: async (act, { code, version, n }, { visit }) => {
    await settleDoubt(act, code, version, n, words.seen.vi);
    return { to: `${PATH}?${new URLSearchParams(visit.query)}`, say: words.settled };
  },
});
