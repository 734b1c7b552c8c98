/** Makes outbound calls: asks as patiently as told, leaves alone what does not answer, and writes every call down. */
import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Look } from '../db/act.ts';
import type { Edge } from '../db/edge.ts';
import { insert } from '../db/writes.ts';
import { Unavailable } from '../operate/errors.ts';
import { withoutValues } from '../operate/fault.ts';
import { log } from '../operate/log.ts';
import { counter, histogram } from '../operate/metrics.ts';
import { newId } from '../record/ids.ts';
import { Failed, Garbled } from './http.ts';
import { listenFor } from './listening.ts';
import { admit, afterTry, pauseBefore, untried, type Breaker } from './rules.ts';
import type { Answer, Call, Destination, Outcome, Wire } from './schema.ts';

type Parts = {
  readonly edge: Edge;
  /** Secret of the installation for the hashes of numbers: without it a twelve-digit number would soon be guessed. */
  readonly key: Uint8Array;
};

type Ended = {
  readonly outcome: Outcome;
  readonly status: number | null;
  readonly tries: number;
  readonly ms: number;
};

const calls = counter('wire_calls_total', 'Calls to systems outside, by service and how they ended.');
const callSeconds = histogram('wire_call_seconds', 'Time of calls to systems outside, with repeats.');

/** Opens the way out for one process. What it remembers of destinations is its own and may be lost. */
export function openWire({ edge, key }: Parts): Wire {
  const breakers = new Map<string, Breaker>();
  const subjectOf = (number: string): Buffer => createHmac('sha256', key).update(number).digest();
  const write = (look: Look, call: Omit<Call, 'patience'>, ended: Ended): Promise<void> => {
    const { tenant, by, requestId, now } = look;
    return edge.act({ tenant, by, requestId, now }, async (act) =>
      insert(act.writes, 'wire.calls', {
        tenant,
        year: now.getUTCFullYear(),
        id: newId(now),
        at: now,
        destination: call.to.id,
        service: call.service,
        purpose: call.purpose,
        basis: call.basis,
        by_kind: by.kind,
        account: by.account,
        person: by.person,
        post: by.post,
        agency: by.agency,
        item: call.item,
        draft: call.draft ?? null,
        subject: call.subject === null ? null : `\\x${subjectOf(call.subject).toString('hex')}`,
        ...ended,
        request_id: requestId,
      }),
    );
  };
  return {
    subjectOf,
    note: (look, call) => write(look, call, { outcome: 'kept', status: null, tries: 0, ms: 0 }),
    call: async (look, call, send) => {
      const started = performance.now();
      const got = await tryOut(call, send, breakers);
      const ms = Math.round(performance.now() - started);
      const { outcome, status, tries } = got;
      calls({ service: call.service, outcome });
      callSeconds(ms / 1000, { service: call.service });
      if (!('value' in got))
        log.warn('outbound call', {
          service: call.service,
          outcome,
          status,
          tries,
          ms,
          problem: withoutValues(got.problem ?? ''),
        });
      await write(look, call, { outcome, status, tries, ms });
      if ('value' in got) return got.value;
      throw unavailable(call.to);
    },
  };
}

type Got<T> = Omit<Ended, 'ms'> & { readonly problem?: string } & ({ readonly value: T } | object);

async function tryOut<T>(
  call: Call,
  send: (signal: AbortSignal) => Promise<Answer<T>>,
  breakers: Map<string, Breaker>,
): Promise<Got<T>> {
  const { to, patience } = call;
  const began = performance.now();
  for (let tries = 1; ; tries++) {
    const admitted = admit(breakers.get(to.id) ?? untried, performance.now());
    breakers.set(to.id, admitted.breaker);
    if (!admitted.go) return { outcome: 'not-tried', status: null, tries: tries - 1 };
    const left = patience.wholeMs - (performance.now() - began);
    const { signal, end } = listenFor(Math.max(1, Math.min(patience.tryMs, left)));
    try {
      const { status, refused, value } = await send(signal);
      note(breakers, to, true);
      return { outcome: refused ? 'refused' : 'answered', status, tries, value };
    } catch (error) {
      const problem = (error as Error).message;
      // It did answer, only not to what was asked: others may go on asking it.
      if (error instanceof Garbled) {
        note(breakers, to, true);
        return { outcome: 'garbled', status: null, tries, problem };
      }
      if (!signal.aborted && !(error instanceof Failed)) throw error;
      note(breakers, to, false);
      const wait = pauseBefore(patience, tries, performance.now() - began, Math.random());
      if (wait === null) {
        return {
          outcome: signal.aborted ? 'timeout' : 'failed',
          status: error instanceof Failed ? error.status : null,
          tries,
          problem,
        };
      }
      await pause(wait);
    } finally {
      end();
    }
  }
}

const note = (breakers: Map<string, Breaker>, { id }: Destination, answered: boolean): void =>
  void breakers.set(id, afterTry(breakers.get(id) ?? untried, answered, performance.now()));

const unavailable = ({ name }: Destination): Unavailable =>
  new Unavailable({ vi: `${name.vi} hiện không trả lời.`, en: `${name.en} does not answer now.` });
