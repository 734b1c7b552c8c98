/** Numbers that only another authority may give: asked for, waited for, never invented (issue of B4; Decree 123/2015). */
import type { Look } from '../../../ground/db/act.ts';
import type { RegistryId, Why } from '../schema.ts';

/** What is registered to get the numbers. */
export type RequestKind = 'birth' | 'marriage' | 'death' | 'household-business';

/**
 * - `asked`: written down here, not yet taken by the other side (it may be down).
 * - `waiting`: the other side has it and has not decided.
 * - `answered`: the numbers are here. `rejected`: the other side said no, with a reason.
 */
export type RequestState = 'asked' | 'waiting' | 'answered' | 'rejected';

/** The numbers of an answer, by name: `personalNumber`, `registerNumber`, `book`, `householdCode`. */
export type Numbers = Readonly<Record<string, string>>;

/** One request of one item. */
export type NumberRequest = {
  readonly id: string;
  readonly item: string;
  readonly registry: RegistryId;
  readonly kind: RequestKind;
  /** Code of the dossier: under it the other side files the request, so that it is filed once. */
  readonly code: string;
  /** Unit code of the agency that asks. */
  readonly unit: string;
  readonly basis: string;
  /** What is to be registered; emptied when it is decided. */
  readonly payload: Payload | null;
  readonly state: RequestState;
  readonly numbers: Numbers | null;
  /** Why it was rejected, in the words of the registry. */
  readonly reason: string | null;
  readonly tries: number;
  readonly asked_at: Date;
  readonly sent_at: Date | null;
  readonly ended_at: Date | null;
};

/** Facts by field, as the kind needs them: see `fields.ts`. */
export type Payload = Readonly<Record<string, string | null>>;

/** What the other side told. */
export type Told =
  /** It has no such request (any more): send it again. */
  | { readonly state: 'lost' }
  | { readonly state: 'waiting' }
  | { readonly state: 'answered'; readonly numbers: Numbers }
  | { readonly state: 'rejected'; readonly reason: string };

type Sent = Pick<NumberRequest, 'code' | 'unit' | 'kind' | 'payload' | 'asked_at'>;

/** The port: an office that gives numbers. Throws Unavailable when it does not answer. `send` repeated under one code files once. */
export type NumberOffice = {
  readonly send: (look: Look, request: Sent, why: Why) => Promise<Told>;
  readonly poll: (look: Look, request: Sent, why: Why) => Promise<Told>;
};

export type RequestTables = { 'registries.requests': NumberRequest & { tenant: number } };
