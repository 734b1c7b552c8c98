/** SMS through the HTTP gateway of a carrier: `POST /messages`, `GET /messages/:ref`. */
import {
  exchange,
  Failed,
  Garbled,
  patience,
  readObject,
  type Call,
  type Wire,
} from '../../../ground/wire/index.ts';
import { problems } from '../words.ts';
import { TELLING_BASIS, type Carried, type Carrier } from './carrier.ts';

/** The gateway, its key, and the name that telephones show. */
export type SmsAccount = { readonly url: string; readonly key: string; readonly brand: string };

const to = { id: 'sms', name: { vi: 'Cổng tin nhắn SMS', en: 'The SMS gateway' } } as const;

/** The carrier for SMS. */
export function smsCarrier(wire: Wire, { url, key, brand }: SmsAccount): Carrier {
  const headers = {
    authorization: `Bearer ${key}`,
    'content-type': 'application/json',
    accept: 'application/json',
  };
  const call = (service: string, purpose: string, subject: string | null): Call => ({
    to,
    service,
    purpose,
    basis: TELLING_BASIS,
    item: null,
    subject,
    patience: { ...patience.job, tries: 1 },
  });
  return {
    send: (look, { id, address, text, purpose }) =>
      wire.call<Carried>(look, call('sms.send', purpose, address), async (signal) => {
        const body = JSON.stringify({ id, to: address, brand, text });
        const answer = await exchange(`${url}/messages`, { method: 'POST', headers, body }, signal);
        if (answer.status === 422)
          return {
            status: 422,
            refused: true,
            value: { state: 'refused', problem: problems.unreachable },
          };
        if (answer.status >= 300) throw new Failed(`status ${answer.status}`, answer.status);
        const { ref } = readObject(answer.body);
        if (typeof ref !== 'string') throw new Garbled('no ref');
        return { status: answer.status, value: { state: 'sent', ref } };
      }),
    arrived: (look, ref, purpose) =>
      wire.call<'underway' | 'delivered' | 'failed'>(
        look,
        call('sms.report', purpose, null),
        async (signal) => {
          const answer = await exchange(`${url}/messages/${encodeURIComponent(ref)}`, { headers }, signal);
          if (answer.status >= 300) throw new Failed(`status ${answer.status}`, answer.status);
          const { state } = readObject(answer.body);
          if (state !== 'underway' && state !== 'delivered' && state !== 'failed')
            throw new Garbled('no state');
          return { status: answer.status, value: state };
        },
      ),
  };
}
