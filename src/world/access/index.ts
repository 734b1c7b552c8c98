export { findAccount, hashPassword, openOfficerAccount, type NewOfficer } from './officers.ts';
export { listSessions, sessionsOf } from './sessions.ts';
export { SAMPLE_PASSWORD, SAMPLE_TOTP, sampleCode } from './sample.ts';
export {
  startIdentitySimulator,
  type IdentitySimulator,
  type SimulatedPerson,
} from './gateway/identity-simulator.ts';
