/**
 * What is counted of dossiers, and when: the one rule behind every figure (I2, L). `count` runs inside each act; the SQL beside
 * it says the same of the dossiers themselves, and the doctor compares the two.
 */
import type { Act } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { vietnamMoment } from '../../ground/text/dates.ts';
import { countFact, countSpan, countState, type Counted, type Measure } from '../../work/figures/index.ts';
import { namesOf } from '../catalogue/index.ts';
import { dossierPath } from './paths.ts';
import { mayRead, stateName } from './rules.ts';
import type { Dossier } from './schema.ts';

const MEASURE = 'dossiers';

type Figured = Pick<
  Dossier,
  | 'id'
  | 'agency'
  | 'procedure'
  | 'state'
  | 'clock'
  | 'due_at'
  | 'owed_at'
  | 'supplements'
  | 'accepted_at'
  | 'decided_at'
  | 'returned_at'
  | 'ended_at'
  | 'by_silence'
>;

/** Kinds of end without a decision: each is a fact of its own. */
const ends: ReadonlySet<string> = new Set(['refused', 'withdrawn', 'discontinued']);

/** Counts what an act has changed; `before` is null when the dossier is new. */
export function count(act: Act, before: Figured | null, after: Figured): void {
  const of: Counted = { measure: MEASURE, agency: after.agency, subject: after.procedure, item: after.id };
  const began = (column: 'accepted_at' | 'decided_at' | 'returned_at' | 'ended_at'): boolean =>
    after[column] !== null && !before?.[column];
  countState(act, of, before && standingOf(before), standingOf(after));
  if (!before) countFact(act, of, 'submitted');
  if (began('accepted_at')) countFact(act, of, 'accepted');
  if (after.supplements > (before?.supplements ?? 0)) countFact(act, of, 'supplement');
  if (began('decided_at')) {
    const owed = after.owed_at ?? after.due_at;
    countFact(act, of, owed === null || act.now <= owed ? 'on-time' : 'late');
    countSpan(act, of, runningTime(after, act.now));
  }
  if (after.by_silence && !before?.by_silence) countFact(act, of, 'by-silence');
  if (began('returned_at')) countFact(act, of, 'returned');
  if (began('ended_at') && ends.has(after.state)) countFact(act, of, after.state);
}

/** Counts that another agency goes on with an open dossier: what stands open moves, facts stay where they happened. */
export function countHandover(act: Act, before: Figured, after: Figured): void {
  const of = ({ agency, procedure: subject, id: item }: Figured): Counted => ({
    measure: MEASURE,
    agency,
    subject,
    item,
  });
  countState(act, of(before), standingOf(before), null);
  countState(act, of(after), null, standingOf(after));
}

const standingOf = ({ state, ended_at }: Figured): string | null => (ended_at ? null : state);

/** How long the settlement clock has run, in milliseconds: what people waited, pauses excluded. */
const runningTime = ({ clock }: Figured, now: Date): number =>
  (clock?.intervals ?? [])
    .filter((one) => one.state === 'running')
    .reduce((sum, { from, to }) => sum + (to ?? now).getTime() - from.getTime(), 0);

const day = (column: string): string => `(${column} at time zone 'UTC' + interval '7 hours')::date`;

/** The agency that had dossier `d` at the moment in a column: the first that handed it over since, else the one that has it. */
const agencyAt = (column: string): string =>
  `coalesce((select h.agency from dossiers.handovers h
              where h.tenant = d.tenant and h.dossier = d.id and h.at > ${column} order by h.at limit 1), d.agency)`;

/** Dossiers `d` that an agency had at the moment in a column; says first what an index finds. */
const hadAt = (agency: string, column: string): string =>
  `(d.agency = ${agency} or d.id in (select dossier from dossiers.handovers where tenant = d.tenant and agency = ${agency}))
     and ${agencyAt(column)} = ${agency}`;

const fact = (kind: string, column: string, where: string): string =>
  `select ${agencyAt(column)} as agency, procedure as subject, ${kind} as kind, ${day(column)} as day
     from dossiers.dossiers d where tenant = $1 and ${where}`;

