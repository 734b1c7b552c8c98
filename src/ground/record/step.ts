/**
 * Writing the record. A command opens the head of its item (new, or locked), and every legal act adds one step:
 * who, for which agency, when, why, what was before and after.
 */
import { sql } from 'kysely';
import { inPlaceOf, own, type Act, type By } from '../db/act.ts';
import { insert, update } from '../db/writes.ts';
import { NotFound } from '../operate/errors.ts';
import { GENESIS, linkHash, newSalt, payloadHash, type Link } from './chain.ts';
import { bornIn, newId } from './ids.ts';
import type { RecordTables } from './tables.ts';

/** The end of an item's chain, held by the act that is adding to it. */
export type Head = {
  readonly id: string;
  readonly kind: string;
  readonly born: number;
  seq: number;
  hash: string;
};

/** What a step says besides who and when, which come from the act. */
export type StepWords = {
  /** Name of the legal act: `dossier.accept`. */
  readonly act: string;
  /** Who may read it: everybody with the code, the parties, or the agency only. */
  readonly visible: 'public' | 'party' | 'inside';
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null;
  /** The policy by which an officer does it: where it holds only by the powers of an absent colleague, the record names both (làm thay). */
  readonly may?: (by: By) => boolean;
  /** That colleague's name, where no policy of powers alone tells it. */
  readonly insteadOf?: string | null;
  /** The agency for which it is done, where that is known: who holds several posts did it in the one there (kiêm nhiệm). */
  readonly at?: string | null;
};

/** The post in which one acts for an agency; for another one, that of the session. */
function workingIn(by: By, at: string | null): Pick<By, 'post' | 'agency' | 'unit'> {
  if (at === null || by.agency === at) return by;
  return by.posts?.find(({ agency }) => agency === at) ?? by;
}

/** Begins the record of a new item. The first step must follow in the same act. */
export function openItem(act: Act, kind: string, id = newId(act.now)): Head {
  const head: Head = { id, kind, born: bornIn(id), seq: 0, hash: GENESIS };
  insert(act.writes, 'record.items', {
    tenant: act.tenant,
    born: head.born,
    id,
    kind,
    seq: 0,
    hash: hex(GENESIS),
  });
  return head;
}

/** Locks an item for this act. Throws NotFound when there is none. */
export async function lockItem(act: Act, id: string): Promise<Head> {
  const row = await own<RecordTables>(act.tx)
    .selectFrom('record.items')
    .select(['kind', 'seq', sql<string>`encode(hash, 'hex')`.as('hash')])
    .where('tenant', '=', act.tenant)
    .where('born', '=', bornIn(id))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound({ vi: 'Không tìm thấy mục này.', en: 'There is no such item.' });
  return { id, kind: row.kind, born: bornIn(id), seq: row.seq, hash: row.hash };
}

/** Adds a step to the item. Two acts that add the same number: the second gets Conflict. */
export function step(act: Act, head: Head, words: StepWords): void {
  const salt = newSalt();
  const seq = head.seq + 1;
  const { post, agency, unit } = workingIn(act.by, words.at ?? null);
  const link: Link = {
    tenant: act.tenant,
    born: head.born,
    item: head.id,
    seq,
    act: words.act,
    visible: words.visible,
    at: act.now,
    by_kind: act.by.kind,
    account: act.by.account,
    person: act.by.person,
    organisation: act.by.organisation,
    post,
    agency,
    unit,
    mandate: act.by.mandate,
    name: actorName(act.by, words),
    reason: words.reason ?? act.reason,
    request_id: act.requestId,
    payload_hash: payloadHash(salt, words.before, words.after),
  };
  const hash = linkHash(head.hash, link);
  insert(act.writes, 'record.steps', {
    ...link,
    payload_hash: hex(link.payload_hash),
    prev: hex(head.hash),
    hash: hex(hash),
  });
  insert(act.writes, 'record.payloads', {
    tenant: act.tenant,
    born: head.born,
    item: head.id,
    seq,
    salt,
    before: words.before ?? null,
    after: words.after ?? null,
  });
  update(
    act.writes,
    'record.items',
    { tenant: act.tenant, born: head.born, id: head.id },
    { seq, hash: hex(hash) },
  );
  head.seq = seq;
  head.hash = hash;
}

/** Who acts, as the record names them: books that show who did something keep the same name. */
export const actorName = (by: By, { may, insteadOf }: Pick<StepWords, 'may' | 'insteadOf'> = {}): string =>
  nameOf(by, insteadOf ?? (may ? inPlaceOf(by, may) : null));

/** Who acts, in words: under a mandate also for whom (requirement B14), and for which absent colleague. */
const nameOf = ({ name, actingFor }: By, insteadOf: string | null): string =>
  actingFor ? `${name} (thay mặt ${actingFor.name})` : insteadOf ? `${name} (làm thay ${insteadOf})` : name;

const hex = (digits: string): string => `\\x${digits}`;
