/** Dossiers as the program sees them. */
import type { Store } from '../../ground/files/index.ts';
import { letterPath } from '../../outside/messages/index.ts';
import type { Press } from '../../paper/papers/index.ts';
import type { WorkKind } from '../../work/desk/index.ts';
import { dossierApis } from './api.ts';
import { comparePage, scanDataAnswer, scanFileAnswer, scansPage } from './pages/digitise/index.ts';
import { dossierHoldings } from './holdings.ts';
import { invariants } from './invariants.ts';
import { listeners } from './listeners.ts';
import { timedAt } from './jobs.ts';
import { acceptPage } from './pages/accept.tsx';
import { apologisePage } from './pages/apologise.tsx';
import { askPaymentPage } from './pages/ask-payment.tsx';
import { componentAnswer, resultAnnexAnswer, resultAnswer } from './pages/download.ts';
import { discussPage } from './pages/discuss.tsx';
import { dossierPage, type IsRated } from './pages/dossier.tsx';
import { draftResultPage } from './pages/draft-result.tsx';
import { findPage } from './pages/find.tsx';
import { formAnswer, registerAnswer, registerPage } from './pages/print/index.ts';
import { newProcessPage } from './pages/new-process/choose.tsx';
import { processMovePage } from './pages/new-process/results.tsx';
import { proposeSupplementPage } from './pages/propose-supplement.tsx';
import { endPages } from './pages/end-on-ground.tsx';
import { withdrawPage } from './pages/withdraw.tsx';
import { messagePage } from './pages/message.tsx';
import { returnPage } from './pages/return.tsx';
import { sealPage } from './pages/seal.tsx';
import { signPage } from './pages/sign.tsx';
import { stepPage } from './pages/step.tsx';
import { supplementPage } from './pages/supplement.tsx';
import { takePage } from './pages/take.tsx';
import { acceptPath, dossierPath, stepPath } from './paths.ts';
import { BESIDE_PROCESS, kindNames } from './work.ts';

/** The screen of the act, where the work item says which it is. */
const straightPath = (code: string, kind: string, ref: string | null): string | null =>
  kind === 'accept'
    ? acceptPath(code)
    : ref === null || ref === BESIDE_PROCESS
      ? null
      : stepPath(code, kind, ref);

/** What of the desk is ours: every kind of work opens the page of its dossier. */
export const dossierWork: readonly WorkKind[] = Object.entries(kindNames).map(([kind, name]) => ({
  room: 'dossiers',
  kind,
  name,
  path: ({ code }) => dossierPath(code),
  straight: ({ code, kind, ref }) => straightPath(code, kind, ref),
  write: ({ code }) => letterPath(code),
}));

type Parts = {
  readonly press: Press;
  readonly store: Store;
  /** The address of this site, printed on papers that are made without anybody visiting it. */
  readonly home: string;
  readonly isRated: IsRated;
};

export const dossiersRoom = ({ press, store, home, isRated }: Parts) => ({
  pages: [
    proposeSupplementPage,
    findPage,
    dossierPage(isRated),
    acceptPage,
    supplementPage,
    ...endPages,
    withdrawPage,
    stepPage,
    messagePage,
    draftResultPage,
    signPage(press),
    sealPage(press),
    returnPage,
    apologisePage,
    newProcessPage,
    processMovePage,
    askPaymentPage,
    discussPage,
    takePage,
    scansPage,
    comparePage(press),
    registerPage,
  ],
  answers: [
    componentAnswer(store),
    resultAnswer(store),
    resultAnnexAnswer(store),
    scanFileAnswer(store),
    scanDataAnswer,
    formAnswer,
    registerAnswer,
  ],
  apis: dossierApis,
  holdings: dossierHoldings,
  listeners,
  invariants,
  timed: timedAt(home),
});

export { dossierBatches } from './batch.ts';
export { dossierHandover } from './handover.ts';
export { dossierMatters } from './matters.ts';
