/**
 * The rows of the next month, made before it begins and in the order in which pages read them. Made one by one as things happen, they would
 * lie in the order of the first deeds of the month, and a page about the month would go back and forth between them.
 */
import type { Act } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import type { Timed } from '../../ground/jobs/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { monthFrom } from './period.ts';

/** Opens the next month for whatever was counted in this one, with zeros: what it counts is added to them. */
export async function openNextMonth(act: Act): Promise<void> {
  const month = vietnamDay(act.now).slice(0, 7);
  await send(
    act.tx,
    `insert into figures.monthly (tenant, measure, month, agency, subject, part, numbers)
     select tenant, measure, $3, agency, subject, part, (select jsonb_object_agg(name, 0) from jsonb_object_keys(numbers) as name)
       from figures.monthly where tenant = $1 and month = $2 and numbers <> '{}'
      order by measure, agency, subject, part
     on conflict do nothing`,
    [act.tenant, `${month}-01`, `${monthFrom(month, 1)}-01`],
  );
}

/** In the night to the 28th, which every month has. */
export const openMonths: Timed = { name: 'figures.open-month', cron: '40 1 28 * *', act: openNextMonth };
