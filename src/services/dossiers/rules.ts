/**
 * The law of a dossier as data: which act is possible in which state, by whom, what it needs and where it leads.
 * Requirements C1, C3, C8; Decree 61/2018 art. 17–20 (replaced by Decree 118/2025, whose text is entered when at hand).
 */
import type { By } from '../../ground/db/act.ts';
import { Conflict, Invalid, NotAllowed } from '../../ground/operate/errors.ts';
import type { Text } from '../../ground/text/language.ts';
import type { CitizenAct } from '../../world/mandates/index.ts';
import { isAdviser } from './opinions.ts';
import { isParty, reaches } from './party.ts';
import type { Dossier, State } from './schema.ts';

/** Who does an act: the applicant (or who filed for them), an officer by role, one of an agency that is asked (adviser), the head of the one-stop unit (who reads), or the platform. */
export type Doer =
  'applicant' | 'counter' | 'case-officer' | 'leader' | 'clerk' | 'adviser' | 'head' | 'system';

/** The legal acts on a dossier. */
export type ActName =
  | 'accept'
  | 'propose-supplement'
  | 'ask-supplement'
  | 'answer-supplement'
  | 'refuse-intake'
  | 'do-step'
  | 'give-opinion'
  | 'note-silence'
  | 'note-timer'
  | 'note-message'
  | 'run-service'
  | 'await-number'
  | 'propose'
  | 'ask-payment'
  | 'pay'
  | 'sign'
  | 'decide'
  | 'return'
  | 'withdraw'
  | 'discontinue'
  | 'apologise'
  | 'redate'
  | 'change-process'
  | 'approve-by-silence'
  | 'sign-notice'
  | 'issue-notice';

/** One row of the transition table. `to: null` leaves the state as it is. */
export type Transition = {
  readonly from: readonly State[];
  readonly to: State | null;
  readonly by: readonly Doer[];
  /** A reason must be stated and is shown to the person. */
  readonly reason: boolean;
  readonly name: Text;
};

/** States in which the deciding agency works on it. */
export const underway: readonly State[] = ['accepted', 'processing'];
const open: readonly State[] = ['submitted', 'accepted', 'processing', 'supplement', 'payment'];

