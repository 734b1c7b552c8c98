/** Reading items of the vault: shown to their owner, to nobody else without a share. */
import { sql } from 'kysely';
import { own, type By, type Look } from '../../ground/db/act.ts';
import { prepared } from '../../ground/db/prepared.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { isId, listLooks } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { mandateCovers, principalOf } from '../../world/mandates/index.ts';
import { isRestricted } from '../../world/people/index.ts';
import type { VaultItem, VaultTables } from './schema.ts';

const items = ({ tx, tenant }: Pick<Look, 'tx' | 'tenant'>) =>
  own<VaultTables>(tx).selectFrom('vault.items').selectAll().where('tenant', '=', tenant);

/** Whose vault this visitor sees: of whom they act for, if the mandate covers seeing papers, else their own. */
export function ownerOf(by: By): string | null {
  if (!mandateCovers(by, 'view')) return null;
  const { person, organisation } = principalOf(by);
  return organisation ?? person;
}

type Owned = { tenant: number; owner: string | null; most: number };
const ownedBy = prepared((db, { tenant, owner, most }: Owned) =>
  items({ tx: db, tenant })
    .where('owner', '=', owner)
    .orderBy('added_at', 'desc')
    .limit(sql<number>`${most}`),
);

/** Items of the visitor's vault, newest first. */
export const listItems = ({ tx, tenant, by }: Look, most = 100): Promise<VaultItem[]> =>
  ownedBy(tx, { tenant, owner: ownerOf(by), most });

const none = (): NotFound =>
  new NotFound({
    vi: 'Không có giấy tờ này trong kho của bạn.',
    en: 'There is no such paper in your vault.',
  });

/** One item of the visitor's vault. Throws NotFound, also for items of others. */
export async function getItem(look: Look, id: string): Promise<VaultItem> {
  const item = isId(id) ? await findItem(look, id) : null;
  if (!item || item.owner !== ownerOf(look.by)) throw none();
  return item;
}

/** The item of this id, whoever owns it; for shares, whose link is the permission. */
export const findItem = async (look: Look, id: string): Promise<VaultItem | null> =>
  (await items(look).where('id', '=', id).executeTakeFirst()) ?? null;

/**
 * The owner's paper that stands in for a component of a dossier (D2): in force today, of this kind of result, the newest.
 * Null when there is none, or the owner's data are restricted: then it must be asked for.
 */
export async function findForComponent(
  look: Look,
  owner: string,
  resultCode: string,
): Promise<VaultItem | null> {
  if (await isRestricted(look, owner)) return null;
  const found = await items(look)
    .where('owner', '=', owner)
    .where('result_code', '=', resultCode)
    .where('state', '=', 'in-force')
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>=', vietnamDay(look.now))]))
    .orderBy('added_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** Which of these bytes are papers in force of this owner's vault: they came out of it, and need not go in again. */
export async function findInVault(
  look: Look,
  owner: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await items(look)
    .where('owner', '=', owner)
    .where('hash', 'in', [...hashes])
    .where('state', '=', 'in-force')
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}

/** Why an officer at the counter looks for papers in a vault: its owner stands there and has consented. */
export const SOUGHT_AT_COUNTER = 'Tìm giấy tờ trong kho tại quầy, người nộp đã đồng ý';

/** When officers at the counter noted that the visitor consents to the search of this vault, newest first. */
export async function listSearches(look: Look) {
  const owner = ownerOf(look.by);
  const looks = owner === null ? [] : await listLooks(look, owner, 500);
  return looks.filter(({ purpose }) => purpose === SOUGHT_AT_COUNTER);
}

/** Who looked at an item, newest first (D4). Looks are kept by their subject, the owner. */
export const listLooksAt = async (look: Look, item: Pick<VaultItem, 'id' | 'owner' | 'paper'>) =>
  (await listLooks(look, item.owner, 500)).filter((one) => one.item === item.id || one.item === item.paper);
