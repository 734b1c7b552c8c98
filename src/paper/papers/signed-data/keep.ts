/** Which signed data of papers is kept. */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insert, insertOnce, update } from '../../../ground/db/writes.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import type { Stored } from '../../../ground/files/index.ts';
import { lockItem, step } from '../../../ground/record/index.ts';
import { askRecord } from '../evidence-records/records.ts';
import { getPaper } from '../queries.ts';
import { findFormer } from '../renewal/signed-files.ts';
import type { KeptData, PaperTables } from '../schema.ts';
import type { DataForm, SignedData } from './sign.ts';

/** Writes down that this data is kept; what was signed before stays. */
export function insertData(
  act: Act,
  paper: string,
  { form, stored, file, agency, stamped }: SignedData,
): void {
  insertOnce(
    act.writes,
    'papers.signed_data',
    { tenant: act.tenant, paper, form },
    {
      hash: stored.hash,
      size: stored.size,
      file,
      agency_name: agency,
      signed_at: act.now,
      stamped_at: stamped ? act.now : null,
    },
  );
  if (stamped) askRecord(act, paper, stored.hash);
}

/** The agency has signed the data of a paper that somebody asked for (ký số dữ liệu). Throws Conflict when the paper is no longer in force. */
export async function noteData(act: Act, paper: string, data: SignedData): Promise<void> {
  const head = await lockItem(act, paper);
  const { state } = await getPaper(act, paper);
  if (state !== 'issued')
    throw new Conflict({
      vi: 'Văn bản không còn hiệu lực nên dữ liệu của nó không được ký nữa.',
      en: 'The paper is no longer in force, so its data is not signed any more.',
    });
  if ((await listData(act, paper)).some(({ form }) => form === data.form)) return;
  insertData(act, paper, data);
  const { form, stored, agency } = data;
  step(act, head, { act: 'paper.data', visible: 'party', after: { form, hash: stored.hash, agency } });
}

const kept = (look: Look) =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.signed_data')
    .select(['paper', 'form', 'hash', 'size', 'file', 'agency_name', 'signed_at', 'stamped_at'])
    .where('tenant', '=', look.tenant);

/** The signed data of a paper. */
export const listData = (look: Look, paper: string): Promise<KeptData[]> =>
  kept(look).where('paper', '=', paper).orderBy('form').execute();

const forms: readonly DataForm[] = ['json', 'xml'];

/** The signed data with this hash, now or before it was stamped, or null. */
export async function findDataByHash(look: Look, hash: string): Promise<KeptData | null> {
  const found = await kept(look).where('hash', '=', hash).executeTakeFirst();
  if (found) return found;
  const former = await findFormer(look, 'data', hash);
  return (former && (await listData(look, former.id)).find(({ form }) => form === forms[former.n])) ?? null;
}

/** Signed data that waits for its timestamp since before this moment, the oldest first. */
export const listUnstamped = (look: Look, before: Date, most: number): Promise<KeptData[]> =>
  kept(look)
    .where('stamped_at', 'is', null)
    .where('signed_at', '<', before)
    .orderBy('signed_at')
    .limit(most)
    .execute();

/** Signed data that waited, and the same with its timestamp. */
export type Stamped = { readonly was: KeptData; readonly stored: Stored };

/** Timestamps of a paper's data that were owed are there: what is signed stays, and whoever has a former file has the same data. */
export async function noteStamps(act: Act, paper: string, stamped: readonly Stamped[]): Promise<void> {
  const { tenant, now } = act;
  const head = await lockItem(act, paper);
  const there = await listData(act, paper);
  for (const { was, stored } of stamped) {
    const { form } = was;
    const { hash, size } = stored;
    // Stamped meanwhile: the first one stands.
    if (there.find((one) => one.form === form)?.hash !== was.hash) continue;
    update(act.writes, 'papers.signed_data', { tenant, paper, form }, { hash, size, stamped_at: now });
    const former = { tenant, hash: was.hash, kind: 'data', id: paper, n: forms.indexOf(form) };
    insert(act.writes, 'papers.former_files', { ...former, renewed_at: now });
    step(act, head, {
      act: 'paper.data-stamp',
      visible: 'inside',
      before: { form, hash: was.hash },
      after: { form, hash },
    });
    askRecord(act, paper, hash);
  }
}
