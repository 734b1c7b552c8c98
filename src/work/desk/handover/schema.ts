/** What rooms contribute so that open matters go on when an agency ends (chuyển giao khi giải thể, chia, tách cơ quan). */
import type { Act, Look } from '../../../ground/db/act.ts';
import type { Agency, Matter } from '../../../world/agencies/index.ts';
import type { Work } from '../schema.ts';

/** What a matter is about: its code and title, and the field and place by which duties may have been divided. */
export type About = Matter & { readonly code: string; readonly title: string };

/** How one room hands its open matters over. Rooms without one only have their work moved. */
export type Handover = {
  readonly room: string;
  /** Ids of unfinished matters in which the agency has a part, above `after`, rising, at most `limit`. */
  readonly open: (
    look: Look,
    agency: string,
    after: string | null,
    limit: number,
  ) => Promise<readonly string[]>;
  readonly about: (look: Look, item: string) => Promise<About>;
  /**
   * Puts the heir where the agency stood. The item is locked, and the step of its record is written by the desk. Says where the open
   * work that waited in the agency waits from now on: with the heir, or its one-stop unit.
   */
  readonly take: (act: Act, item: string, from: string, to: Agency) => Promise<(work: Work) => string>;
};
