/** The process of a BPMN file that somebody brings: from the command line, by upload, or from the drawing board. C2. */
import { read, type Definition, type Finding } from '../../../work/process/index.ts';

/** What a file holds: the one process that was meant, why it cannot be run, or the ids among which somebody must choose. */
export type Brought =
  | { readonly definition: Definition }
  | { readonly refused: readonly Finding[] }
  | { readonly choices: readonly string[] };

/**
 * Reads the one process of a file that is inside the subset. `id` names it where a file holds several; `preferred` is taken if it is there
 * and need not be.
 */
export async function processInFile(
  file: Uint8Array | string,
  { id, preferred }: { readonly id?: string | undefined; readonly preferred?: string } = {},
): Promise<Brought> {
  const { inside, findings, definitions } = await read(file);
  if (!inside) return { refused: findings.filter(({ severity }) => severity === 'error') };
  const meant = definitions.find((one) => one.id === (id ?? preferred));
  const found = meant ?? (id === undefined && definitions.length === 1 ? definitions[0] : undefined);
  return found ? { definition: found } : { choices: definitions.map((one) => one.id) };
}
