/** Stands in for the SMS gateway: real HTTP, messages kept in memory, faults switchable at run time. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  answerFaults,
  answerJson,
  FAULTS_PATH,
  setFaults,
  simulate,
  type Asked,
  type Place,
} from '../../../ground/wire/index.ts';

/** A message that the simulator has. */
export type SimulatedSms = {
  readonly ref: string;
  readonly id: string;
  readonly to: string;
  readonly brand: string;
  readonly text: string;
};

/** `down`: breaks the connection. `unreachable`: numbers that no telephone has. `lose`: never arrives. `slow`: milliseconds before it answers. */
export type SmsFaults = { down: boolean; unreachable: string[]; lose: boolean; slow: number };

export type SmsSimulator = {
  /** Where faults are read (GET) and changed (PUT). */
  readonly control: string;
  readonly account: { readonly url: string; readonly key: string; readonly brand: string };
  readonly sent: readonly SimulatedSms[];
  readonly faults: SmsFaults;
  readonly close: () => Promise<void>;
};

const KEY = 'sample-key';

/** Changes faults by what was sent; the numbers that cannot be reached are a list of texts. */
const setSmsFaults = (faults: SmsFaults, sent: unknown): boolean => {
  const numbers = (sent as { unreachable?: unknown } | null)?.unreachable ?? [];
  return Array.isArray(numbers) && numbers.every((one) => typeof one === 'string') && setFaults(faults, sent);
};

/** Starts the simulator. */
export async function startSmsSimulator(place: Place): Promise<SmsSimulator> {
  const sent: SimulatedSms[] = [];
  const faults: SmsFaults = { down: false, unreachable: [], lose: false, slow: 0 };
  const { base, close } = await simulate(
    place,
    async ({ request, response, url, body }: Asked): Promise<void> => {
      if (url.pathname === FAULTS_PATH)
        return answerFaults({ request, response, url, body }, faults, (given) => setSmsFaults(faults, given));
      if (faults.slow > 0) await pause(faults.slow);
      if (faults.down) return void request.socket.destroy();
      if (request.headers.authorization !== `Bearer ${KEY}`) return answerJson(response, {}, 401);
      if (request.method === 'GET') {
        const found = sent.find(({ ref }) => url.pathname === `/messages/${ref}`);
        return answerJson(response, { state: faults.lose ? 'failed' : 'delivered' }, found ? 200 : 404);
      }
      const message = JSON.parse(body) as Omit<SimulatedSms, 'ref'>;
      if (faults.unreachable.includes(message.to)) return answerJson(response, {}, 422);
      const earlier = sent.find(({ id }) => id === message.id);
      const kept = earlier ?? { ...message, ref: `SMS${sent.length + 1}` };
      if (!earlier) sent.push(kept);
      answerJson(response, { ref: kept.ref }, 202);
    },
  );
  return {
    control: `${base}${FAULTS_PATH}`,
    account: { url: base, key: KEY, brand: 'TINH MAU' },
    sent,
    faults,
    close,
  };
}
