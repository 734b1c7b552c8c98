/** Comparing our ledger of a day with the platform's (đối soát). Pure. */
import type { PlatformLine } from './gateway/port.ts';
import type { Credit, Source } from './schema.ts';

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

/** One way by which money comes in, on a day: our ledger, the receipts that were given for it, and what the other side says. */
export type Way = {
  readonly source: Source;
  readonly count: number;
  readonly taken: number;
  readonly receipts: number;
  readonly receipted: number;
  /** Money that pays nothing, so has no receipt: to be given back. */
  readonly apart: number;
  /** Null: nobody else keeps a ledger that could be asked. */
  readonly theirs: number | null;
};

type TakenLine = {
  readonly source: Source;
  readonly amount: number;
  readonly receipted: number | null;
};

const sources: readonly Source[] = ['platform', 'bank', 'cash'];

/** The three sides of each way: ledger, receipts, the platform (null: it was not asked, or does not answer). */
export const threeWay = (lines: readonly TakenLine[], platform: number | null): readonly Way[] =>
  sources.map((source) => {
    const taken = lines.filter((one) => one.source === source);
    const paying = taken.flatMap(({ receipted }) => (receipted === null ? [] : [{ amount: receipted }]));
    return {
      source,
      count: taken.length,
      taken: sum(taken),
      receipts: paying.length,
      receipted: sum(paying),
      apart: sum(taken.filter(({ receipted }) => receipted === null)),
      theirs: source === 'platform' ? platform : null,
    };
  });
