/** The data dictionary of a form (từ điển dữ liệu): what is asked, in which form, why, where it lies already, how sensitive it is. */
import type { Text } from '../../ground/text/language.ts';
import { conditionSentence, fieldsOf } from './condition-sentence.ts';
import type { FieldBase, PersonalData, Source } from './fields/field.ts';
import { typeOf } from './fields/index.ts';
import { title } from './fields/wording.ts';
import { partsOf } from './parts.ts';
import type { Definition } from './schema.ts';

export type DictionaryEntry = {
  /** Path of the answer; `[]` stands for each item of a repeated group. */
  readonly path: string;
  readonly section: Text;
  readonly label: Text;
  readonly type: string;
  readonly format: Text;
  readonly required: 'always' | 'under a condition' | 'no';
  /** When it is asked, in words; absent when always. */
  readonly condition?: Text;
  readonly personalData: PersonalData;
  readonly legalBasis?: string;
  readonly source?: Source;
  readonly datum?: string;
};

const requiredness = ({ optional, showIf }: FieldBase): DictionaryEntry['required'] => {
  if (optional) return 'no';
  return showIf === undefined ? 'always' : 'under a condition';
};

const known = new WeakMap<Definition, readonly DictionaryEntry[]>();

/** One entry for each value that a form collects; the parts of a person each have their own. Made once for each definition. */
export const dataDictionary = (definition: Definition): readonly DictionaryEntry[] => {
  const entries = known.get(definition) ?? entriesOf(definition);
  known.set(definition, entries);
  return entries;
};

const entriesOf = (definition: Definition): readonly DictionaryEntry[] => {
  const describe = (
    field: FieldBase,
    prefix: string,
    section: Text,
    siblings: readonly FieldBase[],
  ): readonly DictionaryEntry[] => {
    const path = prefix + field.id;
    const parts = partsOf(field);
    if (parts.length > 0) return parts.flatMap((part) => describe(part, `${path}.`, section, parts));
    const type = typeOf(field);
    const fieldAt = fieldsOf(definition, siblings);
    return [
      {
        path,
        section,
        label: { vi: title(field, 'vi'), en: title(field, 'en') },
        type: field.type,
        format: type.kind === 'leaf' ? type.format(field) : type.name,
        required: requiredness(field),
        personalData: field.personalData ?? 'none',
        ...(field.showIf !== undefined && {
          condition: {
            vi: conditionSentence(field.showIf, fieldAt, 'vi'),
            en: conditionSentence(field.showIf, fieldAt, 'en'),
          },
        }),
        ...(field.legalBasis && { legalBasis: field.legalBasis }),
        ...(field.source && { source: field.source }),
        ...(field.datum && { datum: field.datum }),
      },
    ];
  };
  return definition.sections.flatMap(({ pages, title: section }) =>
    pages.flatMap(({ repeat, fields }) =>
      fields.flatMap((field) => describe(field, repeat ? `${repeat.id}[].` : '', section, fields)),
    ),
  );
};
