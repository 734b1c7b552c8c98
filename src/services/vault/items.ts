/** Items of the vault: put in when a paper is issued, shown to their owner, to nobody else without a share. */
import { own, type Act, type By, type Look } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { newId } from '../../ground/record/index.ts';
import { getPaper } from '../../paper/papers/index.ts';

/** A paper in somebody's vault. */
export type VaultItem = {
  readonly id: string;
  readonly owner: string;
  readonly owner_kind: 'person' | 'organisation';
  readonly paper: string | null;
  readonly title: string;
  readonly result_code: string | null;
  readonly symbol: string | null;
  readonly issuer: string;
  readonly issued_on: string | null;
  readonly valid_until: string | null;
  readonly hash: string;
  readonly size: number;
  readonly source: string;
  readonly state: 'in-force' | 'superseded' | 'revoked';
  readonly added_at: Date;
};

type VaultTables = { 'vault.items': VaultItem & { tenant: number } };

/** Whose vault this visitor sees: the organisation they act for, else their own. */
export const ownerOf = (by: By): string | null => by.organisation ?? by.person;

/** Items of the visitor's vault, newest first. */
export const listItems = (look: Look, limit = 100): Promise<VaultItem[]> =>
  own<VaultTables>(look.tx)
    .selectFrom('vault.items')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('owner', '=', ownerOf(look.by))
    .orderBy('added_at', 'desc')
    .limit(limit)
    .execute();

/** One item of the visitor's vault. Throws NotFound, also for items of others. */
export async function getItem(look: Look, id: string): Promise<VaultItem> {
  const row = await own<VaultTables>(look.tx)
    .selectFrom('vault.items')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('id', '=', id)
    .where('owner', '=', ownerOf(look.by))
    .executeTakeFirst();
  if (!row)
    throw new NotFound({
      vi: 'Không có giấy tờ này trong kho của bạn.',
      en: 'There is no such paper in your vault.',
    });
  return row;
}

/** Puts an issued paper into the vault of its owner (requirement C7). A paper without an owner goes nowhere. */
export async function deposit(act: Act, paperId: string): Promise<void> {
  const paper = await getPaper(act, paperId);
  const owner = paper.owner_organisation ?? paper.owner;
  if (!owner || !paper.hash) return;
  insert(act.writes, 'vault.items', {
    tenant: act.tenant,
    id: newId(act.now),
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
    source: 'dossier',
    state: 'in-force',
    added_at: act.now,
  });
}

/** The paper was revoked or replaced: its owner sees so. */
export async function noteEnd(act: Act, paperId: string, replaced: boolean): Promise<void> {
  const rows = await own<VaultTables>(act.tx)
    .selectFrom('vault.items')
    .select('id')
    .where('tenant', '=', act.tenant)
    .where('paper', '=', paperId)
    .execute();
  for (const { id } of rows)
    update(
      act.writes,
      'vault.items',
      { tenant: act.tenant, id },
      { state: replaced ? 'superseded' : 'revoked' },
    );
}
