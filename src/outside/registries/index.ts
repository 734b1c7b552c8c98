export {
  checkLater,
  listChecks,
  type Check,
  type CheckState,
  type Difference,
} from './checks/check-later.ts';
export type { RegistryAccounts } from './gateway/open.ts';
export { sampleAccounts } from './gateway/open.ts';
export type { Known, KnownSource, Purpose, Subject } from './known.ts';
export {
  askNumber,
  findRequest,
  listRequests,
  missingNumber,
  numberOf,
  numbersOf,
  type Wanted,
} from './numbers/ask-number.ts';
export { bringsOf, giverOf } from './numbers/fields.ts';
export type { NumberRequest, Numbers, Payload, RequestKind, RequestState } from './numbers/schema.ts';
export { asksRegistries, registries, type Registry } from './registry.ts';
export type { RegistryId } from './schema.ts';
export { startRegistrySimulators, type RegistrySimulators, type SimulatedProvince } from './simulators.ts';
export { wrongHref } from './corrections/words.ts';
export { checksPath } from './paths.ts';
export { readRegistryAccounts } from './settings.ts';
