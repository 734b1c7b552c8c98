/**
 * What forms may ask of registries. The shape is that of the sources of applications (who stand above and declare it
 * themselves): a name, and what is known at some paths, with source, moment and legal basis.
 */
import type { Look } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import type { Registry } from './registry.ts';

/** Why a form asks: the procedure, the law that lets it, and the draft that it is asked for, if one is begun. */
export type Purpose = {
  readonly procedure: string;
  readonly basis: string;
  readonly draft?: string | null;
};

/** A value with where it came from. */
export type Known = {
  readonly value: unknown;
  readonly source: Text;
  readonly at: string;
  readonly basis: string;
};

/** A registry as a form sees it. Null: it does not answer now, the questions are asked and checked later. */
export type KnownSource = {
  readonly name: string;
  readonly ask: (
    look: Look,
    paths: readonly string[],
    purpose: Purpose,
  ) => Promise<ReadonlyMap<string, Known> | null>;
};

/** Whom a source is asked about: ids of the people room. */
export type Subject = { readonly person: string | null; readonly organisation: string | null };

/** A source that can be asked about anybody, by those who have the power: a check of an earlier answer, the counter. */
export type SubjectSource = {
  readonly name: string;
  readonly registry: Registry;
  /** Null: does not answer. Undefined paths are not known. */
  readonly facts: (
    look: Look,
    subject: Subject,
    /** What is wanted of it: a source that has to ask several services asks only those. */
    paths: readonly string[],
    why: {
      readonly purpose: string;
      readonly basis: string;
      readonly item: string | null;
      readonly draft?: string | null;
      readonly patient: 'page' | 'job';
    },
  ) => Promise<Facts | null>;
};

/** Facts as a tree, with the moment they were given. */
export type Facts = { readonly tree: Readonly<Record<string, unknown>>; readonly at: Date };

/** The value at a dotted path of a tree. */
export function valueAt(tree: unknown, path: string): unknown {
  let value = tree;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value ?? undefined;
}

/** A source about the person who is signed in, or the organisation they act for. */
export const aboutSelf = ({ name, registry, facts }: SubjectSource): KnownSource => ({
  name,
  ask: async (look, paths, { procedure, basis: why, draft = null }) => {
    // An officer who asks for somebody else names whom: their own data are no answer.
    if (look.by.kind !== 'citizen') return new Map();
    const { person, organisation } = look.by;
    const basis = why || registry.basis;
    const found = await facts(look, { person, organisation }, paths, {
      purpose: procedure,
      basis,
      item: null,
      draft,
      patient: 'page',
    });
    if (!found) return null;
    const at = found.at.toISOString();
    return new Map(
      paths.flatMap((path): [string, Known][] => {
        const value = valueAt(found.tree, path);
        return value === undefined ? [] : [[path, { value, source: registry.name, at, basis }]];
      }),
    );
  },
});

/** Leaves out what is not known, so that a part which is missing is asked. */
export const known = (tree: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== null && value !== undefined));
