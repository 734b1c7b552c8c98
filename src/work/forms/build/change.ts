/** Changes of a definition as service designers make them: questions and pages added, replaced, moved, taken away. Pure: what comes out may still be wrong (`definitionFaults` says so). */
import type { Definition, Field, Page, Section } from '../schema.ts';

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

/** Puts a question in the place of the one with this id. */
export const replaceField = (definition: Definition, id: string, field: Field): Definition =>
  changePages(definition, (page) => [
    { ...page, fields: page.fields.map((one) => (one.id === id ? field : one)) },
  ]);

/** Takes a question away; the last one of a page takes the page with it. */
export const removeField = (definition: Definition, id: string): Definition =>
  changePages(definition, (page) => [{ ...page, fields: page.fields.filter((one) => one.id !== id) }]);

/** A list with one item moved by a step, where there is room. */
function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const to = at + by;
  const [item, other] = [items[at], items[to]];
  if (item === undefined || other === undefined) return items;
  return items.map((one, i) => (i === at ? other : i === to ? item : one));
}

/** Moves a question up (-1) or down (1); at the edge of its page it goes over to the neighbouring page of the section. */
export function moveField(definition: Definition, id: string, by: -1 | 1): Definition {
  const sections = definition.sections.map((section) => {
    const at = section.pages.findIndex(({ fields }) => fields.some((field) => field.id === id));
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

/** Moves a page within its section. */
export const movePage = (definition: Definition, id: string, by: -1 | 1): Definition =>
  withSections(
    definition,
    definition.sections.map((section) => {
      const at = section.pages.findIndex((page) => page.id === id);
      return at < 0 ? section : { ...section, pages: moved(section.pages, at, by) };
    }),
  );

/** Adds a page (with its first question) to the end of a section. */
export const addPage = (definition: Definition, section: string, page: Page): Definition =>
  withSections(
    definition,
    definition.sections.map((one) => (one.id === section ? { ...one, pages: [...one.pages, page] } : one)),
  );

/** All questions outside of repeated groups that stand before the question with this id; all of them when there is none such. */
export function fieldsBefore(definition: Definition, id: string | null): readonly Field[] {
  const all = definition.sections.flatMap(({ pages }) =>
    pages.flatMap(({ repeat, fields }) => (repeat ? [] : fields)),
  );
  const at = all.findIndex((field) => field.id === id);
  return at < 0 ? all : all.slice(0, at);
}

/** The question with this id and its page, or null. */
export function findField(
  definition: Definition,
  id: string,
): { readonly page: Page; readonly field: Field } | null {
  for (const { pages } of definition.sections)
    for (const page of pages) {
      const field = page.fields.find((one) => one.id === id);
      if (field) return { page, field };
    }
  return null;
}
