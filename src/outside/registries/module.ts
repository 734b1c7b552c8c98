/** Registries as the program sees them. */
import type { Edge } from '../../ground/db/edge.ts';
import type { Timed } from '../../ground/jobs/index.ts';
import type { Wire } from '../../ground/wire/index.ts';
import { asking } from './asking.ts';
import { checkListener } from './checks/check-later.ts';
import { openPorts, type RegistryAccounts } from './gateway/open.ts';
import { forgetExpired } from './kept.ts';
import { aboutSelf, type KnownSource } from './known.ts';
import { numberListener, requestInvariants } from './numbers/listen.ts';
import { LOOK } from './checks/tell-officer.ts';
import { words as checkWords } from './checks/words.ts';
import { callHoldings } from './calls/holdings.ts';
import { words as callWords } from './calls/words.ts';
import { CALLS, CHILDREN, checksPath, correctionPath } from './paths.ts';
import { callsPage, mayReadCalls } from './pages/calls.tsx';
import { childrenPage } from './pages/children.tsx';
import { checksPage } from './pages/checks.tsx';
import { correctionPage } from './pages/correction.tsx';
import { wrongPage } from './pages/wrong.tsx';
import { sourcesOf } from './sources/index.ts';
import { words } from './corrections/words.ts';
import type { WorkKind } from '../../work/desk/index.ts';

type Parts = { readonly wire: Wire; readonly edge: Edge; readonly accounts: RegistryAccounts };

/** What of the desk is ours. */
const registryWork: readonly WorkKind[] = [
  { room: 'registries', kind: 'correct', name: words.workTitle, path: ({ item }) => correctionPath(item) },
  { room: 'registries', kind: LOOK, name: checkWords.title, path: ({ item }) => checksPath(item) },
];

/** The room, and the sources that forms may ask (hand them to the applications room). */
export function registriesRoom({ wire, edge, accounts }: Parts) {
  const ports = openPorts(wire, accounts);
  const ask = asking({ wire, edge });
  const sources = sourcesOf(ports, ask);
  const { civilStatus } = ports;
  const known: readonly KnownSource[] = sources.map(aboutSelf);
  return {
    sources: known,
    pages: [
      wrongPage(known),
      correctionPage,
      checksPage,
      callsPage,
      ...(civilStatus ? [childrenPage({ port: civilStatus, ask })] : []),
    ],
    /** Where parents have their children looked for; null when civil status is not connected. */
    findChildren: civilStatus && CHILDREN,
    holdings: callHoldings(wire),
    doors: [{ path: CALLS, name: callWords.title, hint: callWords.hint, may: mayReadCalls }],
    listeners: [numberListener(ports.offices), checkListener(sources)],
    timed: [{ name: 'registries.forget', cron: '7 * * * *', act: forgetExpired }] satisfies Timed[],
    invariants: requestInvariants,
    work: registryWork,
  };
}
