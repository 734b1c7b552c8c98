/** Papers that wait for the signer's phone: their bytes are made and fixed, only the signature value is missing. */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insert, remove, update } from '../../../ground/db/writes.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import type { PaperTables, WaitingSignature } from '../schema.ts';

const waiting = (look: Look) =>
  own<PaperTables>(look.tx)
    .selectFrom('papers.waiting_signatures')
    .selectAll()
    .where('tenant', '=', look.tenant);

/** What a paper waits with; null: it does not wait. */
export const findWaiting = async (look: Look, paper: string): Promise<WaitingSignature | null> =>
  (await waiting(look).where('paper', '=', paper).executeTakeFirst()) ?? null;

/** All papers of one confirmation, always in the same order. */
export const listRequest = (look: Look, request: string): Promise<WaitingSignature[]> =>
  waiting(look).where('request', '=', request).orderBy('paper').execute();

const DAY = 86_400_000;

/** Until when it waits: for the confirmation as long as the service said, for values that the service makes a day longer. */
export const waitsUntil = ({ until, response }: Pick<WaitingSignature, 'until' | 'response'>): number =>
  until.getTime() + (response ? DAY : 0);

/** Papers that somebody has been asked to confirm and has not answered yet. */
export const listUnanswered = (look: Look, person: string): Promise<WaitingSignature[]> =>
  waiting(look)
    .where('person', '=', person)
    .where('value', 'is', null)
    .where('until', '>', look.now)
    .orderBy('asked_at')
    .limit(200)
    .execute();

/** Papers begin to wait. */
export const keepWaiting = (act: Act, rows: readonly WaitingSignature[]): void => {
  for (const row of rows) insert(act.writes, 'papers.waiting_signatures', { ...row, tenant: act.tenant });
};

/** The signature value of a paper has come. */
export const keepValue = (act: Act, paper: string, value: Buffer): void =>
  update(
    act.writes,
    'papers.waiting_signatures',
    { tenant: act.tenant, paper },
    { value: value.toString('base64') },
  );

/** The service has taken the confirmation and makes the values of these papers: it is asked with `response` from now on. */
export const keepResponse = (act: Act, paper: string, response: string): void =>
  update(act.writes, 'papers.waiting_signatures', { tenant: act.tenant, paper }, { response });

/** A paper does not wait any more: it is signed, was refused, or the time is over. */
export const endWaiting = (act: Act, paper: string): void =>
  remove(act.writes, 'papers.waiting_signatures', { tenant: act.tenant, paper });

/**
 * Refuses to change or discard a draft while its signer holds it on the phone: what is confirmed there would no longer be
 * what lies here. Whoever sends a draft back or writes it anew calls this first. Throws Conflict.
 */
export async function refuseWhileSigning(look: Look, paper: string): Promise<void> {
  const found = await findWaiting(look, paper);
  if (found && found.until > look.now)
    throw new Conflict({
      vi: 'Văn bản đang chờ người ký xác nhận trên điện thoại nên chưa thay đổi được. Hãy thử lại sau ít phút.',
      en: 'The paper waits for its signer to confirm on the phone and cannot be changed now. Try again in a few minutes.',
    });
}