/** When each kind of fact happened, by the columns of the dossier: for the drill. */
const momentOf: Readonly<Record<string, { readonly column: string; readonly where: string }>> = {
  submitted: { column: 'submitted_at', where: 'true' },
  accepted: { column: 'accepted_at', where: 'true' },
  'on-time': { column: 'decided_at', where: 'decided_at <= coalesce(owed_at, due_at, decided_at)' },
  late: { column: 'decided_at', where: 'decided_at > coalesce(owed_at, due_at)' },
  'by-silence': { column: 'decided_at', where: 'by_silence' },
  returned: { column: 'returned_at', where: 'true' },
  refused: { column: 'ended_at', where: `state = 'refused'` },
  withdrawn: { column: 'ended_at', where: `state = 'withdrawn'` },
  discontinued: { column: 'ended_at', where: `state = 'discontinued'` },
};

const MOST_ITEMS = 200;

export const dossierFigures: Measure = {
  name: MEASURE,
  title: { vi: 'Hồ sơ', en: 'Dossiers' },
  kinds: {
    submitted: { vi: 'Nộp', en: 'Submitted' },
    accepted: { vi: 'Tiếp nhận', en: 'Accepted' },
    'on-time': { vi: 'Giải quyết đúng hạn', en: 'Decided on time' },
    late: { vi: 'Giải quyết trễ hạn', en: 'Decided late' },
    'by-silence': { vi: 'Chấp thuận do quá hạn', en: 'Approved by silence' },
    returned: { vi: 'Trả kết quả', en: 'Returned' },
    supplement: { vi: 'Yêu cầu bổ sung', en: 'Supplements asked' },
    refused: { vi: 'Từ chối tiếp nhận', en: 'Not accepted' },
    withdrawn: { vi: 'Rút', en: 'Withdrawn' },
    discontinued: { vi: 'Dừng', en: 'Discontinued' },
  },
  states: Object.fromEntries(
    (['submitted', 'accepted', 'processing', 'supplement', 'payment', 'decided'] as const).map((state) => [
      state,
      stateName[state],
    ]),
  ),
  facts: [
    ...Object.entries(momentOf).map(([kind, { column, where }]) =>
      fact(`'${kind}'`, column, `${column} is not null and ${where}`),
    ),
    `select ${agencyAt('s.asked_at')} as agency, d.procedure as subject, 'supplement' as kind, ${day('s.asked_at')} as day
       from dossiers.supplements s join dossiers.dossiers d on d.tenant = s.tenant and d.id = s.dossier
      where s.tenant = $1`,
  ].join(' union all '),
  standing: `select agency, state from dossiers.dossiers where tenant = $1 and ended_at is null`,
  spans: `select ${agencyAt('decided_at')} as agency, procedure as subject, extract(year from ${day('decided_at')})::smallint as year,
      (select floor(coalesce(sum(extract(epoch from (i->>'to')::timestamptz - (i->>'from')::timestamptz)), 0) / 60)::int
         from jsonb_array_elements(clock->'intervals') i where i->>'state' = 'running') as minutes
    from dossiers.dossiers d where tenant = $1 and decided_at is not null`,
  drill: async (look, { agency, kind, from, to }) => {
    const moment = momentOf[kind];
    const rows = moment
      ? await send<Drilled>(
          look.tx,
          `select ${drilled}, ${moment.column} as at from dossiers.dossiers d
            where tenant = $1 and ${hadAt('$2', moment.column)} and ${moment.column} >= $3 and ${moment.column} < $4 and ${moment.where}
            order by ${moment.column} desc limit ${MOST_ITEMS}`,
          [look.tenant, agency, ...span(from, to)],
        )
      : await send<Drilled>(
          look.tx,
          `select d.code, d.title, d.state, d.agency, d.one_stop, d.procedure, d.field, d.applicant, d.organisation, d.filer,
                  d.mandate, d.accepted_at, d.decided_at, d.opinions,
                  s.asked_at as at
             from dossiers.supplements s join dossiers.dossiers d on d.tenant = s.tenant and d.id = s.dossier
            where s.tenant = $1 and ${hadAt('$2', 's.asked_at')} and s.asked_at >= $3 and s.asked_at < $4
            order by s.asked_at desc limit ${MOST_ITEMS}`,
          [look.tenant, agency, ...span(from, to)],
        );
    return rows
      .filter((row) => mayRead(look.by, row))
      .map(({ code, title, at }) => ({ code, title, at, path: dossierPath(code) }));
  },
  subjects: namesOf,
};

type Drilled = Parameters<typeof mayRead>[1] & Pick<Dossier, 'code' | 'title'> & { at: Date };
const drilled =
  'code, title, state, procedure, field, agency, one_stop, applicant, organisation, filer, mandate, accepted_at, decided_at, opinions';

const span = (from: string, to: string): readonly [Date, Date] => [
  vietnamMoment(from),
  new Date(vietnamMoment(to).getTime() + 86_400_000),
];
