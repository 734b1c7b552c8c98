/** What the one-stop forms are made from, and the parts that they share (Circular 03/2025/TT-VPCP, annex I; STANDARDS §3.4). */
import { vietnamClock, vietnamDay } from '../../../ground/text/dates.ts';
import type { Calendar } from '../../../work/clock/index.ts';
import type { Charge } from '../../../outside/payments/index.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import type { Defect, Dossier, DossierComponent } from '../schema.ts';

/** One step of the dossier's record, as the forms read it. */
export type RecordedStep = {
  readonly act: string;
  readonly at: Date;
  readonly by_kind: string;
  readonly name: string;
  readonly agency: string | null;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
};

/** A request for supplement. */
export type Supplement = {
  readonly n: number;
  readonly asked_at: Date;
  readonly defects: readonly Defect[];
  readonly basis: string | null;
};

/** Who signed an act, in the lines of authority that are printed. */
export type SignedBy = {
  readonly authority: readonly string[];
  readonly post: string;
  readonly name: string;
};

/** Everything around a dossier that its forms may need, gathered once: the forms themselves are pure. */
export type Facts = {
  readonly dossier: Dossier;
  readonly agency: Pick<Agency, 'id' | 'name' | 'phone'>;
  readonly oneStop: Pick<Agency, 'id' | 'name' | 'short' | 'phone'>;
  /** The agency that the one-stop unit belongs to, with its place, where that is not the one that decides; null: it is. */
  readonly receivedAt: { readonly agency: Pick<Agency, 'name'>; readonly place: string } | null;
  /** Other agencies whose officers did steps of it. */
  readonly partners: readonly Pick<Agency, 'id' | 'name'>[];
  /** Number of the applicant's identity paper or of the enterprise. */
  readonly document: string | null;
  readonly procedure: { readonly code: string; readonly laws: readonly string[] };
  /** The calendar of the agency as it was known at acceptance: the one by which the date was promised. */
  readonly calendar: Calendar;
  /** Name of the commune or province, before the date. */
  readonly place: string;
  /** Address of this site, for the look-up in the square code. */
  readonly origin: string;
  readonly steps: readonly RecordedStep[];
  readonly components: readonly DossierComponent[];
  /** Latest first. */
  readonly supplements: readonly Supplement[];
  /** Who has the dossier now, for the last line of the control slip. */
  readonly waitsAt: { readonly unit: string; readonly step: string } | null;
  /** What was owed, and when it was paid. */
  readonly payments: readonly Pick<Charge, 'amount' | 'paid_at'>[];
  /** Lines above the name of who signed the apology or the discontinuation, where the form has a signer. */
  readonly signer: SignedBy | null;
};

/** The data of a paper as the typesetter wants it: plain JSON that fits the schema of the template. */
export type FormData = Readonly<Record<string, unknown>>;

/** A moment as forms take it: `YYYY-MM-DDTHH:mm` in Vietnam. */
export const momentOf = (at: Date): string => `${vietnamDay(at)}T${vietnamClock(at)}`;

/** The last step of an act, or null when it was never done. */
export const lastStep = ({ steps }: Pick<Facts, 'steps'>, act: string): RecordedStep | null =>
  steps.findLast((step) => step.act === `dossier.${act}`) ?? null;

/** The head of every form of a dossier: dated by the act that it documents, so that it is the same whenever it is printed. */
export const headOf = ({ dossier, agency, oneStop, place, origin }: Facts, at: Date): FormData => ({
  agency: agency.name.vi,
  unit: oneStop.name.vi,
  place,
  date: vietnamDay(at),
  number: numberIn(dossier.code),
  notation: oneStop.short,
  dossier: dossier.code,
  lookup: `${origin}/tra-cuu?ma=${encodeURIComponent(dossier.code)}`,
});

/**
 * The head of a form that the one-stop unit gives (01, 02, and 03 at intake): above its name stands the agency it belongs to, which is
 * not the one that decides where a dossier is received anywhere in the province.
 */
export const headOfOneStop = (facts: Facts, at: Date): FormData => ({
  ...headOf(facts, at),
  ...(facts.receivedAt && { agency: facts.receivedAt.agency.name.vi, place: facts.receivedAt.place }),
});

/** The running number at the end of a code: `H99.18-261121-0001` → `0001`. */
export const numberIn = (code: string): string => code.split('-').at(-1) ?? code;

/** The applicant with what was given to reach them. */
export const applicantOf = ({ dossier, document }: Pick<Facts, 'dossier' | 'document'>): FormData => {
  const { phone, email, address } = dossier.contact;
  return {
    name: dossier.applicant_name,
    ...(address && { address }),
    ...(phone && { phone }),
    ...(email && { email }),
    ...(document && { document }),
  };
};

/** The applicant on a form that speaks to them. */
export const spokenToOf = (facts: Pick<Facts, 'dossier' | 'document'>): FormData => ({
  ...applicantOf(facts),
  ...youOf(facts.dossier),
});

/** An organisation is not spoken to as “ông/bà”. */
const youOf = ({ organisation }: Pick<Dossier, 'organisation'>): FormData =>
  organisation ? { you: 'quý tổ chức' } : {};

/** Whom a letter goes to. */
export const addresseeOf = ({ dossier }: Pick<Facts, 'dossier'>): FormData => ({
  name: dossier.applicant_name,
  ...(dossier.contact.address && { address: dossier.contact.address }),
  ...youOf(dossier),
});

/** What is asked for, with the code of the procedure. */
export const requestOf = ({ dossier, procedure }: Pick<Facts, 'dossier' | 'procedure'>): string =>
  `${dossier.title} (mã thủ tục ${procedure.code})`;

/** The name of a service as part of a sentence: “về việc cấp giấy phép …”. A name in capitals stays as it is. */
export const withinSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1) : name;

/** A value in the payload of a step. */
export const noted = (payload: unknown, name: string): unknown =>
  typeof payload === 'object' && payload !== null && Object.hasOwn(payload, name)
    ? (payload as Readonly<Record<string, unknown>>)[name]
    : undefined;
