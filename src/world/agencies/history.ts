/** The record of an agency, a post or an officer: begun at its first act here, since imported rows have none yet. */
import type { Act } from '../../ground/db/act.ts';
import { NotFound } from '../../ground/operate/errors.ts';
import { lockItem, openItem, step, type StepWords } from '../../ground/record/index.ts';

/** Adds one step to the record of an item, beginning the record if there is none. Once per item and act. */
export async function note(
  act: Act,
  kind: 'agency' | 'post' | 'officer',
  id: string,
  words: StepWords,
): Promise<void> {
  const head = await lockItem(act, id).catch((error: unknown) => {
    if (error instanceof NotFound) return openItem(act, kind, id);
    throw error;
  });
  step(act, head, words);
}
