/**
 * Procedures (thủ tục hành chính) and what the catalogue knows of them. Two layers: the national procedure is
 * read-only; the province adds only a shorter limit, agencies, fees and its internal process (requirements B1, B2, B11).
 * Plain JSON: what a file of `sample/procedures/` holds is exactly a `NationalContent` and a `LocalContent`.
 */
import type { Text } from '../../ground/text/language.ts';
import type { RequestKind } from '../../outside/registries/index.ts';
import type { Definition as Form, Logic } from '../../work/forms/index.ts';
import type { Definition as Process } from '../../work/process/index.ts';

/** A decision that publishes a procedure or approves its internal process (quyết định công bố, phê duyệt quy trình). */
export type Decision = {
  readonly number: string;
  readonly date: string | null;
  readonly signer: string | null;
  readonly agency: string | null;
};

/** Who may use it (đối tượng thực hiện). */
export type Audience =
  | 'citizen'
  | 'overseas-vietnamese'
  | 'foreigner'
  | 'organisation'
  | 'enterprise'
  | 'household-business'
  | 'agency';

/** Level at which it is settled (cấp thực hiện). */
export type Level = 'ministry' | 'province' | 'commune' | 'other';

/** How it may be filed (cách thức thực hiện). */
export type Channel = 'online' | 'in-person' | 'post';

/** A time limit as the law states it. `unit: null` is the bare number of the national catalogue. */
export type Term = {
  readonly amount: number;
  readonly unit: 'same-day' | 'hour' | 'working-hour' | 'day' | 'working-day' | 'month' | null;
  /** For which case it holds; null: for all. */
  readonly when: string | null;
};

/**
 * A fee or charge (lệ phí, phí). `amount: null` is *unknown here*: the national catalogue leaves it to the provincial
 * council and no resolution has been entered. It is never shown as free.
 */
export type Fee = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'fee' | 'charge';
  /** Whole đồng; 0 is free by law. */
  readonly amount: number | null;
  /** Amount per what: a copy, a page. Null: once. */
  readonly per: string | null;
  /** Path of the answer that holds how many; null: one. */
  readonly quantity: string | null;
  /** Đồng as JSONLogic over the answers, where amount times quantity does not say it (tariffs by page, by area). */
  readonly formula?: Logic | null;
  /** Ways of filing for which it is owed; null: all. */
  readonly channels: readonly Channel[] | null;
  readonly exemptions: readonly {
    readonly who: string;
    readonly when: Logic | null;
    readonly basis: string;
  }[];
  readonly basis: string;
  /** What the national catalogue says of it in words, shown where the amount is unknown. */
  readonly note?: string | null;
};

/**
 * What can stand in for a component, so that nobody need bring it: a paper in the applicant's vault (`what`: result
 * code), or the answer of a registry (`what`: `population`, `civil-status`, `business`, `insurance`, `land`, `tax` …).
 */
export type StandIn = {
  readonly kind: 'vault' | 'registry';
  readonly what: string;
  /** In which case it does, in words people understand; absent: always. */
  readonly when?: Text;
};

/** A document of the dossier (thành phần hồ sơ). */
export type Component = {
  readonly key: string;
  readonly name: string;
  /** Handed in (nộp) or shown and given back (xuất trình). */
  readonly manner: 'handed-in' | 'shown';
  readonly originals: number;
  readonly copies: number;
  /** In which cases it is needed (JSONLogic over the answers); null: always. */
  readonly when: Logic | null;
  /** Either/or: components of one chain stand in for each other. */
  readonly chain: string | null;
  /** Name of the form to fill in, when it is one. */
  readonly form: string | null;
  /** Type of the paper (loại giấy tờ): the code of the result that it is elsewhere, as `KQ.G15.000031`. */
  readonly paper?: string | null;
  readonly standIns: readonly StandIn[];
};

/** Components of one case (trường hợp), with what the catalogue notes beside them. */
export type ComponentGroup = {
  readonly case: string;
  readonly components: readonly Component[];
  readonly notes?: readonly string[];
};

/** One way of filing with its limits and fees. */
export type Method = {
  readonly channel: Channel;
  readonly terms: readonly Term[];
  readonly fees: readonly Fee[];
  readonly description: string;
};

/** A result (kết quả). `template`: the key of the template that prints it; null: not printed by us. */
export type Result = {
  readonly code: string | null;
  readonly name: string;
  readonly template: string | null;
  readonly paper: boolean;
};

/** What of the national procedure is known; kept as it was imported or written. */
export type NationalContent = {
  readonly code: string;
  readonly name: string;
  readonly domain: string;
  /** Code of the domain (mã lĩnh vực, Circular 01/2018/TT-VPCP), as `G15-TP07`; absent: not known. */
  readonly domainCode?: string;
  readonly levels: readonly Level[];
  readonly audience: readonly Audience[];
  /** Who decides (cơ quan có thẩm quyền), who carries it out, who is asked (phối hợp), where it is received: different agencies. */
  readonly competent: string | null;
  readonly implementing: readonly string[];
  readonly supporting: string | null;
  readonly receiving?: string | null;
  readonly publisher: string;
  readonly steps: string;
  readonly methods: readonly Method[];
  readonly groups: readonly ComponentGroup[];
  readonly conditions: string;
  readonly results: readonly Result[];
  readonly legalBasis: readonly { readonly number: string | null; readonly title: string | null }[];
  readonly decision: Decision;
  readonly keywords?: readonly string[];
};

