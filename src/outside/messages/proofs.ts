/**
 * Where a person is told besides in the portal (địa chỉ nhận tin): given by themselves, and used once they have entered the code that was
 * sent there, so that a slip of the finger tells no stranger of their matters (B9, P3).
 */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { own, type Act, type By, type Look } from '../../ground/db/act.ts';
import { insert, remove, update } from '../../ground/db/writes.ts';
import { Conflict, Invalid } from '../../ground/operate/errors.ts';
import { newId } from '../../ground/record/index.ts';
import { contactValue, listContacts, replaceContact, type Contact } from '../../world/people/index.ts';
import { tell } from './notices.ts';
import type { Channel, MessageTables } from './schema.ts';
import { reachWords } from './words.ts';

/** Kinds of addresses that are told. */
export const kinds = ['email', 'phone'] as const;
export type Kind = (typeof kinds)[number];

/** By which channel an address of a kind is told. */
export const channelOf: Readonly<Record<Kind, Channel>> = { email: 'email', phone: 'sms' };

/** A code that was sent and not entered yet. */
export type Proof = {
  readonly owner: string;
  readonly kind: Kind;
  readonly value: string;
  readonly salt: string;
  readonly mac: string;
  readonly tries: number;
  readonly asked: number;
  readonly at: Date;
};

/** A code is good so long. */
const GOOD = 15 * 60_000;
/** Between two codes passes so much, and no more than this many are sent in a day: whoever owns the address is not pestered. */
const BETWEEN = 60_000;
const MOST_ASKED = 5;
/** Wrong codes until a new one must be sent. */
const MOST_TRIES = 5;
const DAY = 86_400_000;

/**
 * Whose addresses and wishes a visitor may change: their own, or those of the organisation that they represent without limit. Whoever acts
 * for a person does not say where that person is told.
 */
export function reachOwner({ kind, person, organisation, actingFor }: By): string | null {
  if (kind !== 'citizen') return null;
  if (actingFor === null) return organisation ?? person;
  const { acts, procedures, fields } = actingFor;
  return acts === null && procedures === null && fields === null ? actingFor.organisation : null;
}

const macOf = (salt: string, code: string): string =>
  createHash('sha256').update(`${salt} ${code}`).digest('base64url');

/** The code that waits to be entered, or null. `lock`: nobody else changes it until the act is over. */
export async function findProof(look: Look, owner: string, kind: Kind, lock = false): Promise<Proof | null> {
  const row = await own<MessageTables>(look.tx)
    .selectFrom('messages.proofs')
    .select(['owner', 'kind', 'value', 'salt', 'mac', 'tries', 'asked', 'at'])
    .where('tenant', '=', look.tenant)
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  return row ?? null;
}

/** Whether a code can still be entered. */
export const isGood = ({ at, tries }: Proof, now: Date): boolean =>
  tries < MOST_TRIES && now.getTime() - at.getTime() < GOOD;

/** Sends a code to an address. Throws Invalid where it is none, Conflict where codes were sent there too often. */
export async function askProof(act: Act, owner: string, kind: Kind, typed: string): Promise<void> {
  const value = contactValue(kind, typed);
  const held = (await listContacts(act, owner)).find((one) => one.kind === kind && one.value === value);
  if (held?.verifiedAt) throw new Invalid([{ field: 'value', message: reachWords.held }]);
  const earlier = await findProof(act, owner, kind, true);
  const since = earlier ? act.now.getTime() - earlier.at.getTime() : DAY;
  if (since < BETWEEN) throw new Conflict(reachWords.tooSoon);
  const asked = earlier && since < DAY ? earlier.asked + 1 : 1;
  if (asked > MOST_ASKED) throw new Conflict(reachWords.tooOften);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(16).toString('base64url');
  const row = { value, salt, mac: macOf(salt, code), tries: 0, asked, at: act.now };
  const key = { tenant: act.tenant, owner, kind };
  if (earlier) update(act.writes, 'messages.proofs', key, row);
  else insert(act.writes, 'messages.proofs', { ...key, ...row });
  // To nobody's list in the portal: who has not got it at the address does not read it.
  await tell(act, {
    person: newId(act.now),
    organisation: null,
    item: null,
    code: null,
    event: 'message.prove',
    path: null,
    title: reachWords.codeTitle(code),
    body: reachWords.codeBody(code),
    matters: true,
    contacts: [{ kind, value, preferred: true, verifiedAt: act.now }],
  });
}

/**
 * Takes a code. With the right one the address takes the place of the others of its kind. A wrong one is counted, which only what does
 * not fail can do: then false.
 */
export async function enterProof(
  act: Act,
  { owner, ownerKind }: Pick<Contact, 'owner' | 'ownerKind'>,
  kind: Kind,
  code: string,
): Promise<boolean> {
  const proof = await findProof(act, owner, kind, true);
  if (!proof || !isGood(proof, act.now)) throw new Conflict(reachWords.over);
  const key = { tenant: act.tenant, owner, kind };
  const given = Buffer.from(macOf(proof.salt, code.replaceAll(/\D/g, '')));
  if (!timingSafeEqual(given, Buffer.from(proof.mac))) {
    update(act.writes, 'messages.proofs', key, { tries: proof.tries + 1 });
    return false;
  }
  remove(act.writes, 'messages.proofs', key);
  await replaceContact(act, { owner, ownerKind, kind, value: proof.value });
  return true;
}

/** The last thing that was sent by each channel to whoever this is did not arrive: the addresses that failed. */
export async function failedAddresses(look: Look, owner: string): Promise<ReadonlySet<string>> {
  const rows = await own<MessageTables>(look.tx)
    .selectFrom('messages.deliveries as d')
    .innerJoin('messages.notices as n', (join) =>
      join.onRef('n.tenant', '=', 'd.tenant').onRef('n.id', '=', 'd.notice'),
    )
    .distinctOn('d.channel')
    .select(['d.address', 'd.state'])
    .where('d.tenant', '=', look.tenant)
    .where('n.recipient', '=', owner)
    .where('d.state', '<>', 'waiting')
    .orderBy('d.channel')
    .orderBy('d.at', 'desc')
    .execute();
  return new Set(rows.filter(({ state }) => state === 'failed').map(({ address }) => address));
}
