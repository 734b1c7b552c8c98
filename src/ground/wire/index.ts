export { exchange, exchangeBytes, Failed, Garbled, readObject, type Exchange } from './http.ts';
export { draftBecame, listCalls, listCallsAbout, listCallsFor, listHealth, type Health } from './ledger.ts';
export { patience, type Patience } from './rules.ts';
export type { Answer, Call, CallLine, Destination, Outcome, Wire } from './schema.ts';
export { openWire } from './wire.ts';
export {
  answerFaults,
  answerJson,
  FAULTS_PATH,
  IDLE_CONNECTION,
  setFaults,
  simulate,
  type Asked,
  type Place,
} from './simulated.ts';
