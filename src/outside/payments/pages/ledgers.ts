/** The ledgers of a day laid side by side: what came in, the receipts for it, what the platform says. For the page and its downloads. */
import type { Look } from '../../../ground/db/act.ts';
import { isDay, parseDay, vietnamDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import type { PaymentPlatform, PlatformLine } from '../gateway/port.ts';
import { booksOf, type Books } from '../policy.ts';
import { listTakenOn, listTries, listWaived, type Taken, type Waived } from '../queries.ts';
import { reconcile, threeWay, type Difference, type Reconciled, type Way } from '../reconcile.ts';
import { words } from './reconcile-words.ts';

type Named = { readonly charge: string | null; readonly code: string | null };

/** Both ledgers of online payments, each difference with the dossier it is about. */
export type Compared = Omit<Reconciled, 'differences'> & {
  readonly differences: readonly (Difference & Named)[];
};

/** The ledgers of a day. `compared` is a sentence where the platform could not be asked. */
export type Ledgers = {
  readonly lines: readonly Taken[];
  readonly compared: Compared | Text;
  readonly ways: readonly Way[];
};

/** The day that is asked for, today where none is. */
export function dayOf({ query, now }: Pick<Visit, 'query' | 'now'>): string {
  const asked = query['ngay'] ?? '';
  const day = isDay(asked) ? asked : parseDay(asked);
  return day && isDay(day) ? day : vietnamDay(now);
}

/** A path with the day that was asked for. */
export const onDay = (path: string, day: string): string => `${path}?ngay=${day}`;

/** What the platform says of a day, as far as it is in these books; a sentence when it says nothing. */
async function theirsOn(platform: PaymentPlatform | null, look: Look, day: string) {
  if (!platform) return words.notConnected;
  try {
    return await platform.listPaid(look, day);
  } catch (error) {
    if (error instanceof Unavailable) return words.away;
    throw error;
  }
}

/** Lays the ledgers of a day side by side, as far as they are in the books of who looks. */
export async function openLedgers(
  platform: PaymentPlatform | null,
  { look }: Pick<Visit, 'look'>,
  day: string,
): Promise<Ledgers> {
  const books = booksOf(look.by);
  const lines = await listTakenOn(look, books, day);
  const said = await theirsOn(platform, look, day);
  if ('vi' in said) return { lines, compared: said, ways: threeWay(lines, null) };
  const tries = await listTries(
    look,
    books,
    said.map(({ ref }) => ref),
  );
  const theirs = said.filter(({ ref }) => books === 'all' || tries.some((one) => one.ref === ref));
  const compared = reconcile(
    lines.filter(({ source }) => source === 'platform'),
    theirs,
  );
  const named = (ref: string): Named =>
    tries.find((one) => one.ref === ref) ??
    lines.find((one) => one.source === 'platform' && one.ref === ref) ?? { charge: null, code: null };
  return {
    lines,
    compared: {
      ...compared,
      differences: compared.differences.map((one) => {
        const { charge, code } = named(one.ref);
        return { ...one, charge, code };
      }),
    },
    ways: threeWay(lines, sumOf(theirs)),
  };
}

const sumOf = (lines: readonly PlatformLine[]): number =>
  lines.reduce((total, { amount }) => total + amount, 0);

/** What was waived in the month of this day, in these books. */
export function listWaivedIn(look: Look, books: Books, day: string): Promise<readonly Waived[]> {
  const from = `${day.slice(0, 7)}-01`;
  const next = new Date(`${from}T12:00:00Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return listWaived(look, books, from, next.toISOString().slice(0, 10));
}
