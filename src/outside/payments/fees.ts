/**
 * What is owed (B7): amount or formula, quantity from the answers, exemptions, way of filing. Pure. An amount that nobody has entered
 * stays unknown: it is never shown as free and cannot be paid online (Law on fees and charges 97/2015/QH13).
 */
import { compileLogic, holds, type Answers, type Logic } from '../../work/forms/index.ts';

/** How a dossier is filed. */
export type FilingChannel = 'online' | 'in-person' | 'post';

/** A rule about one fee or charge (lệ phí, phí), as the catalogue holds it. */
export type FeeRule = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'fee' | 'charge';
  /** Whole đồng; 0: free by law; null: unknown here. */
  readonly amount: number | null;
  /** Path of the answer that holds how many; null: one. */
  readonly quantity: string | null;
  /** Đồng as JSONLogic over the answers, where amount times quantity does not say it. */
  readonly formula?: Logic | null;
  /** Ways of filing for which it is owed; null: all. */
  readonly channels: readonly FilingChannel[] | null;
  /** `when: null` cannot be told from the answers: an officer decides on evidence. */
  readonly exemptions: readonly {
    readonly who: string;
    readonly when: Logic | null;
    readonly basis: string;
  }[];
  readonly basis: string;
  readonly note?: string | null;
};

/** One line of what is owed. `rate` and `amount` are null while they are unknown. */
export type FeeLine = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'fee' | 'charge';
  readonly quantity: number;
  readonly rate: number | null;
  readonly amount: number | null;
  /** Legal basis of the amount. */
  readonly basis: string;
  /** Who is exempt, and by what, when an exemption holds. */
  readonly exempt: string | null;
  /** Exemptions that an officer may still grant on evidence. */
  readonly mayBeExempt: readonly string[];
  /** What the catalogue says where the amount is unknown. */
  readonly note: string | null;
};

/** The lines owed by these answers on this way of filing; `today` is the day in Vietnam. */
export function feeLines(
  rules: readonly FeeRule[],
  answers: Answers,
  channel: FilingChannel,
  today: string,
): readonly FeeLine[] {
  const scope = { ...answers, today };
  return rules
    .filter(({ channels }) => channels === null || channels.includes(channel))
    .map((rule) => lineOf(rule, scope))
    .filter(({ quantity }) => quantity > 0);
}

/** The sum of lines in đồng; null while one of them is unknown. */
export const totalOf = (lines: readonly Pick<FeeLine, 'amount'>[]): number | null =>
  lines.reduce<number | null>(
    (sum, { amount }) => (sum === null || amount === null ? null : sum + amount),
    0,
  );

function lineOf(rule: FeeRule, scope: Answers): FeeLine {
  const counted = rule.quantity === null ? 1 : countAt(scope, rule.quantity);
  const exemption = rule.exemptions.find(({ when }) => when !== null && holds(compileLogic(when), scope));
  const priced = priceOf(rule, counted, scope);
  const line = {
    code: rule.code,
    name: rule.name,
    kind: rule.kind,
    basis: rule.basis,
    mayBeExempt: rule.exemptions.filter(({ when }) => when === null).map(({ who }) => who),
    note: rule.note ?? null,
  };
  if (exemption)
    return {
      ...line,
      quantity: counted ?? 1,
      rate: 0,
      amount: 0,
      exempt: `${exemption.who} (${exemption.basis})`,
    };
  return { ...line, ...priced, exempt: null };
}

/** A formula gives the whole amount at once; an unknown count makes the amount unknown, not the count. */
function priceOf(
  { formula, amount }: FeeRule,
  count: number | null,
  scope: Answers,
): Pick<FeeLine, 'quantity' | 'rate' | 'amount'> {
  if (formula !== undefined && formula !== null) {
    const computed = moneyOf(compileLogic(formula)(scope));
    return { quantity: 1, rate: computed, amount: computed };
  }
  if (count === null) return { quantity: 1, rate: amount, amount: amount === 0 ? 0 : null };
  return { quantity: count, rate: amount, amount: amount === null ? null : amount * count };
}

/**
 * A whole count that is not negative; 0 when a finished form leaves the question open (no copies wanted); null when the
 * answer is no count.
 */
function countAt(scope: Answers, path: string): number | null {
  let value: unknown = scope;
  for (const step of path.split('.'))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Answers)[step]
        : undefined;
  if (value === undefined || value === null || value === '') return 0;
  const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null;
}

const moneyOf = (value: unknown): number | null =>
  typeof value === 'number' && value >= 0 && Number.isSafeInteger(Math.round(value))
    ? Math.round(value)
    : null;
