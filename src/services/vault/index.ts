export { depositAccepted, noteRenewedCopy, replaceAccepted, type Accepted } from './deposit.ts';
export { nationalStore, type NationalStore } from './gateway/national-store.ts';
export {
  startStoreSimulator,
  type SimulatedPaper,
  type StoreSimulator,
} from './gateway/national-store-simulator.ts';
export { findForComponent, findInVault, listItems, ownerOf, SOUGHT_AT_COUNTER } from './items.ts';
export { validityOn } from './rules.ts';
export type { VaultItem } from './schema.ts';
