/** Questions that are asked only because a registry did not answer: marked on the page, held against the registry after submission (B4). */
import type { Act } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import { checkLater, registries, wrongHref } from '../../outside/registries/index.ts';
import { wantedSources, type Answers, type Definition, type Wanted } from '../../work/forms/index.ts';
import type { Draft } from './drafts.ts';
import { purposeOf } from './known.ts';

/** The questions of a form whose source was silent and which no other source has answered. */
const askedInstead = (form: Definition, draft: Pick<Draft, 'silent' | 'provenance'>): readonly Wanted[] =>
  wantedSources(form).filter(
    ({ path, source }) => draft.silent.includes(source.registry) && !Object.hasOwn(draft.provenance, path),
  );

const isRegistry = (name: string): name is keyof typeof registries => Object.hasOwn(registries, name);

/** Names of the registries on whose account questions with these ids are asked. */
export const silentRegistries = (
  form: Definition,
  draft: Pick<Draft, 'silent' | 'provenance'>,
  fields: readonly string[],
): readonly Text[] => {
  const names = askedInstead(form, draft)
    .filter(({ path }) => fields.includes(path))
    .map(({ source }) => source.registry);
  return [...new Set(names)].filter(isRegistry).map((name) => registries[name].name);
};

/** Has every answer that a silent registry could have given checked, once it is back. Nothing waits for it. */
export function checkUnanswered(
  act: Act,
  draft: Draft,
  form: Definition,
  answers: Answers,
  item: string,
): void {
  const asked = askedInstead(form, draft).filter(
    ({ path, source }) => isRegistry(source.registry) && answers[path] !== undefined,
  );
  const { person, organisation } = draft;
  for (const [source, wanted] of Map.groupBy(asked, ({ source: { registry } }) => registry)) {
    const said = Object.fromEntries(wanted.map(({ path, source: { path: at } }) => [at, answers[path]]));
    checkLater(act, item, source, { person, organisation }, said, purposeOf(draft.procedure, person ?? ''));
  }
}

/** Where a person says that a prefilled answer is wrong, by the path of the answer. */
export const wrongHrefOf = (form: Definition): ((path: string) => string | undefined) => {
  const sources = new Map(wantedSources(form).map(({ path, source }) => [path, source.registry]));
  return (path) => {
    const source = sources.get(path.split('.')[0] ?? '');
    return source === undefined ? undefined : wrongHref(source);
  };
};
