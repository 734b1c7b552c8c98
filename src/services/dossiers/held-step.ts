/**
 * A step that was gathered before its act, held. Between the two somebody else may have done it, taken it, or let the dossier go over to a
 * newer process: a signature on a phone takes minutes.
 */
import type { Act } from '../../ground/db/act.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { listWorkOf, mayDo, type Work } from '../../work/desk/index.ts';
import type { Definition } from '../../work/process/index.ts';
import { hold, type Held } from './load.ts';
import { processOf, wholeOf, type Whole } from './queries.ts';
import { words } from './words.ts';

/** What a step is done with: the dossier held, what stands around it now, and the process by which it runs now. */
export type HeldStep = { readonly held: Held; readonly whole: Whole; readonly definition: Definition };

/** Holds the dossier of a step that this officer does. Throws Conflict when it is over or in other hands by now. */
export async function holdStep(act: Act, gathered: Whole, at: Pick<Work, 'ref' | 'kind'>): Promise<HeldStep> {
  const now = await holdNow(act, gathered);
  const work = (await listWorkOf(act, gathered.dossier.id)).find(
    ({ ref, kind }) => ref === at.ref && kind === at.kind,
  );
  if (!work) throw new Conflict(words.stepOver);
  if (!mayDo(act.by, work)) throw new Conflict(words.inOtherHands);
  return now;
}

/** Holds a dossier that was gathered before, with what stands around it by now. */
export async function holdNow(act: Act, gathered: Whole): Promise<HeldStep> {
  const held = await hold(act, gathered.dossier.id);
  const whole = await wholeNow(act, held, gathered);
  return { held, whole, definition: processOf(whole.procedure, whole.agency, whole.oneStop) };
}

/** What was gathered around a dossier, as it is now that the dossier is held. */
export async function wholeNow(act: Act, { dossier }: Held, gathered: Whole): Promise<Whole> {
  return dossier.process_version === gathered.dossier.process_version
    ? { ...gathered, dossier }
    : wholeOf(act, dossier);
}
