/** `/danh-gia`: leaders read how people rated, by procedure and month. */
import { Button, DataTable, EmptyState, InsetText, Select } from '../../../ground/ui/index.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import { findAgency } from '../../../world/agencies/index.ts';
import { namesOf } from '../../catalogue/index.ts';
import { commentsPath, RATINGS, ratingsPath } from '../paths.ts';
import { mayReadRatings, ratedAgencies, ratedAgency } from '../policy.ts';
import { groupsOf } from '../reading.ts';
import { monthsOf, shownOf, type Figures } from '../shown.ts';
import { readWords as words } from '../words.ts';

const number = (value: number, lang: Language, digits: number): string =>
  new Intl.NumberFormat(lang === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

/** The columns of figures, the same for procedures and months. */
const figureColumns = (lang: Language) => [
  { key: 'n', title: words.n[lang], numeric: true, cell: ({ n }: Figures) => number(n, lang, 0) },
  {
    key: 'mean',
    title: words.mean[lang],
    numeric: true,
    cell: ({ n, sum }: Figures) => number(sum / n, lang, 1),
  },
  {
    key: 'satisfied',
    title: words.satisfied[lang],
    numeric: true,
    cell: ({ n, satisfied }: Figures) => `${number((satisfied / n) * 100, lang, 0)} %`,
  },
];

export const ratingsPage = page({
  path: RATINGS,
  who: mayReadRatings,
  example: RATINGS,
  gather: async ({ look, by, query }) => {
    const agency = ratedAgency(by, query['co-quan']);
    const groups = await groupsOf(look, agency);
    const months = monthsOf(groups);
    const asked = query['thang'] ?? '';
    const month = months.has(asked) ? asked : ([...months.keys()][0] ?? null);
    const lines = shownOf(groups.filter((one) => one.month === month));
    const agencies = await Promise.all(ratedAgencies(by).map((id) => findAgency(look, id)));
    return {
      agency,
      agencies: agencies.filter((one) => one !== null),
      months,
      month,
      lines,
      names: await namesOf(
        look,
        lines.flatMap(({ procedures }) => procedures),
      ),
    };
  },
  view: ({ agency, agencies, months, month, lines, names }, { lang }) => ({
    title: words.title,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        <InsetText>{words.rule[lang]}</InsetText>
        {(agencies.length > 1 || months.size > 1) && (
          <form method="get" action={RATINGS}>
            {agencies.length > 1 && (
              <Select
                name="co-quan"
                label={words.agency[lang]}
                value={agency}
                items={agencies.map(({ id, name }) => ({ value: id, text: name[lang] || name.vi }))}
              />
            )}
            {month && (
              <Select
                name="thang"
                label={words.month[lang]}
                value={month}
                items={[...months.keys()].map((one) => ({ value: one, text: formatDay(one, lang) }))}
              />
            )}
            <Button kind="secondary">{words.show[lang]}</Button>
          </form>
        )}
        {month === null ? (
          <EmptyState title={words.none[lang]}>{words.noneHint[lang]}</EmptyState>
        ) : (
          <>
            <DataTable
              caption={`${words.byProcedure[lang]}, ${words.month[lang].toLowerCase()} ${formatDay(month, lang)}`}
              captionShown
              cards
              rows={lines}
              columns={[
                {
                  key: 'procedure',
                  title: words.procedure[lang],
                  names: true,
                  cell: ({ procedures }) =>
                    procedures.length === 1 ? (
                      <span lang="vi">{names.get(procedures[0]!) ?? procedures[0]}</span>
                    ) : (
                      words.few[lang]
                    ),
                },
                ...figureColumns(lang),
                {
                  key: 'comments',
                  title: words.comments[lang],
                  cell: ({ procedures }) => (
                    <a class="govuk-link" href={commentsPath(agency, month, procedures[0]!)}>
                      {words.readThem[lang]}
                      <span class="govuk-visually-hidden">
                        : {procedures.length === 1 ? names.get(procedures[0]!) : words.few[lang]}
                      </span>
                    </a>
                  ),
                },
              ]}
            />
            <DataTable
              caption={words.byMonth[lang]}
              captionShown
              cards
              rows={[...months].map(([at, figures]) => ({ at, ...figures }))}
              columns={[
                {
                  key: 'month',
                  title: words.month[lang],
                  names: true,
                  cell: ({ at }) => (
                    <a class="govuk-link" href={ratingsPath(agency, at)}>
                      {formatDay(at, lang)}
                    </a>
                  ),
                },
                ...figureColumns(lang),
              ]}
            />
          </>
        )}
      </>
    ),
  }),
});
