/**
 * The one list of signed files that are kept here (`papers.signed_files`): papers, their annexes in separate files, electronic copies,
 * digitised papers. Whatever is signed and kept stands in it, so that its evidence is renewed.
 */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import type { Stored } from '../../../ground/files/index.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { step } from '../../../ground/record/index.ts';
import type { lockItem } from '../../../ground/record/index.ts';
import type { PaperTables } from '../schema.ts';

/** A signed file: what it is, and until when what proves its signatures lasts. */
export type SignedFile = {
  readonly kind: 'paper' | 'annex' | 'copy' | 'scan';
  /** The item in whose record its renewal is written: the paper of an annex or copy, the dossier of a digitised paper. */
  readonly record: string;
  /** With `n`, its place in the table of its kind. */
  readonly id: string;
  readonly n: number;
  readonly hash: string;
  readonly evidence_until: Date | null;
  readonly evidence_table: string | null;
};

/** Which signed file. */
export type WhichFile = Pick<SignedFile, 'kind' | 'id' | 'n'>;

/** Which file stands in the place of a former one: a signed file, or the signed data of a paper (`n`: its form). */
export type FormerFile = Omit<WhichFile, 'kind'> & { readonly kind: SignedFile['kind'] | 'data' };

type Evidence = { readonly evidence_until?: Date; readonly evidence_table: string };

const list = (look: Look) =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.signed_files')
    .select(['kind', 'record', 'id', 'n', 'hash', 'evidence_until', 'evidence_table'])
    .where('tenant', '=', look.tenant);

/** The file as it is now, or null when it is not in the list (any more). */
export const findSignedFile = async (look: Look, { kind, id, n }: WhichFile): Promise<SignedFile | null> =>
  (await list(look).where('kind', '=', kind).where('id', '=', id).where('n', '=', n).executeTakeFirst()) ??
  null;

/** The signed files of an item of the record. */
export const listSignedFiles = (look: Look, record: string): Promise<SignedFile[]> =>
  list(look).where('record', '=', record).execute();

/** Files whose evidence ends by then, those that end first before the others. */
export const listEnding = (look: Look, by: Date, most: number): Promise<SignedFile[]> =>
  list(look).where('evidence_until', '<=', by).orderBy('evidence_until').limit(most).execute();

/** Files whose end was computed with another table of algorithms than this, or never. */
export const listNotedOtherwise = (look: Look, table: string, most: number): Promise<SignedFile[]> =>
  list(look)
    // Two ranges instead of “another one”: the indexes find them however many files there are.
    .where((is) =>
      is.or([
        is('evidence_table', 'is', null),
        is('evidence_table', '<', table),
        is('evidence_table', '>', table),
      ]),
    )
    .limit(most)
    .execute();

/** Where a kind of file stands: its table, the key of its row, and the columns of hash and size. */
const rowOf = ({ kind, id, n }: WhichFile, tenant: number) =>
  ({
    paper: { table: 'papers.papers', key: { tenant, id }, file: 'hash' },
    annex: { table: 'papers.annexes', key: { tenant, paper: id, n }, file: 'hash' },
    copy: { table: 'papers.copies', key: { tenant, id }, file: 'file' },
    scan: { table: 'scanning.scans', key: { tenant, item: id, n }, file: 'hash' },
  })[kind];

/** Notes until when the evidence of a file lasts. */
export function noteEvidence(act: Act, file: WhichFile, evidence: Evidence): void {
  const { table, key } = rowOf(file, act.tenant);
  update(act.writes, table, key, evidence);
}

/**
 * Puts a file with newer evidence in the place of the one it was: nothing of what was signed is touched, so the former one stays good
 * and known. `head` is the record of the file. Announces `paper.renewed` or `scan.renewed` with both hashes.
 */
export function replaceSigned(
  act: Act,
  head: Awaited<ReturnType<typeof lockItem>>,
  former: SignedFile,
  { hash, size }: Stored,
  evidence: Evidence,
): void {
  const { kind, id, n } = former;
  const { table, key, file } = rowOf(former, act.tenant);
  update(act.writes, table, key, { [file]: hash, size, ...evidence });
  const renewed_at = act.now;
  insert(act.writes, 'papers.former_files', {
    tenant: act.tenant,
    hash: former.hash,
    kind,
    id,
    n,
    renewed_at,
  });
  step(act, head, {
    act: kind === 'scan' ? 'scan.renew' : 'paper.renew',
    visible: 'inside',
    before: { hash: former.hash },
    after: { hash, ...(kind !== 'paper' && { kind, n }) },
  });
  const event = { paper: 'paper.renewed', scan: 'scan.renewed', annex: null, copy: null }[kind];
  if (event) announce(act, event, former.record, { former: former.hash, hash, size });
}

/** What a hash was before its evidence was renewed: the file that stands in its place now, or null. */
export async function findFormer<Kind extends FormerFile['kind']>(
  look: Look,
  kind: Kind,
  hash: string,
): Promise<(FormerFile & { readonly kind: Kind }) | null> {
  const row = await own<PaperTables>(look.tx)
    .selectFrom('papers.former_files')
    .select(['id', 'n'])
    .where('tenant', '=', look.tenant)
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ? { kind, ...row } : null;
}
