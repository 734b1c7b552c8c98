/** Who keeps the register of legal texts and the code lists: the policy of this room. Everybody may read them. */
import { hasRole, type By } from '../../ground/db/act.ts';

/** Whether an officer may enter, end and change legal texts and codes. */
export const mayKeepLaw = (by: By): boolean =>
  by.kind === 'officer' && hasRole(by, 'it-admin', 'data-steward');
