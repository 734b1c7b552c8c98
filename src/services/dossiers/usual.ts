/** How long dossiers of a procedure usually take from a step, or else a state, to the decision, from finished ones: nothing is ever guessed. */
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
/** A step is told apart only where so many of the latest have been at it: it is a smaller part of the whole than a state. */
const FEWEST_AT_STEP = 20;
const LATEST_AT_STEP = 40;

/** Median in hours by the calendar, of how many dossiers, and from what on. */
export type Usual = { readonly hours: number; readonly n: number; readonly from: 'step' | 'state' };

/** From what on one counts: the first moment in a state of the dossier, or at a node of the process. */
type Place = { readonly from: Usual['from']; readonly name: string };

/**
 * First moments of dossiers at a place, by both; null: it never was there. The record only grows at its end, so nothing
 * kept here grows old.
 */
const known = new Map<string, Date | null>();
const MOST_KNOWN = 20_000;

/**
 * The median from the first moment at this step of the process to the decision, of the latest forty decided dossiers of the procedure that
 * were submitted this year or last (each year is a partition of its own), where twenty of them have been at it; otherwise from the first
 * moment in this state, of the latest fifteen. Null when it is decided or ended, waits for the person, or fewer than five are known. C4.
 */
export async function usualFromHere(
  look: Look,
  { procedure, state, process }: Pick<Dossier, 'procedure' | 'state' | 'process'>,
): Promise<Usual | null> {
  const found = await usualAt(look, { procedure, state, process });
  return found && found.usual;
}

/** How long such dossiers usually take from where this one is, and since when it is there. */
export type UsualFrom = { readonly usual: Usual; readonly since: Date };

/** The same, with since when this dossier is there; null, too, where it has waited for the person: that time is nobody's delay. */
export async function usualSince(look: Look, dossier: Dossier): Promise<UsualFrom | null> {
  if (dossier.clock && dossier.clock.intervals.length > 1) return null;
  const found = await usualAt(look, dossier);
  if (!found) return null;
  await learn(look, [dossier], found.place);
  const since = known.get(keyOf(dossier, found.place));
  return since ? { usual: found.usual, since } : null;
}

async function usualAt(
  look: Look,
  { procedure, state, process }: Pick<Dossier, 'procedure' | 'state' | 'process'>,
): Promise<{ readonly usual: Usual; readonly place: Place } | null> {
  if (state !== 'submitted' && state !== 'accepted' && state !== 'processing') return null;
  const year = Number(vietnamDay(look.now).slice(0, 4));
  const latest = await latestDecided(look.tx, { tenant: look.tenant, procedure, from: year - 1, to: year });
  // Where steps are under way side by side, none of them alone tells where the dossier is.
  const [here, beside] = process?.tokens ?? [];
  const places: [Place, readonly Decided[], number][] = [
    [{ from: 'state', name: state }, latest.slice(0, LATEST), FEWEST],
  ];
  if (here && !beside && latest.length >= FEWEST_AT_STEP)
    places.unshift([{ from: 'step', name: here.node }, latest, FEWEST_AT_STEP]);
  for (const [place, decided, fewest] of places) {
    const spans = await spansFrom(look, decided, place);
    if (spans.length >= fewest)
      return { usual: { hours: median(spans) / 3_600_000, n: spans.length, from: place.from }, place };
  }
  return null;
}

/** Milliseconds from a place to the decision, of those that have been there. */
async function spansFrom(look: Look, decided: readonly Decided[], place: Place): Promise<number[]> {
  await learn(
    look,
    decided.filter((one) => !known.has(keyOf(one, place))),
    place,
  );
  return decided.flatMap((one) => {
    const from = known.get(keyOf(one, place));
    return from ? [one.decided_at!.getTime() - from.getTime()] : [];
  });
}

const keyOf = ({ id }: Pick<Dossier, 'id'>, { from, name }: Place): string => `${id} ${from} ${name}`;

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
    .limit(LATEST_AT_STEP),
);

/** How the record tells that a dossier came to a place. */
const cameTo: Readonly<Record<Usual['from'], string>> = {
  state: `p.after->>'state' = $4`,
  step: `p.after->'opened' ? $4`,
};

/** Looks up in the record when these dossiers first were at a place. */
async function learn(look: Look, dossiers: readonly Pick<Dossier, 'id'>[], place: Place): Promise<void> {
  if (dossiers.length === 0) return;
  const rows = await send<{ item: string; at: Date }>(
    look.tx,
    `select s.item, min(s.at) as at from record.steps s join record.payloads p using (tenant, born, item, seq)
      where s.tenant = $1 and s.born = any($2) and s.item = any($3) and ${cameTo[place.from]} group by s.item`,
    [
      look.tenant,
      [...new Set(dossiers.map(({ id }) => bornIn(id)))],
      dossiers.map(({ id }) => id),
      place.name,
    ],
  );
  const began = new Map(rows.map(({ item, at }) => [item, at]));
  for (const one of dossiers) known.set(keyOf(one, place), began.get(one.id) ?? null);
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
export const usualWords = ({ hours, n, from }: Usual): { readonly value: Text; readonly note: Text } => {
  const days = Math.round(hours / 24);
  const whole = Math.max(1, Math.round(hours));
  return {
    value:
      hours < 48
        ? { vi: `khoảng ${whole} giờ`, en: whole === 1 ? 'about 1 hour' : `about ${whole} hours` }
        : { vi: `khoảng ${days} ngày`, en: `about ${days} days` },
    note: {
      vi: `Trung vị của ${formatCount(n)} hồ sơ gần đây${from === 'step' ? ', tính từ cùng bước' : ''}`,
      en: `Median of the latest ${formatCount(n, 'en')} dossiers${from === 'step' ? ', from the same step' : ''}`,
    },
  };
};
