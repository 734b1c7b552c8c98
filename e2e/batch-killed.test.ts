/**
 * A batch of signatures whose worker is killed in the middle: the next worker goes on with what is left, and no paper is signed twice
 * (issue on papers, point 2: interrupted batches continue).
 */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { sampleId } from '../sample/province/ids.ts';
import { seedSample } from '../sample/seed.ts';
import { newBrowser } from '../src/app/demo/browser.ts';
import { officer } from '../src/app/demo/people.ts';
import { applicationOf, listen, type Serving } from '../src/app/http.ts';
import { TENANT, wire, type Program } from '../src/app/wiring.ts';
import { nowhere } from '../src/app/outside.ts';
import type { By } from '../src/ground/db/act.ts';
import { connect, send, type Connection } from '../src/ground/db/connect.ts';
import { cloneDatabase } from '../src/ground/db/testing.ts';
import { freePort } from '../src/ground/operate/free-port.ts';
import { installEngine } from '../src/ground/jobs/index.ts';
import { readConfig } from '../src/ground/operate/config.ts';
import { newCheckCode } from '../src/paper/papers/index.ts';
import { findTemplate } from '../src/paper/typeset/index.ts';
import { receive } from '../src/services/dossiers/index.ts';
import { caseOfficer, counter, father, submission, takeToLeader } from '../src/services/dossiers/fixtures.ts';

const MANY = 16;
const KILLED_AFTER = 3;
const top = sampleId('agency', 'ubnd-tinh');
const bin = path.join(import.meta.dirname, '../bin/toantrinh');

const here = (by: By): By => ({
  ...by,
  agency: top,
  powers: by.powers.map((one) => ({ ...one, agency: top })),
});
const callerOf = (by: By) => ({ tenant: TENANT, by, now: new Date(), requestId: 'test' });

describe('a batch of signatures', { timeout: 400_000 }, () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let connection: Connection;
  let program: Program;
  let serving: Serving;
  let dataDir: string;
  const workers: ChildProcess[] = [];

  before(async () => {
    database = await cloneDatabase();
    connection = connect(database.program);
    await installEngine(database.owner);
    dataDir = await mkdtemp(path.join(tmpdir(), 'toantrinh-killed-'));
    const config = readConfig({ DATA_DIR: dataDir, PORT: String(await freePort()) });
    program = wire(config, connection, nowhere);
    await seedSample(program.edge, TENANT, () => {});
    serving = await listen(program, await applicationOf(program));
  });
  after(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await serving?.close();
    await connection?.close();
    await database?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const startWorker = (): ChildProcess => {
    const env = { ...process.env, DATABASE_URL: database.program, DATA_DIR: dataDir, TOANTRINH_SAMPLE: '1' };
    const worker = spawn(process.execPath, [bin, 'worker'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    workers.push(worker);
    return worker;
  };

  /** Dossiers whose result is drafted and waits for the chair. */
  async function draft(): Promise<void> {
    const { edge } = program;
    const data = findTemplate('birth-certificate')?.sample as Readonly<Record<string, unknown>>;
    for (let n = 0; n < MANY; n++) {
      const { code } = await edge.act(callerOf(father), (act) =>
        receive(act, {
          ...submission(`killed ${n}`),
          channel: 1,
          agency: { id: top, identifier: 'H99' },
          oneStop: top,
        }),
      );
      const officers = { counter: callerOf(here(counter)), caseOfficer: callerOf(here(caseOfficer)) };
      await takeToLeader(edge, officers, code, { data, mark: newCheckCode() });
    }
  }

  const count = async (text: string, values: readonly unknown[]): Promise<number> =>
    (await send<{ n: number }>(connection.db, `select count(*)::int as n from ${text}`, [...values]))[0]!.n;

  it('whose worker is killed goes on where it was, and signs nothing twice', async (test) => {
    await draft();
    assert.equal(
      await count(`desk.work where tenant = $1 and kind = 'sign' and closed_at is null`, [TENANT]),
      MANY,
    );
    const { browser, screen } = await officer(newBrowser(serving.address), 'chu-tich.tinh');
    const chosen = await browser.press(screen, 'Xử lý tất cả theo bộ lọc');
    const page = await browser.press(chosen, 'Bắt đầu', { name: 'dossiers.sign' });
    const [, batch] = page.url.pathname.match(/^\/viec\/hang-loat\/([^/]+)/) ?? [];
    assert.ok(batch, page.url.pathname);

    const done = () => count(`desk.batch_items where batch = $1 and state <> 'waiting'`, [batch]);
    const first = startWorker();
    while ((await done()) < KILLED_AFTER) await pause(10);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const before = await done();
    test.diagnostic(`killed when ${before} of ${MANY} were signed`);
    assert.ok(before < MANY, 'the kill came in the middle');
    await pause(500);
    assert.equal(await done(), before, 'nobody works now');

    startWorker();
    while ((await done()) < MANY) await pause(100);
    assert.equal(await count(`desk.batch_items where batch = $1 and state = 'done'`, [batch]), MANY);
    const steps = await send<{ papers: number; signed: number }>(
      connection.db,
      `select count(distinct item)::int as papers, count(*)::int as signed from record.steps where tenant = $1 and act = 'paper.sign'`,
      [TENANT],
    );
    assert.deepEqual(steps, [{ papers: MANY, signed: MANY }]);
    assert.equal(
      await count(`desk.work where tenant = $1 and kind = 'sign' and closed_at is null`, [TENANT]),
      0,
    );
    assert.equal(
      await count(`desk.work where tenant = $1 and kind = 'seal' and closed_at is null`, [TENANT]),
      MANY,
    );
  });
});
