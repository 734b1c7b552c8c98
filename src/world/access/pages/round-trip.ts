/** Leaving for an identity provider and coming back. By links only: a form may not lead to another site. */
import { SESSION_COOKIE, writeCookie } from '../../../ground/web/cookies.ts';
import type { Answer } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { faultOf } from '../../../ground/operate/fault.ts';
import { log } from '../../../ground/operate/log.ts';
import type { Leaving } from '../gateway/oidc.ts';
import { safeBack } from '../rules.ts';

const KEEP_COOKIE = 'dang-nhap';
const KEEP_SECONDS = 900;

/** One provider: where its round begins and ends, and how it ends in a session. */
export type RoundTrip = {
  readonly begins: string;
  readonly ends: string;
  readonly leave: (redirect: string, back: string) => Promise<{ to: string; keep: Leaving }>;
  /** Who came back, as the token of their session; null when they may not come in. */
  readonly arrive: (visit: Visit, address: URL, keep: Leaving) => Promise<string | null>;
};

/** The two answers of a round trip. */
export const roundTrip = ({ begins, ends, leave, arrive }: RoundTrip): Answer[] => [
  {
    path: begins,
    who: 'anyone',
    example: null,
    respond: async (visit) => {
      const { to, keep } = await leave(visit.origin + ends, safeBack(visit.query['next']));
      const value = Buffer.from(JSON.stringify(keep)).toString('base64url');
      return redirect(to, [writeCookie(KEEP_COOKIE, { value, maxAge: KEEP_SECONDS }, visit.origin)]);
    },
  },
  {
    path: ends,
    who: 'anyone',
    example: null,
    respond: async (visit, request) => {
      const keep = kept(visit);
      const forget = writeCookie(KEEP_COOKIE, null, visit.origin);
      if (!keep) return redirect('/dang-nhap?lai=1', []);
      try {
        const address = new URL(visit.origin + visit.path + new URL(request.url).search);
        const token = await arrive(visit, address, keep);
        if (token === null) return redirect('/dang-nhap?lai=2', [forget]);
        return redirect(safeBack(keep.back), [
          writeCookie(SESSION_COOKIE, { value: token }, visit.origin),
          forget,
        ]);
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        if ((error as { status?: number }).status === 403) throw error;
        log.warn('sign-in failed', faultOf(error));
        return redirect('/dang-nhap?lai=1', [forget]);
      }
    },
  },
];

function kept(visit: Visit): Leaving | null {
  try {
    return JSON.parse(Buffer.from(visit.cookies[KEEP_COOKIE] ?? '', 'base64url').toString()) as Leaving;
  } catch {
    return null; // No cookie, or not ours: the person signs in again.
  }
}

const redirect = (to: string, cookies: readonly string[]): Response =>
  new Response(null, {
    status: 303,
    headers: [['location', to], ...cookies.map((cookie): [string, string] => ['set-cookie', cookie])],
  });
