/** Who sees which figures. */
import { hasRole, type By } from '../../ground/db/act.ts';

/** Figures by agency are for officers; everybody sees the counts by procedure. */
export const seesAgencies = (by: By): boolean => by.kind === 'officer';

/** The items behind a figure: officers of that agency, and those who inspect. Each item is checked again by its own room. */
export const mayDrill = (by: By, agency: string): boolean =>
  by.kind === 'officer' && (hasRole(by, 'inspector') || by.powers.some((power) => power.agency === agency));
