/** A dossier that owes money, the person who owes it and the counter that takes it; and the room over real HTTP. */
import { randomUUID } from 'node:crypto';
import { mock } from 'node:test';
import { nobody, type By, type Look } from '../../ground/db/act.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { openItem, step } from '../../ground/record/index.ts';
import { freePort } from '../../ground/operate/free-port.ts';
import { serveRoom, type Served } from '../../ground/web/testing.tsx';
import { openWire } from '../../ground/wire/index.ts';
import { establishAgency } from '../../world/agencies/index.ts';
import { registerPerson } from '../../world/people/index.ts';
import { raiseCharge } from './commands/charge.ts';
import type { FeeLine } from './fees.ts';
import { paymentsRoom } from './module.ts';
import { listCharges } from './queries.ts';
import type { Charge } from './schema.ts';
import type { PaymentAccounts } from './settings.ts';
import { startPaymentSimulator, type PaymentSimulator } from './simulators.ts';

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const now = new Date('2026-11-21T02:00:00Z');
const [committee, oneStop] = [id(1), id(2)];

export const payer: By = {
  ...nobody,
  kind: 'citizen',
  account: id(21),
  person: id(121),
  assurance: 2,
  name: 'Nguyễn Văn Ví Dụ',
};
export const stranger: By = { ...payer, account: id(22), person: id(122), name: 'Trần Thị Mẫu' };
const officer = (n: number, name: string, role: string, agency: string): By => ({
  ...nobody,
  kind: 'officer',
  account: id(n),
  person: id(n + 100),
  agency,
  powers: [{ role, agency, unit: null }],
  assurance: 2,
  name,
});
export const cashier = officer(11, 'Đinh Văn Thử Nghiệm', 'counter', oneStop);
export const administrator = officer(13, 'Mai Thị Mô Phỏng', 'it-admin', committee);
export const otherCashier = officer(12, 'Lý Thị Mẫu', 'counter', id(3));

export const line = (amount: number | null, given: Partial<FeeLine> = {}): FeeLine => ({
  code: 'LP-GPXD',
  name: 'Lệ phí cấp giấy phép xây dựng',
  kind: 'fee',
  quantity: 1,
  rate: amount,
  amount,
  basis: 'Nghị quyết 08/2026/NQ-HĐND',
  exempt: null,
  mayBeExempt: [],
  note: null,
  ...given,
});

/** The agencies and the person that pages name. */
const peopled = (world: TestWorld): Promise<void> =>
  world.as(nobody, now, async (act) => {
    const agency = (
      name: string,
      short: string,
      identifier: string,
      kind: 'peoples-committee' | 'service-centre',
    ) => ({
      identifier,
      name: { vi: name, en: name },
      short,
      kind,
      level: 'commune' as const,
      regime: 'collective' as const,
      parent: null,
      place: null,
      headTitle: null,
      established: '2025-07-01',
      basis: 'thử',
      phone: null,
      email: null,
      address: 'Số 1, đường Bến Sông',
    });
    await establishAgency(
      act,
      agency('Ủy ban nhân dân xã Bến Đò', 'UBND', 'H99.18', 'peoples-committee'),
      committee,
    );
    await establishAgency(
      act,
      agency('Trung tâm Phục vụ hành chính công xã Bến Đò', 'TTPVHCC', 'H99.18.01', 'service-centre'),
      oneStop,
    );
    const born = {
      born: '1990-05-05',
      sex: 'male',
      ethnicity: '01',
      nationality: 'VN',
      commune: null,
      address: 'Thôn Thượng',
    };
    await registerPerson(
      act,
      { ...born, number: '099090000137', name: payer.name, died: null, source: 'thử' },
      [],
      payer.person!,
    );
  });

/** A dossier in the record that owes these lines. */
export async function owing(world: TestWorld, lines: readonly FeeLine[] = [line(75_000)]): Promise<Charge> {
  const item = await world.as(payer, now, async (act) => {
    const head = openItem(act, 'dossier');
    step(act, head, { act: 'dossier.receive', visible: 'public' });
    await raiseCharge(act, head, {
      key: `${head.id} intake`,
      code: 'H99.18-261121-0001',
      title: 'Cấp giấy phép xây dựng',
      procedure: '1.013225',
      field: 'xay-dung',
      dueWhen: 'intake',
      lines,
      agency: committee,
      counter: oneStop,
      payer: { person: payer.person, organisation: null, filer: null, name: payer.name },
    });
    return head.id;
  });
  return (await listCharges(lookAt(world), item))[0]!;
}

/** A look of the platform itself. */
export const lookAt = (world: TestWorld, at = now): Look => ({
  tx: world.tx,
  tenant: world.tenant,
  by: nobody,
  now: at,
  requestId: randomUUID(),
});

/** The room over HTTP with the simulators beside it. */
export type Opened = {
  readonly simulator: PaymentSimulator;
  readonly room: ReturnType<typeof paymentsRoom>;
  readonly accounts: PaymentAccounts;
  readonly origin: string;
  /** Visits a page as this person; redirects are not followed. */
  readonly visit: Served['visit'];
};

/** Runs a body with platform, bank and our room on free ports; for all of them it is one morning, so that no day ends between two of their steps. */
export async function connected(world: TestWorld, body: (opened: Opened) => Promise<void>): Promise<void> {
  // Our address must be known to the simulator before our server has anything to serve.
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const simulator = await startPaymentSimulator({ host: '127.0.0.1', origin });
  const wire = openWire({ edge: world, key: Buffer.alloc(32, 1) });
  const room = paymentsRoom({ wire, accounts: simulator.accounts });
  const { visit, close } = serveRoom(world, room, port);
  await peopled(world);
  mock.timers.enable({ apis: ['Date'], now });
  try {
    await body({ simulator, room, accounts: simulator.accounts, origin, visit });
  } finally {
    mock.timers.reset();
    await close();
    await simulator.close();
  }
}
