/** How long dossiers of a procedure usually take from a state to the decision, from finished ones: nothing is ever guessed. */
import type { Look } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { formatCount } from '../../ground/text/money.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Dossier } from './schema.ts';

/** Fewer finished dossiers than this say nothing about the next one. */
const FEWEST = 5;
/** So many of the latest finished ones: practice changes, and each is looked up in the record. */
const LATEST = 15;

/** Median in hours by the calendar, and of how many dossiers. */
export type Usual = { readonly hours: number; readonly n: number };

/**
 * The median from the first moment in this state to the decision, of the latest fifteen decided dossiers of the procedure; null
 * when it is decided or ended, waits for the person, or fewer than five are known. C4.
 */
export async function usualFromHere(
  look: Look,
  { procedure, state }: Pick<Dossier, 'procedure' | 'state'>,
): Promise<Usual | null> {
  if (state !== 'submitted' && state !== 'accepted' && state !== 'processing') return null;
  const [row] = await send<{ hours: number | null; n: number }>(
    look.tx,
    `select percentile_cont(0.5) within group (order by extract(epoch from d.decided_at - s.at)) / 3600 as hours,
            count(*)::int as n
       from (select tenant, born, id, decided_at from dossiers.dossiers
              where tenant = $1 and procedure = $2 and decided_at is not null
              order by decided_at desc limit ${LATEST}) d
       join lateral (
         select min(s.at) as at from record.steps s join record.payloads p using (tenant, born, item, seq)
          where s.tenant = d.tenant and s.born = d.born and s.item = d.id and p.after->>'state' = $3) s on s.at is not null`,
    [look.tenant, procedure, state],
  );
  return row && row.hours !== null && row.n >= FEWEST ? { hours: Number(row.hours), n: row.n } : null;
}

/** In words: the figure and what it rests on. */
export const usualWords = ({ hours, n }: Usual): { readonly value: Text; readonly note: Text } => {
  const days = Math.round(hours / 24);
  const whole = Math.max(1, Math.round(hours));
  return {
    value:
      hours < 48
        ? { vi: `khoảng ${whole} giờ`, en: whole === 1 ? 'about 1 hour' : `about ${whole} hours` }
        : { vi: `khoảng ${days} ngày`, en: `about ${days} days` },
    note: {
      vi: `Trung vị của ${formatCount(n)} hồ sơ gần đây`,
      en: `Median of the latest ${formatCount(n, 'en')} dossiers`,
    },
  };
};
