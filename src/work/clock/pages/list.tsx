/** `/quan-tri/lich-lam-viec`: the common calendar, agencies with their own, and what is decided for each year. */
import { Button, ButtonGroup, DataTable, EmptyState, Table } from '../../../ground/ui/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import {
  findAgencyByIdentifier,
  getAgencies,
  guardAgency,
  isAdministrator,
  manages,
} from '../../../world/agencies/index.ts';
import { calendarOf, listOwners } from '../calendars/queries.ts';
import { calendarCrumbs, calendarPath, calendarsName, CALENDARS_PATH, yearPath } from './paths.ts';

const own = {
  lead: {
    vi: 'Lịch làm việc quyết định ngày hẹn trả kết quả. Cơ quan có lịch riêng thì tính theo lịch đó; cơ quan khác theo lịch chung.',
    en: 'Working calendars decide by when a result is promised. An agency with its own is reckoned by that; the others by the common one.',
  },
  common: { vi: 'Xem lịch chung', en: 'See the common calendar' },
  begin: { vi: 'Lịch riêng cho một cơ quan', en: 'A calendar for one agency' },
  owners: { vi: 'Cơ quan có lịch riêng', en: 'Agencies with their own calendar' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  identifier: { vi: 'Mã định danh', en: 'Identifier' },
  identifierHint: { vi: 'Ví dụ H99.61.', en: 'For example H99.61.' },
  go: { vi: 'Tiếp tục', en: 'Continue' },
  noOwners: { vi: 'Chưa có cơ quan nào có lịch riêng', en: 'No agency has its own calendar yet' },
  years: { vi: 'Ngày nghỉ lễ, ngày làm bù từng năm', en: 'Holidays and worked days of each year' },
  year: { vi: 'Năm', en: 'Year' },
  state: { vi: 'Tình trạng', en: 'State' },
  decided: (n: number): Text => ({ vi: `Đã quyết định: ${n} ngày`, en: `Decided: ${n} days` }),
  proposed: {
    vi: 'Chưa có quyết định: dự kiến theo Bộ luật Lao động',
    en: 'Not decided: proposed from the Labour Code',
  },
  unknown: (identifier: string): Text => ({
    vi: `Không có cơ quan nào mang mã ${identifier}.`,
    en: `No agency has the identifier ${identifier}.`,
  }),
} as const;

/** From the year before to the second after. */
const shownYears = (now: Date): number[] => {
  const year = Number(vietnamDay(now).slice(0, 4));
  return [year - 1, year, year + 1, year + 2];
};

async function gather({ look, now }: Visit) {
  const [common, owners, managesAll] = await Promise.all([
    calendarOf(look, null),
    listOwners(look),
    manages(look, null),
  ]);
  const agencies = owners.length > 0 ? await getAgencies(look, [...owners]) : [];
  const managed = await Promise.all(agencies.map(({ id }) => manages(look, id)));
  const years = shownYears(now).map((year) => ({
    year,
    days: common.public.decisions.find((one) => one.year === year)?.days.length ?? null,
  }));
  return { agencies: agencies.filter((_, i) => managed[i]), years, managesAll };
}

export const calendarsPage = page({
  path: CALENDARS_PATH,
  who: isAdministrator,
  example: CALENDARS_PATH,
  gather,
  view: ({ agencies, years, managesAll }, { lang }) => ({
    title: calendarsName,
    crumbs: administrationCrumbs(),
    body: (
      <>
        <h1 class="govuk-heading-l">{calendarsName[lang]}</h1>
        <p class="govuk-body">{own.lead[lang]}</p>
        <ButtonGroup>
          {managesAll && <Button href={calendarPath(null)}>{own.common[lang]}</Button>}
          <Button kind="secondary" href={`${CALENDARS_PATH}/lich-rieng`}>
            {own.begin[lang]}
          </Button>
        </ButtonGroup>
        <DataTable
          caption={own.owners[lang]}
          captionShown
          rows={agencies}
          columns={[
            {
              key: 'name',
              title: own.agency[lang],
              names: true,
              cell: ({ id, name }) => (
                <a class="govuk-link" href={calendarPath(id)}>
                  {name[lang] || name.vi}
                </a>
              ),
            },
            { key: 'identifier', title: own.identifier[lang], cell: ({ identifier }) => identifier },
          ]}
          empty={<EmptyState title={own.noOwners[lang]} />}
        />
        <Table
          caption={own.years[lang]}
          captionSize="m"
          head={[own.year[lang], own.state[lang]]}
          firstCellIsHeader
          rows={years.map(({ year, days }) => [
            {
              text: managesAll ? (
                <a class="govuk-link" href={yearPath(year)}>
                  {year}
                </a>
              ) : (
                year
              ),
              class: 'tt-code',
            },
            (days === null ? own.proposed : own.decided(days))[lang],
          ])}
        />
      </>
    ),
  }),
});

/** Names the agency whose calendar is to be seen or begun. */
export const beginPage = askPage({
  path: `${CALENDARS_PATH}/lich-rieng`,
  who: isAdministrator,
  example: `${CALENDARS_PATH}/lich-rieng`,
  gather: async (_: Visit) => null,
  title: own.begin,
  crumbs: () => calendarCrumbs(),
  questions: { identifier: ask.text(own.identifier, { max: 35, width: 20, hint: own.identifierHint }) },
  button: own.go,
  act: async (act, { identifier }) => {
    const found = await findAgencyByIdentifier(act, identifier);
    if (!found) throw new Invalid([{ field: 'identifier', message: own.unknown(identifier) }]);
    await guardAgency(act, found.id);
    return { to: calendarPath(found.id) };
  },
});

/** The door in the administration menu. */
export const calendarsDoor = {
  path: CALENDARS_PATH,
  name: calendarsName,
  hint: {
    vi: 'Giờ làm việc của từng cơ quan, ngày nghỉ, ngày làm bù.',
    en: 'Office hours of each agency, days off, days worked instead.',
  },
  may: isAdministrator,
} as const;
