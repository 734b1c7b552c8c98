/** `/quan-tri/lich-lam-viec/:id`: one calendar: its office hours by version, a month of it, its special days, who changed it. */
import { Button, ButtonGroup, InsetText, SummaryList, Timeline } from '../../../ground/ui/index.ts';
import { formatDay, formatTime, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { listSteps } from '../../../ground/record/index.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { isAdministrator } from '../../../world/agencies/index.ts';
import type { CalendarVersion } from '../schema.ts';
import { Month } from './month.tsx';
import {
  calendarCrumbs,
  calendarPath,
  CALENDARS_PATH,
  COMMON,
  ONE_PATH,
  ownerAt,
  type Owner,
} from './paths.ts';
import { hoursWords, kindName, periodWords, words } from './words.ts';

const own = {
  title: { vi: 'Lịch làm việc', en: 'Working calendar' },
  shipped: {
    vi: 'Chưa nhập lịch chung: đang áp dụng tuần làm việc 40 giờ của cơ quan hành chính.',
    en: 'No common calendar was entered: the 40-hour week of state agencies counts.',
  },
  follows: {
    vi: 'Cơ quan này chưa có lịch riêng: đang theo lịch chung. Ghi giờ làm việc hoặc ngày đặc biệt ở đây thì cơ quan có lịch riêng.',
    en: 'This agency has no calendar of its own and follows the common one. Office hours or special days saved here give it one.',
  },
  versions: { vi: 'Giờ làm việc', en: 'Office hours' },
  basis: { vi: 'Căn cứ', en: 'By' },
  cutOff: { vi: 'Giờ chốt trong ngày', en: 'Cut-off hour' },
  days: { vi: 'Ngày đặc biệt của lịch này', en: 'Special days of this calendar' },
  history: { vi: 'Ai đã thay đổi', en: 'Who changed it' },
  changed: { vi: 'Sửa lịch làm việc', en: 'The calendar was changed' },
} as const satisfies Readonly<Record<string, Text>>;

async function gather(visit: Visit) {
  const owner = await ownerAt(visit);
  const asked = visit.query['thang'] ?? '';
  const steps = owner.stored ? await listSteps(visit.look, owner.stored.item, 'inside') : [];
  const known = /^20[0-9]{2}-(0[1-9]|1[0-2])$/.test(asked);
  return { owner, steps, month: known ? asked : vietnamDay(visit.now).slice(0, 7) };
}

const Versions = ({ versions, lang }: { versions: readonly CalendarVersion[]; lang: Language }) => (
  <>
    <h2 class="govuk-heading-m">{own.versions[lang]}</h2>
    <SummaryList
      rows={versions.toReversed().map((version) => ({
        key: periodWords(version)[lang],
        value: (
          <>
            {version.hours.map((hours) => (
              <p class="govuk-body">{hoursWords(hours)[lang]}</p>
            ))}
            {version.cutOff && (
              <p class="govuk-body">
                {own.cutOff[lang]}: {version.cutOff}
              </p>
            )}
            <p class="govuk-body">
              {own.basis[lang]}: {version.basis.cite[lang]}
            </p>
          </>
        ),
      }))}
    />
  </>
);

const OwnDays = ({ content: { days } }: Owner, lang: Language) =>
  days.length === 0 ? (
    <p class="govuk-body">{words.none[lang]}</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {days.map(({ date, kind, name, basis }) => (
        <li>
          {formatDay(date, lang)}: {kindName[kind][lang]} – {name[lang]} ({basis.cite[lang]})
        </li>
      ))}
    </ul>
  );

export const calendarPage = page({
  path: ONE_PATH,
  who: isAdministrator,
  example: `${CALENDARS_PATH}/${COMMON}`,
  gather,
  view: ({ owner, steps, month }, { lang }) => {
    const path = calendarPath(owner.agency);
    return {
      title: { vi: `${own.title.vi}: ${owner.name.vi}`, en: `${own.title.en}: ${owner.name.en}` },
      crumbs: calendarCrumbs(),
      body: (
        <>
          <span class="govuk-caption-l">{own.title[lang]}</span>
          <h1 class="govuk-heading-l">{owner.name[lang]}</h1>
          {!owner.stored?.content && (
            <InsetText>{(owner.agency === null ? own.shipped : own.follows)[lang]}</InsetText>
          )}
          <ButtonGroup>
            <Button href={`${path}/gio`}>{words.hours[lang]}</Button>
            <Button kind="secondary" href={`${path}/ngay`}>
              {words.addDay[lang]}
            </Button>
            {owner.stored?.content && (
              <Button kind="secondary" href={`${path}/thoi-dung`}>
                {words.giveUp[lang]}
              </Button>
            )}
            {owner.content.days.length > 0 && (
              <Button kind="secondary" href={`${path}/bo-ngay`}>
                {words.takeBack[lang]}
              </Button>
            )}
          </ButtonGroup>
          <Versions versions={owner.content.versions} lang={lang} />
          <Month calendar={owner.calendar} month={month} path={path} lang={lang} />
          <h2 class="govuk-heading-m">{own.days[lang]}</h2>
          {OwnDays(owner, lang)}
          {steps.length > 0 && (
            <>
              <h2 class="govuk-heading-m">{own.history[lang]}</h2>
              <Timeline
                headingLevel={3}
                items={steps.toReversed().map(({ at, name, reason }) => ({
                  title: own.changed[lang],
                  by: name,
                  at: { moment: at.toISOString(), text: formatTime(at, lang) },
                  children: `${own.basis[lang]}: ${reason ?? ''}`,
                }))}
              />
            </>
          )}
        </>
      ),
    };
  },
});
