/** The desk as the program sees it: one inbox, filled by what rooms contribute. */
import { batchListener } from './batch/run.ts';
import { ownBatchActs } from './batch/own-acts.ts';
import { batchPage } from './pages/batch.tsx';
import { batchesPage } from './pages/batches.tsx';
import { inboxPage } from './pages/inbox.tsx';
import { keysPage } from './pages/keys.tsx';
import { opinionPage } from './pages/opinion.tsx';
import { opinionPath } from './pages/paths.ts';
import { viewsPage } from './pages/views.tsx';
import { workPage } from './pages/work.tsx';
import type { BatchAct, WorkKind } from './schema.ts';

/** The desk's own kind of work: an opinion that a colleague asked for. */
const ownKinds: readonly WorkKind[] = [
  {
    room: 'desk',
    kind: 'opinion',
    name: { vi: 'Cho ý kiến', en: 'Give an opinion' },
    path: ({ id }) => opinionPath(id),
  },
];

/** `kinds` and `batches` are what the rooms contribute: their work and what can be done to many items at once. */
export const deskRoom = (kinds: readonly WorkKind[], batches: readonly BatchAct[]) => {
  const all = [...kinds, ...ownKinds];
  const acts = [...batches, ...ownBatchActs];
  return {
    pages: [
      inboxPage(all),
      viewsPage,
      keysPage,
      batchesPage(acts),
      batchPage(acts),
      workPage(all),
      opinionPage,
    ],
    listeners: [batchListener(acts)],
  };
};
