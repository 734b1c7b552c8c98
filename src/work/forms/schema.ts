/**
 * The definition of a form (biểu mẫu điện tử tương tác): plain JSON, versioned, from which everything else comes. Requirement B3
 * (Decree 42/2022, art. 3.7–3.8, 11.2b). A dossier stays with the version it was filled in.
 */
import type { FieldError } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import type { AddressField } from './fields/address.tsx';
import type { ChoiceField } from './fields/choice.tsx';
import type { ChoicesField } from './fields/choices.tsx';
import type { DateField } from './fields/date.tsx';
import type { DeclarationField } from './fields/declaration.tsx';
import type { EmailField } from './fields/email.ts';
import type { EnterpriseCodeField } from './fields/enterprise-code.ts';
import type { Logic } from './fields/field.ts';
import type { FilesField } from './fields/files.tsx';
import type { LandParcelField } from './fields/land-parcel.ts';
import type { LongTextField } from './fields/long-text.tsx';
import type { MoneyField } from './fields/money.tsx';
import type { NumberField } from './fields/number.tsx';
import type { OrganisationField } from './fields/organisation.ts';
import type { PersonField } from './fields/person.ts';
import type { PersonNameField } from './fields/person-name.ts';
import type { PersonalNumberField } from './fields/personal-number.ts';
import type { PhoneField } from './fields/phone.ts';
import type { SignatureField } from './fields/signature.tsx';
import type { TaxCodeField } from './fields/tax-code.ts';
import type { TextField } from './fields/text.ts';
import type { VehiclePlateField } from './fields/vehicle-plate.ts';
import type { YesNoField } from './fields/yes-no.tsx';

/** One field (trường thông tin) of any type. */
export type Field =
  | AddressField
  | ChoiceField
  | ChoicesField
  | DateField
  | DeclarationField
  | EmailField
  | EnterpriseCodeField
  | FilesField
  | LandParcelField
  | LongTextField
  | MoneyField
  | NumberField
  | OrganisationField
  | PersonField
  | PersonNameField
  | PersonalNumberField
  | PhoneField
  | SignatureField
  | TaxCodeField
  | TextField
  | VehiclePlateField
  | YesNoField;

/** The fields of its page are asked once for each item (each child, each co-owner); the answers are a list under `id`. */
export type Repeat = {
  readonly id: string;
  /** One item: “Người con”. */
  readonly title: Text;
  /** At least so many; 1 unless told, 0 when there may be none. */
  readonly min?: number;
  /** At most so many; 20 unless told. */
  readonly max?: number;
};

/** One screen: one idea. */
export type Page = {
  readonly id: string;
  readonly title: Text;
  readonly intro?: Text;
  readonly showIf?: Logic;
  readonly repeat?: Repeat;
  readonly fields: readonly Field[];
};

/** Pages that belong together: a heading of the summary and of the printed form (mục). */
export type Section = {
  readonly id: string;
  readonly title: Text;
  readonly showIf?: Logic;
  readonly pages: readonly Page[];
};

/** A rule over several answers. When `when` holds, the message stands at the field. */
export type Rule = {
  readonly id: string;
  readonly when: Logic;
  readonly field: string;
  readonly message: Text;
};

export type Definition = {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  /** Articles and documents that prescribe this form. */
  readonly legalBasis?: readonly string[];
  readonly sections: readonly Section[];
  readonly rules?: readonly Rule[];
};

/** Answers by the id of their field; what could not be read is kept as it was typed. */
export type Answers = Readonly<Record<string, unknown>>;

/** A fault of one answer, with the page where it can be mended, and in a repeated group the item (“Người con 2”). */
export type FormError = FieldError & { readonly page: string; readonly item?: Text };

export type { Context, FieldBase, JsonSchema, Logic, PersonalData, Source } from './fields/field.ts';
