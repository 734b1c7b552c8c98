/**
 * Rate limits: a bucket of tokens per address and kind of request, in the memory of the process. With several web
 * processes each allows its own share; the limit is a brake against abuse, not an account.
 */

/** How many requests at once, and how many more each second. */
export type Limit = { readonly burst: number; readonly perSecond: number };

/** The limits by kind of request. */
const limits = {
  read: { burst: 300, perSecond: 60 },
  write: { burst: 60, perSecond: 5 },
  signIn: { burst: 20, perSecond: 0.2 },
  // Whoever looks up one code after the other: a family at a counter may, a program that tries all of them not.
  lookUp: { burst: 30, perSecond: 0.5 },
} as const satisfies Readonly<Record<string, Limit>>;

export type Limiter = {
  /** Takes one from the bucket; false when it is empty. */
  allow(kind: keyof typeof limits, address: string, now: number): boolean;
  /** Puts one back: the request was none of those that are limited (a sign-in that succeeded). */
  giveBack(kind: keyof typeof limits, address: string): void;
};

const MOST_ADDRESSES = 50_000;

/** Makes a limiter. `factor` multiplies every limit (measuring runs come from one address). */
export function newLimiter(factor = 1): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    allow(kind, address, now) {
      const { burst, perSecond } = limits[kind];
      const key = `${kind} ${address}`;
      if (buckets.size > MOST_ADDRESSES) buckets.clear();
      const bucket = buckets.get(key) ?? { tokens: burst * factor, at: now };
      bucket.tokens = Math.min(
        burst * factor,
        bucket.tokens + ((now - bucket.at) / 1000) * perSecond * factor,
      );
      bucket.at = now;
      buckets.set(key, bucket);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
    giveBack(kind, address) {
      const bucket = buckets.get(`${kind} ${address}`);
      if (bucket) bucket.tokens = Math.min(limits[kind].burst * factor, bucket.tokens + 1);
    },
  };
}
