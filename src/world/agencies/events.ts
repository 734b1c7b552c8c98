/** What this room announces. Rooms that hold items of an agency listen, and hand them over. */

/** An agency was abolished; `item` is the agency. Facts keep the agency of their day: only open work moves. */
export const AGENCY_ABOLISHED = 'agencies.abolished';

export type AgencyAbolished = {
  /** Its last day. */
  readonly last: string;
  /** Agencies that take over. */
  readonly successors: readonly string[];
};
