/** The procedures that ship with the product, written by us from the law; each cites the decision that publishes it. */
import type { LocalContent, NationalContent } from '../../src/services/catalogue/index.ts';
import { advertisingNotice } from './advertising-notice.ts';
import { alcoholLicence } from './alcohol-licence.ts';
import { birthRegistration } from './birth-registration.ts';
import { childInsurance } from './child-insurance.ts';
import { childResidence } from './child-residence.ts';
import { complaint } from './complaint.ts';
import { constructionPermit } from './construction-permit.ts';
import { copyCertification } from './copy-certification.ts';
import { criminalRecord } from './criminal-record.ts';
import { foodSafety } from './food-safety.ts';
import { householdBusinessChange } from './household-business-change.ts';
import { householdBusinessRegistration } from './household-business-registration.ts';
import { internalLeave } from './internal-leave.ts';
import { internalPurchase } from './internal-purchase.ts';
import { landChange } from './land-change.ts';
import { linkedBirth } from './linked-birth.ts';
import { maritalStatus } from './marital-status.ts';
import { marriage } from './marriage.ts';
import { registerCorrection } from './register-correction.ts';
import { registerExtract } from './register-extract.ts';
import { scholarship } from './scholarship.ts';
import { socialBenefit } from './social-benefit.ts';
import { treeFelling } from './tree-felling.ts';
import { workPermit } from './work-permit.ts';

/** A procedure with both layers, in force from a day on. */
export type SampleProcedure = {
  readonly national: NationalContent;
  readonly local: LocalContent;
  readonly from: string;
};

export const sampleProcedures: readonly SampleProcedure[] = [
  birthRegistration,
  linkedBirth,
  childResidence,
  childInsurance,
  copyCertification,
  marriage,
  maritalStatus,
  registerExtract,
  registerCorrection,
  householdBusinessRegistration,
  householdBusinessChange,
  constructionPermit,
  landChange,
  workPermit,
  socialBenefit,
  foodSafety,
  advertisingNotice,
  scholarship,
  treeFelling,
  alcoholLicence,
  criminalRecord,
  complaint,
  internalLeave,
  internalPurchase,
];
