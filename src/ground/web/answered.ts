/** What is written down of every answer: how long it took, by route and status, and on request a line in the log. */
import { log } from '../operate/log.ts';
import { histogram } from '../operate/metrics.ts';

/** Header by which an answer, the log and the record are put together. */
export const REQUEST_ID = 'x-request-id';

const requestSeconds = histogram('http_request_seconds', 'Time to answer a request, by route and status.');

/** An answer that is on its way; `request` is null for what has no visitor: health, metrics, assets. */
type Answered = {
  readonly request: string | null;
  readonly method: string;
  /** The route and not the address: addresses hold codes of dossiers and what people searched for. */
  readonly route: string;
  readonly status: number;
  /** When it was asked for, by the clock of `performance`. */
  readonly started: number;
};

/** Notes an answer. */
export function noteAnswer({ request, method, route, status, started }: Answered): void {
  const ms = performance.now() - started;
  requestSeconds(ms / 1000, { route, status: String(status) });
  if (request) log.debug('request', { request, method, route, status, ms: Math.round(ms) });
}
