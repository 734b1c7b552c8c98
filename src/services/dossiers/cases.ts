/** Dossiers as cases of process analysis (C10): what the record says of each, with codes of nobody. */
import type { Look } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Ledger } from '../../work/clock/index.ts';
import { busiestSubjects, busiestSubjectsOf, monthFrom } from '../../work/figures/index.ts';
import { getPost } from '../../world/agencies/index.ts';
import { namesOf } from '../catalogue/index.ts';
import { revive } from './load.ts';
import { dossierFigures } from './figures.ts';

/** One act on a dossier, as the record has it. */
export type CaseEvent = {
  readonly act: string;
  readonly at: Date;
  readonly agency: string | null;
  /** Title of the post that acted; null for applicants and the platform. */
  readonly group: string | null;
  /** Account that acted: only to count how many there are, never shown. */
  readonly account: string | null;
  readonly state: string | null;
  /** The node of the process that was finished; null for acts outside of it. */
  readonly node: string | null;
  readonly opened: readonly string[];
  readonly data: Readonly<Record<string, boolean | number | string>>;
};

/** One dossier that was accepted. */
export type Case = {
  readonly id: string;
  readonly version: number;
  readonly agency: string;
  readonly acceptedAt: Date;
  /** What was owed: the promise, moved only by what waited for the person or by the calendar. */
  readonly promisedAt: Date;
  readonly clock: Ledger;
  readonly decidedAt: Date | null;
  readonly events: readonly CaseEvent[];
};

export type CaseFilter = {
  readonly procedure: string;
  /** Dossiers submitted since then. */
  readonly since: Date;
  /** Only those that these agencies decide; null: all. */
  readonly agencies: readonly string[] | null;
  readonly limit: number;
};

type RawEvent = Omit<CaseEvent, 'at' | 'group'> & { readonly at: string; readonly post: string | null };
type Row = Omit<Case, 'events'> & { readonly events: readonly RawEvent[] };

/** Titles of the posts that acted. */
async function titlesOf(look: Look, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const posts = new Set(rows.flatMap(({ events }) => events.flatMap(({ post }) => post ?? [])));
  return new Map(
    await Promise.all([...posts].map(async (id) => [id, (await getPost(look, id)).title.vi] as const)),
  );
}

/**
 * The latest accepted dossiers of a procedure with their acts in order, at most `limit`. Who may ask is decided by the room that
 * shows it; nothing here names a person.
 */
export async function listCases(
  look: Look,
  { procedure, since, agencies, limit }: CaseFilter,
): Promise<Case[]> {
  const rows = await send<Row>(
    look.tx,
    `select d.id, coalesce(d.process_version, d.procedure_version) as version, d.agency, d.accepted_at as "acceptedAt", coalesce(d.owed_at, d.due_at) as "promisedAt", d.clock,
            d.decided_at as "decidedAt", e.events
       from (select * from dossiers.dossiers
              where tenant = $1 and procedure = $2 and submitted_at >= $3 and accepted_at is not null
                and ($4::uuid[] is null or agency = any ($4::uuid[]))
              order by submitted_at desc limit $5) d
       join lateral (
         select jsonb_agg(jsonb_build_object('act', s.act, 'at', s.at, 'agency', s.agency, 'account', s.account,
                    'post', s.post, 'state', l.after->>'state', 'node', l.after->>'node',
                    'opened', coalesce(l.after->'opened', '[]'), 'data', coalesce(l.after->'data', '{}')) order by s.seq) as events
           from record.steps s
           join record.payloads l using (tenant, born, item, seq)
          where s.tenant = d.tenant and s.born = d.born and s.item = d.id) e on true`,
    [look.tenant, procedure, since, agencies, limit],
  );
  const titles = await titlesOf(look, rows);
  return rows.map((row) => ({
    ...row,
    clock: revive(row.clock),
    events: row.events.map(({ post, at, ...event }) => ({
      ...event,
      at: new Date(at),
      group: (post !== null && titles.get(post)) || null,
    })),
  }));
}

/** A procedure with accepted dossiers. */
export type Analysable = { readonly procedure: string; readonly title: string; readonly cases: number };

const MOST_ANALYSABLE = 200;

/** Procedures of which dossiers were accepted since then, the most used first; for the same agencies as `listCases`. Read from the figures. */
export async function listAnalysable(
  look: Look,
  { since, agencies }: Pick<CaseFilter, 'since' | 'agencies'>,
): Promise<Analysable[]> {
  const first = vietnamDay(since);
  const busiest =
    agencies === null
      ? await busiestSubjects(
          look,
          dossierFigures.name,
          'accepted',
          monthsFrom(first, vietnamDay(look.now)),
          MOST_ANALYSABLE,
        )
      : agencies.length > 0
        ? await busiestSubjectsOf(look, dossierFigures.name, 'accepted', agencies, first, MOST_ANALYSABLE)
        : [];
  const names = await namesOf(
    look,
    busiest.map(({ subject }) => subject),
  );
  return busiest.map(({ subject, times }) => ({
    procedure: subject,
    title: names.get(subject) ?? subject,
    cases: times,
  }));
}

/** The months (`YYYY-MM`) from that of one day to that of another. */
function monthsFrom(first: string, last: string): string[] {
  const months = [first.slice(0, 7)];
  while (months.at(-1)! < last.slice(0, 7)) months.push(monthFrom(months.at(-1)!, 1));
  return months;
}
