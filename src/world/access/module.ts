/** The access room as the program sees it. */
import type { Timed } from '../../ground/jobs/index.ts';
import type { Holding } from '../../ground/record/holdings.ts';
import type { Invariant } from '../../ground/record/invariants.ts';
import type { Door } from '../../ground/web/administration.ts';
import type { Api } from '../../ground/web/api.ts';
import type { Answer, Page } from '../../ground/web/page.ts';
import { accessApis } from './api.ts';
import type { AgencyIdentity } from './gateway/agency-identity.ts';
import type { IdentityProvider } from './gateway/identity.ts';
import { accessHoldings } from './holdings.ts';
import { accessIslands } from './islands.ts';
import { accessInvariants } from './invariants.ts';
import { accessTimed } from './jobs.ts';
import { accountPage } from './pages/account.tsx';
import { accountActPages } from './pages/accounts/acts.tsx';
import { accountsPage } from './pages/accounts/list.tsx';
import { oneAccountPage } from './pages/accounts/one.tsx';
import { newAccountPage } from './pages/accounts/open.tsx';
import { accountsName, ACCOUNTS_PATH } from './pages/accounts/paths.ts';
import { actingPage } from './pages/acting.tsx';
import { activatePage } from './pages/activate.tsx';
import { administrationPage } from './pages/administration.tsx';
import { choosePage } from './pages/choose.tsx';
import { agencyAnswers, identityAnswers } from './pages/identity.ts';
import { deadJobsName, deadJobsPage, DEAD_JOBS_PATH } from './pages/dead-jobs.tsx';
import { levelsPage } from './pages/levels.tsx';
import { logPage, LOG_PATH, myLogPage } from './pages/log.tsx';
import { officerPage } from './pages/officer.tsx';
import { passkeySignInPage } from './pages/passkey-sign-in.tsx';
import { addPasskeyPage, passkeysPage } from './pages/passkeys.tsx';
import { passwordPage } from './pages/password.tsx';
import { postsPage } from './pages/posts.tsx';
import { sessionsPage } from './pages/sessions.tsx';
import { signOutPage } from './pages/sign-out.tsx';
import { sampleCode } from './sample.ts';
import type { NamedJob } from './job-words.ts';
import { mayAdminister } from './scope.ts';

type Parts = {
  readonly identity: IdentityProvider | null;
  /** Identity systems of agencies, for their officers. */
  readonly agencies?: readonly AgencyIdentity[];
  readonly sample: boolean;
  /** The doors that other rooms contribute to the first page of administration. */
  readonly doors?: readonly Door[];
  /** Where a parent has children looked for whom nothing is known of here. */
  readonly findChildren?: string | null;
  /** What every job of the program does, in the words of its room; asked when a page needs it. */
  readonly jobs?: () => readonly NamedJob[];
};

type AccessRoom = {
  readonly pages: readonly Page[];
  readonly answers: readonly Answer[];
  readonly apis: readonly Api[];
  readonly timed: readonly Timed[];
  readonly holdings: readonly Holding[];
  readonly invariants: readonly Invariant[];
  readonly islands: typeof accessIslands;
};

const doorsHere: readonly Door[] = [
  {
    path: ACCOUNTS_PATH,
    name: accountsName,
    hint: {
      vi: 'Mở, khóa, cấp lại, rà soát sáu tháng một lần.',
      en: 'Open, stop, reset, review every six months.',
    },
    may: mayAdminister,
  },
  {
    path: LOG_PATH,
    name: { vi: 'Nhật ký an toàn', en: 'Security log' },
    hint: { vi: 'Đăng nhập, thất bại, thay đổi tài khoản.', en: 'Sign-ins, failures, changes of accounts.' },
    may: mayAdminister,
  },
  {
    path: DEAD_JOBS_PATH,
    name: deadJobsName,
    hint: {
      vi: 'Việc nền đã dừng, chạy lại sau khi sửa.',
      en: 'Jobs that stopped; run them again once mended.',
    },
    may: mayAdminister,
  },
];

export const accessRoom = ({
  identity,
  agencies = [],
  sample,
  doors = [],
  jobs = () => [],
  findChildren = null,
}: Parts): AccessRoom => ({
  pages: [
    choosePage(agencies),
    officerPage(sample ? sampleCode : null),
    passkeySignInPage,
    activatePage,
    levelsPage,
    accountPage,
    sessionsPage,
    postsPage,
    actingPage(findChildren),
    myLogPage,
    passwordPage,
    passkeysPage,
    addPasskeyPage,
    signOutPage,
    administrationPage([...doors, ...doorsHere]),
    logPage,
    deadJobsPage(jobs),
    accountsPage,
    newAccountPage(agencies),
    oneAccountPage,
    ...accountActPages,
  ],
  answers: [...(identity ? identityAnswers(identity) : []), ...agencies.flatMap(agencyAnswers)],
  apis: accessApis,
  timed: accessTimed,
  holdings: accessHoldings,
  invariants: accessInvariants,
  islands: accessIslands,
});
