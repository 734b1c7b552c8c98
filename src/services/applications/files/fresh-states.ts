/** The states of files that slow checks have settled since they were sent: marks of secrecy, viruses and signatures (B5). */
import type { Look } from '../../../ground/db/act.ts';
import { findRefused, listFiles, type File } from '../../../ground/files/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { findSignatureVerdicts, mayUse, type SignatureVerdict } from '../../../paper/papers/index.ts';
import type { Answers, FileReference } from '../../../work/forms/index.ts';
import { words } from '../words.ts';
import type { Attached } from './attached.ts';

type Settled = Pick<FileReference, 'state' | 'reason'> & { readonly page?: undefined };

const refused = (reason: Text): Settled => ({ state: 'refused', reason });

/** The state of a file by what the checks have found; null: as it was. Pure. */
export function settledState(
  { state }: Pick<FileReference, 'state'>,
  { scan, type }: Pick<File, 'scan' | 'type'>,
  secret: Text | undefined,
  verdict: Pick<SignatureVerdict, 'verdict'> | undefined,
): Settled | null {
  if (state === 'refused') return null;
  // Its page is erased with it.
  if (secret) return { ...refused(secret), page: undefined };
  if (scan === 'infected') return refused(words.infected);
  if (state === 'checked' || scan === 'waiting') return null;
  if (type !== 'application/pdf') return { state: 'checked' };
  if (verdict === undefined) return null;
  const use = mayUse(verdict);
  return use.may ? { state: 'checked' } : refused(use.why);
}

function replaced(value: unknown, states: ReadonlyMap<string, Settled>): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => replaced(one, states));
  if (typeof value !== 'object' || value === null) return value;
  const { id } = value as { readonly id?: unknown };
  const settled = typeof id === 'string' && 'state' in value ? states.get(id) : undefined;
  if (settled) return { ...value, ...settled };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, states)]));
}

/** The answers with the states of their files as they are now. */
export async function withFreshStates(
  look: Look,
  answers: Answers,
  attached: readonly Attached[],
): Promise<Answers> {
  const files = await listFiles(
    look,
    attached.map(({ file }) => file.id),
  );
  const verdicts = await findSignatureVerdicts(
    look,
    files.filter(({ type }) => type === 'application/pdf').map(({ hash }) => hash),
  );
  const secrets = await findRefused(
    look,
    files.map(({ hash }) => hash),
  );
  const byId = new Map(files.map((file) => [file.id, file]));
  const states = new Map<string, Settled>();
  for (const { file } of attached) {
    const row = byId.get(file.id);
    const settled = row && settledState(file, row, secrets.get(row.hash), verdicts.get(row.hash));
    if (settled) states.set(file.id, settled);
  }
  return states.size > 0 ? (replaced(answers, states) as Answers) : answers;
}
