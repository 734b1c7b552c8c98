/**
 * Holdings: what of a person's data a room holds, why, and by which law (N1; Law 91/2025/QH15). Rooms contribute theirs in
 * `module.ts`; *My data* shows all of them to the person, and exports them.
 */
import type { Act, Look } from '../db/act.ts';
import type { Text } from '../text/language.ts';

/** One thing that is held: what it is, and what it says. */
export type HoldingRow = { readonly what: Text; readonly value: Text };

/** One kind of data that a room holds of persons. */
export type Holding = {
  readonly room: string;
  readonly name: Text;
  /** What it is used for, as a citizen understands it. */
  readonly purpose: Text;
  /** Legal basis, as it is cited in Vietnamese. */
  readonly basis: string;
  /** Erases all of it, on request of the person; null when the law asks the agency to keep it: such a request is refused. */
  readonly erase: ((act: Act, subject: string) => Promise<void>) | null;
  /** Everything of this kind that is held of the person, in the order to show. */
  readonly list: (look: Look, subject: string) => Promise<readonly HoldingRow[]>;
};
