/** Answers that may be used again: for the same person and the same purpose, until they expire. */
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insertOnce, remove } from '../../ground/db/writes.ts';

type Kept = {
  readonly tenant: number;
  readonly registry: string;
  readonly subject: Buffer;
  readonly purpose: string;
  readonly answer: unknown;
  readonly at: Date;
  readonly expires_at: Date;
};
type KeptTables = { 'registries.answers': Kept };

/** An answer that is still good, with the moment it was given. Null: ask. */
export const findKept = async (
  look: Look,
  registry: string,
  subject: Buffer,
  purpose: string,
): Promise<{ readonly answer: unknown; readonly at: Date } | null> =>
  (await own<KeptTables>(look.tx)
    .selectFrom('registries.answers')
    .select(['answer', 'at'])
    .where('tenant', '=', look.tenant)
    .where('registry', '=', registry)
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', look.now)
    .executeTakeFirst()) ?? null;

/** Keeps an answer. Of two that come at once the first stays. */
export const keep = (
  act: Act,
  registry: string,
  subject: Buffer,
  purpose: string,
  answer: unknown,
  minutes: number,
): void =>
  insertOnce(
    act.writes,
    'registries.answers',
    { tenant: act.tenant, registry, subject: `\\x${subject.toString('hex')}`, purpose },
    { answer, at: act.now, expires_at: new Date(act.now.getTime() + minutes * 60_000) },
  );

/** Removes an answer that has expired, so that a new one can take its place. */
export async function forgetOne(act: Act, registry: string, subject: Buffer, purpose: string): Promise<void> {
  await own<KeptTables>(act.tx)
    .deleteFrom('registries.answers')
    .where('tenant', '=', act.tenant)
    .where('registry', '=', registry)
    .where('subject', '=', subject)
    .where('purpose', '=', purpose)
    .where('expires_at', '<=', act.now)
    .execute();
}

/** Removes what has expired, at most a thousand a time. */
export async function forgetExpired(act: Act): Promise<void> {
  const rows = await own<KeptTables>(act.tx)
    .selectFrom('registries.answers')
    .select(['registry', 'subject', 'purpose'])
    .where('tenant', '=', act.tenant)
    .where('expires_at', '<=', act.now)
    .limit(1000)
    .execute();
  for (const { subject, ...row } of rows) {
    remove(act.writes, 'registries.answers', {
      tenant: act.tenant,
      ...row,
      subject: `\\x${subject.toString('hex')}`,
    });
  }
}
