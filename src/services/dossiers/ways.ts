/**
 * The ways on from where a dossier stands, among which whoever finishes the step decides: those of gateways that ask for what neither the
 * application nor the platform answers (C2).
 */
import { Invalid } from '../../ground/operate/errors.ts';
import { fieldsOf, formOf } from '../../work/forms/index.ts';
import {
  choicesAfter,
  namesAsked,
  type Choice,
  type Data,
  type Definition,
} from '../../work/process/index.ts';
import type { Whole } from './queries.ts';
import { services } from './services.ts';
import { waitingWords } from './waiting-words.ts';

/** Names that signing and the services of the platform answer. */
const ours: ReadonlySet<string> = new Set([
  'duyet',
  ...Object.values(services).flatMap(({ brings }) => brings),
]);

type Answering = Pick<Whole, 'dossier' | 'procedure'>;

/** Whether the application, a signature or a service of the platform answers a name. */
function answering({ dossier, procedure }: Answering): (name: string) => boolean {
  const fieldAt = procedure.form ? fieldsOf(formOf(procedure.form).definition) : () => undefined;
  return (name) => ours.has(name) || fieldAt(name) !== undefined || Object.hasOwn(dossier.answers, name);
}

/** The names that conditions of the process ask for and that somebody has to tell it. */
export const openNames = (whole: Answering, definition: Definition): readonly string[] => {
  const isAnswered = answering(whole);
  return namesAsked(definition).filter((name) => !isAnswered(name));
};

/** The ways on behind a node; empty where nobody has to decide. */
export function waysAfter(whole: Answering, definition: Definition, node: string): readonly Choice[] {
  const { process } = whole.dossier;
  return process ? choicesAfter(definition, node, process, answering(whole)) : [];
}

/** What the process is told when this way was chosen. Throws Invalid when one must be chosen and none was. */
export function chosenData(ways: readonly Choice[], key: string | null): Data | undefined {
  if (ways.length === 0) return undefined;
  const way = ways.find((one) => one.key === key);
  if (way) return way.data;
  throw new Invalid([{ field: 'way', message: waitingWords.chooseWay }]);
}
