export type {
  Agency,
  AgencyKind,
  AgencyLevel,
  AgencySuccession,
  Change,
  Holding,
  HoldingKind,
  Matter,
  Officer,
  Post,
  Rank,
  Reached,
  Role,
  Unit,
} from './schema.ts';
export {
  canonicalIdentifier,
  isBelow,
  leafFirst,
  parseIdentifier,
  rootFirst,
  type IdentifierParts,
} from './identifier.ts';
export { existsOn, heldOn, nameOn, powersFromPosts, successorOf, type Held } from './rules.ts';
export {
  actingAgency,
  agencyOfPlace,
  agencyTree,
  findAgencies,
  findAgency,
  findAgencyByIdentifier,
  getAgencies,
  getAgency,
  listAgencies,
  namesOfAgencies,
  listChanges,
  listSuccessions,
  reachAgency,
  reachIdentifier,
  withAllBelow,
  type AgencyFilter,
  type AgencyTree,
} from './queries.ts';
export {
  findOfficer,
  findOfficers,
  getPost,
  heldBy,
  holdersOf,
  listHeadsBelow,
  listHeld,
  listHoldings,
  listPosts,
  listSeats,
  listUnits,
  officersWithRole,
  powersOfPosts,
  seatOf,
  type Seat,
  type SeatRow,
} from './staff.ts';
export {
  abolishAgency,
  establishAgency,
  moveAgency,
  renameAgency,
  type Heir,
  type NewAgency,
} from './commands.ts';
export { addPost, addUnit, appoint, endHolding, putOfficer } from './staffing.ts';
export { importAgencies, importOrganisation, parseAgencies, type Organisation } from './import.ts';
export { AGENCY_ABOLISHED, type AgencyAbolished } from './events.ts';
export { guardAgency, isAdministrator, managersOf, manages } from './manage.ts';
export { inheritedFrom, inheritedPowers, isTakenWhole, predecessors, type Line } from './succeeded.ts';
export { roleName } from './words.ts';
