/**
 * Systems outside fail while dossiers go through a whole installation with their simulators: each dossier goes on to the return of
 * its signed result, each message reaches the portal, each number is given once, each charge is paid once, each mail is taken,
 * each parcel is ordered once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startInstallation } from '../../../src/app/demo/installation.ts';
import { arrive } from '../../../src/app/demo/people.ts';
import { doStep, go } from '../../../src/app/demo/take.ts';
import { newBrowser } from '../../../src/app/demo/browser.ts';
import { openDatabase } from '../../../src/app/database.ts';
import { findOutside } from '../../../src/app/outside.ts';
import { connect, type Connection } from '../../../src/ground/db/connect.ts';
import { readConfig } from '../../../src/ground/operate/config.ts';
import { startMailbox } from '../../../src/outside/messages/testing/mailbox.ts';
import type { Outcome } from '../faults.ts';
import { accountOf, doubledOf, waitingOf } from './account.ts';
import type { Systems, Trial } from './trial.ts';
import { connectsPhone, needsPhone, trials } from './trials.ts';

/** Milliseconds that a fault lasts, longer than any call waits, and that what it held up may take afterwards. */
const LASTS = 12_000;
const SETTLES = 180_000;

/** Takes one dossier through while a system fails, and waits until nothing of it is under way any more. */
async function tryOne(
  origin: string,
  systems: Systems,
  connection: Connection,
  trial: Trial,
): Promise<Outcome> {
  const { fault, walk, after, on, off } = trial;
  let begun: Promise<number> | null = null;
  const begin = async (): Promise<number> => {
    await on(systems);
    await sleep(LASTS);
    await off(systems);
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
    doubled: doubledOf(account),
    failures: 0,
    recoveryMedian: recovery,
    recoveryWorst: recovery,
    note: `failed for ${LASTS / 1000} s; recovery until the walk was at its end and nothing of it waited for anybody outside`,
  };
}

/** The leader of a trial turns to signing on the phone. */
async function connectPhone(origin: string, { walk }: Trial): Promise<void> {
  const leader = await arrive(newBrowser(origin), walk, 'leader');
  const page = await leader.browser.open(connectsPhone.open!);
  const { text } = await doStep(leader.browser, page, connectsPhone);
  if (!text.includes('ký trên điện thoại'))
    throw new Error(`The phone was not connected: ${text.slice(0, 300)}`);
}

/** Lets each system outside fail in each of its ways, one after the other, in an installation of its own in this folder. */
export async function outsideFails(
  folder: string,
  say: (line: string) => void,
  chosen: readonly Trial[] = trials,
): Promise<readonly Outcome[]> {
  const mailbox = await startMailbox();
  const installation = await startInstallation(folder, () => {}, { SMTP_URL: mailbox.url });
  try {
    const database = await openDatabase(readConfig({ DATA_DIR: folder }), () => {});
    const connection = connect(database.owner, 1);
    const systems: Systems = { outside: await findOutside(folder, true), mailbox };
    const outcomes: Outcome[] = [];
    let phone = false;
    for (const trial of chosen) {
      if (needsPhone(trial) && !phone) {
        await connectPhone(installation.origin, trial);
        phone = true;
      }
      const outcome = await tryOne(installation.origin, systems, connection, trial);
      say(JSON.stringify(outcome));
      outcomes.push(outcome);
    }
    await connection.close();
    await database.close();
    return outcomes;
  } finally {
    await installation.stop();
    await mailbox.close();
  }
}
