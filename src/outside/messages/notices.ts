/** Telling people: the notice stands in the portal at once, and goes the other ways as jobs. */
import { sql } from 'kysely';
import { own, type Act, type By, type Look } from '../../ground/db/act.ts';
import { insert, insertOnce, update } from '../../ground/db/writes.ts';
import { announce } from '../../ground/jobs/index.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { isId, newId } from '../../ground/record/index.ts';
import type { Text } from '../../ground/text/language.ts';
import { mandateCovers, principalOf } from '../../world/mandates/index.ts';
import { listContacts } from '../../world/people/index.ts';
import { usualWishes, waysFor } from './rules.ts';
import type { MessageTables, Notice, Wishes } from './schema.ts';
import type { Template } from './templates.ts';

/** The event by which a job is asked to carry a delivery. */
export const DELIVER = 'message.deliver';

/** What is told to whom. */
export type Telling = Pick<Notice, 'item' | 'code' | 'event' | 'path'> & {
  readonly person: string | null;
  readonly organisation: string | null;
  readonly title: Text;
  readonly body: Text;
  /** Where to reach them besides the portal; absent: what they have given as persons. */
  readonly contacts?: Parameters<typeof waysFor>[1];
} & Pick<Template, 'matters' | 'quiet'>;

/** Tells a person, or the organisation whose matter it is. Returns the id of the notice; null when there is nobody to tell. */
export async function tell(
  act: Act,
  { person, organisation, matters, quiet, contacts, ...said }: Telling,
): Promise<string | null> {
  const recipient = organisation ?? person;
  if (recipient === null) return null;
  const id = newId(act.now);
  insert(act.writes, 'messages.notices', {
    tenant: act.tenant,
    id,
    recipient,
    recipient_kind: organisation ? 'organisation' : 'person',
    ...said,
    at: act.now,
  });
  const wishes = await getWishes(act, recipient);
  for (const way of waysFor(
    { matters, ...(quiet && { quiet }) },
    contacts ?? (await listContacts(act, recipient)),
    wishes,
  )) {
    const delivery = newId(act.now);
    insert(act.writes, 'messages.deliveries', {
      tenant: act.tenant,
      id: delivery,
      notice: id,
      ...way,
      language: wishes.language,
      state: 'waiting',
      tries: 0,
      at: act.now,
    });
    announce(act, DELIVER, delivery, {});
  }
  return id;
}

/** Tells an officer something of their work, here and at the address of their office. */
export const tellOfficer = (
  act: Act,
  { person, email }: { readonly person: string; readonly email: string | null },
  said: Pick<Telling, 'item' | 'code' | 'event' | 'path' | 'title' | 'body'>,
): Promise<string | null> =>
  tell(act, {
    ...said,
    person,
    organisation: null,
    matters: false,
    contacts: email === null ? [] : [{ kind: 'email', value: email, preferred: true, verifiedAt: act.now }],
  });

const tables = (look: Look) => own<MessageTables>(look.tx);
const columns = [
  'id',
  'recipient',
  'recipient_kind',
  'item',
  'code',
  'event',
  'title',
  'body',
  'path',
  'at',
  'read_at',
] as const;

/** Whose notices a visitor reads: of whom they act for, if the mandate covers seeing dossiers, else their own. */
export function readerOf(by: By): string | null {
  if (!mandateCovers(by, 'view')) return null;
  const { person, organisation } = principalOf(by);
  return organisation ?? person;
}

const mine = (look: Look) =>
  tables(look)
    .selectFrom('messages.notices')
    .where('tenant', '=', look.tenant)
    .where('recipient', '=', readerOf(look.by));

/** Notices of the visitor, newest first; behind a place of the list (`moment~id`), where one is given. */
export function listNotices(look: Look, limit = 50, after = ''): Promise<Notice[]> {
  const [moment = '', id = ''] = after.split('~');
  const at = new Date(moment);
  const query = mine(look).select(columns).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
  return isId(id) && !Number.isNaN(at.getTime())
    ? query.where(sql<boolean>`(at, id) < (${at}, ${id}::uuid)`).execute()
    : query.execute();
}

/** The place of a notice in the list. */
export const placeOf = ({ at, id }: Pick<Notice, 'at' | 'id'>): string => `${at.toISOString()}~${id}`;

/** How many the visitor has not opened yet; at most a hundred are counted. */
export const countUnread = async (look: Look): Promise<number> =>
  readerOf(look.by) === null
    ? 0
    : (await mine(look).select('id').where('read_at', 'is', null).limit(100).execute()).length;

/** One notice of the visitor. Throws NotFound, also for notices of others. */
export async function getNotice(look: Look, id: string): Promise<Notice> {
  const row = await mine(look).select(columns).where('id', '=', id).executeTakeFirst();
  if (!row) throw new NotFound({ vi: 'Không có tin nhắn này.', en: 'There is no such message.' });
  return row;
}

/** Marks a notice as read; the first time counts. */
export function markRead(act: Act, notice: Notice): void {
  if (notice.read_at === null)
    update(act.writes, 'messages.notices', { tenant: act.tenant, id: notice.id }, { read_at: act.now });
}

/** What somebody was told of an item, newest first, with how it went: for the officers who may read the item. */
export const listSent = (look: Look, item: string, recipient: string) =>
  tables(look)
    .selectFrom('messages.notices as n')
    .leftJoin('messages.deliveries as d', (join) =>
      join.onRef('d.tenant', '=', 'n.tenant').onRef('d.notice', '=', 'n.id'),
    )
    .select(['n.id', 'n.title', 'n.at', 'n.read_at', 'd.channel', 'd.address', 'd.state', 'd.ended_at'])
    .where('n.tenant', '=', look.tenant)
    .where('n.item', '=', item)
    .where('n.recipient', '=', recipient)
    .orderBy('n.at', 'desc')
    .limit(100)
    .execute();

/** Whether somebody was told of this event of an item before. */
export const wasTold = async (look: Look, item: string, event: string): Promise<boolean> =>
  (await tables(look)
    .selectFrom('messages.notices')
    .select('id')
    .where('tenant', '=', look.tenant)
    .where('item', '=', item)
    .where('event', '=', event)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** How somebody wants to be told. */
export const getWishes = async (look: Look, owner: string): Promise<Wishes> =>
  (await tables(look)
    .selectFrom('messages.wishes')
    .select(['email', 'sms', 'language'])
    .where('tenant', '=', look.tenant)
    .where('owner', '=', owner)
    .executeTakeFirst()) ?? usualWishes;

/** Sets how somebody wants to be told. What is told in the portal cannot be switched off: it is how the law is kept. */
export async function setWishes(act: Act, owner: string, wishes: Wishes): Promise<void> {
  const key = { tenant: act.tenant, owner };
  const held = await tables(act)
    .selectFrom('messages.wishes')
    .select('owner')
    .where('tenant', '=', act.tenant)
    .where('owner', '=', owner)
    .forUpdate()
    .executeTakeFirst();
  if (held) update(act.writes, 'messages.wishes', key, wishes);
  else insertOnce(act.writes, 'messages.wishes', key, wishes);
}
