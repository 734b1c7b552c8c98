/** Which signed data of papers is kept. */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insertOnce } from '../../../ground/db/writes.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { lockItem, step } from '../../../ground/record/index.ts';
import { getPaper } from '../queries.ts';
import type { KeptData, PaperTables } from '../schema.ts';
import type { SignedData } from './sign.ts';

/** Writes down that this data is kept; what was signed before stays. */
export function insertData(act: Act, paper: string, { form, stored, file, agency }: SignedData): void {
  insertOnce(
    act.writes,
    'papers.signed_data',
    { tenant: act.tenant, paper, form },
    { hash: stored.hash, size: stored.size, file, agency_name: agency, signed_at: act.now },
  );
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
    .select(['paper', 'form', 'hash', 'size', 'file', 'agency_name', 'signed_at'])
    .where('tenant', '=', look.tenant);

/** The signed data of a paper. */
export const listData = (look: Look, paper: string): Promise<KeptData[]> =>
  kept(look).where('paper', '=', paper).orderBy('form').execute();

/** The signed data with this hash, or null. */
export const findDataByHash = async (look: Look, hash: string): Promise<KeptData | null> =>
  (await kept(look).where('hash', '=', hash).executeTakeFirst()) ?? null;
