/** An invented dossier as the room above would describe it, and the room over real HTTP with portal and post beside it. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nobody, system, type By, type Look } from '../../ground/db/act.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { diskStore, type Store } from '../../ground/files/index.ts';
import { announce } from '../../ground/jobs/index.ts';
import { settle } from '../../ground/jobs/testing.ts';
import { freePort } from '../../ground/operate/free-port.ts';
import { newId } from '../../ground/record/index.ts';
import { serveRoom, type Served } from '../../ground/web/testing.tsx';
import { openWire } from '../../ground/wire/index.ts';
import { signatureCheck } from '../../paper/papers/index.ts';
import { readPrograms, secrecyDoor } from '../../paper/scanning/index.ts';
import { exchangeRoom } from './module.ts';
import type { PortalDossier, PortalStep } from './portal/facts.ts';
import type { ItemSource } from './schema.ts';
import { startPortalSimulator, type PortalSimulator } from './simulators.ts';

export const now = new Date('2026-11-20T02:00:00Z');
export const minutes = (n: number): Date => new Date(Date.now() + n * 60_000);

export const administrator: By = {
  ...nobody,
  kind: 'officer',
  account: '01900000-0000-7000-8000-000000000031',
  powers: [{ role: 'it-admin', agency: '01900000-0000-7000-8000-000000000001', unit: null }],
  name: 'Lý Văn Thử',
};

export const stepAt = (seq: number, status: number, words: string): PortalStep => ({
  seq,
  at: new Date(now.getTime() + seq * 60_000),
  by: 'Đinh Văn Thử Nghiệm',
  post: 'Công chức một cửa',
  unit: 'Trung tâm Phục vụ hành chính công xã Bến Đò',
  words,
  status,
  due: null,
});

export const dossier = (given: Partial<PortalDossier> = {}): PortalDossier => ({
  code: 'H99.18-261120-0001',
  procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
  domain: { code: '', name: 'Hộ tịch' },
  channel: 2,
  applicant: { name: 'Nguyễn Văn Ví Dụ', number: '099090000137', kind: 1 },
  contact: { phone: '0912000111', email: null, address: 'Thôn Thượng, xã Bến Đò' },
  title: 'Đăng ký khai sinh',
  submittedAt: now,
  acceptedAt: null,
  dueAt: null,
  refusedAt: null,
  finishedAt: null,
  returnedAt: null,
  status: 1,
  returnWay: 'online',
  owing: false,
  agency: { identifier: 'H99.18', name: 'Ủy ban nhân dân xã Bến Đò' },
  note: '',
  filedThere: false,
  identified: true,
  payableOnline: false,
  components: [],
  fees: [],
  supplements: [],
  results: [],
  steps: [stepAt(1, 1, 'Hồ sơ được nộp')],
  ...given,
});

export const lookAt = (world: TestWorld, by: By = nobody): Look => ({
  tx: world.tx,
  tenant: world.tenant,
  by,
  now: new Date(),
  requestId: randomUUID(),
});

export type Opened = {
  readonly simulator: PortalSimulator;
  readonly room: ReturnType<typeof exchangeRoom>;
  readonly store: Store;
  /** Visits a page as this person. */
  readonly visit: Served['visit'];
};

/** Runs a body with portal, post and our room on free ports. */
export async function connected(
  world: TestWorld,
  source: ItemSource,
  body: (opened: Opened) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const folder = await mkdtemp(path.join(tmpdir(), 'toantrinh-exchange-'));
  const store = diskStore(folder);
  const simulator = await startPortalSimulator({ host: '127.0.0.1', origin });
  const wire = openWire({ edge: world, key: Buffer.alloc(32, 1) });
  const room = exchangeRoom({
    wire,
    store,
    accounts: simulator.accounts,
    check: signatureCheck(store, { roots: async () => [] }),
    secrecy: secrecyDoor(store, readPrograms()),
    source,
  });
  const { visit, close } = serveRoom(world, room, port);
  try {
    await body({ simulator, room, store, visit });
  } finally {
    await close();
    await simulator.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The one item that the portal is told of. */
export const item = newId(now);

/** One item whose facts a test changes, as acts on a dossier would. */
export function holder(first: PortalDossier): ItemSource & { now: PortalDossier } {
  const held = {
    now: first,
    facts: async (_: unknown, asked: string) => (asked === item ? held.now : null),
    takeIn: async () => Promise.reject(new Error('nothing arrives here')),
  };
  return held;
}

/** Announces an act on it. */
export const happened = (world: TestWorld, act: string) =>
  world.as(system, new Date(), async (open) => announce(open, `dossier.${act}`, item));

/** The worker does what is due by then. */
export const run = (world: TestWorld, { room }: Opened, at = minutes(0)) => settle(world, room.listeners, at);

/** It was accepted, and said so. */
export const accepted = dossier({
  status: 2,
  acceptedAt: now,
  dueAt: now,
  steps: [stepAt(1, 1, 'Nộp'), stepAt(2, 2, 'Tiếp nhận')],
});
