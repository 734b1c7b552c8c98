/** The simulated national portal and public post, for the app and for tests. */
export { startPortalSimulator, type PortalSimulator } from './gateway/simulator/server.ts';
