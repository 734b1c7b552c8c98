/**
 * The reply that every civil-status service gives: `trangThai` 1 or more with `giaTri`, or 0 with `maLoi` and `moTaLoi`
 * (100 access token, 101 address, 106 unit, 200 not finished, 201 no such dossier, 500 the data).
 */
import { Failed, Garbled } from '../../../ground/wire/index.ts';
import { textOf } from './values.ts';

/** What came back: the status with its value, or what was wrong. */
export type Reply = {
  readonly status: number;
  readonly value: unknown;
  readonly error: number | null;
  readonly says: string | null;
};

/** We are not let in, or are not set up: nothing that the person or the officer could mend. */
const ours: ReadonlySet<number> = new Set([100, 101, 106]);

/** Reads a reply. Throws Failed when the service does not let us in, Garbled when it is no reply. */
export function readReply(answer: Readonly<Record<string, unknown>>): Reply {
  const status = Number(answer['trangThai']);
  if (answer['trangThai'] === undefined || !Number.isInteger(status)) throw new Garbled('no trangThai');
  const error = status === 0 ? Number(answer['maLoi']) : null;
  if (error !== null && !Number.isInteger(error)) throw new Garbled('an error without a code');
  if (error !== null && ours.has(error)) throw new Failed(`civil status says ${error}`, error);
  return {
    status,
    value: answer['giaTri'],
    error,
    says: textOf(answer['moTaLoi']) ?? textOf(answer['chiTiet']),
  };
}
