/** What puts papers into vaults, and what marks them when they end: each follows a fact of another room. */
import { own, type Act } from '../../ground/db/act.ts';
import { insertOnce, update } from '../../ground/db/writes.ts';
import { announce } from '../../ground/jobs/index.ts';
import { newId } from '../../ground/record/index.ts';
import { getPaper } from '../../paper/papers/index.ts';
import { remindUntil } from './rules.ts';
import type { VaultItem, VaultTables } from './schema.ts';

/** Puts an issued paper into the vault of its owner (requirement C7). A paper without an owner goes nowhere. */
export async function deposit(act: Act, paperId: string): Promise<void> {
  const paper = await getPaper(act, paperId);
  const owner = paper.owner_organisation ?? paper.owner;
  if (!owner || !paper.hash || paper.size === null) return;
  putOnce(act, {
    owner,
    owner_kind: paper.owner_organisation ? 'organisation' : 'person',
    paper: paper.id,
    title: paper.title,
    result_code: paper.result_code,
    symbol: paper.symbol,
    issuer: paper.agency_name,
    issued_on: paper.issued_on,
    valid_until: paper.valid_until,
    hash: paper.hash,
    size: paper.size,
    type: 'application/pdf',
    name: null,
    source: 'dossier',
    origin: paper.item,
  });
}

/** A document that was handed in with a dossier and accepted (D1). */
export type Accepted = {
  readonly owner: string;
  readonly ownerKind: VaultItem['owner_kind'];
  readonly title: string;
  /** Kind of the paper where the procedure names it (`KQ.G15.000031`): then it can stand in for a component later. */
  readonly resultCode: string | null;
  readonly issuer: string;
  /** Number and notation, and the day of issue, where somebody has read them off the paper. */
  readonly symbol?: string | null;
  readonly issuedOn?: string | null;
  /** Code of the dossier. */
  readonly origin: string;
  readonly file: {
    readonly hash: string;
    readonly size: number;
    readonly type: string;
    readonly name: string;
  };
};

/** Puts a document that was accepted with a dossier into its owner's vault. */
export const depositAccepted = (act: Act, { file, ...document }: Accepted): void =>
  putOnce(act, {
    owner: document.owner,
    owner_kind: document.ownerKind,
    paper: null,
    title: document.title,
    result_code: document.resultCode,
    symbol: document.symbol ?? null,
    issuer: document.issuer,
    issued_on: document.issuedOn ?? null,
    valid_until: null,
    hash: file.hash,
    size: file.size,
    type: file.type,
    name: file.name,
    source: 'accepted',
    origin: document.origin,
  });

/**
 * The officer confirmed a digitised copy of an accepted document: the owner keeps that one, which lasts and can be handed
 * in anywhere, in place of the picture with the hash `former` (C5, D1).
 */
export async function replaceAccepted(act: Act, document: Accepted, former: string | null): Promise<void> {
  const there = await findAccepted(act, document, former);
  const { hash, size, type, name } = document.file;
  const { issuer, symbol = null, issuedOn = null } = document;
  if (there)
    update(
      act.writes,
      'vault.items',
      { tenant: act.tenant, id: there.id },
      { hash, size, type, name, issuer, symbol, issued_on: issuedOn },
    );
  else depositAccepted(act, document);
}

/** Adds an item; the same bytes of the same origin once. */
export function putOnce(act: Act, item: Omit<VaultItem, 'id' | 'state' | 'added_at'>): void {
  const { owner, origin, hash, ...rest } = item;
  const key = { tenant: act.tenant, owner, origin, hash };
  insertOnce(act.writes, 'vault.items', key, {
    ...rest,
    id: newId(act.now),
    state: 'in-force',
    added_at: act.now,
  });
}

/** The evidence of a digitised copy was renewed: its owner downloads the file that lasts longer in place of `former`. */
export async function noteRenewedCopy(
  act: Act,
  document: Pick<Accepted, 'owner' | 'origin'>,
  former: string,
  file: { readonly hash: string; readonly size: number },
): Promise<void> {
  const there = await findAccepted(act, document, former);
  if (there) update(act.writes, 'vault.items', { tenant: act.tenant, id: there.id }, file);
}

/** The item that is this accepted document with these bytes. */
const findAccepted = (
  act: Act,
  { owner, origin }: Pick<Accepted, 'owner' | 'origin'>,
  hash: string | null,
): Promise<{ id: string } | undefined> =>
  own<VaultTables>(act.tx)
    .selectFrom('vault.items')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('owner', '=', owner)
    .where('origin', '=', origin)
    .where('hash', '=', hash)
    .executeTakeFirst();

/** The items that are this paper of ours. */
const itemsOf = async (act: Act, paper: string): Promise<readonly string[]> =>
  (
    await own<VaultTables>(act.tx)
      .selectFrom('vault.items')
      .select('id')
      .where('tenant', '=', act.tenant)
      .where('paper', '=', paper)
      .execute()
  ).map(({ id }) => id);

/** The paper was revoked or replaced: its owner sees so. */
export async function noteEnd(act: Act, paperId: string, replaced: boolean): Promise<void> {
  for (const id of await itemsOf(act, paperId))
    update(
      act.writes,
      'vault.items',
      { tenant: act.tenant, id },
      { state: replaced ? 'superseded' : 'revoked' },
    );
}

/** The evidence of a paper was renewed: its owner downloads the file that lasts longer. */
export async function noteRenewal(act: Act, paperId: string): Promise<void> {
  const { hash, size } = await getPaper(act, paperId);
  for (const id of await itemsOf(act, paperId))
    update(act.writes, 'vault.items', { tenant: act.tenant, id }, { hash, size });
}

const BATCH = 500;

/** Announces `vault.expiring` for papers that soon end, once for each last day: whoever tells people listens. */
export async function remind(act: Act): Promise<void> {
  const rows = await own<VaultTables>(act.tx)
    .selectFrom('vault.items')
    .select(['id', 'owner', 'owner_kind', 'valid_until'])
    .where('tenant', '=', act.tenant)
    .where('state', '=', 'in-force')
    .where('valid_until', '<=', remindUntil(act.now))
    .where('valid_until', '>=', remindUntil(new Date(act.now.getTime() - 30 * 86_400_000)))
    .where((is) => is.or([is('reminded_for', 'is', null), is('reminded_for', '<>', is.ref('valid_until'))]))
    .orderBy('valid_until')
    .limit(BATCH)
    .execute();
  for (const { id, owner, owner_kind: ownerKind, valid_until: until } of rows) {
    update(act.writes, 'vault.items', { tenant: act.tenant, id }, { reminded_for: until });
    announce(act, 'vault.expiring', id, { owner, ownerKind, until });
  }
}
