/** Who may look up persons outside of a dossier: the policy of this room. Every look is recorded. */
import { hasRole, type By } from '../../ground/db/act.ts';

/** Whether an officer may look up persons and organisations. */
export const mayLookUp = (by: By): boolean =>
  by.kind === 'officer' && hasRole(by, 'data-steward', 'it-admin');

/** Whether an officer may correct what is known of a person. */
export const mayCorrect = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'data-steward');
