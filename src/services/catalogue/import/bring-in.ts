/** Content of the nation becomes a version here: what every way of taking it in has in common. */
import type { Act } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { untouchedLocal } from '../local.ts';
import type { NationalContent } from '../schema.ts';
import { headOf, putInForce, standingOn, type Held, type Standing } from '../versions.ts';
import { carryOver } from './carry-over.ts';
import type { Doubt } from './doubt.ts';

/** The version that content of the nation comes after: the one in force, or else the first to come. */
export const versionBefore = (act: Pick<Act, 'now'>, held: Held | undefined): Standing | null =>
  standingOn(held, vietnamDay(act.now)) ?? held?.standing[0] ?? null;

type Brought = {
  readonly national: NationalContent;
  readonly doubts: readonly Doubt[];
  readonly hash: string;
};

/**
 * Puts a new version in force today. The local layer stays (form, process, result here), whatever was made by hand stays, and
 * the editor is told where the nation now says otherwise. `imported`: hash of the row by which the next import knows it again.
 */
export async function bringIn(
  act: Act,
  held: Held | undefined,
  { national, doubts, hash }: Brought,
  imported: string,
): Promise<{ readonly version: number }> {
  const now = versionBefore(act, held);
  const carried = now ? carryOver(now.national, national, held?.handMade ?? []) : { national, doubts: [] };
  return putInForce(act, held, await headOf(act, held), {
    national: carried.national,
    local: now?.local ?? untouchedLocal,
    hash,
    origin: 'imported',
    from: vietnamDay(act.now),
    cause: national.decision.number || null,
    imported,
    doubts: [...doubts, ...carried.doubts],
  });
}
