import type { Look } from '../../ground/db/act.ts';

/** How long a procedure really takes here, from the record: hours from acceptance to result, and of how many dossiers. */
export type Times = { readonly median: number; readonly p90: number; readonly n: number };

/** Asks the figures; null when there are none yet. Nothing is ever invented. */
export type AskTimes = (look: Look, code: string) => Promise<Times | null>;
