/**
 * What a room may contribute to the program: a closed list. Rooms declare it in their `module.ts`; the types belong
 * to the low rooms that ask for it.
 */
import type { Listener, Timed } from '../ground/jobs/index.ts';
import type { Holding } from '../ground/record/holdings.ts';
import type { Invariant } from '../ground/record/invariants.ts';
import type { Door } from '../ground/web/administration.ts';
import type { Api } from '../ground/web/api.ts';
import type { Answer, Page } from '../ground/web/page.ts';
import type { WorkKind } from '../work/desk/index.ts';

/** One room as the program sees it. */
export type Room = {
  readonly pages?: readonly Page[];
  readonly answers?: readonly Answer[];
  readonly apis?: readonly Api[];
  readonly listeners?: readonly Listener[];
  readonly timed?: readonly Timed[];
  readonly invariants?: readonly Invariant[];
  /** What is held of a person's data. */
  readonly holdings?: readonly Holding[];
  /** Entries of the first page of administration. */
  readonly doors?: readonly Door[];
  /** Scripts of interactive parts: the file each begins with. */
  readonly islands?: readonly { readonly name: string; readonly file: string }[];
  readonly work?: readonly WorkKind[];
};
