/** Sharing (chia sẻ, D2): one paper, one reader, one purpose, a time; every look by the link is recorded (D4). */
import { own, nobody, type Act, type Look } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Conflict, NotFound } from '../../ground/operate/errors.ts';
import { look as noteLook, newId } from '../../ground/record/index.ts';
import { isRestricted } from '../../world/people/index.ts';
import { findItem, getItem } from './items.ts';
import { LONGEST_SHARE_DAYS, newToken, shareState, tokenHash, validityOn } from './rules.ts';
import type { Share, VaultItem, VaultTables } from './schema.ts';
import { vietnamDay } from '../../ground/text/dates.ts';

const columns = [
  'id',
  'item',
  'owner',
  'reader',
  'purpose',
  'created_by',
  'created_at',
  'until',
  'revoked_at',
] as const;

const DAY = 86_400_000;

/** What a share is made of. */
export type NewShare = { readonly reader: string; readonly purpose: string; readonly days: number };

/** Opens a share of an item of one's own vault. Returns the token of the link: it is shown once and not kept. */
export async function share(act: Act, itemId: string, { reader, purpose, days }: NewShare): Promise<string> {
  const token = newToken();
  const item = await getItem(act, itemId);
  if (validityOn(item, vietnamDay(act.now)) !== 'in-force')
    throw new Conflict({
      vi: 'Chỉ chia sẻ được giấy tờ còn hiệu lực.',
      en: 'Only a document in force can be shared.',
    });
  if (await isRestricted(act, item.owner))
    throw new Conflict({
      vi: 'Dữ liệu của bạn đang được hạn chế xử lý, nên không chia sẻ được. Muốn chia sẻ, hãy bỏ hạn chế ở trang Dữ liệu của tôi.',
      en: 'The use of your data is restricted, so nothing can be shared. To share, end the restriction at the page My data.',
    });
  insert(act.writes, 'vault.shares', {
    tenant: act.tenant,
    id: newId(act.now),
    item: item.id,
    owner: item.owner,
    token: tokenHash(token),
    reader,
    purpose,
    created_by: act.by.name,
    created_at: act.now,
    until: new Date(act.now.getTime() + Math.min(days, LONGEST_SHARE_DAYS) * DAY),
  });
  return token;
}

/** Shares of an item, newest first. */
export const listShares = (look: Look, item: string): Promise<Share[]> =>
  own<VaultTables>(look.tx)
    .selectFrom('vault.shares')
    .select(columns)
    .where('tenant', '=', look.tenant)
    .where('item', '=', item)
    .orderBy('created_at', 'desc')
    .execute();

/** Closes a share of one's own at once. Closing it again changes nothing. */
export async function revokeShare(act: Act, itemId: string, shareId: string): Promise<void> {
  const item = await getItem(act, itemId);
  const found = (await listShares(act, item.id)).find(({ id }) => id === shareId);
  if (!found) throw new NotFound({ vi: 'Không có lần chia sẻ này.', en: 'There is no such share.' });
  if (found.revoked_at === null)
    update(act.writes, 'vault.shares', { tenant: act.tenant, id: found.id }, { revoked_at: act.now });
}

/** A share behind a link, with what is shared. */
export type OpenShare = { readonly share: Share; readonly item: VaultItem };

/**
 * Opens a link: whoever has it may look until its time is over. The look is written down for the owner, under the name
 * that the owner gave the reader. Throws NotFound for links that never were, are over, or were closed: one answer for all.
 */
export async function openShare(act: Act, token: string): Promise<OpenShare> {
  const found = await own<VaultTables>(act.tx)
    .selectFrom('vault.shares')
    .select(columns)
    .where('tenant', '=', act.tenant)
    .where('token', '=', tokenHash(token))
    .executeTakeFirst();
  const item = found && shareState(found, act.now) === 'open' ? await findItem(act, found.item) : null;
  // While the owner's data are restricted a link is closed like any other that the owner has closed.
  if (!found || !item || (await isRestricted(act, item.owner)))
    throw new NotFound({
      vi: 'Đường dẫn này không đúng, đã hết hạn hoặc đã được chủ giấy tờ đóng lại.',
      en: 'This link is wrong, over, or was closed by the owner of the document.',
    });
  const reader = act.by.kind === 'nobody' ? { ...nobody, name: found.reader } : act.by;
  noteLook({ ...act, by: reader }, item.owner, `Qua đường dẫn chia sẻ: ${found.purpose}`, item.id);
  return { share: found, item };
}
