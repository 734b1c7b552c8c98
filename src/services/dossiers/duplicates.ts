/**
 * Dossiers about the same matter (hồ sơ trùng), as a birth that is registered twice: found by the answers that identify the matter, as the
 * procedure says. Whoever works on one is told of the others; nothing is ever stopped by it, for twins and namesakes exist.
 */
import { createHash } from 'node:crypto';
import { own, type Act, type By, type Look } from '../../ground/db/act.ts';
import { insertOnce, remove } from '../../ground/db/writes.ts';
import { fold } from '../../ground/text/fold.ts';
import type { Text } from '../../ground/text/language.ts';
import { getAgencies } from '../../world/agencies/index.ts';
import type { MatterKey, Procedure } from '../catalogue/index.ts';
import { findDossiers } from './load.ts';
import { mayRead } from './rules.ts';
import type { Dossier, DossierTables, State } from './schema.ts';

type Identified = Pick<Procedure, 'identifiedBy'>;
type Answers = Dossier['answers'];

/** Requests that came to nothing: asking again is right. */
const without: ReadonlySet<State> = new Set(['refused', 'withdrawn', 'discontinued']);

/** More than these are not worth a line each. */
const MOST = 10;

const answerAt = (answers: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, step)
          ? (at as Readonly<Record<string, unknown>>)[step]
          : undefined,
      answers,
    );

/** An answer as it is compared, whoever typed it: without marks, capitals and spaces too many. Null: it is not given. */
const wordOf = (value: unknown): string | null =>
  (typeof value === 'string' && fold(value)) ||
  (typeof value === 'number' || typeof value === 'boolean' ? String(value) : null);

function keyOf({ matter, answers: paths }: MatterKey, answers: Answers): string | null {
  const words = paths.map((path) => wordOf(answerAt(answers, path)));
  if (words.length === 0 || words.includes(null)) return null;
  return createHash('sha256')
    .update(JSON.stringify([matter, paths, words]))
    .digest('hex');
}

/** The keys of what a request is about; none where its procedure names no answers that say it, or they are not given. */
export const matterKeysOf = ({ identifiedBy = [] }: Identified, answers: Answers): readonly string[] => [
  ...new Set(identifiedBy.flatMap((one) => keyOf(one, answers) ?? [])),
];

/** Keeps what a dossier is about; `before`: what it was about until now. */
export function keepMatter(
  { tenant, writes }: Pick<Act, 'tenant' | 'writes'>,
  dossier: string,
  keys: readonly string[],
  before: readonly string[] = [],
): void {
  for (const key of keys.filter((one) => !before.includes(one)))
    insertOnce(writes, 'dossiers.matter_keys', { tenant, key, dossier });
  for (const key of before.filter((one) => !keys.includes(one)))
    remove(writes, 'dossiers.matter_keys', { tenant, key, dossier });
}

/** Another dossier about the same matter. What of it only those may see who may read it is null for others. */
export type Duplicate = {
  readonly agency: Text;
  readonly submittedAt: Date;
  readonly dossier: Pick<Dossier, 'code' | 'title' | 'state'> | null;
};

/**
 * The dossiers about the same matter, the oldest first. Officers are told of those they may not read, too, by the agency alone, so that
 * they can ask there; others are told only of their own.
 */
export async function findDuplicates(
  look: Look,
  keys: readonly string[],
  self: Pick<Dossier, 'id' | 'linked_to'> | null = null,
): Promise<readonly Duplicate[]> {
  if (keys.length === 0) return [];
  const rows = await own<DossierTables>(look.tx)
    .selectFrom('dossiers.matter_keys')
    .select('dossier')
    .distinct()
    .where('tenant', '=', look.tenant)
    .where('key', 'in', [...keys])
    .orderBy('dossier')
    .limit(MOST + 1)
    .execute();
  const found = await findDossiers(
    look,
    rows.map(({ dossier }) => dossier).filter((dossier) => dossier !== self?.id),
  );
  const others = found.filter((one) => counts(one, self) && isTold(look.by, one));
  const agencies = await getAgencies(
    look,
    others.map(({ agency }) => agency),
  );
  return others.map((one, i) => ({
    agency: agencies[i]!.name,
    submittedAt: one.submitted_at,
    dossier: mayRead(look.by, one) ? { code: one.code, title: one.title, state: one.state } : null,
  }));
}

/** Whether it asks for the matter beside this one: not one that came to nothing, and not a part of the same request (liên thông). */
const counts = (other: Dossier, self: Pick<Dossier, 'id' | 'linked_to'> | null): boolean =>
  !without.has(other.state) &&
  other.outcome !== 'refused' &&
  (self === null || (other.linked_to ?? other.id) !== (self.linked_to ?? self.id));

const isTold = (by: By, other: Dossier): boolean => by.kind === 'officer' || mayRead(by, other);
