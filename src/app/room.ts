/**
 * What a room may contribute to the program: a closed list. Rooms declare it in their `module.ts`; the types belong
 * to the low rooms that ask for it.
 */
import type { Listener, Timed } from '../ground/jobs/index.ts';
import type { Invariant } from '../ground/record/invariants.ts';
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
  readonly work?: readonly WorkKind[];
};
