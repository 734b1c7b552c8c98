/** Changes of a definition as service designers make them: questions and pages added, replaced, moved, taken away. Pure: what comes out may still be wrong (`definitionFaults` says so). */
import type { Definition, Field, Page, Rule, Section } from '../schema.ts';

const withSections = (definition: Definition, sections: readonly Section[]): Definition => ({
  ...definition,
  sections,
});

/** Every page replaced by what `change` makes of it; a page without questions is taken away, and a section without pages. */
function changePages(definition: Definition, change: (page: Page) => readonly Page[]): Definition {
  const sections = definition.sections
    .map((section) => ({
      ...section,
      pages: section.pages.flatMap(change).filter(({ fields }) => fields.length > 0),
    }))
    .filter(({ pages }) => pages.length > 0);
  return withSections(definition, sections);
}

const changePage = (definition: Definition, id: string, change: (page: Page) => Page): Definition =>
  changePages(definition, (page) => [page.id === id ? change(page) : page]);

/** Adds a question at the end of a page. */
export const addField = (definition: Definition, page: string, field: Field): Definition =>
  changePage(definition, page, (one) => ({ ...one, fields: [...one.fields, field] }));

/** Whether this is the page that is meant; ids are the same in two repeated groups, so a question is named with its page. */
const isMeant = (page: Page, id: string | undefined): boolean => id === undefined || page.id === id;

/** Puts a question in the place of the one with this id. */
export const replaceField = (definition: Definition, id: string, field: Field, on?: string): Definition =>
  changePages(definition, (page) => [
    isMeant(page, on) ? { ...page, fields: page.fields.map((one) => (one.id === id ? field : one)) } : page,
  ]);

/** Takes a question away; the last one of a page takes the page with it. */
export const removeField = (definition: Definition, id: string, on?: string): Definition =>
  changePages(definition, (page) => [
    isMeant(page, on) ? { ...page, fields: page.fields.filter((one) => one.id !== id) } : page,
  ]);

/** Puts a page in the place of the one with this id. */
export const replacePage = (definition: Definition, id: string, page: Page): Definition =>
  changePage(definition, id, () => page);

/** Takes a page away with its questions; the last one of a section takes the section with it. */
export const removePage = (definition: Definition, id: string): Definition =>
  changePages(definition, (page) => (page.id === id ? [] : [page]));

/** A list with one item moved by a step, where there is room. */
function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const to = at + by;
  const [item, other] = [items[at], items[to]];
  if (item === undefined || other === undefined) return items;
  return items.map((one, i) => (i === at ? other : i === to ? item : one));
}

/** Moves a question up (-1) or down (1); at the edge of its page it goes over to the neighbouring page of the section. */
export function moveField(definition: Definition, id: string, by: -1 | 1, on?: string): Definition {
  const sections = definition.sections.map((section) => {
    const at = section.pages.findIndex(
      (page) => isMeant(page, on) && page.fields.some((field) => field.id === id),
    );
    const page = section.pages[at];
    if (!page) return section;
    const place = page.fields.findIndex((field) => field.id === id);
    const field = page.fields[place]!;
    if (page.fields[place + by])
      return {
        ...section,
        pages: section.pages.map((one, i) =>
          i === at ? { ...page, fields: moved(page.fields, place, by) } : one,
        ),
      };
    if (!section.pages[at + by]) return section;
    const pages = section.pages
      .map((one, i) => {
        if (i === at) return { ...one, fields: one.fields.filter((other) => other.id !== id) };
        if (i !== at + by) return one;
        return { ...one, fields: by < 0 ? [...one.fields, field] : [field, ...one.fields] };
      })
      .filter(({ fields }) => fields.length > 0);
    return { ...section, pages };
  });
  return withSections(definition, sections);
}

