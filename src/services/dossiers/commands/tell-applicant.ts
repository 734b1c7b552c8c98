/** What a process says to the applicant: a sentence in the record that they read, and a notice. C2, P3. */
import type { Act } from '../../../ground/db/act.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { step } from '../../../ground/record/index.ts';
import type { Held } from '../load.ts';

/** The applicant is told what a send task of the process says. */
const TOLD = 'dossier.tell';

/** Puts a sentence of the process into the record, from where the notice takes it. */
export function tellApplicant(act: Act, { head }: Pick<Held, 'head'>, words: string): void {
  step(act, head, { act: TOLD, visible: 'party', reason: words });
  announce(act, TOLD, head.id, {});
}
