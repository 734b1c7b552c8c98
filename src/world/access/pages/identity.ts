/** Leaving for the national identity and coming back. By links only: a form may not lead to another site. */
import { SESSION_COOKIE, writeCookie } from '../../../ground/web/cookies.ts';
import type { Answer } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { Unavailable } from '../../../ground/operate/errors.ts';
import { log } from '../../../ground/operate/log.ts';
import { signInCitizen } from '../citizens.ts';
import type { IdentityProvider, Leaving } from '../gateway/identity.ts';
import { safeBack } from '../rules.ts';
import { recognise } from '../recognise.ts';

const KEEP_COOKIE = '__Host-dang-nhap';
const RETURN_PATH = '/dang-nhap/vneid/ve';

/** The two answers of signing in at the national identity. */
export const identityAnswers = (provider: IdentityProvider): Answer[] => [
  {
    path: '/dang-nhap/vneid',
    who: 'anyone',
    example: null,
    respond: async (visit) => {
      const { to, keep } = await provider.leave(visit.origin + RETURN_PATH, safeBack(visit.query['next']));
      const value = Buffer.from(JSON.stringify(keep)).toString('base64url');
      return redirect(to, [writeCookie(KEEP_COOKIE, { value, maxAge: 900 })]);
    },
  },
  {
    path: RETURN_PATH,
    who: 'anyone',
    example: null,
    respond: async (visit, request) => {
      const keep = kept(visit);
      if (!keep) return redirect('/dang-nhap?lai=1', []);
      try {
        const address = new URL(visit.origin + visit.path + new URL(request.url).search);
        const identity = await provider.arrive(address, keep);
        const token = await visit.edge.act(
          { tenant: visit.tenant, by: visit.by, requestId: visit.requestId, now: visit.now },
          async (act) => {
            const { person, organisation } = await recognise(act, identity);
            return signInCitizen(act, identity, person, organisation, visit);
          },
        );
        return redirect(safeBack(keep.back), [
          writeCookie(SESSION_COOKIE, { value: token }),
          writeCookie(KEEP_COOKIE, null),
        ]);
      } catch (error) {
        if (error instanceof Unavailable) throw error;
        if ((error as { status?: number }).status === 403) throw error;
        log.warn('sign-in failed', { problem: (error as Error).message });
        return redirect('/dang-nhap?lai=1', [writeCookie(KEEP_COOKIE, null)]);
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
