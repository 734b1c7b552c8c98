/** `/mot-cua/so-theo-doi`: the register of the one-stop unit for a span of days (form 07), on screen and as PDF. */
import { Button, DataTable, DatePicker, EmptyState, WarningText } from '../../../../ground/ui/index.ts';
import type { By } from '../../../../ground/db/act.ts';
import { Conflict, NotFound } from '../../../../ground/operate/errors.ts';
import { formatDay, parseDay, vietnamDay } from '../../../../ground/text/dates.ts';
import { page, type Answer } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { getAgency, type Agency } from '../../../../world/agencies/index.ts';
import {
  listRegistered,
  MOST_ENTRIES,
  registerData,
  type Registered,
  type Span,
} from '../../forms/register.ts';
import { dossierPath } from '../../paths.ts';
import { stateName } from '../../rules.ts';
import { sendForm } from './form.ts';
import { placeOf } from './gather.ts';
import { REGISTER } from './paths.ts';

const words = {
  title: { vi: 'Sổ theo dõi hồ sơ', en: 'Register of dossiers' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  show: { vi: 'Xem', en: 'Show' },
  print: { vi: 'In sổ (mẫu 07, PDF)', en: 'Print (form 07, PDF)' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  what: { vi: 'Thủ tục', en: 'Procedure' },
  who: { vi: 'Người nộp', en: 'Applicant' },
  received: { vi: 'Ngày nhận', en: 'Received' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  state: { vi: 'Tình trạng', en: 'Status' },
  tooMany: {
    vi: `Sổ in một lần nhiều nhất ${MOST_ENTRIES} hồ sơ. Hãy chọn khoảng thời gian ngắn hơn.`,
    en: `At most ${MOST_ENTRIES} dossiers are printed at once. Choose a shorter time.`,
  },
  none: { vi: 'Không có hồ sơ nào trong thời gian này', en: 'No dossiers in this time' },
} as const;

const LONGEST_DAYS = 366;

/** Counter officers and their leaders keep the book of their one-stop unit. */
const unitOf = (by: By): string | null =>
  by.powers.find(({ role }) => role === 'counter')?.agency ??
  by.powers.find(({ role }) => role === 'leader')?.agency ??
  null;

/** The span that is asked for: today when nothing is said, never longer than a year. */
function spanOf(query: Readonly<Record<string, string>>, now: Date): Span {
  const today = vietnamDay(now);
  const to = parseDay(query['den'] ?? '') ?? today;
  const from = parseDay(query['tu'] ?? '') ?? to;
  const earliest = vietnamDay(
    new Date(new Date(`${to}T12:00:00+07:00`).getTime() - LONGEST_DAYS * 86_400_000),
  );
  return from > to ? { from: to, to } : { from: from < earliest ? earliest : from, to };
}

async function gather(visit: Visit) {
  const unit = unitOf(visit.by);
  if (!unit)
    throw new NotFound({
      vi: 'Tài khoản này không thuộc Bộ phận Một cửa nào.',
      en: 'This account belongs to no one-stop unit.',
    });
  const span = spanOf(visit.query, visit.now);
  const rows = await listRegistered(visit.look, unit, span);
  return { unit: await getAgency(visit.look, unit), span, rows };
}

const isKeeper = (by: By): boolean => by.kind === 'officer' && unitOf(by) !== null;
const dayTyped = (day: string): string => formatDay(day);

export const registerPage = page({
  path: REGISTER,
  who: isKeeper,
  example: REGISTER,
  gather,
  view: ({ unit, span, rows }, { lang }) => ({
    title: words.title,
    wide: true,
    body: (
      <>
        <span class="govuk-caption-l">{unit.name[lang]}</span>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        <form method="get">
          <DatePicker id="tu" name="tu" label={words.from[lang]} value={dayTyped(span.from)} />
          <DatePicker id="den" name="den" label={words.to[lang]} value={dayTyped(span.to)} />
          <Button kind="secondary">{words.show[lang]}</Button>
        </form>
        {rows.length > MOST_ENTRIES && <WarningText>{words.tooMany[lang]}</WarningText>}
        {rows.length > 0 && rows.length <= MOST_ENTRIES && (
          <p class="govuk-body">
            <a class="govuk-link" href={`${REGISTER}/in?tu=${span.from}&den=${span.to}`}>
              {words.print[lang]}
            </a>
          </p>
        )}
        <DataTable
          caption={words.title[lang]}
          rows={rows}
          dense
          columns={[
            {
              key: 'code',
              title: words.code[lang],
              names: true,
              cell: (one) => (
                <a class="govuk-link" href={dossierPath(one.code)}>
                  {one.code}
                </a>
              ),
            },
            { key: 'what', title: words.what[lang], cell: (one) => one.title },
            { key: 'who', title: words.who[lang], cell: (one) => one.applicant_name },
            {
              key: 'received',
              title: words.received[lang],
              cell: (one) => formatDay(vietnamDay(one.submitted_at), lang),
            },
            {
              key: 'due',
              title: words.due[lang],
              cell: (one) => (one.due_at ? formatDay(vietnamDay(one.due_at), lang) : ''),
            },
            { key: 'state', title: words.state[lang], cell: (one) => stateName[one.state][lang] },
          ]}
          empty={<EmptyState title={words.none[lang]} />}
        />
      </>
    ),
  }),
});

/** Names of the agencies that decide, by id. */
async function leadsOf({ look }: Visit, rows: readonly Registered[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.map(({ lead }) => lead))];
  const agencies = await Promise.all(ids.map((id) => getAgency(look, id)));
  return new Map(agencies.map((agency) => [agency.id, agency.name.vi]));
}

/** The agency above the unit stands at the head of the register; a unit without one stands there itself. */
const aboveOf = ({ look }: Visit, unit: Agency): Promise<Agency> =>
  unit.parent ? getAgency(look, unit.parent) : Promise.resolve(unit);

export const registerAnswer: Answer = {
  path: `${REGISTER}/in`,
  who: isKeeper,
  example: `${REGISTER}/in`,
  respond: async (visit) => {
    const { unit, span, rows } = await gather(visit);
    if (rows.length > MOST_ENTRIES) throw new Conflict(words.tooMany);
    const agency = await aboveOf(visit, unit);
    const leads = await leadsOf(visit, rows);
    const data = registerData(rows, span, {
      agency,
      oneStop: unit,
      place: await placeOf(visit, unit),
      leads,
    });
    return sendForm(
      visit.look,
      { template: 'form-07-register' },
      data,
      `so-theo-doi-${span.from}-${span.to}`,
      agency.name.vi,
    );
  },
};
