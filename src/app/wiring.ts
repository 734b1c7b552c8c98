/** Puts the rooms together: the one place that knows them all. */
import type { Connection } from '../ground/db/connect.ts';
import { edgeOn, type Edge } from '../ground/db/edge.ts';
import { bucketStore, diskStore, type Store } from '../ground/files/index.ts';
import { filesRoom } from '../ground/files/module.ts';
import { homeOf, type Config } from '../ground/operate/config.ts';
import { recordRoom } from '../ground/record/module.ts';
import { agencyIdentity, identityProvider } from '../world/access/index.ts';
import { accessRoom } from '../world/access/module.ts';
import { agenciesRoom } from '../world/agencies/module.ts';
import { lawRoom } from '../world/law/module.ts';
import { mandatesRoom } from '../world/mandates/module.ts';
import { peopleRoom } from '../world/people/module.ts';
import { placesRoom } from '../world/places/module.ts';
import { deskRoom } from '../work/desk/module.ts';
import { timesOf } from '../work/figures/index.ts';
import { clockRoom } from '../work/clock/module.ts';
import { figuresRoom } from '../work/figures/module.ts';
import {
  configuredKeyring,
  noSigning,
  remoteSigning,
  sampleKeyring,
  signatureCheck,
  signingService,
  templatesOf,
  type Keyring,
  type Press,
  type WayOut,
} from '../paper/papers/index.ts';
import { readPrograms, secrecyDoor, type Programs } from '../paper/scanning/index.ts';
import { scanningRoom } from '../paper/scanning/module.ts';
import { applicationsRoom, counterEntry, expressEntry } from '../services/applications/module.ts';
import {
  countMoving,
  dossierFigures,
  dossierSource,
  isResultHeld,
  serviceNames,
} from '../services/dossiers/index.ts';
import {
  dossierBatches,
  dossierHandover,
  dossierMatters,
  dossiersRoom,
  dossierWork,
} from '../services/dossiers/module.ts';
import { privacyRoom, privacyWork } from '../services/privacy/module.ts';
import { isRated, ratingsEntry, requestsRoom } from '../services/requests/module.ts';
import { copiesEntry, formatEntry, paperHandovers, papersRoom, paperWork } from '../paper/papers/module.ts';
import { namesOf } from '../services/catalogue/index.ts';
import { catalogueRoom } from '../services/catalogue/module.ts';
import { mirroredFigures, MIRRORED_FIGURES, notConnected } from '../outside/exchange/index.ts';
import { exchangeRoom } from '../outside/exchange/module.ts';
import { cashOnly } from '../outside/payments/index.ts';
import { paymentsRoom } from '../outside/payments/module.ts';
import { registriesRoom } from '../outside/registries/module.ts';
import { mailCarrier, outboxCarrier, smsCarrier, type Carrier } from '../outside/messages/index.ts';
import { messagesRoom } from '../outside/messages/module.ts';
import { openWire, type Wire } from '../ground/wire/index.ts';
import { site } from '../front/portal/index.ts';
import { nationalStore } from '../services/vault/index.ts';
import { vaultRoom } from '../services/vault/module.ts';
import { analysisRoom } from '../oversight/analysis/module.ts';
import { portalRoom } from '../front/portal/module.ts';
import type { Outside } from './outside.ts';
import type { Room } from './room.ts';
import { secretIn } from './secrets.ts';
import { TENANT } from './tenant.ts';
import path from 'node:path';

export { TENANT };

/** A program on an open connection: its edge, its store, and what its rooms contribute. */
export type Program = {
  readonly config: Config;
  readonly connection: Connection;
  readonly edge: Edge;
  readonly store: Store;
  /** The programs that read pictures and PDF. */
  readonly programs: Programs;
  readonly rooms: readonly Room[];
};

/** Files lie in the data folder, or in the bucket that is configured. */
const storeOf = ({ dataDir, bucket }: Config): Store =>
  bucket ? bucketStore(path.join(dataDir, 'files'), bucket) : diskStore(path.join(dataDir, 'files'));

/** Keys made by the program itself exist in the sample only, and there only where none are configured. */
function keyringOf({ sample, dataDir }: Config, { keys = noSigning }: Outside, out: WayOut): Keyring {
  if (!sample || keys.keys) return configuredKeyring(keys, out);
  const own = sampleKeyring(path.join(dataDir, 'keys'));
  const roots = async () => [...(await own.roots()), ...keys.roots.map(({ der }) => der)];
  return { ...own, roots };
}

