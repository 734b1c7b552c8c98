/**
 * Cookies: readable by no script, sent to no other site, for the whole of this host and no other. Reached by https they
 * are `Secure` and carry a `__Host-` name; over plain http (this machine, development) browsers and programs would drop such cookies.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The cookie of the session, or of a visitor who has not signed in and sees a form. */
export const SESSION_COOKIE = 'phien';
/** The chosen language. */
export const LANGUAGE_COOKIE = 'ngon-ngu';
/** How far the log of the database was when this visitor last wrote; set only where there is a replica. */
export const WRITTEN_COOKIE = 'da-ghi';
/** One message for the next page. */
export const MESSAGE_COOKIE = 'loi-nhan';

const SAFE = '__Host-';

/** Whether visitors reach this address by https. */
const isSafe = (origin: string): boolean => origin.startsWith('https:');

/**
 * Reads the Cookie header of a request to this origin. Names and values that are not plain are passed over, and so is
 * by https whatever has no `__Host-` name: another host of the domain could have set it.
 */
export function readCookies(header: string | undefined, origin: string): Record<string, string> {
  const prefix = isSafe(origin) ? SAFE : '';
  const cookies: Record<string, string> = {};
  for (const part of (header ?? '').slice(0, 8192).split(';')) {
    const cut = part.indexOf('=');
    const name = part.slice(0, cut).trim();
    const value = part.slice(cut + 1).trim();
    if (cut > 0 && /^[\w-]+$/.test(name) && name.startsWith(prefix) && /^[\w.~%-]*$/.test(value))
      cookies[name.slice(prefix.length)] ??= value;
  }
  return cookies;
}

/** A Set-Cookie line; null clears the cookie. `maxAge` in seconds, without it until the browser closes. */
export function writeCookie(
  name: string,
  cookie: { value: string; maxAge?: number } | null,
  origin: string,
): string {
  const safe = isSafe(origin);
  const age =
    cookie === null ? '; Max-Age=0' : cookie.maxAge === undefined ? '' : `; Max-Age=${cookie.maxAge}`;
  return `${safe ? SAFE : ''}${name}=${cookie?.value ?? ''}; Path=/${safe ? '; Secure' : ''}; HttpOnly; SameSite=Lax${age}`;
}

/** A token for a visitor who has not signed in: it is bound to nothing but this browser. */
export const newVisitorToken = (): string => `v.${randomBytes(24).toString('base64url')}`;

/** The hidden field of forms: bound to the visitor's cookie, so that no other site and no earlier session has it. */
export const csrfOf = (token: string): string =>
  createHmac('sha256', token).update('form').digest('base64url').slice(0, 32);

/** Compares without telling by time how much was right. */
export function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  // Counted in bytes: as many letters of another alphabet are more.
  const [mine, yours] = [Buffer.from(expected), Buffer.from(given)];
  return mine.length === yours.length && timingSafeEqual(mine, yours);
}
