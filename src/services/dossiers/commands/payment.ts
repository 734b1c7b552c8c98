/** Money of a dossier: fees are asked for, the clock stands while the person must pay, and goes on when it is paid. */
import type { Act, Look } from '../../../ground/db/act.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import {
  feeLines,
  listCharges,
  raiseCharge,
  totalOf,
  voidCharges,
  type Charge,
  type DueWhen,
  type FeeLine,
  type Owed,
} from '../../../outside/payments/index.ts';
import { calendarOf, clockState, pauseClock, resumeClock } from '../../../work/clock/index.ts';
import { retime } from '../../../work/desk/index.ts';
import { feesOf, getVersion, type Procedure } from '../../catalogue/index.ts';
import { findDossier, momentIn, type Held } from '../load.ts';
import { ownClocks } from '../opinions.ts';
import { datesOf } from '../term.ts';
import { move } from '../move.ts';
import { hasPart } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { words } from '../words.ts';

const channels = { 1: 'in-person', 2: 'online', 3: 'post' } as const;

/** What a dossier owes by its procedure and answers, or would owe if it were submitted now. */
export const owedBy = (
  dossier: Pick<Dossier, 'answers' | 'channel'>,
  procedure: Pick<Procedure, 'methods' | 'fees'>,
  now: Date,
): readonly FeeLine[] =>
  feeLines(
    feesOf(procedure, channels[dossier.channel]),
    dossier.answers,
    channels[dossier.channel],
    vietnamDay(now),
  );

const owed = (dossier: Dossier, key: string, dueWhen: DueWhen, lines: readonly FeeLine[]): Owed => ({
  key: `${dossier.id} ${key}`,
  code: dossier.code,
  title: dossier.title,
  procedure: dossier.procedure,
  field: dossier.field,
  dueWhen,
  lines,
  agency: dossier.agency,
  counter: dossier.one_stop,
  payer: {
    person: dossier.applicant,
    organisation: dossier.organisation,
    // Who filed under a mandate pays under it, not in their own name.
    filer: dossier.mandate ? null : dossier.filer,
    name: dossier.applicant_name,
  },
});

/**
 * Why an act must wait for the fees, where the law makes it wait; null when it need not. Fees that are owed and were not
 * asked for yet count as unpaid.
 */
export async function unpaidBefore(
  look: Look,
  when: 'acceptance' | 'return',
  dossier: Dossier,
  procedure: Procedure,
): Promise<Text | null> {
  if (procedure.feesBefore !== when) return null;
  const charges = await listCharges(look, dossier.id);
  const due = charges.length === 0 ? owedBy(dossier, procedure, look.now) : dueOf(charges);
  if (totalOf(due) === 0) return null;
  return mustBePaid(when, due);
}

function mustBePaid(when: 'acceptance' | 'return', due: readonly FeeLine[]): Text {
  const names = due.flatMap(({ name, amount }) => (amount === 0 ? [] : [name])).join(', ');
  return {
    vi: `Chưa nộp: ${names}. Theo quy định của thủ tục, phải nộp xong mới ${waits[when].vi}. Thu tiền tại quầy, hoặc đợi người nộp trả trực tuyến.`,
    en: `Not paid: ${names}. By the rules of this procedure it must be paid before the dossier is ${waits[when].en}. Take the money at the counter, or wait for the payment online.`,
  };
}

/** What is still to be paid for a dossier. */
export const listOwed = async (look: Look, { id }: Pick<Dossier, 'id'>): Promise<readonly Charge[]> =>
  (await listCharges(look, id)).filter(({ state }) => state === 'due');

/** The same in words: “Phí cấp bản sao trích lục: 24.000 đ”; null: nothing. */
export async function owesWords(look: Look, dossier: Pick<Dossier, 'id'>): Promise<Text | null> {
  const owing = await listOwed(look, dossier);
  if (owing.length === 0) return null;
  const said = (lang: Language): string => owing.map((one) => owingWords(one, lang)).join('; ');
  return { vi: said('vi'), en: said('en') };
}

/** One charge in words: what it is for, and how much. */
export function owingWords({ lines, amount }: Pick<Charge, 'lines' | 'amount'>, lang: Language): string {
  // A charge may hold fees of nothing beside the one that is owed.
  const names = lines.filter((line) => line.amount !== 0).map(({ name }) => name);
  return `${names.join(', ')}: ${amount === null ? words.amountUnknown[lang] : formatMoney(amount, lang)}`;
}

/** Why the counter must not hand over yet: fees and charges are paid before the result is given (Law on Fees and Charges). */
export async function unpaidAtHandOver(
  look: Look,
  dossier: Dossier,
  procedure: Procedure,
): Promise<Text | null> {
  const before = await unpaidBefore(look, 'return', dossier, procedure);
  // Who has the result in the vault already is told what is owed; what comes on paper waits for it.
  if (before || dossier.return_way === 'online') return before;
  const owing = await listOwed(look, dossier);
  return owing.length === 0
    ? null
    : mustBePaid(
        'return',
        owing.flatMap(({ lines }) => lines),
      );
}

