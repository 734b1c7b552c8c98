/**
 * Asking once (B4; Decree 42/2022, art. 11.2c): answers that a registry, the vault or the account already holds are put in with their
 * source, time and legal basis; questions that it could have answered are counted, and the goal is none.
 */
import type { FieldBase, Source } from './fields/field.ts';
import { typeOf } from './fields/index.ts';
import { partsOf } from './parts.ts';
import { stillFrom, type Provenance, type ProvenanceByPath } from './provenance.ts';
import type { Answers, Definition } from './schema.ts';

/** A field with a source, by the path of its answer. */
export type Wanted = { readonly path: string; readonly source: Source };

/** A value that a registry gave; undefined where it had none or did not answer. */
export type Find = (source: Source) => Provenance | undefined;

export type Prefilled = { readonly answers: Answers; readonly provenance: ProvenanceByPath };

const fieldsOnce = (definition: Definition): readonly FieldBase[] =>
  definition.sections.flatMap(({ pages }) => pages.flatMap(({ repeat, fields }) => (repeat ? [] : fields)));

/** What a form wants from registries: ask for it in one go before the form is shown. */
export const wantedSources = (definition: Definition): readonly Wanted[] =>
  fieldsOnce(definition).flatMap(({ id, source }) => (source ? [{ path: id, source }] : []));

/** The origin of a whole and of each of its parts. */
const originsOf = (path: string, origin: Provenance): readonly (readonly [string, Provenance])[] => {
  const { value, source, at, basis } = origin;
  const parts =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  return [
    [path, origin],
    ...parts.map(
      ([part, one]: [string, unknown]) => [`${path}.${part}`, { value: one, source, at, basis }] as const,
    ),
  ];
};

/** The value as the form keeps it: a registry may write names in capitals and dates its own way. */
const tidied = (field: FieldBase, value: unknown): unknown => {
  const type = typeOf(field);
  if (type.kind === 'leaf') return type.tidy(field, value);
  if (typeof value !== 'object' || value === null) return undefined;
  const given = new Map<string, unknown>(Object.entries(value));
  const parts = partsOf(field).flatMap((part) => {
    const one = tidied(part, given.get(part.id));
    return one === undefined ? [] : [[part.id, one] as const];
  });
  return parts.length > 0 ? Object.fromEntries(parts) : undefined;
};

const isUnanswered = (value: unknown): boolean => value === undefined || value === null || value === '';

/**
 * Puts in what registries hold. An answer that the person gave is never overwritten; one that came from a registry and was not changed
 * is refreshed. A registry that does not answer leaves the question open: it is asked.
 */
export const prefill = (definition: Definition, draft: Prefilled, find: Find): Prefilled => {
  const answers = new Map(Object.entries(draft.answers));
  const provenance = new Map(Object.entries(draft.provenance));
  for (const field of fieldsOnce(definition)) {
    const { id, source } = field;
    const found = source && find(source);
    const value = found && tidied(field, found.value);
    const before = provenance.get(id);
    const ours =
      isUnanswered(answers.get(id)) || (before !== undefined && stillFrom(before, answers.get(id)));
    if (!found || value === undefined || !ours) continue;
    answers.set(id, value);
    for (const [path, origin] of originsOf(id, { ...found, value })) provenance.set(path, origin);
  }
  return { answers: Object.fromEntries(answers), provenance: Object.fromEntries(provenance) };
};

/** A datum that some registry or the vault of this person could give. */
export type Available = { readonly datum: string; readonly from: string };

/** A question whose answer was to be had. */
export type AskedThoughKnown = { readonly path: string; readonly datum: string; readonly from: string };

/**
 * The questions of a form that ask what is known: a field whose datum is available and which, neither itself nor as a part of a prefilled
 * whole, takes it from a source. Their number is the measure of the service; the goal is 0.
 */
export const askedThoughKnown = (
  definition: Definition,
  available: readonly Available[],
): readonly AskedThoughKnown[] => {
  const holders = new Map(available.map(({ datum, from }) => [datum, from]));
  const ask = (field: FieldBase, path: string): readonly AskedThoughKnown[] => {
    if (field.source || field.compute !== undefined) return [];
    const from = field.datum === undefined ? undefined : holders.get(field.datum);
    if (field.datum !== undefined && from !== undefined) return [{ path, datum: field.datum, from }];
    return partsOf(field).flatMap((part) => ask(part, `${path}.${part.id}`));
  };
  return fieldsOnce(definition).flatMap((field) => ask(field, field.id));
};
