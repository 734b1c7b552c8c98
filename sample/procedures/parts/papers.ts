/** Documents of a dossier and the places in a form where they are handed in: both from one declaration, so that they cannot differ. */
import type { Component, ComponentGroup, StandIn } from '../../../src/services/catalogue/index.ts';
import type { Field, Logic } from '../../../src/work/forms/index.ts';
import { ask, page, section } from './question.ts';

/** A paper in the vault of the person, by the code of the result that it is. */
export const inVault = (what: string): StandIn => ({ kind: 'vault', what });

/** An answer of a registry. */
export const answeredBy = (what: string): StandIn => ({ kind: 'registry', what });

type Given = Partial<Omit<Component, 'key' | 'name' | 'manner'>>;

const paper = (
  manner: Component['manner'],
  key: string,
  name: string,
  { originals = 1, copies = 0, ...given }: Given,
): Component => ({
  key,
  name,
  manner,
  originals,
  copies,
  when: null,
  chain: null,
  form: null,
  standIns: [],
  ...given,
});

/** A paper to hand in (giấy tờ phải nộp): one original unless told. */
export const handedIn = (key: string, name: string, given: Given = {}): Component =>
  paper('handed-in', key, name, given);

/** A paper to show and take back (giấy tờ phải xuất trình). */
export const shown = (key: string, name: string, given: Given = {}): Component =>
  paper('shown', key, name, given);

/** The identity paper that everybody shows, and that the population database stands in for. */
export const identity = shown('identity', 'Giấy tờ tùy thân của người làm thủ tục', {
  standIns: [answeredBy('population')],
});

/** The application form (đơn, tờ khai) where a law lists it: the answers of this form are it. */
export const applicationForm = (name: string, form: string): Component =>
  handedIn('application', name, { form });

/** The group of papers to hand in, and of those to show. */
export const handIn = (...components: readonly Component[]): ComponentGroup => ({
  case: 'Giấy tờ phải nộp',
  components,
});
export const show = (...components: readonly Component[]): ComponentGroup => ({
  case: 'Giấy tờ phải xuất trình',
  components,
});

/** The place in the form for the files of a component. One that something stands in for may be left empty. */
export const filesOf = (
  id: string,
  { key, name, when, standIns }: Component,
  en: string,
  special: { readonly optional?: boolean; readonly showIf?: Logic; readonly max?: number } = {},
): Field =>
  ask.files(id, name, en, {
    component: key,
    ...(when !== null && { showIf: when }),
    ...(standIns.length > 0 && {
      optional: true,
      hint: {
        vi: 'Không cần gửi nếu cơ quan nhà nước đã có dữ liệu này.',
        en: 'Not needed where a public agency holds this already.',
      },
    }),
    ...special,
  });

/** “Giấy tờ gửi kèm”: each paper on a page of its own, shown only in its case. */
export const papersSection = (...files: readonly Field[]) =>
  section(
    'giay-to',
    'Giấy tờ gửi kèm',
    'Documents',
    files.map((field) =>
      page(
        `tep-${field.id.toLowerCase()}`,
        field.label.vi,
        field.label.en,
        [withoutCondition(field)],
        field.showIf === undefined ? {} : { showIf: field.showIf },
      ),
    ),
  );

const withoutCondition = ({ showIf: _, ...field }: Field): Field => field as Field;
