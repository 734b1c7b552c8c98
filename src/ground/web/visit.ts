/** A visit: one request of one visitor, as pages and API see it. */
import type { By, Look } from '../db/act.ts';
import type { Edge } from '../db/edge.ts';
import type { Language } from '../text/language.ts';

/** A signed-in session, as the access room knows it. */
export type Session = {
  readonly id: string;
  readonly by: By;
  /** Sign-in fresh enough for a grave act (signing, powers), by the rules of the access room. */
  readonly signedInAt: Date;
  /** When it ends by itself unless there is another request; null: not known. */
  readonly endsAt: Date | null;
};

/** What the web needs from the access room. */
export type Sessions = {
  /** The session of this token, or null when it is unknown, ended or too old. */
  find(token: string, now: Date): Promise<Session | null>;
};

/** One request. `look` reads the database as this visitor. */
export type Visit = {
  readonly edge: Edge;
  readonly look: Look;
  readonly by: By;
  readonly session: Session | null;
  readonly lang: Language;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly tenant: number;
  readonly now: Date;
  readonly requestId: string;
  readonly address: string;
  readonly agent: string;
  /** The hidden field that every form must carry. */
  readonly csrf: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly origin: string;
};
