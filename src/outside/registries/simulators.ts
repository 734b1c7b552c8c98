/** The simulated registries of the sample province, for the app and for tests. */
export { startRegistrySimulators, type RegistrySimulators } from './gateway/simulator/server.ts';
export type { SimulatedProvince } from './gateway/simulator/province.ts';
