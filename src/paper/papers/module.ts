/** Papers as the program sees them. */
import type { Door } from '../../ground/web/administration.ts';
import type { WorkKind } from '../../work/desk/index.ts';
import { checkPages } from './pages/check.tsx';
import { copyPage } from './pages/copy.tsx';
import { correctionPages } from './pages/correct.tsx';
import { issuedPage } from './pages/issued.tsx';
import { keysAnswer, offlinePage } from './pages/offline.tsx';
import { paperFileAnswer, paperPage } from './pages/paper.tsx';
import { PAPERS, paperActPath } from './pages/paths.ts';
import { revokePage } from './pages/revoke.tsx';
import { words } from './pages/words.ts';
import type { Press } from './press.ts';
import { mayList } from './rules.ts';
import { signatureListeners } from './signature-check.ts';

/** What of the desk is ours: corrections that wait for the leader's signature and the clerk's seal. */
export const paperWork: readonly WorkKind[] = [
  {
    room: 'papers',
    kind: 'sign',
    name: { vi: 'Ký bản đính chính', en: 'Sign a correction' },
    path: ({ item }) => paperActPath(item, 'ky'),
  },
  {
    room: 'papers',
    kind: 'seal',
    name: { vi: 'Cấp số, đóng dấu bản đính chính', en: 'Number and seal a correction' },
    path: ({ item }) => paperActPath(item, 'phat-hanh'),
  },
];

export const papersRoom = (press: Press) => ({
  pages: [
    offlinePage,
    ...checkPages(press.keyring),
    issuedPage,
    paperPage,
    revokePage,
    copyPage,
    ...correctionPages(press),
  ],
  answers: [keysAnswer, paperFileAnswer(press.store)],
  doors: [{ path: PAPERS, name: words.list, hint: words.listHint, may: mayList }] satisfies readonly Door[],
  listeners: signatureListeners(press.store, press.keyring),
});