/** Whose record counts (ai giữ trạng thái hồ sơ): ours, a ministry's system, or the national portal. */
export type SystemOfRecord = 'us' | 'ministry' | 'national-portal';

/** The four lawful reasons for a partial service (Decree 224/2026 art. 14): presence, site check, a fault, another technical matter. */
export type PartialReason = 'presence' | 'site-check' | 'fault' | 'technical';

/** A reason that the agency states, with the article that demands it. Others are computed (`rules/level.ts`). */
export type Barrier = { readonly reason: PartialReason; readonly says: Text; readonly basis: string };

/** A question before sign-in. The answer `stops` means that this service is not for the person; `instead` is the one that is. */
export type EligibilityQuestion = {
  readonly id: string;
  readonly question: Text;
  readonly stops: 'yes' | 'no';
  readonly because: Text;
  readonly basis: string;
  readonly instead: string | null;
};

/**
 * A number without which the result cannot be issued and which only another authority may give (số định danh cá nhân,
 * mã số hộ kinh doanh). `facts`: field of the request → path of a value, as in `resultData`.
 */
export type NumberNeed = {
  readonly kind: RequestKind;
  readonly facts: Readonly<Record<string, string>>;
};

/**
 * A procedure asked for by the same request (thủ tục liên thông): its agency gets a dossier of its own when the first result
 * is issued. `found`: question of its form → what the first one found for it, as in `resultData`.
 */
export type LinkedProcedure = {
  readonly procedure: string;
  readonly found: Readonly<Record<string, string>>;
};

/**
 * Answers that together say which matter a request is about: two dossiers that give the same ones ask for the same thing twice
 * (hồ sơ trùng). `matter`: what they identify, so that procedures about the same thing are held against each other.
 */
export type MatterKey = { readonly matter: string; readonly answers: readonly string[] };

/**
 * Which kind of paper a component is (`Component.paper`), as editors here say it where the nation does not; `paper` null: none. The name is
 * kept beside the key, which an import may give to another document.
 */
export type PaperKind = { readonly component: string; readonly name: string; readonly paper: string | null };

/** What the province adds. It can shorten, never lengthen; it can never add a component. */
export type LocalContent = {
  /** Shorter than the national limit; null: the national one. */
  readonly term: Term | null;
  /** Where the law makes an act wait for the fees: acceptance, or the handing over of the result; absent: nothing waits. */
  readonly feesBefore?: 'acceptance' | 'return' | null;
  /** Fees by resolution of the provincial council; they take the place of the national ones. Empty: none entered. */
  readonly fees: readonly Fee[];
  readonly processDecision: Decision | null;
  readonly topics: readonly string[];
  readonly lifeEvents: readonly string[];
  readonly summary: Text | null;
  /** English name; null: there is only the Vietnamese one, and pages say so. */
  readonly nameEn?: string | null;
  /** Kind of agency that decides, within which the place chooses one: people's committee of the commune, a department. */
  readonly decidedBy: { readonly kind: string; readonly slug: string | null } | null;
  /**
   * Path of the answer that names the commune by which the agency is found (`residence.commune`), or what says it from
   * the answers; null: where the applicant lives.
   */
  readonly placeFrom?: Logic | null;
  /** Procedures that follow of themselves once this one is granted (liên thông); absent: none. */
  readonly linked?: readonly LinkedProcedure[];
  /** Where it is received and who is asked here, in place of the national words. */
  readonly receiving?: string | null;
  readonly supporting?: string | null;
  readonly systemOfRecord: SystemOfRecord;
  readonly transitional: string | null;
  /** Field of work by which an officer is found (ho-tich, xay-dung …). */
  readonly field: string;
  /** The interactive form; null where there is none yet. */
  readonly form: Form | null;
  /** The internal process; null: the usual one-stop process. */
  readonly process: Process | null;
  /** How answers and findings become the data of the result: path of the template's data to path of the answers. */
  readonly resultData: Readonly<Record<string, string>>;
  /** The number that must come from outside before the result is signed; absent: none. */
  readonly number?: NumberNeed | null;
  /** Restart of the time limit after a supplement (Decree 61/2018 art. 19.4) or pause only. */
  readonly afterSupplement: 'restart' | 'resume';
  /** Silence of the agency after the limit: no effect, or approval. */
  readonly silence: 'none' | 'approval';
  /** Each of them alone identifies the matter, once all its answers are given; absent: nothing does. */
  readonly identifiedBy?: readonly MatterKey[];
  /** The question whose answer is the code of the dossier that a complaint is about (khiếu nại quyết định nào); absent: it is no complaint. */
  readonly aboutDossier?: string | null;
  /** Kinds of papers of the vault that components are; absent: those of the nation. */
  readonly papers?: readonly PaperKind[];
  readonly barriers?: readonly Barrier[];
  readonly eligibility?: readonly EligibilityQuestion[];
};

/** One version of a procedure as it holds here, from a day on. */
export type Procedure = NationalContent &
  LocalContent & {
    readonly version: number;
    /** `replaced` is a published version whose time is over. */
    readonly state: 'draft' | 'reviewed' | 'published' | 'replaced';
    readonly origin: 'written' | 'imported';
    /** Imported versions hold by the decision they cite; nobody here has read them until this is true. */
    readonly reviewed: boolean;
    readonly validFrom: string;
    readonly validTo: string | null;
  };
