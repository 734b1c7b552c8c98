/** Who sees where time goes: leaders for the agencies they lead and all below them, designers of processes for all. Never single officers. */
import type { By, Look } from '../../ground/db/act.ts';
import { hasRole } from '../../ground/db/act.ts';
import { withAllBelow } from '../../world/agencies/index.ts';

/** Whether an officer analyses processes at all. */
export const mayAnalyse = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'leader', 'editor');

/** The agencies whose dossiers the officer who looks may analyse; null: all. Whoever leads an agency answers for those below it (C10, I2). */
export const analysedAgencies = async (look: Look): Promise<readonly string[] | null> =>
  hasRole(look.by, 'editor')
    ? null
    : withAllBelow(
        look,
        look.by.powers.filter(({ role }) => role === 'leader').map(({ agency }) => agency),
      );
