/** Notices (thông báo), their deliveries, and letters (thư trao đổi) about a matter. */
import type { By, Look } from '../../ground/db/act.ts';
import type { Language, Text } from '../../ground/text/language.ts';
import type { Proof } from './proofs.ts';

/** Who is told about a matter, and what there is to tell (P3: agency, who holds it, times). */
export type Recipient = {
  readonly person: string | null;
  readonly organisation: string | null;
  /** Who filed for them without a mandate, as parents do for a child: told as well, in their own name. */
  readonly filer?: string | null;
  /** The supplement that is asked for is not the first; null: it is. */
  readonly again?: { readonly basis: string } | null;
  readonly code: string;
  readonly title: string;
  readonly agency?: Text | null;
  /** Unit or officer who has it now. */
  readonly holder?: string | null;
  readonly due?: Date | null;
  /** Stated reason of the last act, where the person may read it. */
  readonly reason?: Text | null;
  /** What is still to be paid for it, with its names; absent: nothing. */
  readonly owes?: Text | null;
  /** Who asked for it on paper at the counter; null: it was done here. */
  readonly askedOnPaper?: string | null;
  /** What was decided is a refusal. */
  readonly refused?: boolean;
  /** Page of the matter. */
  readonly path?: string;
};

/** Where a letter of a person waits to be answered. */
export type Office = {
  readonly agency: string;
  readonly unit: string | null;
  readonly role: string;
  readonly holder: string | null;
  readonly subject: string;
};

/** What the rooms above tell us of their matters. */
export type Matters = {
  readonly recipientOf: (look: Look, item: string, event?: string) => Promise<Recipient | null>;
  /** The item behind a code, if this visitor may read it whole; null otherwise. `may`: by what right. */
  readonly findReadable: (
    look: Look,
    code: string,
  ) => Promise<{ readonly item: string; readonly may: (by: By) => boolean } | null>;
  readonly officeOf: (look: Look, item: string) => Promise<Office | null>;
};

export type Notice = {
  readonly id: string;
  readonly recipient: string;
  readonly recipient_kind: 'person' | 'organisation';
  readonly item: string | null;
  readonly code: string | null;
  readonly event: string;
  readonly title: Text;
  readonly body: Text;
  readonly path: string | null;
  readonly at: Date;
  readonly read_at: Date | null;
};

export type Channel = 'email' | 'sms';

export type DeliveryState = 'waiting' | 'sent' | 'delivered' | 'failed';

/** One notice on its way by one channel. */
export type Delivery = {
  readonly id: string;
  readonly notice: string;
  readonly channel: Channel;
  readonly address: string;
  readonly language: Language;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly ref: string | null;
  readonly problem: string | null;
  readonly at: Date;
  readonly sent_at: Date | null;
  readonly ended_at: Date | null;
};

/** How somebody wants to be told besides in the portal. */
export type Wishes = { readonly email: boolean; readonly sms: boolean; readonly language: Language };

export type Letter = {
  readonly id: string;
  readonly thread: string;
  readonly from_kind: 'citizen' | 'officer';
  readonly account: string | null;
  readonly agency: string | null;
  readonly name: string;
  readonly body: string;
  readonly at: Date;
  readonly read_at: Date | null;
};

export type MessageTables = {
  'messages.notices': Notice & { tenant: number };
  'messages.deliveries': Delivery & { tenant: number };
  'messages.proofs': Proof & { tenant: number };
  'messages.wishes': Wishes & { tenant: number; owner: string };
  'messages.threads': { tenant: number; id: string; item: string; code: string };
  'messages.letters': Letter & { tenant: number };
};
