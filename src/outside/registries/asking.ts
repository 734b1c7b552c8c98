/** Asking a registry once: an answer that is still good is used again, a registry that is down is no error. */
import type { Look } from '../../ground/db/act.ts';
import type { Edge } from '../../ground/db/edge.ts';
import { Unavailable } from '../../ground/operate/errors.ts';
import type { Wire } from '../../ground/wire/index.ts';
import { findKept, forgetOne, keep } from './kept.ts';
import type { Registry } from './registry.ts';
import type { Why } from './schema.ts';

/** What the registry said and when. */
export type Said<T> = { readonly answer: T; readonly at: Date };

/**
 * Asks. Null: the registry does not answer now. Every answer is used for one purpose only: for another procedure it is
 * asked again. What it does not know (`answer: null`) is not kept.
 */
export type Ask = <T>(
  look: Look,
  registry: Registry,
  which: string,
  subject: string,
  why: Why,
  find: () => Promise<T | null>,
) => Promise<Said<T | null> | null>;

/** Asks with memory, over this wire. `which` tells several services of one registry apart. */
export const asking =
  ({ wire, edge }: { readonly wire: Wire; readonly edge: Edge }): Ask =>
  async <T>(
    look: Look,
    registry: Registry,
    which: string,
    subject: string,
    why: Why,
    find: () => Promise<T | null>,
  ) => {
    const key = wire.subjectOf(subject);
    const name = `${registry.id}.${which}`;
    const kept = await findKept(look, name, key, why.purpose);
    if (kept) {
      await wire.note(look, { to: registry, service: name, subject, ...why });
      return { answer: kept.answer as T, at: kept.at };
    }
    try {
      const answer = await find();
      const { tenant, by, requestId, now } = look;
      if (answer !== null && registry.keptMinutes > 0) {
        await edge.act({ tenant, by, requestId, now }, async (act) => {
          await forgetOne(act, name, key, why.purpose);
          keep(act, name, key, why.purpose, answer, registry.keptMinutes);
        });
      }
      return { answer, at: now };
    } catch (error) {
      if (error instanceof Unavailable) return null;
      throw error;
    }
  };
