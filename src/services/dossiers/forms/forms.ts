/** The forms of one dossier by their numbers: which template, who may have them, and whether there is one yet. */
import type { Text } from '../../../ground/text/language.ts';
import type { Dossier } from '../schema.ts';
import { controlData } from './control.ts';
import { lastStep, type Facts, type FormData } from './facts.ts';
import { apologyData, discontinuationData, refusalData, supplementData } from './letters.ts';
import { receiptData } from './receipt.ts';

export type FormNumber = '01' | '02' | '03' | '04' | '05' | '06';

type Form = {
  readonly template: string;
  readonly name: Text;
  /** The control slip shows who works on what: for officers only. */
  readonly officersOnly: boolean;
  /** Whether the state of the dossier alone says that there is one. */
  readonly exists: (dossier: FormState) => boolean;
  readonly data: (facts: Facts) => FormData | null;
  /** The moment of the act that the form documents: its template is the one of then. Null: it tells how things stand now. */
  readonly since: (facts: Facts) => Date | null;
};

const stepAt =
  (...acts: readonly string[]) =>
  (facts: Facts): Date | null =>
    acts.map((act) => lastStep(facts, act)?.at).find((at) => at !== undefined) ?? null;

/** What of a dossier decides which forms there are. */
export type FormState = Pick<
  Dossier,
  'state' | 'accepted_at' | 'supplements' | 'apologies' | 'outcome' | 'decided_at'
>;

export const forms: Readonly<Record<FormNumber, Form>> = {
  '01': {
    template: 'form-01-receipt',
    name: { vi: 'Giấy tiếp nhận và hẹn trả', en: 'Acceptance slip' },
    officersOnly: false,
    exists: ({ accepted_at }) => accepted_at !== null,
    data: receiptData,
    since: ({ dossier }) => dossier.accepted_at,
  },
  '02': {
    template: 'form-02-supplement',
    name: { vi: 'Phiếu yêu cầu bổ sung', en: 'Request for supplement' },
    officersOnly: false,
    exists: ({ supplements }) => supplements > 0,
    data: supplementData,
    since: ({ supplements }) => supplements[0]?.asked_at ?? null,
  },
  '03': {
    template: 'form-03-refusal',
    name: { vi: 'Phiếu từ chối', en: 'Refusal' },
    officersOnly: false,
    exists: ({ state, outcome, decided_at }) =>
      state === 'refused' || (outcome === 'refused' && decided_at !== null),
    data: refusalData,
    since: stepAt('refuse-intake', 'decide'),
  },
  '04': {
    template: 'form-04-apology',
    name: { vi: 'Phiếu xin lỗi và hẹn lại', en: 'Apology with a new date' },
    officersOnly: false,
    exists: ({ apologies }) => apologies > 0,
    data: apologyData,
    since: stepAt('apologise'),
  },
  '05': {
    template: 'form-05-discontinuation',
    name: { vi: 'Thông báo dừng giải quyết', en: 'Notice of discontinuation' },
    officersOnly: false,
    exists: ({ state }) => state === 'discontinued',
    data: discontinuationData,
    since: stepAt('discontinue'),
  },
  '06': {
    template: 'form-06-control',
    name: { vi: 'Phiếu kiểm soát quá trình', en: 'Control slip' },
    officersOnly: true,
    exists: () => true,
    data: controlData,
    since: () => null,
  },
};

/** The numbers of the forms that a dossier has and this kind of visitor may print. */
export const formsOf = (dossier: FormState, officer: boolean): readonly FormNumber[] =>
  (Object.keys(forms) as FormNumber[]).filter(
    (number) => forms[number].exists(dossier) && (officer || !forms[number].officersOnly),
  );
