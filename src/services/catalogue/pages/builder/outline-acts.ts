/** What the buttons of the outline do to a definition: `up field ID PAGE`, `remove section ID`, `add-page`. Pure. */
import { Invalid } from '../../../../ground/operate/errors.ts';
import type { Text } from '../../../../ground/text/language.ts';
import {
  addPage,
  addSection,
  moveField,
  movePage,
  moveSection,
  removeField,
  removePage,
  removeRule,
  removeSection,
  type Definition,
  type Field,
  type Page,
} from '../../../../work/forms/index.ts';
import { words } from './words.ts';

/** Texts that the outline asks for. */
export type Titles = {
  readonly section: string | null;
  readonly pageTitle: string;
  readonly pageTitleEn: string;
  readonly sectionTitle: string;
  readonly sectionTitleEn: string;
};

const said = (field: keyof Titles, vi: string, en: string): Text => {
  if (vi === '')
    throw new Invalid([
      {
        field,
        message: { vi: `Hãy nhập ${words[field].vi.toLowerCase()}.`, en: `Enter: ${words[field].en}.` },
      },
    ]);
  return { vi, en: en || vi };
};

const idsOf = ({ sections, rules = [] }: Definition): ReadonlySet<string> =>
  new Set([
    ...sections.flatMap(({ id, pages }) => [
      id,
      ...pages.flatMap((page) => [page.id, page.repeat?.id ?? '', ...page.fields.map((field) => field.id)]),
    ]),
    ...rules.map(({ id }) => id),
  ]);

/** An id that nothing in the form has yet. */
export function freshId(form: Definition, stem: string): string {
  const taken = idsOf(form);
  let n = 1;
  while (taken.has(`${stem}${n}`)) n += 1;
  return `${stem}${n}`;
}

/** A page with a first question, which its designer then changes. */
function newPage(form: Definition, title: Text): Page {
  const first: Field = { id: freshId(form, 'question'), type: 'text', label: title, optional: true };
  return { id: freshId(form, 'page-'), title, fields: [first] };
}

/** The definition after a button was pressed. Throws Invalid where a title is missing; an unknown button changes nothing. */
export function pressed(form: Definition, button: string, titles: Titles): Definition {
  const [wanted = '', what = '', id = '', on] = button.split(' ');
  if (wanted === 'add-page') {
    const title = said('pageTitle', titles.pageTitle, titles.pageTitleEn);
    return addPage(form, titles.section ?? '', newPage(form, title));
  }
  if (wanted === 'add-section') {
    const title = said('sectionTitle', titles.sectionTitle, titles.sectionTitleEn);
    return addSection(form, { id: freshId(form, 'section-'), title, pages: [newPage(form, title)] });
  }
  if (wanted === 'remove') {
    if (what === 'rule') return removeRule(form, id);
    if (what === 'section') return removeSection(form, id);
    return what === 'page' ? removePage(form, id) : removeField(form, id, on);
  }
  if (wanted !== 'up' && wanted !== 'down') return form;
  const by = wanted === 'up' ? -1 : 1;
  if (what === 'section') return moveSection(form, id, by);
  return what === 'page' ? movePage(form, id, by) : moveField(form, id, by, on);
}
