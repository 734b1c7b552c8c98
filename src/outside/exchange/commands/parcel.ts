/** A result that goes to the person by public post (B8). */
import type { Act } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { newId } from '../../../ground/record/index.ts';
import { findParcel, listParcels } from '../queries.ts';
import { isUnderway, PARCEL_EVERY, PARCEL_SLOW, waitAfter } from '../rules.ts';
import type { ParcelState, Receiver } from '../schema.ts';

/** The event by which a job orders a parcel, or asks where it is. */
export const PARCEL = 'exchange.parcel';

/** Sends a result by post. Returns the id of the parcel; one that is still on its way is not doubled. */
export async function askParcel(act: Act, item: string, code: string, receiver: Receiver): Promise<string> {
  const earlier = await listParcels(act, item);
  const underway = earlier.find(({ state }) => isUnderway(state) || state === 'delivered');
  if (underway) return underway.id;
  const id = newId(act.now);
  insert(act.writes, 'exchange.parcels', {
    tenant: act.tenant,
    id,
    item,
    code,
    order_number: `${code}-${earlier.length + 1}`,
    receiver,
    state: 'asked',
    asked_at: act.now,
  });
  announce(act, PARCEL, item, { parcel: id });
  return id;
}

/** What the post says of a parcel; `problem`: it refused the order. */
export type PostSays = { readonly state: ParcelState; readonly problem: string | null };

/**
 * Notes what the post says (null: no answer) and asks again later while the parcel is on its way. Announces `parcel.ordered {parcel}` when
 * the post has taken the order, `parcel.slow {parcel}` ten days later, and `parcel.delivered {parcel}` or `parcel.failed {parcel}` once.
 */
export async function noteParcel(act: Act, id: string, says: PostSays | null): Promise<void> {
  const parcel = await findParcel(act, id);
  if (!parcel || !isUnderway(parcel.state)) return;
  const tries = parcel.tries + 1;
  const state = says?.state ?? parcel.state;
  const over = !isUnderway(state);
  const ordered = parcel.state === 'asked' && says !== null && !says.problem;
  update(
    act.writes,
    'exchange.parcels',
    { tenant: act.tenant, id },
    {
      state,
      tries,
      problem: says?.problem ?? null,
      ...(ordered && { ordered_at: act.now }),
      ...(over && { ended_at: act.now }),
      ...(state === 'delivered' && { receiver: null }),
    },
  );
  if (over)
    return announce(act, state === 'delivered' ? 'parcel.delivered' : 'parcel.failed', parcel.item, {
      parcel: id,
    });
  if (ordered) {
    announce(act, 'parcel.ordered', parcel.item, { parcel: id });
    const slow = new Date(act.now.getTime() + PARCEL_SLOW);
    announce(act, 'parcel.slow', parcel.item, { parcel: id }, slow);
  }
  const wait = says === null ? waitAfter(tries) : PARCEL_EVERY;
  announce(act, PARCEL, parcel.item, { parcel: id }, new Date(act.now.getTime() + wait));
}
