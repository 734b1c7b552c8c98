/** Reading one dossier for an act: locked, with the head of its record, its times as moments again. */
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { bornIn, lockItem, type Head } from '../../ground/record/index.ts';
import type { Ledger } from '../../work/clock/index.ts';
import { guardDossierInterest } from './interest.ts';
import type { Dossier, DossierTables } from './schema.ts';

/** A dossier held by an act. */
export type Held = { readonly dossier: Dossier; readonly head: Head };

const none = (): NotFound =>
  new NotFound({
    vi: 'Không có hồ sơ này, hoặc bạn không được xem.',
    en: 'There is no such dossier, or you may not see it.',
  });

const idBehind = prepared((db, { tenant, code }: { tenant: number; code: string }) =>
  own<DossierTables>(db)
    .selectFrom('dossiers.codes')
    .select('dossier')
    .where('tenant', '=', tenant)
    .where('code', '=', code),
);

/** The id behind a code (ours or the national portal's), or null. */
export const findByCode = async ({ tx, tenant }: Look, code: string): Promise<string | null> =>
  (await idBehind(tx, { tenant, code: code.trim() }))[0]?.dossier ?? null;

const withId = prepared((db, { tenant, born, id }: { tenant: number; born: number; id: string }) =>
  own<DossierTables>(db)
    .selectFrom('dossiers.dossiers')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('born', '=', born)
    .where('id', '=', id),
);

/** The dossier of this id, or null. */
export async function findDossier({ tx, tenant }: Look, id: string): Promise<Dossier | null> {
  const [row] = await withId(tx, { tenant, born: bornIn(id), id });
  return row ? revived(row) : null;
}

/** The dossiers of these ids that there are, the oldest first. */
export async function findDossiers(
  { tx, tenant }: Pick<Look, 'tx' | 'tenant'>,
  ids: readonly string[],
): Promise<Dossier[]> {
  if (ids.length === 0) return [];
  const rows = await own<DossierTables>(tx)
    .selectFrom('dossiers.dossiers')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('born', 'in', [...new Set(ids.map(bornIn))])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return rows.map(revived);
}

/** A dossier as its row has it, with moments in its ledgers again. */
export const revived = (row: Dossier): Dossier => ({
  ...row,
  intake_clock: revive(row.intake_clock),
  clock: row.clock && revive(row.clock),
});

/** The dossier of this id. Throws NotFound. */
export async function getDossier(look: Look, id: string): Promise<Dossier> {
  const dossier = await findDossier(look, id);
  if (!dossier) throw none();
  return dossier;
}

/** The dossier with this code. Throws NotFound. */
export async function getByCode(look: Look, code: string): Promise<Dossier> {
  const id = await findByCode(look, code);
  const dossier = id && (await findDossier(look, id));
  if (!dossier) throw none();
  return dossier;
}

/**
 * Locks a dossier for an act. The record's head is locked first: two acts on one dossier follow each other. Throws NotAllowed for an
 * officer who has an interest in it: whatever the act, somebody else does it.
 */
export async function hold(act: Act, id: string): Promise<Held> {
  const head = await lockItem(act, id);
  const dossier = await getDossier(act, id);
  await guardDossierInterest(act, dossier);
  return { dossier, head };
}

/**
 * The moment of an act for the clocks of a dossier that it holds: now, but not before their last entry. Whoever came at the same moment as
 * somebody else, and had to wait for them, came after them.
 */
export function momentIn(
  { dossier: { clock, intake_clock: intake } }: Held,
  { now }: Pick<Act, 'now'>,
): Date {
  const last = (clock ?? intake).intervals.at(-1);
  const entered = last?.to ?? last?.from;
  return entered && entered > now ? entered : now;
}

/** JSON gives times as text: moments again. */
export const revive = (ledger: Ledger): Ledger => ({
  ...ledger,
  intervals: ledger.intervals.map((one) => ({
    ...one,
    from: new Date(one.from),
    to: one.to && new Date(one.to),
  })),
});
