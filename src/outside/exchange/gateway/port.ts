/** What we need of the systems outside; nothing above knows how they speak. */
import type { Look } from '../../../ground/db/act.ts';
import type { Store, Stored } from '../../../ground/files/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { PostSays } from '../commands/parcel.ts';
import type { Sent } from '../commands/tell.ts';
import type { FileAt } from '../portal/arrival.ts';
import type { Envelope, Parcel } from '../schema.ts';

/** A file that was fetched into the store; or why there is none, and whether it is of use to ask again. */
export type FileAnswer = { readonly stored: Stored } | { readonly why: Text; readonly lasting: boolean };

/** The national portal. Each call may throw Unavailable. */
export type NationalPortal = {
  /** Sends one envelope; the same one twice has the effect of one. */
  readonly send: (
    look: Look,
    envelope: Pick<Envelope, 'service' | 'body' | 'item'>,
  ) => Promise<NonNullable<Sent>>;
  /** What the portal has of a dossier (TraCuuHoSo); null when it has none. */
  readonly find: (
    look: Look,
    code: string,
    item: string,
  ) => Promise<Readonly<Record<string, unknown>> | null>;
  /** Fetches a file of a dossier into the store. Nothing is asked of an address that is not the portal's. */
  readonly fetchFile: (look: Look, file: FileAt, into: Store) => Promise<FileAnswer>;
};

/** The public post. Each call may throw Unavailable. */
export type PublicPost = {
  readonly order: (look: Look, parcel: Parcel) => Promise<PostSays>;
  readonly find: (look: Look, parcel: Parcel) => Promise<PostSays>;
};
