/** The simulated national database of procedures, for the app and for tests. */
export { startProceduresSimulator, type ProceduresSimulator } from './gateway/simulator/server.ts';
