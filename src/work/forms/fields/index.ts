/** Every type of field. A new type is one file in this folder and one line here. */
import type { Field } from '../schema.ts';
import { address } from './address.tsx';
import { choice } from './choice.tsx';
import { choices } from './choices.tsx';
import { date } from './date.tsx';
import { declaration } from './declaration.tsx';
import { email } from './email.ts';
import { enterpriseCode } from './enterprise-code.ts';
import type { FieldBase, FieldType } from './field.ts';
import { files } from './files.tsx';
import { landParcel } from './land-parcel.ts';
import { longText } from './long-text.tsx';
import { money } from './money.tsx';
import { number } from './number.tsx';
import { organisation } from './organisation.ts';
import { person } from './person.ts';
import { personName } from './person-name.ts';
import { personalNumber } from './personal-number.ts';
import { phone } from './phone.ts';
import { signature } from './signature.tsx';
import { taxCode } from './tax-code.ts';
import { text } from './text.ts';
import { vehiclePlate } from './vehicle-plate.ts';
import { yesNo } from './yes-no.tsx';

/** The types by name, each with its own kind of definition. */
export const fieldTypes: { readonly [Type in Field['type']]: FieldType<Extract<Field, { type: Type }>> } = {
  text,
  longText,
  number,
  money,
  date,
  choice,
  choices,
  yesNo,
  personalNumber,
  taxCode,
  enterpriseCode,
  personName,
  phone,
  email,
  address,
  landParcel,
  vehiclePlate,
  files,
  person,
  organisation,
  signature,
  declaration,
};

/** The type of a field. The table above pairs every type with its own fields, which the compiler cannot follow through a lookup. */
export const typeOf = (field: FieldBase): FieldType<FieldBase> =>
  fieldTypes[field.type as Field['type']] as unknown as FieldType<FieldBase>;
