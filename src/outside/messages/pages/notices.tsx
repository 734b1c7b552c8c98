/** `/tin-nhan`: what I was told, newest first. */
import { Button, DataTable, EmptyState, KeysetPager, Tag, withQuery } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { listNotices, markRead, placeOf } from '../notices.ts';
import { noticePath, NOTICES, WISHES } from '../paths.ts';
import { words } from '../words.ts';
import { homeOf } from './home.ts';

const PAGE = 50;

export const noticesPage = page({
  path: NOTICES,
  who: 'signed-in',
  example: NOTICES,
  input: nothing,
  gather: async ({ look, query }) => {
    const found = await listNotices(look, PAGE + 1, query['after']);
    return { notices: found.slice(0, PAGE), isMore: found.length > PAGE };
  },
  view: ({ notices, isMore }, visit) => {
    const { lang } = visit;
    const last = notices.at(-1);
    return {
      title: words.title,
      crumbs: [homeOf(visit.by)],
      body: (
        <>
          <h1 class="govuk-heading-l">{words.title[lang]}</h1>
          <p class="govuk-body">
            <a class="govuk-link" href={WISHES}>
              {words.wishes[lang]}
            </a>
          </p>
          <DataTable
            caption={words.title[lang]}
            rows={notices}
            columns={[
              {
                key: 'title',
                title: words.message[lang],
                names: true,
                cell: ({ id, title, read_at: readAt }) => (
                  <>
                    <a class={`govuk-link${readAt ? '' : ' govuk-!-font-weight-bold'}`} href={noticePath(id)}>
                      {title[lang]}
                    </a>{' '}
                    {!readAt && <Tag>{words.fresh[lang]}</Tag>}
                  </>
                ),
              },
              { key: 'code', title: words.dossier[lang], cell: ({ code }) => code },
              { key: 'at', title: words.when[lang], cell: ({ at }) => formatTime(at, lang) },
            ]}
            empty={<EmptyState title={words.none[lang]}>{words.noneHint[lang]}</EmptyState>}
          />
          <KeysetPager
            lang={lang}
            before={visit.query['after'] ? NOTICES : null}
            after={isMore && last ? withQuery(NOTICES, { after: placeOf(last) }) : null}
          />
          {notices.some((one) => one.read_at === null) && (
            <Form visit={visit}>
              <Button kind="secondary">{words.readAll[lang]}</Button>
            </Form>
          )}
        </>
      ),
    };
  },
  act: async (act, _, { gathered }) => {
    for (const notice of gathered.notices) markRead(act, notice);
    return { to: NOTICES };
  },
});
