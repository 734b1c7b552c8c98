/** Reading items of the vault: shown to their owner, to nobody else without a share. */
import { own, type By, type Look } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { isId, listLooks } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { mandateCovers, principalOf } from '../../world/mandates/index.ts';
import { isRestricted } from '../../world/people/index.ts';
import type { VaultItem, VaultTables } from './schema.ts';

const items = (look: Look) =>
  own<VaultTables>(look.tx).selectFrom('vault.items').selectAll().where('tenant', '=', look.tenant);

/** Whose vault this visitor sees: of whom they act for, if the mandate covers seeing papers, else their own. */
export function ownerOf(by: By): string | null {
  if (!mandateCovers(by, 'view')) return null;
  const { person, organisation } = principalOf(by);
  return organisation ?? person;
}

/** Items of the visitor's vault, newest first. */
export const listItems = (look: Look, limit = 100): Promise<VaultItem[]> =>
  items(look).where('owner', '=', ownerOf(look.by)).orderBy('added_at', 'desc').limit(limit).execute();

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

/** Who looked at an item, newest first (D4). Looks are kept by their subject, the owner. */
export const listLooksAt = async (look: Look, item: Pick<VaultItem, 'id' | 'owner' | 'paper'>) =>
  (await listLooks(look, item.owner, 500)).filter((one) => one.item === item.id || one.item === item.paper);
