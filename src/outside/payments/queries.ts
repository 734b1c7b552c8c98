/** Reading charges and money. */
import { sql } from 'kysely';
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { NotAllowed, NotFound } from '../../ground/operate/errors.ts';
import { isId } from '../../ground/record/index.ts';
import { vietnamMoment } from '../../ground/text/dates.ts';
import { maySee, type Books } from './policy.ts';
import type { Attempt, Charge, Credit, PaymentTables, Receipt, Refund } from './schema.ts';

const tables = (look: Look) => own<PaymentTables>(look.tx);

const chargeColumns = [
  'id',
  'item',
  'code',
  'title',
  'procedure',
  'field',
  'ref',
  'due_when',
  'lines',
  'amount',
  'state',
  'agency',
  'counter',
  'person',
  'organisation',
  'filer',
  'payer_name',
  'created_at',
  'paid_at',
  'ended_why',
] as const;

const charges = (look: Look) =>
  tables(look).selectFrom('payments.charges').select(chargeColumns).where('tenant', '=', look.tenant);

/** A charge by id, or null. */
export const findCharge = async (look: Look, id: string): Promise<Charge | null> =>
  isId(id) ? ((await charges(look).where('id', '=', id).executeTakeFirst()) ?? null) : null;

/** A charge for those who may see it. Throws NotFound or NotAllowed. */
export async function getCharge(look: Look, id: string): Promise<Charge> {
  const charge = await findCharge(look, id);
  if (!charge) throw new NotFound({ vi: 'Không có khoản phải nộp này.', en: 'There is no such charge.' });
  if (maySee(look.by, charge)) return charge;
  throw new NotAllowed({
    vi: 'Khoản này không phải của bạn và không thuộc phần việc của bạn.',
    en: 'This charge is neither yours nor part of your work.',
  });
}

/** The charge with this reference or MaThamChieu, held until the act ends; null when there is none. */
export const lockChargeByRef = async (act: Act, ref: string): Promise<Charge | null> =>
  (await charges(act).where('ref', '=', ref.slice(0, 16)).forUpdate().executeTakeFirst()) ?? null;

/** The charge of this id, held until the act ends. Throws NotFound. */
export async function lockCharge(act: Act, id: string): Promise<Charge> {
  const charge = await charges(act).where('id', '=', id).forUpdate().executeTakeFirst();
  if (charge) return charge;
  throw new NotFound({ vi: 'Không có khoản phải nộp này.', en: 'There is no such charge.' });
}

/** The charge that was raised under this key, or null. */
export const findChargeByKey = async (look: Look, key: string): Promise<Charge | null> =>
  (await charges(look).where('key', '=', key).executeTakeFirst()) ?? null;

/** All charges of an item, oldest first. */
export const listCharges = (look: Look, item: string): Promise<Charge[]> =>
  charges(look).where('item', '=', item).orderBy('created_at').orderBy('id').execute();

/** What can be paid at these counters, oldest first; with `search` by code of the dossier, reference or payer. */
export const listDueAt = (look: Look, counters: readonly string[], search: string): Promise<Charge[]> => {
  if (counters.length === 0) return Promise.resolve([]);
  const open = charges(look)
    .where('counter', 'in', [...counters])
    .where('state', '=', 'due')
    .orderBy('created_at')
    .limit(50);
  const words = search.trim();
  if (words === '') return open.execute();
  const like = `%${words.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`;
  return open
    .where((one) =>
      one.or([one('code', 'ilike', like), one('ref', 'ilike', like), one('payer_name', 'ilike', like)]),
    )
    .execute();
};

/** Tries to pay a charge at the platform, newest first. */
export const listAttempts = (look: Look, charge: string): Promise<Attempt[]> =>
  attempts(look).where('charge', '=', charge).orderBy('begun_at', 'desc').orderBy('ref', 'desc').execute();

/** One try by its MaThamChieu, or null. */
export const findAttempt = async (look: Look, ref: string): Promise<Attempt | null> =>
  (await attempts(look).where('ref', '=', ref).executeTakeFirst()) ?? null;

const attempts = (look: Look) =>
  tables(look)
    .selectFrom('payments.attempts')
    .select(['ref', 'charge', 'amount', 'state', 'url', 'begun_at', 'asked', 'ended_at'])
    .where('tenant', '=', look.tenant);

const credits = (look: Look) =>
  tables(look)
    .selectFrom('payments.credits')
    .select([
      'id',
      'source',
      'outside_id',
      'ref',
      'charge',
      'amount',
      'at',
      'noted_at',
      'fate',
      'words',
      'cashier',
      'cashier_name',
    ])
    .where('tenant', '=', look.tenant);

/** Money already noted under this number of its source, or null. */
export const findCredit = async (
  look: Look,
  source: Credit['source'],
  outsideId: string,
): Promise<Credit | null> =>
  (await credits(look).where('source', '=', source).where('outside_id', '=', outsideId).executeTakeFirst()) ??
  null;

