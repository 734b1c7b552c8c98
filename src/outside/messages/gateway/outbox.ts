/** The carrier of the sample province: takes everything and sends nothing. What it took is shown on the outbox page. */
import type { Carrier } from './carrier.ts';

export const outboxCarrier: Carrier = { send: async () => ({ state: 'sent', ref: null }) };
