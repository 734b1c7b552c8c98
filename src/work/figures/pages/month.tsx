/**
 * `/so-lieu`: the figures of a month. Everybody sees the counts by procedure, officers also those by agency. Other measures have such a page of
 * their own, below it.
 */
import { BarChart, DataTable, EmptyState, Facts, KeysetPager, withQuery } from '../../../ground/ui/index.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { formatCount } from '../../../ground/text/money.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { namesOfAgencies } from '../../../world/agencies/index.ts';
import { agencyPath, PATH } from '../paths.ts';
import { monthAsked } from '../period.ts';
import { monthByAgency, monthBySubject, standingNow } from '../queries.ts';
import { seesAgencies } from '../scope.ts';
import { EVERY_AGENCY, type Measure, type Numbers } from '../schema.ts';
import { words } from '../words.ts';
import { MonthPager, numberColumns, type NumberRow } from './numbers.tsx';

const MOST_BARS = 10;

/** Reads what the page shows: two ranges of the roll-ups, and the names for them. */
async function gather(measure: Measure, visit: Visit) {
  const { look, query } = visit;
  const month = monthAsked(query['thang'], vietnamDay(visit.now));
  const inside = seesAgencies(visit.by);
  const [agencies, subjects, standing] = await Promise.all([
    inside ? agencyRows(visit, measure, month) : [],
    monthBySubject(look, measure.name, month, query['after'] ?? ''),
    standingNow(look, measure.name, null),
  ]);
  const names = await measure.subjects(look, [...subjects.rows.keys()]);
  const procedures = [...subjects.rows].map(([key, numbers]) => ({
    key,
    name: names.get(key) ?? key,
    numbers,
  }));
  return { month, inside, agencies, procedures, more: subjects.more, standing };
}

async function agencyRows(visit: Visit, measure: Measure, month: string): Promise<NumberRow[]> {
  const [names, figures] = await Promise.all([
    namesOfAgencies(visit.look),
    monthByAgency(visit.look, measure.name, month),
  ]);
  const others = figures.get(EVERY_AGENCY);
  return [
    ...[...names].flatMap(([key, name]) => {
      const numbers = figures.get(key);
      return numbers ? [{ key, name: name[visit.lang], numbers }] : [];
    }),
    ...(others ? [{ key: EVERY_AGENCY, name: words.otherAgency[visit.lang], numbers: others }] : []),
  ];
}

/** The agencies with the most late decisions, as bars. */
function lateBars(rows: readonly NumberRow[], month: string) {
  return rows
    .filter(({ numbers }) => (numbers['late'] ?? 0) > 0)
    .toSorted((a, b) => (b.numbers['late'] ?? 0) - (a.numbers['late'] ?? 0))
    .slice(0, MOST_BARS)
    .map(({ key, name, numbers }) => ({
      label: name,
      value: numbers['late'] ?? 0,
      tone: 'late' as const,
      href: agencyPath(key, month),
    }));
}

/** What waits right now, by state. */
const StandingFacts = ({
  measure,
  standing,
  lang,
}: {
  readonly measure: Measure;
  readonly standing: Numbers;
  readonly lang: Language;
}) => (
  <Facts
    items={Object.entries(measure.states).map(([state, name]) => ({
      label: name[lang],
      value: formatCount(standing[state] ?? 0, lang),
    }))}
  />
);

/** A measure with a month page of its own, and where that is. */
export type Shown = { readonly measure: Measure; readonly path: string };

/** `others` are pages of other measures, to which this one leads; only the figures of the first page lead on to single agencies. */
export const monthPage = ({ measure, path }: Shown, others: readonly Shown[] = []) =>
  page({
    path,
    who: 'anyone',
    example: path,
    gather: (visit) => gather(measure, visit),
    view: ({ month, inside, agencies, procedures, more, standing }, visit) => {
      const { lang, now } = visit;
      const late = lateBars(agencies, month);
      const here = `${path}?thang=${month}`;
      const first = path === PATH;
      const title = first ? words.title : measure.title;
      const last = procedures.at(-1);
      return {
        title,
        wide: inside,
        ...(!first && { crumbs: [{ href: `${PATH}?thang=${month}`, text: words.title }] }),
        body: (
          <>
            <span class="govuk-caption-xl">
              {words.month[lang]} {formatDay(month, lang)}
            </span>
            <h1 class="govuk-heading-xl">{title[lang]}</h1>
            <p class="govuk-body">{(first ? words.kept : words.told)[lang]}</p>
            <h2 class="govuk-heading-m">{words.openNow[lang]}</h2>
            <StandingFacts measure={measure} standing={standing} lang={lang} />
            {inside && agencies.length > 0 && (
              <DataTable
                dense
                caption={words.byAgency[lang]}
                captionShown
                columns={[
                  {
                    key: 'name',
                    title: words.agency[lang],
                    names: true,
                    cell: ({ key, name }) =>
                      first ? (
                        <a class="govuk-link" href={agencyPath(key, month)}>
                          {name}
                        </a>
                      ) : (
                        name
                      ),
                  },
                  ...numberColumns(measure, lang, () => null),
                ]}
                rows={agencies}
              />
            )}
            {first && late.length > 0 && (
              <BarChart
                title={words.mostLate[lang]}
                heads={[words.agency[lang], measure.kinds['late']?.[lang] ?? '']}
                items={late}
              />
            )}
            <DataTable
              dense
              caption={words.byProcedure[lang]}
              captionShown
              columns={[
                { key: 'name', title: words.procedure[lang], names: true, cell: ({ name }) => name },
                ...numberColumns(measure, lang, () => null),
              ]}
              rows={procedures}
              empty={<EmptyState title={words.none[lang]} />}
            />
            <KeysetPager
              by="order"
              before={visit.query['after'] ? here : null}
              after={more && last ? withQuery(here, { after: last.key }) : null}
            />
            <MonthPager month={month} today={vietnamDay(now)} path={path} />
            {others.map((other) => (
              <p class="govuk-body">
                <a class="govuk-link" href={`${other.path}?thang=${month}`}>
                  {other.measure.title[lang]}
                </a>
              </p>
            ))}
          </>
        ),
      };
    },
  });
