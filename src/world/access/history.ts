/** The record of an account: begun at its first act here. */
import type { Act } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { lockItem, openItem, step } from '../../ground/record/index.ts';

/** Adds one step to the record of an account. Once per account and act; secrets are never part of it. */
export async function recordStep(
  act: Act,
  account: string,
  name: string,
  after: unknown,
  reason: string | null = null,
): Promise<void> {
  const head = await lockItem(act, account).catch((error: unknown) => {
    if (error instanceof NotFound) return openItem(act, 'account', account);
    throw error;
  });
  step(act, head, { act: `access.${name}`, visible: 'inside', after, reason });
}
