/** Messages as the program sees them. */
import type { Invariant } from '../../ground/record/invariants.ts';
import { own } from '../../ground/db/act.ts';
import type { DeskEntry, WorkKind } from '../../work/desk/index.ts';
import { messagesApi } from './api.ts';
import type { Site } from './compose.ts';
import { arrivedListener, deliverListener, type Carriers } from './deliver.ts';
import { tellListeners } from './listen.ts';
import { ledgerPage } from './pages/ledger.tsx';
import { lettersPage } from './pages/letters.tsx';
import { noticePage } from './pages/notice.tsx';
import { noticesPage } from './pages/notices.tsx';
import { outboxPage } from './pages/outbox.tsx';
import { reachPage } from './pages/reach.tsx';
import { wishesPage } from './pages/wishes.tsx';
import { mayReadLedger } from './ledger.ts';
import { LEDGER, letterPath, NOTICES } from './paths.ts';
import { MOST_TRIES } from './rules.ts';
import type { Matters, MessageTables } from './schema.ts';
import { ledgerWords, words } from './words.ts';

type Parts = Matters & {
  readonly carriers: Carriers;
  readonly site: Site;
  /** Shows what would have been sent. Only where samples belong. */
  readonly outbox: boolean;
};

/** The way from the desk to what officers are told. */
const messagesEntry: DeskEntry = { href: NOTICES, text: words.title, key: 't', who: () => true };

/** What of the desk is ours. */
const messageWork: readonly WorkKind[] = [
  { room: 'messages', kind: 'answer', name: words.answer, path: ({ code }) => letterPath(code) },
];

const invariants: readonly Invariant[] = [
  {
    name: 'messages.deliveries-end',
    holds: 'No delivery that has a carrier waits longer than its tries last.',
    check: async (look) =>
      (
        await own<MessageTables>(look.tx)
          .selectFrom('messages.deliveries')
          .select('id as item')
          .where('tenant', '=', look.tenant)
          .where('state', '=', 'waiting')
          .where((one) =>
            one.or([
              one('tries', '>=', MOST_TRIES),
              one.and([one('tries', '>', 0), one('at', '<', new Date(look.now.getTime() - 86_400_000))]),
            ]),
          )
          .limit(100)
          .execute()
      ).map(({ item }) => ({ item, what: 'was not carried and is not given up' })),
  },
];

export const messagesRoom = ({ carriers, site, outbox, ...matters }: Parts) => ({
  // The pages with fixed words stand before the one whose last part is an id.
  pages: [
    noticesPage,
    wishesPage,
    reachPage,
    lettersPage(matters),
    noticePage,
    ledgerPage,
    ...(outbox ? [outboxPage(site)] : []),
  ],
  apis: [messagesApi],
  listeners: [...tellListeners(matters), deliverListener(carriers, site), arrivedListener(carriers)],
  invariants,
  work: messageWork,
  doors: [{ path: LEDGER, name: ledgerWords.title, hint: ledgerWords.hint, may: mayReadLedger }],
  entries: [messagesEntry],
});
