/** The post room: envelopes that leave, dossiers that arrive, copies of what others keep, parcels. */
import type { Act, Look } from '../../ground/db/act.ts';
import type { FieldError } from '../../ground/operate/errors.ts';
import type { Stored } from '../../ground/files/index.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Secrecy } from '../../paper/scanning/index.ts';
import type { Arrival } from './portal/arrival.ts';
import type { PortalDossier } from './portal/facts.ts';

/** Who carries: the national portal (Cổng Dịch vụ công quốc gia). */
export type Carrier = 'national-portal';

/** Services of the portal by which it is told (STANDARDS §3.3). */
export type PortalService = 'DongBoHoSoMC' | 'CapNhatTienDoHoSoMC';

/** `sent`: tried, but there is no answer yet. `failed`: the other side refused it. */
export type EnvelopeState = 'waiting' | 'sent' | 'acknowledged' | 'failed';

/** One message to one carrier about one item (phong bì). */
export type Envelope = {
  readonly carrier: Carrier;
  readonly item: string;
  /** Its place among the envelopes of the item. */
  readonly n: number;
  readonly event: string;
  readonly service: PortalService;
  readonly body: Readonly<Record<string, unknown>>;
  /** Numbers of the steps of the record that it tells; null: none, or it was written before this was kept. */
  readonly tells: readonly number[] | null;
  readonly state: EnvelopeState;
  readonly tries: number;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly ended_at: Date | null;
  readonly problem: string | null;
};

export type Line = {
  readonly carrier: Carrier;
  readonly item: string;
  readonly code: string;
  readonly last_n: number;
  readonly last_step: number;
  readonly retry_at: Date | null;
  readonly changed_at: Date;
};

/** Where a dossier was filed that is not filed here: at the national portal, or in the application of VNeID. */
export const senders = ['national-portal', 'vneid'] as const;
export type FiledAt = (typeof senders)[number];

/** A file of an arrival that could not be had, and why. */
export type MissingFile = { readonly name: string; readonly why: Text };

/** A dossier that was filed elsewhere and belongs to us (hồ sơ nộp từ Cổng quốc gia). */
export type Arrived = {
  readonly id: string;
  readonly system: FiledAt;
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: 'received' | 'taken' | 'refused';
  readonly received_at: Date;
  readonly tries: number;
  readonly item: string | null;
  readonly ended_at: Date | null;
  readonly problem: string | null;
  /** SHA-256 of the message; null: received before it was kept. */
  readonly digest: string | null;
  readonly missing: readonly MissingFile[];
  /** When the code last arrived with another content, too late to be taken in. */
  readonly differs_at: Date | null;
};

/** A dossier of which another system keeps the record (hồ sơ của hệ thống khác). */
export type Mirrored = {
  readonly system: string;
  readonly code: string;
  readonly procedure: string;
  readonly title: string;
  readonly agency: string;
  readonly applicant_name: string;
  readonly person: string | null;
  readonly organisation: string | null;
  readonly status: number;
  readonly submitted_at: Date | null;
  readonly accepted_at: Date | null;
  readonly due_at: Date | null;
  readonly ended_at: Date | null;
  readonly told_at: Date;
  /** The agency for which it is counted; null: it was told of before such dossiers were counted. */
  readonly counted_for: string | null;
  /** How it ended, as it is counted. */
  readonly outcome: Outcome | null;
};

/** `over`: refused, withdrawn or stopped. */
export type Outcome = 'on-time' | 'late' | 'over';

/** Who gets a parcel. */
export type Receiver = { readonly name: string; readonly address: string; readonly phone: string | null };

export type ParcelState = 'asked' | 'ordered' | 'collected' | 'delivered' | 'cancelled' | 'refused';

/** A result on its way by public post (trả kết quả qua bưu chính công ích). */
export type Parcel = {
  readonly id: string;
  readonly item: string;
  readonly code: string;
  readonly order_number: string;
  readonly receiver: Receiver | null;
  readonly state: ParcelState;
  readonly tries: number;
  readonly asked_at: Date;
  readonly ordered_at: Date | null;
  readonly ended_at: Date | null;
  readonly problem: string | null;
};

type Row<T> = T & { tenant: number };

export type ExchangeTables = {
  'exchange.lines': Row<Line>;
  'exchange.outbox': Row<Envelope>;
  'exchange.arrivals': Row<Arrived>;
  'exchange.mirrored': Row<Mirrored>;
  'exchange.parcels': Row<Parcel>;
};

/** A file that came with an arrival and lies in the store now. */
export type ArrivedFile = {
  readonly component: string;
  readonly name: string;
  readonly stored: Stored;
  /** Null where it is no PDF, or its pages cannot be counted. */
  readonly pages: number | null;
};

/** The files of an arrival: those in the store, those that cannot be had and those that may come yet, and what their signatures say. */
export type Fetched = {
  readonly files: readonly ArrivedFile[];
  readonly missing: readonly MissingFile[];
  /** Those that could not be fetched now: it may be tried again. */
  readonly awaited: readonly MissingFile[];
  /** What stands against them; empty: they may be used. */
  readonly faults: readonly FieldError[];
  /** What the look for marks of secrecy found, by hash. */
  readonly looked: ReadonlyMap<string, Secrecy>;
};

/** What a dossier came to that was taken in. */
export type Taken = { readonly id: string; readonly code: string };

/**
 * What the post room asks of the room whose items it carries. It stands below that room: the app hands this down.
 */
export type ItemSource = {
  /** Everything the national portal is told of an item; null when the item is not for the portal. */
  readonly facts: (look: Look, item: string) => Promise<PortalDossier | null>;
  /**
   * Takes a dossier in that was filed elsewhere: the same intake as for one filed here. Null where another dossier has its code already.
   * Throws Invalid when it cannot be taken in.
   */
  readonly takeIn: (
    act: Act,
    arrival: Arrival,
    files: readonly ArrivedFile[],
    filedAt: FiledAt,
  ) => Promise<Taken | null>;
};