/** Whether the result of this item is kept back until its fee is paid. */
export async function isResultHeld(look: Look, item: string): Promise<boolean> {
  const dossier = await findDossier(look, item);
  return dossier !== null && (await whyHeld(look, dossier)) !== null;
}

/** Why the person cannot have the result yet although it is issued; null: they can. */
export const whyHeld = async (look: Look, dossier: Dossier, known?: Procedure): Promise<Text | null> =>
  unpaidBefore(
    look,
    'return',
    dossier,
    known ?? (await getVersion(look, dossier.procedure, dossier.procedure_version)),
  );

const waits = {
  acceptance: { vi: 'tiếp nhận được hồ sơ', en: 'accepted' },
  return: { vi: 'trả được kết quả', en: 'answered with its result' },
} as const;

const dueOf = (charges: Awaited<ReturnType<typeof listCharges>>): readonly FeeLine[] =>
  charges.filter(({ state }) => state === 'due').flatMap(({ lines }) => lines);

/** Refuses an act that must wait for the fees. Throws Conflict. */
export async function refuseUnpaid(
  act: Act,
  when: 'acceptance' | 'return',
  dossier: Dossier,
  procedure: Procedure,
): Promise<void> {
  const why = await (when === 'return'
    ? unpaidAtHandOver(act, dossier, procedure)
    : unpaidBefore(act, when, dossier, procedure));
  if (why) throw new Conflict(why);
}

/** Asks for the fees of a dossier that has come in, once: they can be paid from then on. Nothing waits for them. */
export const raiseFees = (act: Act, { dossier, head }: Held, procedure: Procedure): Promise<string | null> =>
  raiseCharge(act, head, owed(dossier, 'intake', 'intake', owedBy(dossier, procedure, act.now)), (by) =>
    hasPart(by, dossier, 'accept'),
  );

/**
 * What is going to be asked for a dossier that came in just now: the charge is made by a job a moment later, and whoever has submitted
 * looks before. Nothing once it is made, and for what costs nothing.
 */
export const comingFees = (
  dossier: Pick<Dossier, 'answers' | 'channel' | 'state'>,
  charges: readonly unknown[],
  procedure: Pick<Procedure, 'methods' | 'fees'>,
  now: Date,
): readonly FeeLine[] =>
  charges.length > 0 || dossier.state !== 'submitted'
    ? []
    : owedBy(dossier, procedure, now).filter(({ amount }) => amount !== 0);

/** What is asked for while a dossier is being decided. */
export type Asked = {
  readonly lines: readonly FeeLine[];
  readonly dueWhen: DueWhen;
  /** Whether the limit stands until it is paid, as the procedure says. */
  readonly clock: 'stands' | 'runs';
};

/**
 * Asks the person to pay (thông báo nghĩa vụ tài chính, status 6). The dossier waits; with `clock: 'stands'` so does its
 * limit. Throws Invalid when nothing is owed.
 */
export async function askPayment(act: Act, held: Held, { lines, dueWhen, clock }: Asked): Promise<Dossier> {
  const { dossier, head } = held;
  const n = (await listCharges(act, dossier.id)).length + 1;
  const charge = await raiseCharge(act, head, owed(dossier, `asked ${n}`, dueWhen, lines), (by) =>
    hasPart(by, dossier, 'ask-payment'),
  );
  if (charge === null) {
    const message = { vi: 'Không có khoản nào phải nộp.', en: 'There is nothing to pay.' };
    throw new Invalid([{ field: 'lines', message }]);
  }
  const cause = { vi: 'Chờ người nộp hoàn thành nghĩa vụ tài chính', en: 'Waiting for the payment' };
  const stands = clock === 'stands' && dossier.clock !== null && clockState(dossier.clock) === 'running';
  if (stands) await retime(act, dossier.id, dossier.due_at, cause.vi, ownClocks(dossier));
  return move(
    act,
    held,
    'ask-payment',
    stands && dossier.clock
      ? {
          clock: pauseClock(dossier.clock, momentIn(held, act), {
            cause,
            basis: null,
            evidence: `charge ${charge}`,
          }),
        }
      : {},
    { note: { charge } },
  );
}

/** Money has come in, or need not any more: when nothing is owed, a dossier that waited for it goes on, its limit where it stood. */
export async function notePaid(act: Act, held: Held): Promise<Dossier> {
  const { dossier } = held;
  if (dossier.state !== 'payment') return dossier;
  if ((await listCharges(act, dossier.id)).some(({ state }) => state === 'due')) return dossier;
  if (!dossier.clock || clockState(dossier.clock) !== 'paused') return move(act, held, 'pay');
  const clock = resumeClock(dossier.clock, momentIn(held, act), {
    cause: { vi: 'Không còn khoản phải nộp', en: 'Nothing is owed any more' },
    basis: null,
    evidence: null,
  });
  const dates = datesOf(clock, await calendarOf(act, dossier.agency));
  await retime(act, dossier.id, dates.due_at, null, ownClocks(dossier));
  return move(act, held, 'pay', { clock, ...dates });
}

/** The dossier has ended without a result: what was not paid yet need not be paid any more. */
export const dropFees = (act: Act, dossier: string, why: string): Promise<void> =>
  voidCharges(act, dossier, why);
