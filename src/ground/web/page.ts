/**
 * A page: one screen or one act. It first gathers (reads; no transaction), then shows a view; on POST it prepares
 * (network, slow work; no transaction), acts (one transaction, no network) and sends the visitor on.
 */
import type { VNode } from 'preact';
import type { Act, By } from '../db/act.ts';
import type { FieldError } from '../operate/errors.ts';
import type { Text } from '../text/language.ts';
import type { Input } from './input.ts';
import type { Visit } from './visit.ts';

/** Who may open a page at all; what they see inside is decided by the policy of the room. */
export type Who = 'anyone' | 'citizen' | 'officer' | 'signed-in' | ((by: By) => boolean);

/** What a page shows. `app` frames it: head, navigation, footer. */
export type View = {
  readonly title: Text;
  readonly crumbs?: readonly { readonly text: Text; readonly href: string }[];
  readonly body: VNode;
  /** Dense screens of officers use the whole width. */
  readonly wide?: boolean;
  /** Which part of the main navigation it belongs to. */
  readonly part?: string;
  readonly description?: Text;
  /** Scripts of islands on this page (asset names). */
  readonly scripts?: readonly string[];
};

/** What was wrong with a posted form, and what was typed, so that it can be shown again. */
export type Fault = {
  readonly errors: readonly FieldError[];
  readonly typed: Readonly<Record<string, unknown>>;
};

/** Where an act leads. */
export type Onward = {
  readonly to: string;
  /** Shown on top of the next page. */
  readonly say?: Text;
  /** An attempt to sign in that failed: it counts against the `brake` of the page. */
  readonly failed?: boolean;
  /** Cookies to set or (null) to clear; the access room's business. */
  readonly cookies?: Readonly<Record<string, { value: string; maxAge?: number } | null>>;
};

export type Page<In = unknown, Gathered = unknown, Prepared = unknown, Shown = Gathered> = {
  /** Path with `:params`. Vietnamese without marks for public pages. */
  readonly path: string;
  readonly who: Who;
  /** A visit of this page in the sample province, for the checks that open every page; `null` needs state that the journey makes. */
  readonly example: string | null;
  readonly gather: (visit: Visit) => Promise<Gathered>;
  /** What is read besides for the view alone, also before a form is shown again: a POST that is done does without. */
  readonly gatherMore?: (gathered: Gathered, visit: Visit, fault: Fault | null) => Promise<Shown>;
  readonly view: (shown: Shown, visit: Visit, fault: Fault | null) => View;
  readonly input?: Input<In>;
  /** Slow or outside work of a POST before its transaction: hashing, signing, asking another system. */
  readonly prepare?: (visit: Visit, input: In, gathered: Gathered) => Promise<Prepared>;
  readonly act?: (
    act: Act,
    input: In,
    at: { readonly gathered: Gathered; readonly prepared: Prepared; readonly visit: Visit },
  ) => Promise<Onward>;
  /** A POST that only shows: nothing is stored, files stay in memory (`File`). It stands in the place of `act`. */
  readonly show?: (visit: Visit, input: In, gathered: Gathered) => Promise<View>;
  /** Network work after the transaction of `act`, before the visitor goes on (leave for sign-in or payment). */
  readonly after?: (onward: Onward, visit: Visit) => Promise<Onward>;
  /** The page is the same for all visitors without a cookie: it may be read from a replica, and kept by anybody for a second (`kept.ts`). Any number above 0 says so. */
  readonly cache?: number;
  /** Posts of this page that fail are limited by address: attempts to sign in. */
  readonly brake?: 'signIn';
  /** One thing is looked up by what this part of the address says: who is not signed in may do so only so often. */
  readonly sought?: string;
  /** Upload pages: largest body in bytes. */
  readonly largest?: number;
  /** Uploaded files pass through (`Passing`): what they say is read and the file itself is not kept. */
  readonly passing?: true;
};

/** Keeps the types of a page together. */
export const page = <In, Gathered, Prepared = undefined, Shown = Gathered>(
  one: Page<In, Gathered, Prepared, Shown>,
): Page => one as unknown as Page;

/** A route that answers with something other than a page: a file, an image, a redirect. */
export type Answer = {
  readonly path: string;
  readonly who: Who;
  readonly example: string | null;
  readonly respond: (visit: Visit, request: Request) => Promise<Response>;
};
