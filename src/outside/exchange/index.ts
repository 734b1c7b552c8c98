export { codeOf, portalSession, type AskPortal } from './gateway/portal-session.ts';
export { FOLLOWED, SYNC } from './paths.ts';
export type { Arrival } from './portal/arrival.ts';
export type { ApplicantKind, PortalDossier, PortalStep } from './portal/facts.ts';
export { listMirroredOf, listParcels } from './queries.ts';
export type { ArrivedFile, ItemSource, Mirrored, Parcel, Taken } from './schema.ts';
export { notConnected, type ExchangeAccounts, type PortalLogin } from './settings.ts';
export { statusName } from './statuses.ts';
export { startPortalSimulator, type PortalSimulator } from './simulators.ts';
