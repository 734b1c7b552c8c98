/** Cookies: `__Host-` names (no domain, path /, secure), readable by no script, sent to no other site. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The cookie of the session, or of a visitor who has not signed in and sees a form. */
export const SESSION_COOKIE = '__Host-phien';
/** The chosen language. */
export const LANGUAGE_COOKIE = '__Host-ngon-ngu';
/** One message for the next page. */
export const MESSAGE_COOKIE = '__Host-loi-nhan';

/** Reads the Cookie header. Names and values that are not plain are passed over. */
export function readCookies(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const part of (header ?? '').slice(0, 8192).split(';')) {
    const cut = part.indexOf('=');
    const name = part.slice(0, cut).trim();
    const value = part.slice(cut + 1).trim();
    if (cut > 0 && /^[\w-]+$/.test(name) && /^[\w.~%-]*$/.test(value)) cookies[name] ??= value;
  }
  return cookies;
}

/** A Set-Cookie line; null clears the cookie. `maxAge` in seconds, without it until the browser closes. */
export const writeCookie = (name: string, cookie: { value: string; maxAge?: number } | null): string =>
  `${name}=${cookie?.value ?? ''}; Path=/; Secure; HttpOnly; SameSite=Lax` +
  (cookie === null ? '; Max-Age=0' : cookie.maxAge === undefined ? '' : `; Max-Age=${cookie.maxAge}`);

/** A token for a visitor who has not signed in: it is bound to nothing but this browser. */
export const newVisitorToken = (): string => `v.${randomBytes(24).toString('base64url')}`;

/** The hidden field of forms: bound to the visitor's cookie, so that no other site and no earlier session has it. */
export const csrfOf = (token: string): string =>
  createHmac('sha256', token).update('form').digest('base64url').slice(0, 32);

/** Compares without telling by time how much was right. */
export function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== 'string' || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
