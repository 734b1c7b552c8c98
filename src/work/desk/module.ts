/** The desk as the program sees it: one inbox, filled by what rooms contribute. */
import { batchListener, beginListener } from './batch/run.ts';
import { ownBatchActs } from './batch/own-acts.ts';
import { CHOOSE } from './handover/commands.ts';
import { handoverListeners } from './handover/listeners.ts';
import type { Handover } from './handover/schema.ts';
import { invariants } from './invariants.ts';
import { leaverListeners, leaverTimed } from './leavers.ts';
import { batchPage } from './pages/batch.tsx';
import { batchesPage } from './pages/batches.tsx';
import { chooseHeirPage } from './pages/choose-heir.tsx';
import { inboxPage } from './pages/inbox.tsx';
import { keysPage } from './pages/keys.tsx';
import { opinionPage } from './pages/opinion.tsx';
import { heirPath, opinionPath } from './pages/paths.ts';
import { viewsPage } from './pages/views.tsx';
import { workPage } from './pages/work.tsx';
import type { BatchAct, DeskEntry, WorkKind } from './schema.ts';
import { words } from './words.ts';

/** The desk's own kinds of work: an opinion that a colleague asked for, the heir of an agency that ended. */
const ownKinds: readonly WorkKind[] = [
  {
    room: 'desk',
    kind: 'opinion',
    name: { vi: 'Cho ý kiến', en: 'Give an opinion' },
    path: ({ id }) => opinionPath(id),
  },
  { room: 'desk', kind: CHOOSE, name: words.chooseHeir, path: ({ id }) => heirPath(id) },
];

/**
 * What the rooms contribute: their `kinds` of work, what can be done to many items at once (`batches`), how open matters go on
 * when an agency ends (`handovers`), and work that begins at the desk (`entries`).
 */
export const deskRoom = (
  kinds: readonly WorkKind[],
  batches: readonly BatchAct[],
  handovers: readonly Handover[],
  entries: readonly DeskEntry[] = [],
) => {
  const all = [...kinds, ...ownKinds];
  const acts = [...batches, ...ownBatchActs];
  return {
    pages: [
      inboxPage(all, entries),
      viewsPage,
      keysPage,
      batchesPage(acts),
      batchPage(acts),
      workPage(all),
      opinionPage,
      chooseHeirPage(handovers),
    ],
    invariants,
    listeners: [
      beginListener(acts),
      batchListener(acts),
      ...handoverListeners(handovers),
      ...leaverListeners,
    ],
    timed: [leaverTimed],
  };
};
