/** Work items (việc cần làm) and who may see them. */
import type { By } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';

/** One thing that must be done by one officer, or by anybody who holds the role in the agency. */
export type Work = {
  readonly id: string;
  /** Item of the record that it is about. */
  readonly item: string;
  readonly room: string;
  /** What must be done; a name of the room's. */
  readonly kind: string;
  readonly agency: string;
  readonly unit: string | null;
  readonly role: string;
  /** Account of the officer who has it; null while anybody of the role may take it. */
  readonly holder: string | null;
  readonly code: string;
  readonly title: string;
  readonly subject: string;
  readonly step: string;
  /** Where the room finds its place again (token of the process); null when it needs none. */
  readonly ref: string | null;
  readonly due_at: Date | null;
  /** Why the clock stands still; null while it runs. */
  readonly paused_for: string | null;
  readonly opened_at: Date;
};

export type DeskTables = {
  'desk.work': Work & { tenant: number; closed_at: Date | null; closed_by: string | null };
  'desk.comments': {
    tenant: number;
    id: string;
    item: string;
    account: string;
    name: string;
    at: Date;
    body: string;
  };
};

/**
 * What a room contributes to the desk: for its kinds of work the path of the screen where it is done, and what can be
 * done to many at once.
 */
export type WorkKind = {
  readonly room: string;
  readonly kind: string;
  readonly name: Text;
  /** Path of the screen. */
  readonly path: (work: Pick<Work, 'item' | 'code' | 'kind'>) => string;
};

/** Whether this officer may do this work: it is theirs, or waits for a role they hold there. */
export const mayDo = (by: By, work: Pick<Work, 'agency' | 'unit' | 'role' | 'holder'>): boolean =>
  work.holder === by.account ||
  (work.holder === null &&
    by.powers.some(
      (power) =>
        power.role === work.role &&
        power.agency === work.agency &&
        (power.unit === null || work.unit === null || power.unit === work.unit),
    ));
