/** The parts of a person, an organisation or a parcel of land as fields of their own, named after what they belong to. */
import type { FieldBase } from './fields/field.ts';
import { typeOf } from './fields/index.ts';
import { noun } from './fields/wording.ts';

/** “họ và tên” of the field “Người mẹ” is “họ và tên của người mẹ”: messages, summary and print must say whose. */
const named = (part: FieldBase, owner: FieldBase): FieldBase => ({
  ...part,
  short: {
    vi: `${noun(part, 'vi')} của ${noun(owner, 'vi')}`,
    en: `${noun(part, 'en')} of ${noun(owner, 'en')}`,
  },
  ...(owner.source && { source: { ...owner.source, path: `${owner.source.path}.${part.id}` } }),
  ...(owner.datum && { datum: `${owner.datum}.${part.id}` }),
  personalData: part.personalData ?? owner.personalData ?? (owner.type === 'person' ? 'basic' : 'none'),
});

/** The parts of a field; none when its value is one thing. */
export const partsOf = (field: FieldBase): readonly FieldBase[] => {
  const type = typeOf(field);
  return type.kind === 'composite' ? type.parts(field).map((part) => named(part, field)) : [];
};
