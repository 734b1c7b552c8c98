/** The vault as the program sees it. */
import type { Timed } from '../../ground/jobs/index.ts';
import { dataAnswer, dataPage, type Press } from '../../paper/papers/index.ts';
import type { SecrecyDoor } from '../../paper/scanning/index.ts';
import { remind } from './deposit.ts';
import type { NationalStore } from './gateway/national-store.ts';
import { vaultHoldings } from './holdings.ts';
import { vaultInvariants } from './invariants.ts';
import { vaultListeners, type IsHeld } from './listeners.ts';
import { itemAnnex, itemFile, itemPage } from './pages/item.tsx';
import { myData } from './pages/data.ts';
import { sharePage } from './pages/share.tsx';
import { sharedAnnex, sharedFile, sharedPage } from './pages/opened-share.tsx';
import { regularListener, regularTimed } from './regular.ts';
import { vaultPage } from './pages/vault.tsx';

type Parts = {
  readonly press: Press;
  readonly secrecy: SecrecyDoor;
  /** Where papers of other agencies are fetched from; null: not configured. */
  readonly national?: NationalStore | null;
  readonly isHeld?: IsHeld;
};

/** Before office hours, so that the reminder is there in the morning. */
const timed: readonly Timed[] = [{ name: 'vault.remind', cron: '15 6 * * *', act: remind }];

export const vaultRoom = ({ press, secrecy, national = null, isHeld = async () => false }: Parts) => {
  const { store } = press;
  return {
    pages: [
      vaultPage(national && { store, secrecy, national }),
      sharedPage,
      itemPage,
      sharePage,
      dataPage(press, myData),
    ],
    answers: [
      dataAnswer(store, myData),
      itemFile(store),
      itemAnnex(store),
      sharedFile(store),
      sharedAnnex(store),
    ],
    timed: [...timed, ...(national ? [regularTimed] : [])],
    invariants: vaultInvariants(isHeld),
    holdings: vaultHoldings,
    listeners: [
      ...vaultListeners(isHeld),
      ...(national ? [regularListener({ store, secrecy, national })] : []),
    ],
  };
};
