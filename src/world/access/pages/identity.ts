/** Signing in at the national identity, and at the identity system of an agency. */
import type { Caller } from '../../../ground/db/edge.ts';
import type { Answer } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { findAccount } from '../accounts.ts';
import { signInCitizen } from '../citizens.ts';
import type { AgencyIdentity } from '../gateway/agency-identity.ts';
import type { IdentityProvider } from '../gateway/identity.ts';
import { recognise } from '../recognise.ts';
import { note } from '../security-log.ts';
import { admit } from '../sign-in.ts';
import { roundTrip } from './round-trip.ts';

const callerOf = ({ tenant, by, requestId, now }: Visit): Caller => ({ tenant, by, requestId, now });

/** Citizens, by VNeID. */
export const identityAnswers = (provider: IdentityProvider): Answer[] =>
  roundTrip({
    begins: '/dang-nhap/vneid',
    ends: '/dang-nhap/vneid/ve',
    leave: provider.leave,
    arrive: async (visit, address, keep) => {
      const identity = await provider.arrive(address, keep);
      return visit.edge.act(callerOf(visit), async (act) => {
        const { person, organisation } = await recognise(act, identity);
        return signInCitizen(act, identity, person, organisation, visit);
      });
    },
  });

/** Where officers of an agency begin to sign in by its own system. */
export const agencyIdentityPath = (id: string): string => `/dang-nhap/co-quan/${id}`;

/** Officers, by the system of their agency: into accounts that an administrator has bound to it, and no others. */
export const agencyAnswers = (provider: AgencyIdentity): Answer[] =>
  roundTrip({
    begins: agencyIdentityPath(provider.id),
    ends: `${agencyIdentityPath(provider.id)}/ve`,
    leave: provider.leave,
    arrive: async (visit, address, keep) => {
      const login = await provider.arrive(address, keep);
      return visit.edge.act(callerOf(visit), async (act) => {
        const account = await findAccount(act, 'officer', login);
        if (account?.provider !== provider.id) {
          note(act, 'failed', null, visit, `${provider.id}: ${login}`.slice(0, 200));
          return null;
        }
        const attempt = admit(act, account, 'agency', visit);
        return 'token' in attempt ? attempt.token : null;
      });
    },
  });
