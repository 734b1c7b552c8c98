/** The vault as the program sees it. */
import type { Store } from '../../ground/files/index.ts';
import type { Timed } from '../../ground/jobs/index.ts';
import { remind } from './deposit.ts';
import type { NationalStore } from './gateway/national-store.ts';
import { vaultHoldings } from './holdings.ts';
import { vaultInvariants } from './invariants.ts';
import { vaultListeners, type IsHeld } from './listeners.ts';
import { itemAnnex, itemFile, itemPage } from './pages/item.tsx';
import { sharePage } from './pages/share.tsx';
import { sharedAnnex, sharedFile, sharedPage } from './pages/opened-share.tsx';
import { vaultPage } from './pages/vault.tsx';

type Parts = {
  readonly store: Store;
  /** Where papers of other agencies are fetched from; null: not configured. */
  readonly national?: NationalStore | null;
  readonly isHeld?: IsHeld;
};

/** Before office hours, so that the reminder is there in the morning. */
const timed: readonly Timed[] = [{ name: 'vault.remind', cron: '15 6 * * *', act: remind }];

export const vaultRoom = ({ store, national = null, isHeld = async () => false }: Parts) => ({
  pages: [vaultPage(store, national), sharedPage, itemPage, sharePage],
  answers: [itemFile(store), itemAnnex(store), sharedFile(store), sharedAnnex(store)],
  timed,
  invariants: vaultInvariants(isHeld),
  holdings: vaultHoldings,
  listeners: vaultListeners(isHeld),
});
