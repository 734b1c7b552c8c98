/** `/so-lieu/:agency`: one agency, day by day and by procedure, each figure with a way to the items behind it. */
import { DataTable, EmptyState, LineChart } from '../../../ground/ui/index.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { isId } from '../../../ground/record/index.ts';
import { page } from '../../../ground/web/page.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { agencyPath, itemsPath, PATH } from '../paths.ts';
import { boundsOf, daysOfMonth, monthAsked } from '../period.ts';
import { daysOf, subjectsOf, sumOf } from '../queries.ts';
import { mayDrill } from '../scope.ts';
import type { Measure } from '../schema.ts';
import { words } from '../words.ts';
import { MonthPager, numberColumns, type NumberRow } from './numbers.tsx';

export const agencyPage = (measure: Measure) =>
  page({
    path: `${PATH}/:agency`,
    who: 'officer',
    example: null,
    gather: async ({ look, params, query, now }) => {
      const id = params['agency'] ?? '';
      if (!isId(id)) throw new NotFound({ vi: 'Không có cơ quan này.', en: 'There is no such agency.' });
      const month = monthAsked(query['thang'], vietnamDay(now));
      const { from, to } = boundsOf(month);
      const [agency, days, subjects] = await Promise.all([
        getAgency(look, id),
        daysOf(look, measure.name, id, from, to),
        subjectsOf(look, measure.name, id, from, to),
      ]);
      const names = await measure.subjects(look, [...subjects.keys()]);
      const rows = [...subjects].map(([key, numbers]): NumberRow => ({
        key,
        name: names.get(key) ?? key,
        numbers,
      }));
      return { month, agency, days, rows };
    },
    view: ({ month, agency, days, rows }, visit) => {
      const { lang, by, now } = visit;
      const labels = daysOfMonth(month);
      const all = { key: '', name: agency.name[lang], numbers: sumOf(days.values()) };
      const drill = mayDrill(by, agency.id);
      const seriesOf = (kind: string) => ({
        name: measure.kinds[kind]?.[lang] ?? kind,
        values: labels.map((day) => (day > vietnamDay(now) ? null : (days.get(day)?.[kind] ?? 0))),
      });
      return {
        title: agency.name,
        wide: true,
        crumbs: [{ href: `${PATH}?thang=${month}`, text: words.title }],
        body: (
          <>
            <span class="govuk-caption-xl">
              {words.month[lang]} {formatDay(month, lang)}
            </span>
            <h1 class="govuk-heading-xl">{agency.name[lang]}</h1>
            {rows.length === 0 ? (
              <EmptyState title={words.none[lang]} />
            ) : (
              <>
                <DataTable
                  dense
                  caption={words.byAgency[lang]}
                  columns={[
                    { key: 'name', title: words.agency[lang], names: true, cell: ({ name }) => name },
                    ...numberColumns(measure, lang, (_, kind) =>
                      drill ? itemsPath(agency.id, kind, month) : null,
                    ),
                  ]}
                  rows={[all]}
                />
                <LineChart
                  title={words.byDay[lang]}
                  labelsHead={words.day[lang]}
                  labels={labels.map((day) => formatDay(day, lang))}
                  series={['submitted', 'on-time', 'late'].map(seriesOf)}
                />
                <DataTable
                  dense
                  caption={words.byProcedure[lang]}
                  captionShown
                  columns={[
                    { key: 'name', title: words.procedure[lang], names: true, cell: ({ name }) => name },
                    ...numberColumns(measure, lang, () => null),
                  ]}
                  rows={rows}
                />
              </>
            )}
            <MonthPager month={month} today={vietnamDay(now)} path={agencyPath(agency.id, month)} />
          </>
        ),
      };
    },
  });
