/** Who may look at the post room: the one policy of its pages. */
import { hasRole, type By } from '../../ground/db/act.ts';

/** Whether this officer sees what goes to the portal, and may send it again. */
export const mayExchange = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'it-admin');

/** Whether this officer follows dossiers of other systems: everybody who works on dossiers, in the agencies of their powers. */
export const mayFollow = (by: By): boolean =>
  by.kind === 'officer' && hasRole(by, 'counter', 'case-officer', 'leader', 'it-admin');
