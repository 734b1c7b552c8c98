/** Who sees where time goes: leaders for the agencies they lead, designers of processes for all. Never single officers. */
import type { By } from '../../ground/db/act.ts';
import { hasRole } from '../../ground/db/act.ts';

/** Whether an officer analyses processes at all. */
export const mayAnalyse = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'leader', 'editor');

/** The agencies whose dossiers this officer may analyse; null: all. */
export const analysedAgencies = (by: By): readonly string[] | null =>
  hasRole(by, 'editor')
    ? null
    : by.powers.filter(({ role }) => role === 'leader').map(({ agency }) => agency);
