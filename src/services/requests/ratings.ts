/** Ratings after the result (B10; Decree 42/2022, art. 13.5b): private to the rater. */
import { createHmac, randomUUID } from 'node:crypto';
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insert } from '../../ground/db/writes.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { vietnamDay } from '../../ground/text/dates.ts';

export type RequestTables = {
  'requests.ratings': {
    tenant: number;
    id: string;
    agency: string;
    one_stop: string | null;
    procedure: string;
    day: string;
    score: number;
    words: string;
  };
  'requests.rated': { tenant: number; mark: string };
};

/** What is rated, and the key that keeps marks from being computed by whoever has the database. */
export type Rated = {
  readonly dossier: string;
  /** Who decided, and the one-stop unit that took it in. */
  readonly agency: string;
  readonly oneStop: string;
  readonly procedure: string;
};

const markOf = (key: string, dossier: string): string =>
  createHmac('sha256', key).update(dossier).digest('base64url');

/** Whether this dossier was rated already. */
export const isRated = async (look: Look, key: string, dossier: string): Promise<boolean> =>
  (await own<RequestTables>(look.tx)
    .selectFrom('requests.rated')
    .select('mark')
    .where('tenant', '=', look.tenant)
    .where('mark', '=', markOf(key, dossier))
    .executeTakeFirst()) !== undefined;

/** Gives a rating, once per dossier. Nothing that is stored leads to the person, the dossier or the hour. */
export async function rate(act: Act, key: string, what: Rated, score: number, words: string): Promise<void> {
  if (await isRated(act, key, what.dossier)) {
    throw new Conflict({ vi: 'Bạn đã đánh giá hồ sơ này rồi.', en: 'You have rated this dossier already.' });
  }
  const { tenant } = act;
  insert(act.writes, 'requests.rated', { tenant, mark: markOf(key, what.dossier) });
  insert(act.writes, 'requests.ratings', {
    tenant,
    id: randomUUID(),
    agency: what.agency,
    one_stop: what.oneStop,
    procedure: what.procedure,
    day: vietnamDay(act.now),
    score,
    words,
  });
}
