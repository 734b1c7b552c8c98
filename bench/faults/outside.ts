/**
 * Systems outside fail while dossiers go through a whole installation with their simulators: each dossier goes on to the return of
 * its signed result, each message reaches the portal, each number is given once, each charge is paid once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startInstallation } from '../../src/app/demo/installation.ts';
import { scenarioOf } from '../../sample/procedures/answers.ts';
import { go } from '../../src/app/demo/take.ts';
import type { Walk } from '../../src/app/demo/walk.ts';
import { accepted, submitted } from '../../src/app/demo/walks/parts.ts';
import { birth } from '../../src/app/demo/walks/birth.ts';
import { householdBusiness } from '../../src/app/demo/walks/household-business.ts';
import { openDatabase } from '../../src/app/database.ts';
import { findOutside, type Outside } from '../../src/app/outside.ts';
import { connect, send, type Connection } from '../../src/ground/db/connect.ts';
import { readConfig } from '../../src/ground/operate/config.ts';
import { FAULTS_PATH } from '../../src/ground/wire/index.ts';
import type { Outcome } from './faults.ts';

/** Milliseconds that a fault lasts, longer than any call waits, and that what it held up may take afterwards. */
const LASTS = 12_000;
const SETTLES = 120_000;

/** One system that fails in one way while a dossier is under way. */
type Trial = {
  readonly fault: string;
  readonly walk: Walk;
  /** How many steps of the walk go before it; the registries are asked for numbers when the draft goes to the leader. */
  readonly after: number;
  /** An address of the system. */
  readonly at: (outside: Outside) => string;
  readonly on: object;
  readonly off: object;
};

/** An extract from the register, which costs 8,000 đồng a copy: the citizen pays at the platform once it is accepted. */
const paidExtract: Walk = {
  procedure: '2.000635',
  name: 'Extract from the register',
  people: { citizen: 'Nguyễn Văn Ví Dụ', counter: 'mot-cua.song-mau' },
  steps: [
    ...submitted(scenarioOf('2.000635').answers),
    accepted,
    { who: 'citizen', does: 'pays', follow: '16.000', change: 'Nộp trực tuyến', lastly: 'Nộp tiền' },
  ],
  result: '',
};

const platform = ({ payments }: Outside): string => payments!.platform!.url;
const portal = ({ exchange }: Outside): string => exchange!.portal!.adapter;
const registry = ({ registries }: Outside): string => registries!.population!.url;

const waysOf = {
  'is down': { down: true },
  'answers after 8 s': { slowMs: 8_000 },
} as const;
const well = { down: false, slowMs: 0 };

const trials: readonly Trial[] = [
  ...Object.entries({ ...waysOf, 'does what it is asked, and its answer is lost': { lostAnswer: true } }).map(
    ([how, on]): Trial => ({
      fault: `the national portal ${how}`,
      walk: birth,
      after: 0,
      at: portal,
      on,
      off: { ...well, lostAnswer: false },
    }),
  ),
  ...Object.entries({
    'tells us twice': { notice: 'twice' },
    'never tells us': { notice: 'never' },
    'answers after 3 s': { slowMs: 3_000 },
  }).map(([how, on]): Trial => ({
    fault: `the payment platform ${how}`,
    walk: paidExtract,
    after: 0,
    at: platform,
    on,
    off: { notice: 'once', slowMs: 0 },
  })),
  ...(
    [
      ['the civil-status database', 'civil-status', birth],
      ['the tax office', 'household', householdBusiness],
    ] as const
  ).flatMap(([name, id, walk]) =>
    Object.entries({ ...waysOf, 'gives its number late': { late: true } }).map(([how, on]): Trial => ({
      fault: `${name} ${how}`,
      walk,
      after: walk.steps.findIndex(({ does }) => does === 'accepts the complete dossier') + 1,
      at: registry,
      on: { [id]: on },
      off: { [id]: { ...well, late: false } },
    })),
  ),
];

