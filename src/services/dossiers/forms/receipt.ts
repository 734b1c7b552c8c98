/** Form 01: the acceptance slip with the date of the result, only after acceptance; it is no fee receipt. */
import { due, explain, startClock, termWords } from '../../../work/clock/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { DossierComponent } from '../schema.ts';
import {
  applicantOf,
  headOfOneStop,
  lastStep,
  momentOf,
  noted,
  numberIn,
  requestOf,
  type Facts,
  type FormData,
} from './facts.ts';

const pickups = {
  online: 'Kho dữ liệu điện tử của người nộp trên Cổng dịch vụ công',
  counter: 'Bộ phận Một cửa',
  post: 'Qua dịch vụ bưu chính công ích',
} as const;

/** The data of form 01; null before acceptance: no date was promised yet. */
export function receiptData(facts: Facts): FormData | null {
  const { dossier, components, oneStop } = facts;
  const { accepted_at: accepted, promised_at: promised, clock } = dossier;
  const step = lastStep(facts, 'accept');
  if (!accepted || !promised || !clock || !step) return null;
  const entered = enteredBy(facts);
  const consented = vaultConsentOf(facts);
  return {
    ...headOfOneStop(facts, accepted),
    ...(facts.receivedAt && { decidedBy: facts.agency.name.vi }),
    applicant: applicantOf(facts),
    // Who sent it by post stands for who hands it in.
    ...(dossier.postal &&
      dossier.postal.sender !== dossier.applicant_name && { submitter: dossier.postal.sender }),
    ...(entered && { enteredBy: entered }),
    ...(consented && { vaultConsent: consented }),
    procedure: requestOf(facts),
    components: [declarationOf(dossier), ...components.map(componentOf)],
    sets: 1,
    allowance: termWords(clock.term).vi,
    received: momentOf(accepted),
    due: momentOf(promised),
    dueExplanation: explanationOf(facts, accepted),
    pickup:
      dossier.return_way === 'counter'
        ? `${pickups.counter}: ${oneStop.name.vi}`
        : pickups[dossier.return_way],
    book: String(new Date(accepted.getTime() + 7 * 3_600_000).getUTCFullYear()),
    entry: String(Number(numberIn(dossier.code)) || numberIn(dossier.code)),
    receiver: step.name,
  };
}

/** "Trần Thị Mẫu nhập thay cho Nguyễn Văn Thí Dụ", when an officer entered it at the counter (issue 4, point 2). */
function enteredBy({ dossier, steps }: Facts): string | null {
  const received = steps.find(({ act }) => act === 'dossier.receive');
  return dossier.entered_by !== null && received
    ? `${received.name} nhập thay cho ${dossier.applicant_name}`
    : null;
}

/** That the applicant let the officer look for papers in the vault, and when: what they read and sign is what was noted of them. */
function vaultConsentOf({ dossier, steps }: Facts): string | null {
  const received = steps.find(({ act }) => act === 'dossier.receive');
  const at = noted(received?.after, 'vaultConsentAt');
  return received && typeof at === 'string'
    ? `${dossier.applicant_name} đồng ý tại quầy lúc ${formatTime(new Date(at))}, ${received.name} ghi nhận; không đúng thì phản đối ở trang Kho giấy tờ`
    : null;
}

/** The explanation of the first promise, as it was on the day of acceptance, whatever happened to the clock since. */
function explanationOf({ dossier, calendar }: Facts, accepted: Date): string {
  const first = startClock(dossier.clock!.term, accepted, {
    cause: { vi: 'Hồ sơ được tiếp nhận', en: 'The dossier was accepted' },
    basis: null,
    evidence: null,
  });
  return explain(due(first, calendar)).summary.vi;
}

/** The declaration itself: the applicant's own, or entered at the counter from what the applicant says. */
const declarationOf = ({ entered_by: enteredBy }: Facts['dossier']): FormData => ({
  name: enteredBy === null ? 'Tờ khai điện tử' : 'Tờ khai điện tử, cán bộ nhập theo lời khai',
  electronic: 1,
});

/** A document with its count, pages and hash: the person sees that nothing was exchanged later. */
const componentOf = ({ name, manner, originals, copies, hash, pages }: DossierComponent): FormData => {
  const trace = [
    pages !== null && `${String(pages).padStart(2, '0')} trang`,
    hash && `SHA-256: ${hash}`,
  ].filter(Boolean);
  return {
    name: manner === 'shown' ? `${name} (xuất trình)` : name,
    ...(originals > 0 && { original: originals }),
    ...(hash === null && copies > 0 && { photocopy: copies }),
    ...(hash !== null && { electronic: 1 }),
    ...(trace.length > 0 && { trace: trace.join('; ') }),
  };
};
