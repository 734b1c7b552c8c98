export { identityProvider } from './gateway/identity.ts';
export {
  agencyIdentity,
  readAgencyIdentities,
  type AgencyIdentitySettings,
} from './gateway/agency-identity.ts';
export { findAccount, getAccount, listAccounts, listAccountsById, listAccountsOf } from './accounts.ts';
export {
  ACCOUNT_STOPPED,
  closeAccount,
  invite,
  openOfficerAccount,
  suspendAccount,
  type NewOfficer,
} from './administer.ts';
export { needsAssurance } from './assurance.ts';
export { hashPassword } from './passwords.ts';
export { sessionsOf } from './sessions.ts';
export { SAMPLE_PASSWORD, SAMPLE_TOTP, sampleCode } from './sample.ts';
export {
  startIdentitySimulator,
  type IdentitySimulator,
  type SimulatedPerson,
} from './gateway/identity-simulator.ts';
