export { depositAccepted, replaceAccepted, type Accepted } from './deposit.ts';
export { nationalStore, type NationalStore } from './gateway/national-store.ts';
export {
  startStoreSimulator,
  type SimulatedPaper,
  type StoreSimulator,
} from './gateway/national-store-simulator.ts';
export { findForComponent, listItems } from './items.ts';
export { validityOn } from './rules.ts';
export type { VaultItem } from './schema.ts';
