/** Who may change the administrative units. */
import { hasRole, type By } from '../../ground/db/act.ts';

/** The data steward: units are data of the whole country, no agency's own. */
export const mayRearrange = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'data-steward');
