/** Dossiers (hồ sơ thủ tục hành chính), from submission to the result in the person's hands. */
import type { Text } from '../../ground/text/language.ts';
import type { Ledger } from '../../work/clock/index.ts';
import type { Instance } from '../../work/process/index.ts';

/**
 * States of a dossier.
 * - `submitted` (mới đăng ký): the intake clock runs, the one-stop unit must answer.
 * - `accepted` (được tiếp nhận): complete; the settlement clock runs, the deciding agency has not taken it yet.
 * - `processing` (đang xử lý).
 * - `supplement` (yêu cầu bổ sung), `payment` (nghĩa vụ tài chính): waits for the person, the clock stands.
 * - `refused` (không được tiếp nhận): refused at intake; no settlement clock ever ran.
 * - `withdrawn` (rút hồ sơ), `discontinued` (dừng giải quyết): ended without a decision.
 * - `decided` (đã xử lý xong): granted or refused, the paper is issued.
 * - `returned` (đã trả kết quả).
 */
export type State =
  | 'submitted'
  | 'accepted'
  | 'processing'
  | 'supplement'
  | 'payment'
  | 'refused'
  | 'withdrawn'
  | 'discontinued'
  | 'decided'
  | 'returned';

/** KenhThucHien: 1 at the counter, 2 online, 3 by public post. */
export type ChannelNumber = 1 | 2 | 3;

export type ReturnWay = 'online' | 'counter' | 'post';

/** How to reach the applicant about this dossier. */
export type Contact = {
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string | null;
};

/**
 * A paper dossier on its way by public post (bưu gửi): the day on which it reached the one-stop unit, who sent it, and its number at the
 * post, by which the sender follows it.
 */
export type PostalItem = { readonly arrivedOn: string; readonly sender: string; readonly number: string };

export type Dossier = {
  readonly id: string;
  readonly born: number;
  readonly code: string;
  readonly procedure: string;
  readonly procedure_version: number;
  /** Version whose process it was moved to (C2); null: that of `procedure_version`. */
  readonly process_version: number | null;
  readonly title: string;
  /** Field of work (lĩnh vực) of its procedure, by which an authorisation may be limited. */
  readonly field: string | null;
  readonly state: State;
  readonly channel: ChannelNumber;
  readonly applicant: string | null;
  readonly organisation: string | null;
  readonly applicant_name: string;
  readonly filer: string | null;
  readonly filed_for: string | null;
  readonly mandate: string | null;
  readonly entered_by: string | null;
  /** The postal item that it came as; null: it did not come by post. */
  readonly postal: PostalItem | null;
  readonly agency: string;
  readonly one_stop: string;
  readonly place: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
  /** What officers found (kết quả thẩm tra ghi vào văn bản), by the names the procedure maps into its result. */
  readonly found: Readonly<Record<string, unknown>>;
  readonly contact: Contact;
  readonly return_way: ReturnWay;
  readonly submitted_at: Date;
  readonly intake_clock: Ledger;
  readonly intake_due_at: Date;
  readonly accepted_at: Date | null;
  readonly clock: Ledger | null;
  readonly due_at: Date | null;
  readonly promised_at: Date | null;
  /** The due date without what an apology put off, by which figures measure; null: the due date itself. */
  readonly owed_at: Date | null;
  /** The limit passed and silence was approval (chấp thuận do quá hạn): nobody decided it. */
  readonly by_silence: boolean;
  readonly process: Instance | null;
  readonly opinions: readonly Opinion[];
  readonly opinion_due_at: Date | null;
  readonly supplements: number;
  readonly apologies: number;
  /** Warnings given so far (`ladder`). */
  readonly escalated: number;
  readonly outcome: 'granted' | 'refused' | null;
  readonly result: string | null;
  readonly decided_at: Date | null;
  readonly returned_at: Date | null;
  /** Who signed for the result at the counter (người ký nhận). */
  readonly received_by: string | null;
  readonly ended_at: Date | null;
  /** The first dossier of the same request (liên thông); null: it stands alone or is the first. */
  readonly linked_to: string | null;
};

/** An opinion that another agency is or was asked for; moments in ISO 8601. `token`: where in the process. */
export type Opinion = {
  readonly token: number;
  readonly agency: string;
  readonly name: Text;
  readonly askedAt: string;
  readonly dueAt: string | null;
  readonly outcome: 'open' | 'answered' | 'no-answer';
  readonly endedAt: string | null;
};

/** One document of a dossier (thành phần hồ sơ). */
export type DossierComponent = {
  readonly n: number;
  readonly component: string;
  readonly name: string;
  readonly manner: 'handed-in' | 'shown' | 'vault' | 'registry';
  readonly file: string | null;
  readonly hash: string | null;
  readonly pages: number | null;
  readonly originals: number;
  readonly copies: number;
  readonly matches_by: string | null;
};

/** One defect of a request for supplement: which document or answer, and what must be done. */
export type Defect = { readonly where: string; readonly what: string };

export type DossierTables = {
  'dossiers.dossiers': Dossier & { tenant: number; look_ahead_at: Date | null };
  'dossiers.codes': { tenant: number; code: string; dossier: string };
  'dossiers.submissions': { tenant: number; key: string; dossier: string };
  'dossiers.components': DossierComponent & { tenant: number; dossier: string; added_at: Date };
  'dossiers.supplements': {
    tenant: number;
    dossier: string;
    n: number;
    asked_at: Date;
    asked_by: string | null;
    defects: readonly Defect[];
    basis: string | null;
    answered_at: Date | null;
  };
  'dossiers.matter_keys': { tenant: number; key: string; dossier: string };
  'dossiers.complaints': { tenant: number; about: string; dossier: string };
  'dossiers.handovers': { tenant: number; dossier: string; at: Date; agency: string };
  'dossiers.proposals': {
    tenant: number;
    dossier: string;
    n: number;
    kind: 'grant' | 'refuse' | 'supplement';
    data: Readonly<Record<string, unknown>>;
    reason: string | null;
    by_account: string | null;
    at: Date;
  };
};
