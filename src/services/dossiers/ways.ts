/**
 * The ways on from where a dossier stands, among which whoever finishes the step decides: those of gateways that ask for what neither the
 * application nor the platform answers (C2).
 */
import { Invalid } from '../../ground/operate/errors.ts';
import { fieldsOf, formOf } from '../../work/forms/index.ts';
import { choicesAfter, type Choice, type Data, type Definition } from '../../work/process/index.ts';
import type { Whole } from './queries.ts';
import { services } from './services.ts';
import { waitingWords } from './waiting-words.ts';

/** Names that signing and the services of the platform answer. */
const ours: ReadonlySet<string> = new Set([
  'duyet',
  ...Object.values(services).flatMap(({ brings }) => brings),
]);

/** The ways on behind a node; empty where nobody has to decide. */
export function waysAfter(
  { dossier, procedure }: Pick<Whole, 'dossier' | 'procedure'>,
  definition: Definition,
  node: string,
): readonly Choice[] {
  if (!dossier.process) return [];
  const fieldAt = procedure.form ? fieldsOf(formOf(procedure.form).definition) : () => undefined;
  const isAnswered = (name: string): boolean =>
    ours.has(name) || fieldAt(name) !== undefined || Object.hasOwn(dossier.answers, name);
  return choicesAfter(definition, node, dossier.process, isAnswered);
}

/** What the process is told when this way was chosen. Throws Invalid when one must be chosen and none was. */
export function chosenData(ways: readonly Choice[], key: string | null): Data | undefined {
  if (ways.length === 0) return undefined;
  const way = ways.find((one) => one.key === key);
  if (way) return way.data;
  throw new Invalid([{ field: 'way', message: waitingWords.chooseWay }]);
}
