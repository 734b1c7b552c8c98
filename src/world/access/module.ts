/** The access room as the program sees it. */
import type { Answer, Page } from '../../ground/web/page.ts';
import type { IdentityProvider } from './gateway/identity.ts';
import { choosePage } from './pages/choose.tsx';
import { identityAnswers } from './pages/identity.ts';
import { officerPage } from './pages/officer.tsx';
import { sessionsPage } from './pages/sessions.tsx';
import { signOutPage } from './pages/sign-out.tsx';
import { sampleCode } from './sample.ts';

type Parts = { readonly identity: IdentityProvider | null; readonly sample: boolean };

export const accessRoom = ({ identity, sample }: Parts): { pages: Page[]; answers: Answer[] } => ({
  pages: [choosePage, officerPage(sample ? sampleCode : null), sessionsPage, signOutPage],
  answers: identity ? identityAnswers(identity) : [],
});
