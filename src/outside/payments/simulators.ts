/** The simulated payment platform and bank, for the app and for tests. */
export { startPaymentSimulator, type PaymentSimulator } from './gateway/simulator/server.ts';