/** The transition table. `answer-supplement` returns to `submitted` or `processing` by whether it was accepted before. */
export const transitions: Readonly<Record<ActName, Transition>> = {
  accept: {
    from: ['submitted'],
    to: 'accepted',
    by: ['counter', 'system'],
    reason: false,
    name: { vi: 'Tiếp nhận', en: 'Accept' },
  },
  'ask-supplement': {
    from: ['submitted', ...underway],
    to: 'supplement',
    by: ['counter'],
    reason: false,
    name: { vi: 'Yêu cầu bổ sung', en: 'Ask for a supplement' },
  },
  // Only the one-stop unit writes to the person: the case officer's defects go through it (C3).
  'propose-supplement': {
    from: underway,
    to: null,
    by: ['case-officer'],
    reason: false,
    name: { vi: 'Đề nghị yêu cầu bổ sung', en: 'Propose a supplement' },
  },
  'answer-supplement': {
    from: ['supplement'],
    to: null,
    by: ['applicant', 'counter'],
    reason: false,
    name: { vi: 'Bổ sung hồ sơ', en: 'Supplement' },
  },
  'refuse-intake': {
    from: ['submitted'],
    to: 'refused',
    by: ['counter'],
    reason: true,
    name: { vi: 'Từ chối tiếp nhận', en: 'Refuse to accept' },
  },
  'do-step': {
    from: [...underway, 'decided'],
    to: 'processing',
    by: ['case-officer', 'leader', 'clerk', 'counter'],
    reason: false,
    name: { vi: 'Hoàn thành bước', en: 'Finish the step' },
  },
  // Another agency answers in its own time, also while the person's part is awaited; its silence stops nobody.
  'give-opinion': {
    from: [...underway, 'supplement', 'payment'],
    to: null,
    by: ['adviser'],
    reason: false,
    name: { vi: 'Trả lời ý kiến', en: 'Give the opinion' },
  },
  'note-silence': {
    from: [...underway, 'supplement', 'payment'],
    to: null,
    by: ['system'],
    reason: false,
    name: { vi: 'Ghi nhận không có ý kiến', en: 'Note that no answer came' },
  },
  // What the process waits for besides steps of officers comes in its own time, also while the person's part is awaited (C2).
  'note-timer': {
    from: [...underway, 'supplement', 'payment', 'decided'],
    to: null,
    by: ['system'],
    reason: false,
    name: { vi: 'Ghi nhận đến giờ đã hẹn', en: 'Note that a set time has come' },
  },
  'note-message': {
    from: [...underway, 'supplement', 'payment', 'decided'],
    to: null,
    by: ['case-officer', 'counter', 'system'],
    reason: false,
    name: { vi: 'Ghi nhận tin đã đến', en: 'Note a message that has come' },
  },
  'run-service': {
    from: [...underway, 'supplement', 'payment', 'decided'],
    to: null,
    by: ['system'],
    reason: false,
    name: { vi: 'Hệ thống thực hiện bước', en: 'The platform does a step' },
  },
  'await-number': {
    from: underway,
    to: 'processing',
    by: ['case-officer'],
    reason: false,
    name: { vi: 'Trình kết quả, chờ cấp số', en: 'Propose a result and wait for its number' },
  },
  // The platform does it when the number has come that the case officer's proposal waited for.
  propose: {
    from: underway,
    to: 'processing',
    by: ['case-officer', 'system'],
    reason: false,
    name: { vi: 'Trình kết quả', en: 'Propose a result' },
  },
  'ask-payment': {
    from: underway,
    to: 'payment',
    by: ['case-officer', 'counter'],
    reason: false,
    name: { vi: 'Thông báo nộp tiền', en: 'Ask for payment' },
  },
  pay: {
    from: ['payment'],
    to: 'processing',
    by: ['applicant', 'counter', 'system'],
    reason: false,
    name: { vi: 'Đã nộp tiền', en: 'Paid' },
  },
  sign: {
    from: ['processing'],
    to: null,
    by: ['leader'],
    reason: false,
    name: { vi: 'Ký kết quả', en: 'Sign the result' },
  },
  decide: {
    from: ['processing'],
    to: 'decided',
    by: ['clerk'],
    reason: false,
    name: { vi: 'Phát hành kết quả', en: 'Issue the result' },
  },
  return: {
    from: ['decided'],
    to: 'returned',
    by: ['counter', 'system'],
    reason: false,
    name: { vi: 'Trả kết quả', en: 'Return the result' },
  },
  // Who filed on paper, or has no account, asks on paper: the one-stop unit enters it for them, with that paper.
  withdraw: {
    from: open,
    to: 'withdrawn',
    by: ['applicant', 'counter'],
    reason: false,
    name: { vi: 'Rút hồ sơ', en: 'Withdraw' },
  },
  discontinue: {
    from: [...underway, 'supplement', 'payment'],
    to: 'discontinued',
    by: ['leader'],
    reason: true,
    name: { vi: 'Dừng giải quyết', en: 'Discontinue' },
  },
  apologise: {
    from: underway,
    to: null,
    by: ['leader'],
    reason: true,
    name: { vi: 'Xin lỗi, hẹn lại', en: 'Apologise and set a new date' },
  },
  // The calendar has changed, by which the date was reckoned.
  redate: {
    from: ['submitted', ...underway],
    to: null,
    by: ['system'],
    reason: true,
    name: { vi: 'Tính lại ngày hẹn theo lịch mới', en: 'Reckon the date by the new calendar' },
  },
  // The process was changed while it runs: the leader lets it go on by the new one, having seen what that changes (C2).
  'change-process': {
    from: [...underway, 'supplement', 'payment'],
    to: null,
    by: ['leader'],
    reason: true,
    name: { vi: 'Chuyển sang quy trình mới', en: 'Go on by the new process' },
  },
  'approve-by-silence': {
    from: underway,
    to: 'decided',
    by: ['system'],
    reason: false,
    name: { vi: 'Chấp thuận do quá hạn', en: 'Approved by silence' },
  },
  // Nobody decided: the agency still owes the person a paper that says so.
  'sign-notice': {
    from: ['decided'],
    to: null,
    by: ['leader'],
    reason: false,
    name: { vi: 'Ký thông báo chấp thuận', en: 'Sign the notice of approval' },
  },
  'issue-notice': {
    from: ['decided'],
    to: null,
    by: ['clerk'],
    reason: false,
    name: { vi: 'Phát hành thông báo chấp thuận', en: 'Issue the notice of approval' },
  },
};

