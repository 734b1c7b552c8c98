export type {
  Consent,
  Contact,
  IdentityPaper,
  NewOrganisation,
  NewPerson,
  Organisation,
  OrganisationKind,
  Person,
  Refusal,
  Relationship,
  Relative,
  Restriction,
} from './schema.ts';
export { digitsOf, isOrganisationNumber, readPersonNumber, type PersonNumber } from './rules.ts';
export {
  acceptsProactively,
  findOrganisationByNumber,
  findOrganisations,
  findPerson,
  findPersonByNumber,
  findPersonByPaper,
  findPersons,
  getOrganisation,
  getPerson,
  listConsenting,
  listConsents,
  listContacts,
  listPapers,
  listRefusals,
  listRelatives,
} from './queries.ts';
export { endRestrictions, isRestricted, listRestrictions, restrictUse } from './restrictions.ts';
export {
  correctOrganisation,
  correctPerson,
  endRelationship,
  registerOrganisation,
  registerPerson,
  relate,
} from './commands.ts';
export {
  acceptProactive,
  addContact,
  contactValue,
  replaceContact,
  endContact,
  giveConsent,
  refuseProactive,
  verifyContact,
  withdrawConsent,
} from './wishes.ts';
