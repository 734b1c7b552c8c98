/** `/danh-gia/y-kien`: what people added to their ratings of a procedure in a month. */
import { DataTable, EmptyState } from '../../../ground/ui/index.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import { page } from '../../../ground/web/page.ts';
import { namesOf } from '../../catalogue/index.ts';
import { COMMENTS, RATINGS, ratingsPath } from '../paths.ts';
import { mayReadRatings, ratedAgency } from '../policy.ts';
import { commentsOf, groupsOf, lineWith } from '../reading.ts';
import { readWords as words, scores, scoreWords } from '../words.ts';

export const commentsPage = page({
  path: COMMENTS,
  who: mayReadRatings,
  example: COMMENTS,
  gather: async ({ look, by, query }) => {
    const agency = ratedAgency(by, query['co-quan']);
    const month = query['thang'] ?? '';
    const line = lineWith(await groupsOf(look, agency), month, query['thu-tuc'] ?? '');
    return {
      agency,
      month,
      line,
      comments: line ? await commentsOf(look, agency, month, line) : [],
      names: await namesOf(look, line?.procedures ?? []),
    };
  },
  view: ({ agency, month, line, comments, names }, { lang }) => ({
    title: words.comments,
    crumbs: [{ text: words.title, href: line ? ratingsPath(agency, month) : RATINGS }],
    body: (
      <>
        {line && (
          <span class="govuk-caption-l">
            {words.month[lang]} {formatDay(month, lang)}
          </span>
        )}
        <h1 class="govuk-heading-l">{words.comments[lang]}</h1>
        {line && (
          <ul class="govuk-list" lang="vi">
            {line.procedures.map((code) => (
              <li>{names.get(code) ?? code}</li>
            ))}
          </ul>
        )}
        <DataTable
          caption={words.comments[lang]}
          rows={comments}
          cards
          columns={[
            {
              key: 'score',
              title: words.score[lang],
              cell: ({ score }) => scoreWords[scores.find((one) => Number(one) === score)!][lang],
            },
            {
              key: 'words',
              title: words.said[lang],
              names: true,
              cell: ({ words: said }) => <span lang="vi">{said}</span>,
            },
          ]}
          empty={<EmptyState title={(line ? words.silent : words.notShown)[lang]} />}
        />
      </>
    ),
  }),
});
