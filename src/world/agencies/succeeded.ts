/** What an agency took over whole from agencies that were abolished (kế thừa toàn bộ chức năng, nhiệm vụ). */
import { sql, type RawBuilder } from 'kysely';
import type { Look, Power } from '../../ground/db/act.ts';

/** An agency, and one that it took over. */
export type Line = { readonly agency: string; readonly predecessor: string };

/**
 * The statement that finds agencies whose one heir, for every field and place, is one of these, also through several
 * changes; `agencies` is SQL for an array of ids.
 */
export const predecessors = (
  look: Pick<Look, 'tenant'>,
  agencies: RawBuilder<unknown>,
  onDay: string,
) => sql<Line>`
    with recursive whole as (
      select s.agency as predecessor, s.successor from agencies.successions s
       where s.tenant = ${look.tenant} and s.field = '' and s.place = '' and s.began <= ${onDay}
         and not exists (select from agencies.successions o
                          where o.tenant = s.tenant and o.agency = s.agency and o.successor <> s.successor)
    ), taken as (
      select predecessor, successor as agency from whole where successor = any(${agencies}::uuid[])
      union
      select w.predecessor, t.agency from whole w join taken t on w.successor = t.predecessor
    )
    select agency, predecessor from taken`;

/** Agencies that this one had taken over whole by a day: what they left open lies with it. */
export const inheritedFrom = async (look: Look, agency: string, onDay: string): Promise<string[]> =>
  (await predecessors(look, sql`${[agency]}`, onDay).execute(look.tx)).rows.map(
    ({ predecessor }) => predecessor,
  );

/** Whether an abolished agency went to one heir, for every field and place, and so did that one if it ended, too. */
export async function isTakenWhole(look: Look, agency: string, onDay: string): Promise<boolean> {
  const { rows } = await sql<{ living: boolean }>`
    with recursive line as (
      select ${agency}::uuid as agency
      union
      select s.successor from line l join agencies.successions s on s.tenant = ${look.tenant} and s.agency = l.agency
       where s.field = '' and s.place = '' and s.began <= ${onDay}
         and not exists (select from agencies.successions o
                          where o.tenant = s.tenant and o.agency = s.agency and o.successor <> s.successor)
    )
    select exists (select from line join agencies.agencies a on a.tenant = ${look.tenant} and a.id = line.agency
                    where a.abolished is null or a.abolished >= ${onDay}) as living`.execute(look.tx);
  return rows[0]?.living === true;
}

/**
 * The powers that reach what abolished agencies left open: facts keep the agency of their day, so who holds a role in the heir
 * holds it there too. Where duties were divided nothing is added: the desk hands each matter over (`work/desk/handover`).
 */
export const inheritedPowers = (powers: readonly Power[], lines: readonly Line[]): Power[] =>
  powers.flatMap((power) =>
    lines
      .filter((line) => line.agency === power.agency)
      .map(({ predecessor }) => ({ ...power, agency: predecessor, unit: null })),
  );