/** Moves a page up (-1) or down (1); at the edge of its section it goes over to the neighbouring one. */
export function movePage(definition: Definition, id: string, by: -1 | 1): Definition {
  const { sections } = definition;
  const from = sections.findIndex(({ pages }) => pages.some((page) => page.id === id));
  const section = sections[from];
  if (!section) return definition;
  const at = section.pages.findIndex((page) => page.id === id);
  const put = (one: Section, i: number): Section => {
    if (section.pages[at + by]) return i === from ? { ...one, pages: moved(one.pages, at, by) } : one;
    if (i === from) return { ...one, pages: one.pages.filter((page) => page.id !== id) };
    if (i !== from + by) return one;
    const page = section.pages[at]!;
    return { ...one, pages: by < 0 ? [...one.pages, page] : [page, ...one.pages] };
  };
  if (!section.pages[at + by] && !sections[from + by]) return definition;
  return withSections(
    definition,
    sections.map(put).filter(({ pages }) => pages.length > 0),
  );
}

/** Adds a section (with its first page) at the end. */
export const addSection = (definition: Definition, section: Section): Definition =>
  withSections(definition, [...definition.sections, section]);

/** Puts a section in the place of the one with this id. */
export const replaceSection = (definition: Definition, id: string, section: Section): Definition =>
  withSections(
    definition,
    definition.sections.map((one) => (one.id === id ? section : one)),
  );

/** Moves a section up or down. */
export const moveSection = (definition: Definition, id: string, by: -1 | 1): Definition =>
  withSections(
    definition,
    moved(
      definition.sections,
      definition.sections.findIndex((one) => one.id === id),
      by,
    ),
  );

/** Takes a section away with its pages. */
export const removeSection = (definition: Definition, id: string): Definition =>
  withSections(
    definition,
    definition.sections.filter((one) => one.id !== id),
  );

/** The definition with these rules; none are not kept as an empty list. */
function withRules({ rules: _, ...definition }: Definition, rules: readonly Rule[]): Definition {
  return rules.length > 0 ? { ...definition, rules } : definition;
}

/** Puts a rule in the place of the one with this id, or at the end where there is none. */
export function putRule(definition: Definition, id: string | null, rule: Rule): Definition {
  const { rules = [] } = definition;
  const known = rules.some((one) => one.id === id);
  return withRules(definition, known ? rules.map((one) => (one.id === id ? rule : one)) : [...rules, rule]);
}

/** Takes a rule away. */
export const removeRule = (definition: Definition, id: string): Definition =>
  withRules(
    definition,
    (definition.rules ?? []).filter((one) => one.id !== id),
  );

/** Adds a page (with its first question) to the end of a section. */
export const addPage = (definition: Definition, section: string, page: Page): Definition =>
  withSections(
    definition,
    definition.sections.map((one) => (one.id === section ? { ...one, pages: [...one.pages, page] } : one)),
  );

/** Where something stands of which a condition may speak of what comes before: a question of a page, a page, a section. */
export type Spot =
  | { readonly field: string; readonly page: string }
  | { readonly page: string }
  | { readonly section: string };

/** What a condition at a spot may speak of, by the path that it uses: inside a repeated group `item.…`. */
export function fieldsBefore(definition: Definition, spot: Spot | null): readonly Field[] {
  const before: Field[] = [];
  for (const section of definition.sections) {
    if (spot && 'section' in spot && section.id === spot.section) return before;
    for (const page of section.pages) {
      const here = spot !== null && 'page' in spot && page.id === spot.page;
      if (here && !('field' in spot)) return before;
      const at = here && 'field' in spot ? page.fields.findIndex(({ id }) => id === spot.field) : -1;
      const those = at < 0 ? page.fields : page.fields.slice(0, at);
      if (!page.repeat) before.push(...those);
      else if (here) before.push(...those.map((field) => ({ ...field, id: `item.${field.id}` })));
      if (here) return before;
    }
  }
  return before;
}

/** The question with this id and its page, or null. */
export function findField(
  definition: Definition,
  id: string,
  on?: string,
): { readonly page: Page; readonly field: Field } | null {
  for (const { pages } of definition.sections)
    for (const page of pages) {
      const field = isMeant(page, on) ? page.fields.find((one) => one.id === id) : undefined;
      if (field) return { page, field };
    }
  return null;
}
