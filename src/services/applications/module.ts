/** Applications as the program sees them. */
import type { Store } from '../../ground/files/index.ts';
import type { SecrecyDoor } from '../../paper/scanning/index.ts';
import { accountSource } from './account-source.ts';
import { applicationApis } from './api.ts';
import { invariants } from './invariants.ts';
import type { KnownSource } from './known.ts';
import { applicationHoldings } from './holdings.ts';
import { answerPage } from './pages/answer.tsx';
import { beginPage } from './pages/begin.tsx';
import { checkPage } from './pages/check.tsx';
import { expressPage } from './pages/express-copy.tsx';
import { counterPage } from './pages/counter.tsx';
import { fromVaultPage } from './pages/from-vault.tsx';
import { photoAnswers } from './pages/photos.ts';
import { supplementPage } from './pages/supplement.tsx';
import { forgetPages } from './files/forget-pages.ts';
import { linkedListener } from './linked.ts';
import { placesFor } from './places-for.ts';

export { counterEntry } from './pages/counter.tsx';
export { expressEntry } from './pages/express-copy.tsx';

type Parts = {
  readonly sources: readonly KnownSource[];
  readonly store: Store;
  readonly secrecy: SecrecyDoor;
};

/** `sources` know something of people: registries, the vault. The account is always asked. */
export const applicationsRoom = ({ sources, store, secrecy }: Parts) => {
  const all = [accountSource, ...sources];
  return {
    holdings: applicationHoldings,
    invariants,
    // The check stands before the pages of the form, whose path would match it too.
    pages: [
      beginPage(all),
      counterPage(all),
      expressPage(all, secrecy),
      supplementPage,
      checkPage(store),
      answerPage(placesFor, store),
      fromVaultPage,
    ],
    answers: photoAnswers(store),
    apis: applicationApis(all),
    listeners: [linkedListener, forgetPages(store)],
  };
};
