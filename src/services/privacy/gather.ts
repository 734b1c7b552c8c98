/** Everything that all rooms hold of one person. */
import type { Look } from '../../ground/db/act.ts';
import { listLooks } from '../../ground/record/index.ts';
import type { Holding, HoldingRow } from '../../ground/record/holdings.ts';
import type { Text } from '../../ground/text/language.ts';
import { findAgency } from '../../world/agencies/index.ts';

/** One kind of data with what it says. */
export type Held = Holding & { readonly rows: readonly HoldingRow[] };

/** What every room holds of this person, in the order of the rooms. */
export async function gatherHeld(look: Look, holdings: readonly Holding[], subject: string): Promise<Held[]> {
  const held: Held[] = [];
  for (const holding of holdings) held.push({ ...holding, rows: await holding.list(look, subject) });
  return held;
}

/** Who looked at this person's data (D4). */
export type Looked = {
  readonly id: string;
  /** Of an officer: one may object to it. */
  readonly byOfficer: boolean;
  readonly at: Date;
  readonly name: string;
  readonly agency: Text | null;
  readonly purpose: string;
};

/** The last looks of officers, newest first, with the names of their agencies. */
export async function gatherLooks(look: Look, subject: string, limit: number): Promise<Looked[]> {
  const looks = await listLooks(look, subject, limit);
  const names = new Map<string, Text>();
  for (const { agency } of looks) {
    if (agency && !names.has(agency)) {
      const found = await findAgency(look, agency);
      if (found) names.set(agency, found.name);
    }
  }
  return looks.map(({ id, at, name, agency, purpose, by_kind: kind }) => ({
    id,
    byOfficer: kind === 'officer',
    at,
    name,
    agency: agency ? (names.get(agency) ?? null) : null,
    purpose,
  }));
}
