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
import { sourcesOf } from './sources/index.ts';

type Parts = { readonly wire: Wire; readonly edge: Edge; readonly accounts: RegistryAccounts };

/** The room, and the sources that forms may ask (hand them to the applications room). */
export function registriesRoom({ wire, edge, accounts }: Parts) {
  const ports = openPorts(wire, accounts);
  const sources = sourcesOf(ports, asking({ wire, edge }));
  return {
    sources: sources.map(aboutSelf) satisfies readonly KnownSource[],
    listeners: [numberListener(ports.offices), checkListener(sources)],
    timed: [{ name: 'registries.forget', cron: '7 * * * *', act: forgetExpired }] satisfies Timed[],
    invariants: requestInvariants,
  };
}
