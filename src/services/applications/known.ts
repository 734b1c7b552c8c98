/** What the state knows already, by source: the account and the people room now; registries and the vault through ports. */
import type { Look } from '../../ground/db/act.ts';
import {
  prefill,
  wantedSources,
  type Definition,
  type Prefilled,
  type Provenance,
  type Source,
} from '../../work/forms/index.ts';
import { isRestricted } from '../../world/people/index.ts';

/** Asks one source for what a form wants of it. Null: it does not answer now; the questions are asked. */
export type KnownSource = {
  /** Name under which forms ask: `account`, `population`, `civil-status`, `vault`. */
  readonly name: string;
  readonly ask: (
    look: Look,
    paths: readonly string[],
    purpose: Purpose,
  ) => Promise<ReadonlyMap<string, Provenance> | null>;
};

/** Why a source is asked: written into its ledger. */
export type Purpose = {
  /** The person whose data is asked for: who applies, not who types. */
  readonly person: string;
  readonly procedure: string;
  readonly basis: string;
  /** The draft that is begun with the answers; null: none. */
  readonly draft: string | null;
};

/** What is known, the sources that did not answer, and whether none was asked because the person's data are restricted. */
export type AskedKnown = Prefilled & {
  readonly silent: readonly string[];
  readonly restricted: boolean;
  /** Id of the draft that is to be begun with it: the ledgers of the sources name it already. */
  readonly draft: string | null;
};

/**
 * Prefills the answers of a form from all sources, asked side by side. A source that does not answer blocks nothing: it is
 * named. Of a person whose data are restricted nothing is asked: the form begins empty.
 */
export async function askKnown(
  look: Look,
  form: Definition,
  sources: readonly KnownSource[],
  purpose: Purpose,
  answered: Prefilled = { answers: {}, provenance: {} },
): Promise<AskedKnown> {
  const { draft } = purpose;
  if (await isRestricted(look, purpose.person))
    return { ...prefill(form, answered, () => undefined), silent: [], restricted: true, draft };
  const wanted = Map.groupBy(wantedSources(form), ({ source }) => source.registry);
  const found = new Map<string, Provenance>();
  const silent: string[] = [];
  await Promise.all(
    sources.map(async ({ name, ask }) => {
      const paths = [...new Set((wanted.get(name) ?? []).map(({ source }) => source.path))];
      if (paths.length === 0) return;
      const answers = await ask(look, paths, purpose).catch(() => null);
      if (answers === null) silent.push(name);
      for (const [path, provenance] of answers ?? []) found.set(`${name} ${path}`, provenance);
    }),
  );
  const known = prefill(form, answered, ({ registry, path }: Source) => found.get(`${registry} ${path}`));
  return { ...known, silent: silent.toSorted(), restricted: false, draft };
}

/** The purpose of prefilling an application. `draft`: id of the draft that is begun with it. */
export const purposeOf = (procedure: string, person: string, draft: string | null = null): Purpose => ({
  person,
  procedure,
  draft,
  basis: 'Nghị định 42/2022/NĐ-CP, Điều 11',
});
