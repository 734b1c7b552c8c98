/** Puts the rooms together: the one place that knows them all. */
import type { Connection } from '../ground/db/connect.ts';
import { edgeOn, type Edge } from '../ground/db/edge.ts';
import { diskStore, type Store } from '../ground/files/index.ts';
import { filesRoom } from '../ground/files/module.ts';
import type { Config } from '../ground/operate/config.ts';
import { recordRoom } from '../ground/record/module.ts';
import { identityProvider } from '../world/access/gateway/identity.ts';
import { accessRoom } from '../world/access/module.ts';
import { agenciesRoom } from '../world/agencies/module.ts';
import { mandatesRoom } from '../world/mandates/module.ts';
import { placesRoom } from '../world/places/module.ts';
import { deskRoom } from '../work/desk/module.ts';
import { figuresRoom } from '../work/figures/module.ts';
import { sampleKeyring, type Press } from '../paper/papers/index.ts';
import { accountSource } from '../services/applications/account-source.ts';
import { applicationsRoom } from '../services/applications/module.ts';
import { placesFor } from '../services/applications/places-for.ts';
import { dossierFigures } from '../services/dossiers/index.ts';
import { dossiersRoom, dossierWork } from '../services/dossiers/module.ts';
import { requestsRoom } from '../services/requests/module.ts';
import { vaultRoom } from '../services/vault/module.ts';
import { portalRoom } from '../front/portal/module.ts';
import type { Outside } from './outside.ts';
import type { Room } from './room.ts';
import { secretIn } from './secrets.ts';
import path from 'node:path';

/** Tenant of a single installation. Each further ministry or province in one database has its own. */
export const TENANT = 1;

/** A program on an open connection: its edge, its store, and what its rooms contribute. */
export type Program = {
  readonly config: Config;
  readonly connection: Connection;
  readonly edge: Edge;
  readonly store: Store;
  readonly rooms: readonly Room[];
};

/** Wires the program. Opens nothing by itself. */
export function wire(config: Config, connection: Connection, outside: Outside): Program {
  const store = diskStore(path.join(config.dataDir, 'files'));
  const press: Press = { store, keyring: sampleKeyring(path.join(config.dataDir, 'keys')) };
  const rooms: Room[] = [
    recordRoom,
    filesRoom({ store, clamd: config.clamd }),
    placesRoom,
    agenciesRoom,
    mandatesRoom,
    accessRoom({ identity: outside.identity && identityProvider(outside.identity), sample: config.sample }),
    deskRoom(dossierWork),
    figuresRoom(dossierFigures),
    vaultRoom({ store }),
    dossiersRoom({ press, store }),
    applicationsRoom({ sources: [accountSource], resolvePlace: placesFor }),
    requestsRoom({ key: secretIn(config.dataDir, 'ratings') }),
    portalRoom({ development: config.development }),
  ];
  return { config, connection, edge: edgeOn(connection.db), store, rooms };
}

/** Everything that all rooms contribute of one kind. */
export const contributed = <Kind extends keyof Room>(
  rooms: readonly Room[],
  kind: Kind,
): NonNullable<Room[Kind]>[number][] =>
  rooms.flatMap((room) => (room[kind] ?? []) as NonNullable<Room[Kind]>[number][]);
