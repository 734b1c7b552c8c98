/** The procedures that ship with the product, written by us from the law; each cites the decision that publishes it. */
import type { LocalContent, NationalContent } from '../../src/services/catalogue/index.ts';
import { birthRegistration } from './birth-registration.ts';
import { constructionPermit } from './construction-permit.ts';
import { copyCertification } from './copy-certification.ts';
import { householdBusinessChange } from './household-business-change.ts';
import { householdBusinessRegistration } from './household-business-registration.ts';
import { linkedBirth } from './linked-birth.ts';
import { maritalStatus } from './marital-status.ts';
import { marriage } from './marriage.ts';
import { registerCorrection } from './register-correction.ts';
import { registerExtract } from './register-extract.ts';

/** A procedure with both layers, in force from a day on. */
export type SampleProcedure = {
  readonly national: NationalContent;
  readonly local: LocalContent;
  readonly from: string;
};

export const sampleProcedures: readonly SampleProcedure[] = [
  birthRegistration,
  linkedBirth,
  copyCertification,
  marriage,
  maritalStatus,
  registerExtract,
  registerCorrection,
  householdBusinessRegistration,
  householdBusinessChange,
  constructionPermit,
];
