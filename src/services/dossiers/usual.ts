/** How long dossiers of a procedure usually take from a state to the decision, from finished ones: nothing is ever guessed. */
import { own, type Look } from '../../ground/db/act.ts';
import { send } from '../../ground/db/connect.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { bornIn } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { formatCount } from '../../ground/text/money.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Dossier, DossierTables } from './schema.ts';

/** Fewer finished dossiers than this say nothing about the next one. */
const FEWEST = 5;
/** So many of the latest finished ones: practice changes, and each is looked up in the record. */
const LATEST = 15;

/** Median in hours by the calendar, and of how many dossiers. */
export type Usual = { readonly hours: number; readonly n: number };

/**
 * First moments of decided dossiers in a state, by both; null: it never was in that state. The record only grows at its end, so nothing
 * kept here grows old.
 */
const known = new Map<string, Date | null>();
const MOST_KNOWN = 20_000;

/**
 * The median from the first moment in this state to the decision, of the latest fifteen decided dossiers of the procedure that were
 * submitted this year or last (each year is a partition of its own); null when it is decided or ended, waits for the person, or
 * fewer than five are known. C4.
 */
export async function usualFromHere(
  look: Look,
  { procedure, state }: Pick<Dossier, 'procedure' | 'state'>,
): Promise<Usual | null> {
  if (state !== 'submitted' && state !== 'accepted' && state !== 'processing') return null;
  const year = Number(vietnamDay(look.now).slice(0, 4));
  const latest = await latestDecided(look.tx, { tenant: look.tenant, procedure, from: year - 1, to: year });
  const keyOf = ({ id }: Decided): string => `${id} ${state}`;
  await learn(
    look,
    latest.filter((one) => !known.has(keyOf(one))),
    state,
  );
  const spans = latest.flatMap((one) => {
    const from = known.get(keyOf(one));
    return from ? [one.decided_at!.getTime() - from.getTime()] : [];
  });
  return spans.length < FEWEST ? null : { hours: median(spans) / 3_600_000, n: spans.length };
}

/** How long such dossiers usually take from the state in which this one is, and since when it is in it. */
export type UsualFrom = { readonly usual: Usual; readonly since: Date };

/** The same, with since when this dossier is in that state; null, too, where it has waited for the person: that time is nobody's delay. */
export async function usualSince(look: Look, dossier: Dossier): Promise<UsualFrom | null> {
  if (dossier.clock && dossier.clock.intervals.length > 1) return null;
  const usual = await usualFromHere(look, dossier);
  if (!usual) return null;
  await learn(look, [dossier], dossier.state);
  const since = known.get(`${dossier.id} ${dossier.state}`);
  return since ? { usual, since } : null;
}

type Decided = Pick<Dossier, 'id'> & { readonly decided_at: Date | null };

type LatestOf = { tenant: number; procedure: string; from: number; to: number };
const latestDecided = prepared((db, { tenant, procedure, from, to }: LatestOf) =>
  own<DossierTables>(db)
    .selectFrom('dossiers.dossiers')
    .select(['id', 'decided_at'])
    .where('tenant', '=', tenant)
    .where('born', '>=', from)
    .where('born', '<=', to)
    .where('procedure', '=', procedure)
    .where('decided_at', 'is not', null)
    .orderBy('decided_at', 'desc')
    .limit(LATEST),
);

/** Looks up in the record when these dossiers first were in a state. */
async function learn(look: Look, decided: readonly Pick<Dossier, 'id'>[], state: string): Promise<void> {
  if (decided.length === 0) return;
  const rows = await send<{ item: string; at: Date }>(
    look.tx,
    `select s.item, min(s.at) as at from record.steps s join record.payloads p using (tenant, born, item, seq)
      where s.tenant = $1 and s.born = any($2) and s.item = any($3) and p.after->>'state' = $4 group by s.item`,
    [look.tenant, [...new Set(decided.map(({ id }) => bornIn(id)))], decided.map(({ id }) => id), state],
  );
  const began = new Map(rows.map(({ item, at }) => [item, at]));
  for (const { id } of decided) known.set(`${id} ${state}`, began.get(id) ?? null);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break;
    known.delete(oldest);
  }
}

/** The middle one, or the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  return (low + high) / 2;
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
