/** Invariants: what must be true of the data at any moment. Rooms register theirs; `toantrinh doctor` checks all. */
import type { Look } from '../db/act.ts';
import { send } from '../db/connect.ts';

/** What is wrong: the item and one sentence for the administrator. */
export type Finding = { readonly item: string; readonly what: string };

/** One invariant. `check` returns what breaks it, at most a hundred findings, without changing anything. */
export type Invariant = {
  /** `record.chains`: room and name. */
  readonly name: string;
  /** What must be true, in one sentence. */
  readonly holds: string;
  readonly check: (look: Look) => Promise<readonly Finding[]>;
};

/** Findings of one invariant: more are not told. */
const MOST = 100;

/**
 * The check of an invariant whose breaks are rows: `text` selects them as `item`, where `$1` is the tenant and `$2`
 * the moment; each is said to be `what`.
 */
export const rowsThat =
  (what: string, text: string): Invariant['check'] =>
  async ({ tx, tenant, now }) => {
    const values = [tenant, now].filter((_, n) => text.includes(`$${n + 1}`));
    const rows = await send<{ item: string }>(tx, `${text} limit ${MOST}`, values);
    return rows.map(({ item }) => ({ item, what }));
  };

/** What the doctor found for one invariant. */
export type Examined = {
  readonly name: string;
  readonly holds: string;
  readonly findings: readonly Finding[];
  readonly ms: number;
};

/** Checks all invariants, one after the other. An invariant that cannot be checked is a finding itself. */
export async function examine(
  look: Look,
  invariants: readonly Invariant[],
  each: (done: Examined) => void,
): Promise<boolean> {
  let healthy = true;
  for (const { name, holds, check } of invariants) {
    const started = performance.now();
    const findings = await check(look).catch((error: unknown): Finding[] => [
      { item: '', what: `could not be checked: ${(error as Error).message}` },
    ]);
    if (findings.length > 0) healthy = false;
    each({ name, holds, findings, ms: Math.round(performance.now() - started) });
  }
  return healthy;
}
