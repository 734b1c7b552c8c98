/** Rules of requests about personal data. Pure. */
import { vietnamDay, vietnamMoment } from '../../ground/text/dates.ts';
import type { DataRequest, RequestKind } from './schema.ts';

/**
 * Days within which a request is carried out or refused, from the day after it came: Law 91/2025/QH15, art. 4.5 (rights are
 * answered within the limits of the Government), 13 (correction), 14 (erasure), as Decree 356/2025/NĐ-CP is said to detail
 * art. 4.5: its text is not at hand, the days come from two commentaries that agree.
 * Where a processor or a third party must act too the decree gives longer, and one extension; we hold to the shorter ones.
 * That a request has come is answered within two working days: here at once, with its code and the date of the answer.
 */
const DAYS: Readonly<Record<RequestKind, number>> = {
  correction: 10,
  erasure: 20,
  restriction: 15,
  objection: 15,
};

const DAY = 86_400_000;

/** When a request must have been decided: at the end of its last day. */
export const dueOf = (kind: RequestKind, asked: Date): Date =>
  vietnamMoment(vietnamDay(new Date(asked.getTime() + DAYS[kind] * DAY)), '23:59');

/** Whether a request is decided already. */
export const isDecided = ({ state }: Pick<DataRequest, 'state'>): boolean => state !== 'open';
