/** Counting again from the items themselves: what the roll-ups must be equal to, and how they are made anew. */
import type { Act, Look } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import type { Finding, Invariant } from '../../ground/record/invariants.ts';
import { EVERY_AGENCY, EVERY_SUBJECT, type Measure } from './schema.ts';

/**
 * One table of figures, the columns of its key without tenant, measure and part, and its recount as SQL. `packed` is the column of the
 * recount whose values are names in `numbers` instead of rows of their own.
 */
type Rolled = {
  readonly table: string;
  readonly key: readonly string[];
  readonly packed?: string;
  readonly recount: string;
};

const rolledOf = ({ facts, standing, spans }: Measure): readonly Rolled[] => [
  {
    table: 'figures.daily',
    key: ['agency', 'day', 'subject', 'kind'],
    recount: `select agency, day, subject, kind, count(*)::int as n from (${facts}) f group by 1, 2, 3, 4`,
  },
  {
    table: 'figures.monthly',
    key: ['month', 'agency', 'subject'],
    packed: 'kind',
    recount: `select month, v.agency, v.subject, kind, count(*)::int as n
      from (select date_trunc('month', day)::date as month, * from (${facts}) f) f
        cross join lateral (values (f.agency, '${EVERY_SUBJECT}'), ('${EVERY_AGENCY}'::uuid, f.subject)) v (agency, subject)
      group by 1, 2, 3, 4`,
  },
  {
    table: 'figures.standing',
    key: ['agency'],
    packed: 'state',
    recount: `select agency, state, count(*)::int as n from (${standing}) s group by 1, 2`,
  },
  {
    table: 'figures.spans',
    key: ['subject', 'agency', 'year', 'bucket'],
    recount: `select subject, v.agency, year, figures.bucket(minutes) as bucket, count(*)::int as n
      from (${spans}) s cross join lateral (values (s.agency), ('${EVERY_AGENCY}'::uuid)) v (agency)
      group by 1, 2, 3, 4`,
  },
];

/** What is kept, one row a figure. */
const keptRows = ({ table, packed }: Rolled): string =>
  packed
    ? `(select t.*, name as ${packed}, value::int as n from ${table} t, jsonb_each(t.numbers) as each (name, value))`
    : table;

/** Where the roll-ups of a measure differ from a recount; empty at any moment, or something counts wrongly. */
export async function differences(look: Look, measure: Measure): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const rolled of rolledOf(measure)) {
    const key = [...rolled.key, ...(rolled.packed ? [rolled.packed] : [])].join(', ');
    const rows = await send<{ key: string; kept: number; counted: number }>(
      look.tx,
      `select concat_ws(' ', ${key}) as key, coalesce(k.n, 0)::int as kept, coalesce(c.n, 0)::int as counted
         from (select ${key}, sum(n)::int as n from ${keptRows(rolled)} r where tenant = $1 and measure = $2
                group by ${key}) k
         full join (${rolled.recount}) c using (${key})
        where coalesce(k.n, 0) <> coalesce(c.n, 0) limit 100`,
      [look.tenant, measure.name],
    );
    findings.push(
      ...rows.map((row) => ({
        item: `${rolled.table} ${row.key}`,
        what: `says ${row.kept}, a recount ${row.counted}`,
      })),
    );
  }
  return findings;
}

/** Makes the roll-ups of a measure anew from the items: after a bulk load or a repair. Nothing else may be counting meanwhile. */
export async function rebuild(act: Act, measure: Measure): Promise<void> {
  for (const { table, key: columns, packed, recount } of rolledOf(measure)) {
    const key = columns.join(', ');
    await send(act.tx, `delete from ${table} where tenant = $1 and measure = $2`, [act.tenant, measure.name]);
    await send(
      act.tx,
      packed
        ? `insert into ${table} (tenant, measure, ${key}, numbers)
           select $1, $2, ${key}, jsonb_object_agg(${packed}, n) from (${recount}) c group by ${key} order by ${key}`
        : `insert into ${table} (tenant, measure, ${key}, n)
           select $1, $2, ${key}, n from (${recount}) c order by ${key}`,
      [act.tenant, measure.name],
    );
  }
}

/** What the doctor checks of every measure. */
export const figuresEqualRecount = (measure: Measure): Invariant => ({
  name: `figures.${measure.name}`,
  holds: 'The kept figures are equal to a recount of the items.',
  check: (look) => differences(look, measure),
});
