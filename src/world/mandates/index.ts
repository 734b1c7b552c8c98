export type {
  Actor,
  Agent,
  CitizenAct,
  Deed,
  GrantedForm,
  Mandate,
  MandateKind,
  NewMandate,
  Principal,
  Scope,
} from './schema.ts';
export { actsForOwner, hasRoleAt, mandateCovers, principalOf, type Whose } from './acting.ts';
export { covers, grantProblems, holds, mayAct, wardsOf, type Verdict } from './rules.ts';
export {
  signingAuthority,
  type SigningAuthority,
  type SigningForm,
  type SigningQuestion,
  type ToSign,
} from './signing.ts';
export {
  absentSeats,
  getMandate,
  isRoleGiven,
  listAuthorisedBelow,
  listMandatesFor,
  listMandatesIn,
  listMandatesOf,
  listWards,
  mayPersonAct,
  maySign,
  powersOf,
  rightsOf,
} from './queries.ts';
export { grantMandate, revokeMandate } from './commands.ts';
export { partyName } from './names.ts';