async function setFaults(address: string, faults: object): Promise<void> {
  const answer = await fetch(new URL(FAULTS_PATH, address), { method: 'PUT', body: JSON.stringify(faults) });
  if (!answer.ok) throw new Error(`The simulator took no faults: ${answer.status}`);
}

/** What there is of a dossier: itself, messages that the portal has not acknowledged, charges that somebody set out to pay and that are not paid, and what it got, each of which it gets once. */
type Account = {
  readonly dossiers: number;
  readonly untold: number;
  readonly unpaid: number;
  readonly numbers: number;
  readonly credits: number;
};

async function accountOf({ db }: Connection, code: string): Promise<Account> {
  const [row] = await send<Account>(
    db,
    `select count(*)::int as dossiers,
            (select count(*)::int from exchange.outbox o join exchange.lines l using (tenant, carrier, item)
              where l.code = $1 and o.state <> 'acknowledged') as untold,
            (select count(*)::int from registries.requests r join dossiers.codes c on c.tenant = r.tenant and c.dossier = r.item
              where c.code = $1 and r.state = 'answered') as numbers,
            (select count(*)::int from payments.charges h where code = $1 and state = 'due'
                and exists (select from payments.attempts a where a.tenant = h.tenant and a.charge = h.id)) as unpaid,
            (select count(*)::int from payments.credits p join payments.charges h on h.tenant = p.tenant and h.id = p.charge
              where h.code = $1) as credits
       from dossiers.codes where code = $1`,
    [code],
  );
  return row!;
}

const waitingOf = ({ untold, unpaid }: Account): number => untold + unpaid;

/** Takes one dossier through while a system fails, and waits until nothing of it is under way any more. */
async function tryOne(
  origin: string,
  outside: Outside,
  connection: Connection,
  trial: Trial,
): Promise<Outcome> {
  const { fault, walk, after, at, on, off } = trial;
  let begun: Promise<number> | null = null;
  const begin = async (): Promise<number> => {
    await setFaults(at(outside), on);
    await sleep(LASTS);
    await setFaults(at(outside), off);
    return performance.now();
  };
  if (after === 0) begun = begin();
  let taken = 0;
  const { code } = await go(origin, walk, {
    step: () => {
      taken += 1;
      if (taken === after) begun = begin();
    },
  });
  const over = await begun!;
  let account = await accountOf(connection, code);
  for (const until = performance.now() + SETTLES; waitingOf(account) > 0 && performance.now() < until;) {
    await sleep(250);
    account = await accountOf(connection, code);
  }
  const recovery = performance.now() - over;
  return {
    fault,
    times: 1,
    sent: 1,
    arrived: account.dossiers > 0 && waitingOf(account) === 0 ? 1 : 0,
    lost: waitingOf(account),
    doubled: [account.dossiers, account.numbers, account.credits].reduce(
      (sum, n) => sum + Math.max(0, n - 1),
      0,
    ),
    failures: 0,
    recoveryMedian: recovery,
    recoveryWorst: recovery,
    note: `failed for ${LASTS / 1000} s; recovery until the walk was at its end, all was paid and the portal had acknowledged everything`,
  };
}

/** Lets each system outside fail in each of its ways, one after the other, in an installation of its own in this folder. */
export async function outsideFails(folder: string, say: (line: string) => void): Promise<readonly Outcome[]> {
  const installation = await startInstallation(folder, () => {});
  try {
    const database = await openDatabase(readConfig({ DATA_DIR: folder }), () => {});
    const connection = connect(database.owner, 1);
    const outside = await findOutside(folder, true);
    const outcomes: Outcome[] = [];
    for (const trial of trials) {
      const outcome = await tryOne(installation.origin, outside, connection, trial);
      say(JSON.stringify(outcome));
      outcomes.push(outcome);
    }
    await connection.close();
    await database.close();
    return outcomes;
  } finally {
    await installation.stop();
  }
}