/** Money by id, or null. */
export const findCreditById = async (look: Look, id: string): Promise<Credit | null> =>
  isId(id) ? ((await credits(look).where('id', '=', id).executeTakeFirst()) ?? null) : null;

/** The money that paid a charge, or null. */
export const findPayment = async (look: Look, charge: string): Promise<Credit | null> =>
  (await credits(look).where('charge', '=', charge).where('fate', '=', 'charge').executeTakeFirst()) ?? null;

const dayAfter = (moment: Date): Date => new Date(moment.getTime() + 86_400_000);

/** Of the charges those in somebody's books, as a condition on a column that names a charge; money that is for none is in no agency's books. */
const inBooks = (
  look: Look,
  books: Books,
  column:
    'payments.credits.charge' | 'payments.refunds.charge' | 'payments.charges.id' | 'c.charge' | 'a.charge',
) =>
  books === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from payments.charges h where h.tenant = ${look.tenant} and h.id = ${sql.ref(column)}
        and (h.agency = any(${books}::uuid[]) or h.counter = any(${books}::uuid[])))`;

/** Money that came in on a day in Vietnam, as far as it is in these books, with the dossier and the receipt it was for. */
export const listTakenOn = (look: Look, books: Books, day: string) =>
  tables(look)
    .selectFrom('payments.credits as c')
    .leftJoin('payments.charges as h', (join) =>
      join.onRef('h.tenant', '=', 'c.tenant').onRef('h.id', '=', 'c.charge'),
    )
    .leftJoin('payments.receipts as r', (join) =>
      join.onRef('r.tenant', '=', 'c.tenant').onRef('r.credit', '=', 'c.id'),
    )
    .select(['c.id', 'c.source', 'c.outside_id', 'c.ref', 'c.amount', 'c.at', 'c.fate', 'c.charge'])
    .select(['h.code', 'r.symbol', 'r.number', 'r.amount as receipted'])
    .where('c.tenant', '=', look.tenant)
    .where(inBooks(look, books, 'c.charge'))
    .where('c.at', '>=', vietnamMoment(day))
    .where('c.at', '<', dayAfter(vietnamMoment(day)))
    .orderBy('c.at')
    .orderBy('c.id')
    .execute();

/** Money that came in, as the comparison of the ledgers reads it. */
export type Taken = Awaited<ReturnType<typeof listTakenOn>>[number];

/** What was not taken (miễn thu) in these books from one day in Vietnam until before another, oldest first. */
export const listWaived = (look: Look, books: Books, from: string, until: string) =>
  tables(look)
    .selectFrom('payments.charges')
    .select(['id', 'code', 'title', 'amount', 'ended_why', 'waived_at', 'waived_by_name'])
    .where('tenant', '=', look.tenant)
    .where(inBooks(look, books, 'payments.charges.id'))
    .where('waived_at', '>=', vietnamMoment(from))
    .where('waived_at', '<', vietnamMoment(until))
    .orderBy('waived_at')
    .orderBy('id')
    .execute();

/** A charge that was waived, as a line of the books. */
export type Waived = Awaited<ReturnType<typeof listWaived>>[number];

/** The cash book (sổ quỹ) of an officer's day: what this account took in, in order, with what it was for. */
export const listCashBook = (look: Look, account: string, day: string) =>
  tables(look)
    .selectFrom('payments.credits as c')
    .innerJoin('payments.charges as h', (join) =>
      join.onRef('h.tenant', '=', 'c.tenant').onRef('h.id', '=', 'c.charge'),
    )
    .leftJoin('payments.receipts as r', (join) =>
      join.onRef('r.tenant', '=', 'c.tenant').onRef('r.credit', '=', 'c.id'),
    )
    .select([
      'c.id',
      'c.at',
      'c.amount',
      'h.id as charge',
      'h.code',
      'h.title',
      'h.payer_name',
      'r.symbol',
      'r.number',
    ])
    .where('c.tenant', '=', look.tenant)
    .where('c.source', '=', 'cash')
    .where('c.cashier', '=', account)
    .where('c.at', '>=', vietnamMoment(day))
    .where('c.at', '<', dayAfter(vietnamMoment(day)))
    .orderBy('c.at')
    .execute();

/** The receipt of a charge, or null. */
export const findReceipt = async (look: Look, charge: string): Promise<Receipt | null> =>
  (await tables(look)
    .selectFrom('payments.receipts')
    .select(['charge', 'credit', 'agency', 'symbol', 'number', 'amount', 'issued_at'])
    .where('tenant', '=', look.tenant)
    .where('charge', '=', charge)
    .executeTakeFirst()) ?? null;

const refunds = (look: Look) =>
  tables(look)
    .selectFrom('payments.refunds')
    .select(['id', 'credit', 'charge', 'amount', 'why', 'state', 'asked_at', 'done_at', 'evidence'])
    .where('tenant', '=', look.tenant);

/** The refund of some money, or null. */
export const findRefundOf = async (look: Look, credit: string): Promise<Refund | null> =>
  (await refunds(look).where('credit', '=', credit).executeTakeFirst()) ?? null;

/** Money that came in for a charge and does not stay: what did not fit, and what it was decided to give back; with the refund, if any. */
export const listGoingBack = (look: Look, charge: string) =>
  tables(look)
    .selectFrom('payments.credits as c')
    .leftJoin('payments.refunds as r', (join) =>
      join.onRef('r.tenant', '=', 'c.tenant').onRef('r.credit', '=', 'c.id'),
    )
    .select(['c.id', 'c.amount', 'c.at', 'c.source', 'c.fate', 'r.why', 'r.done_at', 'r.evidence'])
    .where('c.tenant', '=', look.tenant)
    .where('c.charge', '=', charge)
    .where((one) => one.or([one('c.fate', '<>', 'charge'), one('r.id', 'is not', null)]))
    .orderBy('c.at')
    .execute();

/** Tries to pay that have one of these MaThamChieu, as far as their charge is in these books, with the dossier. */
export const listTries = (look: Look, books: Books, refs: readonly string[]) => {
  if (refs.length === 0) return Promise.resolve([]);
  return tables(look)
    .selectFrom('payments.attempts as a')
    .innerJoin('payments.charges as h', (join) =>
      join.onRef('h.tenant', '=', 'a.tenant').onRef('h.id', '=', 'a.charge'),
    )
    .select(['a.ref', 'h.id as charge', 'h.code'])
    .where('a.tenant', '=', look.tenant)
    .where('a.ref', 'in', [...refs])
    .where(inBooks(look, books, 'a.charge'))
    .execute();
};

/** Refunds in these books that somebody must still carry out, oldest first: to whom, and by which way the money had come. */
export const listOpenRefunds = (look: Look, books: Books) =>
  tables(look)
    .selectFrom('payments.refunds')
    .innerJoin('payments.credits as c', (join) =>
      join.onRef('c.tenant', '=', 'payments.refunds.tenant').onRef('c.id', '=', 'payments.refunds.credit'),
    )
    .leftJoin('payments.charges as h', (join) =>
      join.onRef('h.tenant', '=', 'payments.refunds.tenant').onRef('h.id', '=', 'payments.refunds.charge'),
    )
    .select([
      'payments.refunds.id',
      'payments.refunds.credit',
      'payments.refunds.charge',
      'payments.refunds.amount',
      'payments.refunds.why',
      'payments.refunds.asked_at',
      'c.source',
      'c.outside_id',
      'c.words',
      'h.code',
      'h.payer_name',
    ])
    .where('payments.refunds.tenant', '=', look.tenant)
    .where(inBooks(look, books, 'payments.refunds.charge'))
    .where('payments.refunds.state', '=', 'asked')
    .orderBy('payments.refunds.asked_at')
    .limit(200)
    .execute();

/** A refund to be carried out, as a line of the books. */
export type OpenRefund = Awaited<ReturnType<typeof listOpenRefunds>>[number];

/** Charges in these books that were paid for what ended without a decision, while nobody has decided whether the money goes back; oldest first. */
export const listUndecided = (look: Look, books: Books) =>
  tables(look)
    .selectFrom('payments.charges as h')
    .innerJoin('payments.credits as c', (join) =>
      join.onRef('c.tenant', '=', 'h.tenant').onRef('c.charge', '=', 'h.id').on('c.fate', '=', 'charge'),
    )
    .leftJoin('payments.refunds as r', (join) =>
      join.onRef('r.tenant', '=', 'c.tenant').onRef('r.credit', '=', 'c.id'),
    )
    .select(['h.id', 'h.code', 'h.amount', 'h.ended_why', 'h.paid_at', 'c.id as credit'])
    .where('h.tenant', '=', look.tenant)
    .where('h.state', '=', 'paid')
    .where('h.ended_why', 'is not', null)
    .where('r.id', 'is', null)
    .where(inBooks(look, books, 'c.charge'))
    .orderBy('h.paid_at')
    .limit(200)
    .execute();

/** What was paid for something that ended, as a line of the books. */
export type Undecided = Awaited<ReturnType<typeof listUndecided>>[number];

/** A refund by id, or null. */
export const findRefund = async (look: Look, id: string): Promise<Refund | null> =>
  isId(id) ? ((await refunds(look).where('id', '=', id).executeTakeFirst()) ?? null) : null;

/** Money in these books that pays nothing and that nobody gives back yet, oldest first. */
export const listStray = (look: Look, books: Books): Promise<Credit[]> =>
  credits(look)
    .where(inBooks(look, books, 'payments.credits.charge'))
    .where('fate', '<>', 'charge')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('payments.refunds as r')
            .select('r.id')
            .whereRef('r.tenant', '=', 'payments.credits.tenant')
            .whereRef('r.credit', '=', 'payments.credits.id'),
        ),
      ),
    )
    .orderBy('at')
    .limit(200)
    .execute();
