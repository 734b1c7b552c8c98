/** An answer that a registry contradicts, or could never be asked about, comes onto the desk where the dossier lies. */
import type { Act } from '../../../ground/db/act.ts';
import { listWorkOf, openWork } from '../../../work/desk/index.ts';
import type { Check } from './check-later.ts';
import { words } from './words.ts';

/** Kind of work: look at what a check found. */
export const LOOK = 'look-at-check';

/** Opens one work item beside those of the dossier, for whoever has it now. A dossier that nobody works on any more is left alone. */
export async function tellOfficer(act: Act, check: Pick<Check, 'item'>): Promise<void> {
  const open = await listWorkOf(act, check.item);
  const beside = open.find(({ room }) => room !== 'registries');
  if (!beside || open.some(({ kind }) => kind === LOOK)) return;
  const { agency, unit, role, holder, code, title, subject } = beside;
  openWork(act, {
    item: check.item,
    room: 'registries',
    kind: LOOK,
    agency,
    unit,
    role,
    holder,
    code,
    title,
    subject,
    step: words.step.vi,
    ref: null,
    due_at: null,
    paused_for: null,
  });
}
