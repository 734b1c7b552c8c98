export {
  enterAmount,
  grantExemption,
  raiseCharge,
  voidCharges,
  waiveCharge,
  type Owed,
} from './commands/charge.ts';
export { takeMoney } from './commands/money.ts';
export { feeLines, totalOf, type FeeLine, type FeeRule, type FilingChannel } from './fees.ts';
export { cashPath, chargePath, COUNTER, RECONCILE } from './paths.ts';
export { findPayment, listCharges } from './queries.ts';
export type { Charge, ChargeState, DueWhen } from './schema.ts';
export { stateName as chargeStateName } from './words.ts';
export { cashOnly, readPaymentAccounts, type PaymentAccounts } from './settings.ts';
export { startPaymentSimulator, type PaymentSimulator } from './simulators.ts';
