/** `/quan-tri/thu-tuc`: what is being worked on, what is doubtful, and the way to every procedure. */
import { EmptyState, Search, WideTable } from '../../../../ground/ui/index.ts';
import { own, type Look } from '../../../../ground/db/act.ts';
import { formatDay } from '../../../../ground/text/dates.ts';
import { formatCount } from '../../../../ground/text/money.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { page, type Page } from '../../../../ground/web/page.ts';
import { countDoubts } from '../../doubts.ts';
import { doubtKinds } from '../../import/doubt.ts';
import { isEditor } from '../../rules/states.ts';
import { search } from '../../search/find.ts';
import type { CatalogueTables } from '../../tables.ts';
import { stateWords } from '../versions.tsx';
import { words } from './words.ts';

/** Where the editor's pages lie. */
export const EDITOR = '/quan-tri/thu-tuc';

const listDrafts = (look: Look) =>
  own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.versions')
    .select(['code', 'version', 'name', 'state', 'valid_from', 'cause'])
    .where('tenant', '=', look.tenant)
    .where('state', 'in', ['draft', 'reviewed'])
    .orderBy('created_at')
    .limit(100)
    .execute();

/** The first page. `compared`: the national database is connected, and its comparison is shown. */
export const editorListPage = (compared: boolean): Page =>
  page({
    path: EDITOR,
    who: isEditor,
    example: EDITOR,
    gather: async ({ look, query }) => {
      const q = (query['q'] ?? '').trim().slice(0, 300);
      return {
        drafts: await listDrafts(look),
        doubts: await countDoubts(look),
        found: q === '' ? null : (await search(look, q)).items.slice(0, 20),
      };
    },
    view: ({ drafts, doubts, found }, { lang, query }) => ({
      title: words.title,
      crumbs: administrationCrumbs(),
      wide: true,
      body: (
        <>
          <h1 class="govuk-heading-xl">{words.title[lang]}</h1>
          {compared && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${EDITOR}/doi-chieu`}>
                {words.inStep[lang]}
              </a>
            </p>
          )}
          <Search action={EDITOR} label={words.find[lang]} value={query['q']} />
          {found && (
            <WideTable
              title={words.find[lang]}
              head={[words.code, words.name].map((one) => ({ text: one[lang] }))}
              rows={found.map(({ code, name }) => [
                {
                  text: (
                    <a class="govuk-link" href={`${EDITOR}/${code}`}>
                      {code}
                    </a>
                  ),
                },
                { text: <span lang="vi">{name}</span> },
              ])}
            />
          )}
          <h2 class="govuk-heading-m">{words.drafts[lang]}</h2>
          {drafts.length === 0 ? (
            <EmptyState title={words.noDrafts[lang]} level={3} />
          ) : (
            <WideTable
              title={words.drafts[lang]}
              head={[words.code, words.name, words.state, words.from, words.cause].map((one) => ({
                text: one[lang],
              }))}
              rows={drafts.map((one) => [
                {
                  text: (
                    <a class="govuk-link" href={`${EDITOR}/${one.code}`}>
                      {one.code}
                    </a>
                  ),
                },
                { text: <span lang="vi">{one.name}</span> },
                { text: stateWords[one.state][lang] },
                { text: formatDay(one.valid_from, lang) },
                { text: <span lang="vi">{one.cause}</span> },
              ])}
            />
          )}
          <h2 class="govuk-heading-m">{words.doubts[lang]}</h2>
          {doubts.length === 0 ? (
            <EmptyState title={words.noDoubts[lang]} level={3} />
          ) : (
            <ul class="govuk-list">
              {doubts.map(({ kind, count, procedures }) => (
                <li>
                  <a class="govuk-link" href={`${EDITOR}/nghi-van?loai=${kind}`}>
                    {doubtKinds[kind][lang]}
                  </a>
                  {`: ${formatCount(count, lang)} (${formatCount(procedures, lang)} ${lang === 'vi' ? 'thủ tục' : 'procedures'})`}
                </li>
              ))}
            </ul>
          )}
        </>
      ),
    }),
  });