/** Wires the program. Opens nothing by itself. */
export function wire(config: Config, connection: Connection, outside: Outside): Program {
  const store = storeOf(config);
  const world: Room[] = [lawRoom, placesRoom, peopleRoom, agenciesRoom, mandatesRoom];
  const edge = edgeOn(connection.db);
  const calls = openWire({ edge, key: Buffer.from(secretIn(config.dataDir, 'wire')) });
  const service = outside.signing ? signingService(calls, outside.signing) : null;
  const press: Press = {
    store,
    templates: templatesOf(edge, TENANT),
    keyring: {
      ...keyringOf(config, outside, { wire: calls, edge, tenant: TENANT }),
      remote: service && remoteSigning(edge, TENANT, service),
    },
  };
  const registries = outside.registries
    ? registriesRoom({ wire: calls, edge, accounts: outside.registries })
    : null;
  const messages = messagesRoom({
    ...dossierMatters,
    carriers: carriersOf(config, calls, outside),
    site: { name: site.name, origin: homeOf(config) },
    outbox: config.sample && config.smtpUrl === null,
  });
  const payments = paymentsRoom({ wire: calls, accounts: outside.payments ?? cashOnly });
  const catalogue = catalogueRoom({
    times: (look, code) => timesOf(look, code),
    services: serviceNames,
    national: outside.procedures ? { wire: calls, account: outside.procedures } : null,
  });
  const programs = readPrograms();
  const secrecy = secrecyDoor(store, programs);
  const exchange = exchangeRoom({
    wire: calls,
    store,
    accounts: outside.exchange ?? notConnected,
    check: signatureCheck(store, press.keyring),
    secrecy,
    source: dossierSource,
  });
  const clock = clockRoom(countMoving);
  const ratingsKey = secretIn(config.dataDir, 'ratings');
  const papers = papersRoom({
    ...press,
    service,
    programs,
    keyFolder: outside.keys?.keys ?? null,
    phone: outside.signing?.phone ?? null,
  });
  const rooms: Room[] = [
    recordRoom,
    filesRoom({ store, clamd: config.clamd }),
    ...world,
    accessRoom({
      identity: outside.identity && identityProvider(outside.identity),
      agencies: (outside.officers ?? []).map(agencyIdentity),
      sample: config.sample,
      doors: contributed(
        [
          ...world,
          clock,
          catalogue,
          papers,
          payments,
          exchange,
          analysisRoom,
          ...(registries ? [registries] : []),
        ],
        'doors',
      ),
      jobs: () => contributed(rooms, 'listeners'),
      findChildren: registries?.findChildren,
    }),
    clock,
    deskRoom(
      [
        ...dossierWork,
        ...paperWork,
        ...privacyWork,
        ...messages.work,
        ...payments.work,
        ...(registries?.work ?? []),
      ],
      dossierBatches(press, edge),
      [dossierHandover, ...paperHandovers],
      [counterEntry, expressEntry, formatEntry, copiesEntry, ratingsEntry, ...messages.entries],
    ),
    figuresRoom(dossierFigures, [{ measure: mirroredFigures(namesOf), path: MIRRORED_FIGURES }]),
    catalogue,
    scanningRoom({ store, programs }),
    papers,
    vaultRoom({
      press,
      secrecy,
      isHeld: isResultHeld,
      national: outside.nationalStore ? nationalStore(calls, outside.nationalStore) : null,
    }),
    dossiersRoom({
      press,
      store,
      home: homeOf(config),
      isRated: (look, dossier) => isRated(look, ratingsKey, dossier),
    }),
    ...(registries ? [registries] : []),
    messages,
    payments,
    exchange,
    applicationsRoom({ sources: registries?.sources ?? [], store, secrecy }),
    requestsRoom({ key: ratingsKey }),
    analysisRoom,
    portalRoom({ development: config.development }),
  ];
  rooms.push(privacyRoom({ holdings: contributed(rooms, 'holdings') }));
  return { config, connection, edge, store, programs, rooms };
}

/** Everything that all rooms contribute of one kind. */
export const contributed = <Kind extends keyof Room>(
  rooms: readonly Room[],
  kind: Kind,
): NonNullable<Room[Kind]>[number][] =>
  rooms.flatMap((room) => (room[kind] ?? []) as NonNullable<Room[Kind]>[number][]);

/** Mail by SMTP and SMS by its gateway where they are configured; in the sample mail is shown instead, and SMS goes to a simulated gateway. */
const carriersOf = (
  config: Config,
  calls: Wire,
  outside: Outside,
): { readonly email: Carrier | null; readonly sms: Carrier | null } => {
  const email = config.smtpUrl
    ? mailCarrier(calls, { url: config.smtpUrl, from: { name: site.name.vi, address: config.mailFrom } })
    : null;
  const sms = config.sms ?? outside.sms;
  return {
    email: email ?? (config.sample ? outboxCarrier : null),
    sms: sms ? smsCarrier(calls, sms) : config.sample ? outboxCarrier : null,
  };
};