/** National status (STANDARDS of the national portal: 1 to 10). */
export const nationalStatus: Readonly<Record<State, number>> = {
  submitted: 1,
  accepted: 2,
  refused: 3,
  processing: 4,
  supplement: 5,
  payment: 6,
  withdrawn: 7,
  discontinued: 8,
  decided: 9,
  returned: 10,
};

/** Names of the states, for people. */
export const stateName: Readonly<Record<State, Text>> = {
  submitted: { vi: 'Mới đăng ký', en: 'Submitted' },
  accepted: { vi: 'Được tiếp nhận', en: 'Accepted' },
  processing: { vi: 'Đang xử lý', en: 'In process' },
  supplement: { vi: 'Chờ bổ sung', en: 'Waiting for a supplement' },
  payment: { vi: 'Chờ nộp tiền', en: 'Waiting for payment' },
  refused: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  discontinued: { vi: 'Dừng xử lý', en: 'Discontinued' },
  decided: { vi: 'Đã xử lý xong', en: 'Decided' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
};

/** States after which nothing waits for anybody. `decided` still waits for the return of the result. */
export const ended: ReadonlySet<State> = new Set(['refused', 'withdrawn', 'discontinued', 'returned']);

/** Whether the process of a dossier still goes on: not when it ended, nor when silence decided it where it stood. */
export const goesOn = ({
  process,
  ended_at,
  by_silence,
}: Pick<Dossier, 'process' | 'ended_at' | 'by_silence'>): boolean =>
  process !== null && ended_at === null && !by_silence;

/** States in which the clock stands because the person must do something. */
export const waitsForPerson: ReadonlySet<State> = new Set(['supplement', 'payment']);

type Standing = Pick<
  Dossier,
  | 'state'
  | 'procedure'
  | 'field'
  | 'agency'
  | 'one_stop'
  | 'applicant'
  | 'organisation'
  | 'filer'
  | 'mandate'
  | 'linked_to'
  | 'accepted_at'
  | 'decided_at'
  | 'opinions'
>;

/** What a mandate must cover for an act of the applicant's part. */
const covered: Partial<Record<ActName, CitizenAct>> = {
  'answer-supplement': 'supplement',
  pay: 'pay',
  withdraw: 'apply',
};

/** Whether this person has the act's part, and the mandate they act under, if any, covers it. */
export function hasPart(by: By, dossier: Standing, act: ActName): boolean {
  const doers = doersOf(by, dossier);
  return transitions[act].by.some(
    (doer) =>
      doers.has(doer) &&
      // The platform takes in by itself only what follows from a request that the one-stop unit has accepted (liên thông).
      (act !== 'accept' || doer !== 'system' || dossier.linked_to !== null) &&
      (doer !== 'applicant' || covered[act] === undefined || reaches(by, dossier, covered[act])),
  );
}

/** The agency for which this officer does the act: that of the part they have in it; null for those who are no officers of either. */
export function agencyOfPart(by: By, dossier: Standing, act: ActName): string | null {
  const doers = doersOf(by, dossier);
  const part = transitions[act].by.find((doer) => doers.has(doer));
  if (part === 'counter' || part === 'head') return dossier.one_stop;
  return part && isOfficeRole(part) ? dossier.agency : null;
}

/** Everything that this person is for this dossier. */
export function doersOf(by: By, dossier: Standing): ReadonlySet<Doer> {
  const doers = new Set<Doer>();
  if (by.kind === 'system') doers.add('system');
  if (by.kind === 'citizen' && isParty(by, dossier)) doers.add('applicant');
  for (const power of by.powers) {
    if (power.agency === dossier.one_stop && power.role === 'counter') doers.add('counter');
    if (power.agency === dossier.one_stop && power.role === 'leader') doers.add('head');
    if (power.agency === dossier.agency && isOfficeRole(power.role)) doers.add(power.role);
  }
  if (isAdviser(by, dossier)) doers.add('adviser');
  return doers;
}

const isOfficeRole = (role: string): role is 'case-officer' | 'leader' | 'clerk' =>
  role === 'case-officer' || role === 'leader' || role === 'clerk';

/** Whether this person may read the dossier whole: the one policy of list, page, search, API and export. */
export const mayRead = (by: By, dossier: Standing): boolean => doersOf(by, dossier).size > 0;

/** Whether this person compares papers with their copies and digitises them: the one-stop unit that has the paper in hand (C5). */
export const mayDigitise = (by: By, dossier: Standing): boolean => doersOf(by, dossier).has('counter');

/** Whether this person may answer a request for supplement: the applicant, or the counter for them. */
export const mayAnswer = (by: By, dossier: Standing): boolean => hasPart(by, dossier, 'answer-supplement');

/** What one may do now, and why not otherwise. */
export type Possible = {
  readonly act: ActName;
  readonly name: Text;
  readonly allowed: boolean;
  readonly why: Text | null;
};

/** The acts of this person's part, each possible now or with the reason why not. */
export function possibleActs(by: By, dossier: Standing): readonly Possible[] {
  return (Object.keys(transitions) as ActName[])
    .filter((act) => hasPart(by, dossier, act))
    .map((act) => {
      const allowed = transitions[act].from.includes(dossier.state);
      return { act, name: transitions[act].name, allowed, why: allowed ? null : whyNot(act, dossier.state) };
    });
}

const whyNot = (act: ActName, state: State): Text => ({
  vi: `Không ${transitions[act].name.vi.toLowerCase()} được khi hồ sơ ở trạng thái “${stateName[state].vi}”.`,
  en: `Not possible while the dossier is “${stateName[state].en}”.`,
});

/**
 * Decides whether this person may do this act now. Returns the state it leads to. Throws NotAllowed when it is not
 * their part, Conflict when the dossier is in another state, Invalid when a reason is missing.
 */
export function decide(by: By, dossier: Standing, act: ActName, reason: string | null): State {
  const transition = transitions[act];
  if (!hasPart(by, dossier, act)) {
    throw new NotAllowed({
      vi: 'Việc này thuộc người khác, không phải tài khoản của bạn.',
      en: 'This is for somebody else to do, not for your account.',
    });
  }
  if (!transition.from.includes(dossier.state)) throw new Conflict(whyNot(act, dossier.state));
  if (transition.reason && !reason?.trim()) {
    throw new Invalid([{ field: 'reason', message: { vi: 'Hãy nêu rõ lý do.', en: 'State the reason.' } }]);
  }
  if (act === 'answer-supplement') return dossier.accepted_at ? 'processing' : 'submitted';
  // Linked services go on after the first result is issued: it stays issued.
  if (act === 'do-step' && dossier.state === 'decided') return 'decided';
  return transition.to ?? dossier.state;
}

/** A ground for refusal that the law does not know: a dossier is never refused only because it is electronic. */
const electronic = /(hồ sơ|nộp|giấy tờ|bản)?\s*(điện tử|trực tuyến|online|qua mạng)/i;

/** Whether a stated ground is one that may never be used (Decree 137/2024: equal treatment of every channel). */
export const isForbiddenGround = (ground: string): boolean =>
  electronic.test(ground) &&
  /(không nhận|chỉ nhận|phải nộp).*(giấy|trực tiếp)|vì.*(điện tử|trực tuyến|qua mạng)/i.test(ground);
