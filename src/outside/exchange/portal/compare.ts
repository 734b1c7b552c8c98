/** Three-way comparison of a dossier: as it is here, as the portal was last told, as the portal has it. Pure. */

type Fields = Readonly<Record<string, unknown>>;

/** What must agree for a person who looks at both places. */
const compared = ['TrangThaiHoSo', 'NgayTiepNhan', 'NgayHenTra', 'NgayKetThucXuLy', 'NgayTra'] as const;

/** One field on which not all three agree; null: that side has no dossier. */
export type Difference = {
  readonly field: (typeof compared)[number];
  readonly ours: string;
  readonly told: string | null;
  readonly theirs: string | null;
};

const at = (fields: Fields | null, name: string): string | null =>
  fields ? String(fields[name] ?? '') : null;

/** Where ours, what was told, and theirs differ. */
export const differences = (
  ours: Fields,
  told: Fields | null,
  theirs: Fields | null,
): readonly Difference[] =>
  compared
    .map((field) => ({
      field,
      ours: at(ours, field) ?? '',
      told: at(told, field),
      theirs: at(theirs, field),
    }))
    .filter(({ ours: mine, told: said, theirs: yours }) => mine !== said || mine !== yours);

/** What the differences mean: told but not taken in there, changed there, or not told yet. */
export type Meaning = 'agree' | 'not-told' | 'not-there' | 'changed-there';

export function meaningOf(found: readonly Difference[], told: Fields | null, theirs: Fields | null): Meaning {
  if (found.length === 0) return 'agree';
  if (told === null || found.some((one) => one.ours !== one.told)) return 'not-told';
  return theirs === null ? 'not-there' : 'changed-there';
}
