/**
 * The messages of others that a dossier waits for (tin đang chờ), and who may note one: the one policy of the page and of the API. What a
 * message may bring are the names that its process asks for and nobody else answers. C2.
 */
import type { By, Look } from '../../ground/db/act.ts';
import { Conflict, Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import {
  awaited,
  type Awaited,
  type Choice,
  type Data,
  type Definition,
  type Json,
} from '../../work/process/index.ts';
import { guardDossierInterest } from './interest.ts';
import { getWhole, processOf, type Whole } from './queries.ts';
import { goesOn, possibleActs } from './rules.ts';
import type { Dossier } from './schema.ts';
import { openNames, waysAfter } from './ways.ts';
import { waitingWords } from './waiting-words.ts';

/** A dossier of whose process messages are awaited. */
export type Hearing = Whole & { readonly definition: Definition; readonly waiting: readonly Awaited[] };

/** The messages that a process waits for now. */
export const awaitedOf = (
  dossier: Pick<Dossier, 'process' | 'ended_at' | 'by_silence'>,
  definition: Definition,
): readonly Awaited[] => (dossier.process && goesOn(dossier) ? awaited(definition, dossier.process) : []);

/** What it waits for, for those alone who may note a message. Throws NotFound, NotAllowed; Conflict in a state in which none is noted. */
export async function hearingOf(look: Look, code: string): Promise<Hearing> {
  const whole = await getWhole(look, code);
  await guardDossierInterest(look, whole.dossier);
  const definition = processOf(whole.procedure, whole.agency, whole.oneStop);
  const act = noting(look.by, whole);
  if (!act) throw new NotAllowed(waitingWords.notYours);
  const waiting = awaitedOf(whole.dossier, definition);
  if (!act.allowed && waiting.length > 0) throw new Conflict(act.why ?? waitingWords.nothingAwaited);
  return { ...whole, definition, waiting };
}

const noting = (by: By, { dossier }: Pick<Whole, 'dossier'>) =>
  possibleActs(by, dossier).find(({ act }) => act === 'note-message');

/** Whether this officer can note a message now. */
export const hearsMessages = (whole: Whole, by: By): boolean =>
  noting(by, whole)?.allowed === true &&
  awaitedOf(whole.dossier, processOf(whole.procedure, whole.agency, whole.oneStop)).length > 0;

/** What a message is called in the drawing, besides its name. */
export const elementOf = ({ nodes }: Definition, { node }: Awaited): string =>
  nodes.find(({ id }) => id === node)?.name ?? '';

/** The ways on behind a message, among which whoever notes it decides. */
export const waysBehind = (hearing: Hearing, { node }: Awaited): readonly Choice[] =>
  waysAfter(hearing, hearing.definition, node);

/** Letters of a text that a message brings for a condition. */
const LONGEST_VALUE = 500;

const isPlain = (value: unknown): value is Json =>
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.length <= LONGEST_VALUE);

/**
 * What a message brings for the conditions of the process. Throws Invalid for a name that the process does not ask for, or that the
 * application, a signature or the platform answers; for what is no plain value; and where the way on behind it would stay open.
 */
export function broughtData(
  hearing: Hearing,
  come: Awaited,
  sent: Readonly<Record<string, unknown>>,
): Data | undefined {
  const open = openNames(hearing, hearing.definition);
  const wrong = Object.entries(sent).find(([name, value]) => !open.includes(name) || !isPlain(value));
  if (wrong) {
    const [name] = wrong;
    const message = open.includes(name) ? waitingWords.notPlain(name) : waitingWords.notAsked(name, open);
    throw new Invalid([{ field: `data.${name}`, message }]);
  }
  const [way] = waysBehind(hearing, come);
  const missing = Object.keys(way?.data ?? {}).filter((name) => !Object.hasOwn(sent, name));
  if (missing.length > 0)
    throw new Invalid(
      missing.map((name) => ({ field: `data.${name}`, message: waitingWords.missing(name) })),
    );
  return Object.keys(sent).length > 0 ? (sent as Data) : undefined;
}
