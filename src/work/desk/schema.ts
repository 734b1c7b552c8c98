/** Work items (việc cần làm) and who may see them. */
import type { Act, By, Look } from '../../ground/db/act.ts';
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
  /** The person whose matter it is: neither they nor a relative may handle it. */
  readonly party: string | null;
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

/** What a room says when it opens work. */
export type NewWork = Omit<Work, 'id' | 'opened_at' | 'party'> & { readonly party?: string | null };

export type DeskTables = {
  'desk.work': Work & {
    tenant: number;
    search: string;
    order_at: Date;
    closed_at: Date | null;
    closed_by: string | null;
  };
  'desk.comments': {
    tenant: number;
    id: string;
    item: string;
    account: string;
    name: string;
    at: Date;
    body: string;
  };
  'desk.views': { tenant: number; id: string; account: string; name: string; query: string };
  'desk.opinions': Opinion & { tenant: number };
  'desk.interests': DeclaredInterest & { tenant: number };
};

/** An interest in a matter that an officer declared (khai báo xung đột lợi ích). */
export type DeclaredInterest = {
  readonly item: string;
  readonly person: string;
  readonly name: string;
  readonly reason: string;
  readonly at: Date;
};

/** An opinion asked of a colleague (xin ý kiến nội bộ). */
export type Opinion = {
  readonly work: string;
  readonly item: string;
  readonly of_work: string;
  readonly asked_by: string;
  readonly asked_name: string;
  readonly asked_at: Date;
  readonly question: string;
  readonly answer: string | null;
  readonly answered_name: string | null;
  readonly answered_at: Date | null;
};

/** What a room contributes to the desk: for its kinds of work the path of the screen where it is done. */
export type WorkKind = {
  readonly room: string;
  readonly kind: string;
  readonly name: Text;
  /** Path of the screen. */
  readonly path: (work: Pick<Work, 'id' | 'item' | 'code' | 'kind'>) => string;
  /** The screen of the act itself, for officers who need not read the whole item first; absent: there is only `path`. */
  readonly straight?: (work: Pick<Work, 'code' | 'kind' | 'ref'>) => string | null;
  /** Where an officer writes to the person whose matter it is; absent: there is nobody to write to. */
  readonly write?: (work: Pick<Work, 'code'>) => string;
};

/** A way from the desk to work that begins there, for the officers who do it; `key` leads there at once. */
export type DeskEntry = {
  readonly href: string;
  readonly text: Text;
  readonly key: string;
  readonly who: (by: By) => boolean;
};

/** What is said once for a whole batch. */
export type BatchWords = { readonly note: string | null; readonly colleague: string | null };

/**
 * An act that can be done to many work items at once; rooms contribute it as data. Each item is done in a transaction of its
 * own, in the name of the officer who asked, by the worker.
 */
export type BatchAct<Prepared = unknown> = {
  /** Unique in the program: `dossiers.accept`. */
  readonly name: string;
  readonly title: Text;
  /** Which work it fits. */
  readonly fits: (work: Pick<Work, 'room' | 'kind'>) => boolean;
  /** What it needs to be told: a note, or a colleague. */
  readonly asks: 'note' | 'colleague' | null;
  /** What is done once for all items before the first: asking the phone of who signs. What it throws, none of them is done. */
  readonly beforeAll?: (look: Look, works: readonly Work[], words: BatchWords) => Promise<void>;
  /** Reads and slow work before the transaction of the item: signing, hashing. */
  readonly prepare?: (look: Look, work: Work, words: BatchWords) => Promise<Prepared>;
  readonly act: (act: Act, work: Work, words: BatchWords, prepared: Prepared) => Promise<void>;
};

/** Keeps the types of a batch act together. */
export const batchAct = <Prepared = undefined>(one: BatchAct<Prepared>): BatchAct =>
  one as unknown as BatchAct;

/** Whether this is the officer's own matter, which somebody else must handle. */
export const isOwnMatter = (by: By, work: Pick<Work, 'party'>): boolean =>
  work.party !== null && work.party === by.person;

/**
 * Whether this officer may do this work: it is theirs, or waits for a role they hold there, and is not about themselves
 * (conflict of interest, Law 36/2018/QH14 art. 23). Relatives and declared interests: `guardInterest`.
 */
export const mayDo = (by: By, work: Pick<Work, 'agency' | 'unit' | 'role' | 'holder' | 'party'>): boolean =>
  !isOwnMatter(by, work) &&
  (work.holder === null
    ? by.powers.some(
        (power) =>
          power.role === work.role &&
          power.agency === work.agency &&
          (power.unit === null || work.unit === null || power.unit === work.unit),
      )
    : work.holder === by.account);

/**
 * Whether this officer may openly take over what a colleague has (nhận lại việc). Only work of the counter: the person stands there and
 * does not wait for whoever is out. What is worked on elsewhere was assigned: who has it, or a leader, hands it over.
 */
export const mayTakeOver = (by: By, work: Parameters<typeof mayDo>[1]): boolean =>
  work.role === 'counter' &&
  work.holder !== null &&
  work.holder !== by.account &&
  mayDo(by, { ...work, holder: null });

/** Whether this officer distributes the work of the agency or unit: its leaders (phân công). */
export const mayAssign = (by: By, work: Pick<Work, 'agency' | 'unit'>): boolean =>
  by.powers.some(
    (power) =>
      power.role === 'leader' &&
      power.agency === work.agency &&
      (power.unit === null || work.unit === null || power.unit === work.unit),
  );
