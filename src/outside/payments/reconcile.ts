/** Comparing our ledger of a day with the platform's (đối soát). Pure. */
import type { PlatformLine } from './gateway/port.ts';
import type { Credit } from './schema.ts';

/** `ours`: only we have it. `theirs`: only the platform has it. `amounts`: both have it, with different amounts. */
export type Difference = {
  readonly ref: string;
  readonly kind: 'ours' | 'theirs' | 'amounts';
  readonly ours: number | null;
  readonly theirs: number | null;
};

/** Both sides summed, and every payment on which they do not agree. */
export type Reconciled = {
  readonly ours: number;
  readonly theirs: number;
  readonly agreed: number;
  readonly differences: readonly Difference[];
};

type Ours = Pick<Credit, 'ref' | 'amount'>;

const sum = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((total, { amount }) => total + amount, 0);

/** Compares what both sides took in. */
export function reconcile(ours: readonly Ours[], theirs: readonly PlatformLine[]): Reconciled {
  const here = new Map(ours.map((one) => [one.ref ?? '', one.amount]));
  const there = new Map(theirs.map((one) => [one.ref, one.amount]));
  const refs = [...new Set([...here.keys(), ...there.keys()])].sort();
  const differences = refs.flatMap((ref): Difference[] => {
    const [mine, yours] = [here.get(ref) ?? null, there.get(ref) ?? null];
    if (mine === yours) return [];
    return [
      {
        ref,
        kind: yours === null ? 'ours' : mine === null ? 'theirs' : 'amounts',
        ours: mine,
        theirs: yours,
      },
    ];
  });
  return {
    ours: sum(ours),
    theirs: sum(theirs),
    agreed: refs.length - differences.length,
    differences,
  };
}
