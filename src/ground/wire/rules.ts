/**
 * How patient we are with systems outside: retries with growing pauses, and a breaker per destination that stops asking
 * one that does not answer. Pure: time and chance are arguments.
 */

/** How long we wait. A page must not keep a person waiting; a job may. Milliseconds. */
export type Patience = {
  /** For one try. */
  readonly tryMs: number;
  readonly tries: number;
  /** Pause before the second try; doubles with each further one. */
  readonly pauseMs: number;
  /** For all tries and pauses together. */
  readonly wholeMs: number;
};

export const patience = {
  page: { tryMs: 2000, tries: 2, pauseMs: 150, wholeMs: 3000 },
  job: { tryMs: 15_000, tries: 3, pauseMs: 500, wholeMs: 40_000 },
} as const satisfies Readonly<Record<string, Patience>>;

/**
 * Milliseconds to pause before the next try; null: no more. `chance` (0 to 1) spreads the tries of many processes, so
 * that a system that comes back is not overrun.
 */
export function pauseBefore(
  patient: Patience,
  triesDone: number,
  spentMs: number,
  chance: number,
): number | null {
  if (triesDone >= patient.tries) return null;
  const pause = Math.round(patient.pauseMs * 2 ** (triesDone - 1) * (0.5 + chance / 2));
  return spentMs + pause < patient.wholeMs ? pause : null;
}

/** What a process remembers of one destination. */
export type Breaker = {
  /** Failures since the last answer. */
  readonly failures: number;
  /** Until when nobody asks it; null while it is in use. */
  readonly shutUntil: number | null;
};

/** A destination that was never asked. */
export const untried: Breaker = { failures: 0, shutUntil: null };

/** Failures in a row after which a destination is left alone, and for how long. */
export const BREAKS_AFTER = 5;
export const SHUT_MS = 15_000;

/**
 * Whether to ask now. After the pause one caller may try (the breaker is shut again for the others until it is known how
 * that went).
 */
export function admit(breaker: Breaker, now: number): { readonly go: boolean; readonly breaker: Breaker } {
  if (breaker.shutUntil === null) return { go: true, breaker };
  if (now < breaker.shutUntil) return { go: false, breaker };
  return { go: true, breaker: { ...breaker, shutUntil: now + SHUT_MS } };
}

/** The breaker after one try. */
export function afterTry(breaker: Breaker, answered: boolean, now: number): Breaker {
  if (answered) return untried;
  const failures = breaker.failures + 1;
  return { failures, shutUntil: failures >= BREAKS_AFTER ? now + SHUT_MS : null };
}
