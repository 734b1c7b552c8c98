/** Every error as HTTP, in one place. */
import { Conflict, Invalid, NotAllowed, NotFound, Unavailable } from '../operate/errors.ts';
import type { Text } from '../text/language.ts';
import { BadBody } from './body.ts';

/** What a visitor is told. */
export type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly text: Text;
  /** Whoever runs the system must hear of it. */
  readonly noted?: true;
};

const bodies: Record<number, Text> = {
  400: { vi: 'Không đọc được nội dung gửi lên.', en: 'What was sent cannot be read.' },
  413: { vi: 'Nội dung gửi lên lớn quá mức cho phép.', en: 'What was sent is larger than allowed.' },
  415: { vi: 'Nội dung gửi lên không đúng dạng.', en: 'What was sent has the wrong format.' },
};

/** With the limit, where a file was larger than it: whoever sent it can make it smaller. */
function tooLarge({ status, most }: BadBody): Text | null {
  if (status !== 413 || most === null || most < MEGABYTE) return null;
  const limit = Math.floor(most / MEGABYTE);
  return {
    vi: `Tệp lớn quá: nhiều nhất ${limit} MB. Hãy gửi tệp nhỏ hơn.`,
    en: `The file is too large: at most ${limit} MB. Send a smaller one.`,
  };
}

const MEGABYTE = 1024 * 1024;

/** Signals of PostgreSQL and the network that the database is not there now. */
const away = /^(08|57P0|53|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)/;
/** Signals of PostgreSQL and the files that there is no room left to write. */
const full = /^(53100|ENOSPC|EDQUOT)/;
/** Values that PostgreSQL could not read: what the visitor sent, not what we did. */
const unreadable = /^22/;

/** Turns anything thrown into what the visitor is told. */
export function problemOf(error: unknown): Problem {
  if (
    error instanceof Invalid ||
    error instanceof NotAllowed ||
    error instanceof NotFound ||
    error instanceof Conflict ||
    error instanceof Unavailable
  ) {
    return { status: error.status, text: error.text };
  }
  if (error instanceof BadBody)
    return { status: error.status, text: tooLarge(error) ?? bodies[error.status]! };
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  const message = String((error as Error | null)?.message ?? '');
  if (full.test(code)) {
    return {
      status: 503,
      noted: true,
      text: {
        vi: 'Máy chủ hết chỗ chứa. Chúng tôi đã ghi nhận. Những gì bạn đã lưu vẫn còn. Hãy thử lại sau.',
        en: 'The server has no room left. It has been noted. What you have saved is kept. Please try again later.',
      },
    };
  }
  if (
    away.test(code) ||
    message.includes('Connection terminated') ||
    message.includes('timeout exceeded when trying to connect')
  ) {
    return {
      status: 503,
      text: {
        vi: 'Hệ thống đang bận hoặc tạm ngừng ít phút. Những gì bạn đã lưu vẫn còn. Hãy thử lại sau ít phút.',
        en: 'The system is busy or down for a few minutes. What you have saved is kept. Please try again soon.',
      },
    };
  }
  if (unreadable.test(code)) return { status: 400, text: bodies[400]! };
  return {
    status: 500,
    noted: true,
    text: {
      vi: 'Có lỗi ở phía hệ thống. Chúng tôi đã ghi nhận. Những gì bạn đã lưu vẫn còn.',
      en: 'Something went wrong on our side. It has been noted. What you have saved is kept.',
    },
  };
}

/** Shown when the visitor sends too many requests. */
export const tooMany: Problem = {
  status: 429,
  text: {
    vi: 'Có quá nhiều yêu cầu cùng lúc. Hãy đợi một phút rồi thử lại.',
    en: 'Too many requests. Please wait a minute and try again.',
  },
};

/** Told to a program that asks without a session for what only somebody signed in may see or do (RFC 9110 15.5.2). */
export const signInFirst: Problem = {
  status: 401,
  text: {
    vi: 'Việc này cần đăng nhập: gửi kèm cookie của một phiên đã đăng nhập.',
    en: 'This needs a session: send the cookie of one that is signed in.',
  },
};

/** Shown where there is nothing. */
export const noSuchPage = new NotFound({ vi: 'Không có trang này.', en: 'There is no such page.' });

/** Told to a program that asks for an address that the API does not have, or for another version of it. */
export const noSuchApi = new NotFound({
  vi: 'API không có địa chỉ này. Các địa chỉ của phiên bản 1 có ở /api/v1/openapi.json.',
  en: 'The API has no such address. Those of version 1 are listed at /api/v1/openapi.json.',
});

/** Shown when something is asked in a way that its address does not take. */
export const wrongMethod: Problem = {
  status: 405,
  text: {
    vi: 'Địa chỉ này không nhận cách gửi như vậy.',
    en: 'This address does not take requests of this kind.',
  },
};

/** Shown when a form is not from this visitor's own page. */
export const foreignForm = new NotAllowed({
  vi: 'Biểu mẫu này đã cũ hoặc không phải của phiên làm việc này. Hãy mở lại trang và gửi lại.',
  en: 'This form is old or does not belong to this session. Open the page again and send it again.',
});
