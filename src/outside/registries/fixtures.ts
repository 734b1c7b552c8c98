/** A small invented province behind the simulators, and the room on a test's transaction. */
import { nobody, type By, type Look } from '../../ground/db/act.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { newId, openItem, step } from '../../ground/record/index.ts';
import { openWire, patience, type Wire } from '../../ground/wire/index.ts';
import { importLaw, shippedLists } from '../../world/law/index.ts';
import { registerOrganisation, registerPerson } from '../../world/people/index.ts';
import { importPlaces } from '../../world/places/index.ts';
import { readSample, samplePlaces } from '../../../sample/province/load.ts';
import { sampleAccounts } from './gateway/open.ts';
import { startRegistrySimulators, type RegistrySimulators, type SimulatedProvince } from './simulators.ts';
import { registriesRoom } from './module.ts';
import type { Why } from './schema.ts';

export const now = new Date('2026-11-21T08:00:00Z');

type Named = { readonly number: string; readonly name: string; readonly born: string };

/** A mother (with a husband and a birth that waits to be registered), and a company's representative. */
export const mother = { number: '099192000174', name: 'Trần Thị Làm Mẫu', born: '1992-08-21' } as const;
export const representative = {
  number: '099075000322',
  name: 'Phạm Văn Giả Định',
  born: '1975-11-30',
} as const;

/** The people of the sample province, as the app passes them in. */
const province = (): SimulatedProvince => ({ province: 'SL', ...readSample() });

export const why: Why = {
  purpose: '1.001193',
  basis: 'Luật Hộ tịch 60/2014/QH13',
  item: null,
  patience: { ...patience.page, tryMs: 700, tries: 1 },
};

export type Opened = {
  readonly simulators: RegistrySimulators;
  readonly wire: Wire;
  readonly look: Look;
  readonly room: ReturnType<typeof registriesRoom>;
  /** The room in another process, which remembers nothing of what failed. */
  readonly another: () => ReturnType<typeof registriesRoom>;
};

/** Runs a body with simulators on free ports and the room connected to them. */
export async function connected(world: TestWorld, body: (opened: Opened) => Promise<void>): Promise<void> {
  const simulators = await startRegistrySimulators({ host: '127.0.0.1', ...province() });
  try {
    const accounts = sampleAccounts(simulators.addresses);
    const wireOf = (): Wire => openWire({ edge: world, key: Buffer.alloc(32, 1) });
    const wire = wireOf();
    const room = registriesRoom({ wire, edge: world, accounts });
    const another = () => registriesRoom({ wire: wireOf(), edge: world, accounts });
    await body({
      simulators,
      wire,
      room,
      another,
      look: { tx: world.tx, tenant: world.tenant, by: nobody, now, requestId: 'r' },
    });
  } finally {
    await simulators.close();
  }
}

/** The places and code lists that answers are put into words with. */
export const withPlaces = (world: TestWorld): Promise<void> =>
  world.as(nobody, now, async (act) => {
    await importLaw(act, [], shippedLists());
    await importPlaces(act, samplePlaces());
  });

/** A person of the sample who signs in; alone, or for an organisation with this number. */
export async function signedIn(
  world: TestWorld,
  { number, name, born }: Named,
  organisation?: string,
): Promise<By> {
  return world.as(nobody, now, async (act) => {
    const sex = Number(number[3]) % 2 === 0 ? 'male' : 'female';
    const person = await registerPerson(act, {
      number,
      name,
      born,
      sex,
      ethnicity: '01',
      nationality: 'VN',
      commune: null,
      address: null,
      died: null,
      source: 'thử',
    });
    const company =
      organisation === undefined
        ? null
        : await registerOrganisation(act, {
            number: organisation,
            name: 'Công ty Mẫu',
            nameEn: '',
            kind: 'enterprise',
            commune: null,
            address: null,
            established: null,
            dissolved: null,
            source: 'thử',
          });
    return {
      ...nobody,
      kind: 'citizen',
      account: newId(now),
      person: idOf(person),
      organisation: company === null ? null : idOf(company),
      assurance: 2,
      name,
    };
  });
}

const idOf = (made: string | { readonly id: string }): string => (typeof made === 'string' ? made : made.id);

/** An item of the record, as a dossier would be. */
export const dossierItem = (world: TestWorld): Promise<string> =>
  world.as(nobody, now, async (act) => {
    const head = openItem(act, 'dossier');
    step(act, head, { act: 'dossier.receive', visible: 'public' });
    return head.id;
  });
