/** The post room as the program sees it. */
import type { Store } from '../../ground/files/index.ts';
import type { Wire } from '../../ground/wire/index.ts';
import type { SignatureCheck } from '../../paper/papers/index.ts';
import type { SecrecyDoor } from '../../paper/scanning/index.ts';
import { apis } from './api.ts';
import { nationalPortal } from './gateway/national-portal.ts';
import { publicPost } from './gateway/public-post.ts';
import { invariants } from './invariants.ts';
import { exchangeListeners } from './listeners.ts';
import { followedPage } from './pages/followed.tsx';
import { syncDoor, syncPage } from './pages/sync.tsx';
import type { ItemSource } from './schema.ts';
import type { ExchangeAccounts } from './settings.ts';

type Parts = {
  readonly wire: Wire;
  readonly store: Store;
  readonly accounts: ExchangeAccounts;
  /** Checks the signatures of files that arrive. */
  readonly check: SignatureCheck;
  /** Looks through them for marks of secrecy. */
  readonly secrecy: SecrecyDoor;
  /** What the room above supplies: facts of its items, and intake. */
  readonly source: ItemSource;
};

export function exchangeRoom({ wire, store, accounts, check, secrecy, source }: Parts) {
  const portal = accounts.portal && nationalPortal(wire, accounts.portal);
  const post = accounts.post && publicPost(wire, accounts.post);
  return {
    pages: [syncPage({ portal, source }), followedPage],
    apis: apis(accounts.portal),
    listeners: exchangeListeners({ portal, post, store, check, secrecy, source }),
    invariants,
    /** What it adds to the first page of administration. */
    doors: [syncDoor],
  };
}
