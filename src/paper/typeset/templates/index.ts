/** Every shipped template. A form of a new law is a new entry here; an administrator's edits live outside of the code. */
import type { Template } from '../template.ts';
import { applicationForm } from './application-form.ts';
import { birthCertificate } from './birth-certificate.ts';
import { certifiedCopy } from './certified-copy.ts';
import { civilStatusExtract } from './civil-status-extract.ts';
import { constructionPermit } from './construction-permit.ts';
import { copyStatement } from './copy-statement.ts';
import { feeReceipt } from './fee-receipt.ts';
import { receiptForm } from './form-01-receipt.ts';
import { supplementForm } from './form-02-supplement.ts';
import { refusalForm } from './form-03-refusal.ts';
import { apologyForm } from './form-04-apology.ts';
import { discontinuationForm } from './form-05-discontinuation.ts';
import { controlForm } from './form-06-control.ts';
import { registerForm } from './form-07-register.ts';
import { generalCertificate } from './general-certificate.ts';
import { householdBusiness } from './household-business.ts';
import { letter } from './letter.ts';
import { maritalStatus } from './marital-status.ts';
import { marriageCertificate } from './marriage-certificate.ts';
import { namedDocument } from './named-document.ts';
import { report } from './report.ts';
import { silentApproval } from './silent-approval.ts';

export const templates = {
  applicationForm,
  apologyForm,
  birthCertificate,
  certifiedCopy,
  civilStatusExtract,
  constructionPermit,
  controlForm,
  copyStatement,
  discontinuationForm,
  feeReceipt,
  generalCertificate,
  householdBusiness,
  letter,
  maritalStatus,
  marriageCertificate,
  namedDocument,
  receiptForm,
  refusalForm,
  registerForm,
  report,
  silentApproval,
  supplementForm,
} as const;

const byKey: ReadonlyMap<string, Template<unknown>> = new Map(
  Object.values(templates).map((template) => [template.key, template]),
);

/** The shipped template of this key, for callers that keep the key as data. */
export const findTemplate = (key: string): Template<unknown> | null => byKey.get(key) ?? null;
