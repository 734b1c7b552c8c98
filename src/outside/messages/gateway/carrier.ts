/** What carries messages to people: mail and SMS speak differently, but end the same ways. */
import type { Look } from '../../../ground/db/act.ts';

/** A message on its way. `id` is the same at every try, so that a carrier or reader can tell a repetition. */
export type Parcel = {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly purpose: string;
};

/** `sent`: the carrier has it. `refused`: it never will (no such address). Not answering is an Unavailable. */
export type Carried =
  | { readonly state: 'sent'; readonly ref: string | null }
  | { readonly state: 'refused'; readonly problem: string };

/** The port. `arrived` asks what became of a message; a carrier that cannot tell has none. */
export type Carrier = {
  readonly send: (look: Look, parcel: Parcel) => Promise<Carried>;
  readonly arrived?: (
    look: Look,
    ref: string,
    purpose: string,
  ) => Promise<'underway' | 'delivered' | 'failed'>;
};

/** Why we may write to people at all. */
export const TELLING_BASIS = 'Nghị định 224/2026/NĐ-CP, điều 15';
