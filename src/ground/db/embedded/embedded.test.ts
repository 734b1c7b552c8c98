import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Unavailable } from '../../operate/errors.ts';
import { makeFolders, makeSocketFolder } from './folders.ts';
import { openEmbedded, type Embedded } from './open.ts';

const silent = () => {};

const ask = async (url: string, query: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  client.on('error', silent); // a killed server also tells the client so
  await client.connect();
  const { rows } = await client.query({ text: query, rowMode: 'array' });
  await client.end();
  return (rows[0] as unknown[] | undefined)?.[0];
};

/** Tries for five seconds: after a kill the server is away for a moment. */
const askPatiently = async (url: string, query: string): Promise<unknown> => {
  const deadline = Date.now() + 5_000;
  for (;;) {
    try {
      return await ask(url, query);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
};

/** Processes that serve this data folder: its server's carry the name of its sockets, its keeper the folder itself. */
const processes = (dataDir: string, program: 'keeper' | 'postgres'): readonly number[] => {
  const mark = program === 'keeper' ? `keeper.ts\0${dataDir}\0` : basename(makeFolders(dataDir).sockets);
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
        return (
          command.includes(mark) &&
          (program === 'keeper' || readFileSync(`/proc/${entry}/comm`, 'utf8') === 'postgres\n')
        );
      } catch {
        return false;
      }
    })
    .map(Number);
};

const until = async (what: string, milliseconds: number, holds: () => boolean): Promise<void> => {
  const deadline = Date.now() + milliseconds;
  while (!holds()) {
    assert.ok(Date.now() < deadline, `${what} within ${milliseconds} ms`);
    await sleep(20);
  }
};

const postmaster = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0]);

/** Another process that opens the database, says so, and holds it until it is killed. */
const holder = async (dataDir: string): Promise<ChildProcess> => {
  const code = `import { openEmbedded } from ${JSON.stringify(new URL('open.ts', import.meta.url).href)};
    await openEmbedded(process.argv[1], () => {}); console.log('open'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
};

const sentence = (dataDir: string): Promise<string> =>
  openEmbedded(dataDir, silent).then(
    () => assert.fail('opened'),
    (error: unknown) => {
      assert.ok(error instanceof Unavailable, String(error));
      return error.text.en;
    },
  );

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toantrinh-embedded-'));
  const dataDir = join(folder, 'data');
  let database: Embedded;

  before(async () => {
    const steps: string[] = [];
    database = await openEmbedded(dataDir, (step) => steps.push(step.en));
    assert.deepEqual(steps, ['Creating the database …']);
  });
  after(async () => {
    await database.close('now');
    rmSync(folder, { recursive: true, force: true });
  });

  it('lets the program in as neither superuser nor owner', async () => {
    const query = `select (select rolsuper or rolcreatedb or rolcreaterole or rolbypassrls from pg_roles where rolname = current_user)
      or (select pg_has_role(datdba, 'member') from pg_database where datname = current_database())`;
    assert.equal(await ask(database.url('program'), query), false);
    await assert.rejects(ask(database.url('program'), 'create table t ()'), /permission denied/);
    assert.equal(
      await ask(database.url('owner'), 'select rolsuper from pg_roles where rolname = current_user'),
      true,
    );
  });

  it('knows Vietnamese letters and their order, and keeps commits on a power cut', async () => {
    assert.equal(await ask(database.url('program'), `select lower('ĐƯỜNG SỐ')`), 'đường số');
    const sorted = `select string_agg(w, ' ' order by w collate "vi-x-icu") from unnest(array['đá', 'da', 'ăn', 'an', 'e']) w`;
    assert.equal(await ask(database.url('program'), sorted), 'an ăn da đá e');
    assert.equal(await ask(database.url('program'), 'show fsync'), 'on');
  });

  it('is one server with one keeper for all who open it at the same time', async () => {
    const more = await Promise.all(Array.from({ length: 5 }, () => openEmbedded(dataDir, silent)));
    const other = await holder(dataDir);
    assert.equal(processes(dataDir, 'keeper').length, 1);
    assert.deepEqual(new Set(more.map((one) => one.url('owner'))), new Set([database.url('owner')]));
    await Promise.all(more.map((one) => one.close()));
    other.kill('SIGKILL');
    await sleep(300);
    assert.equal(await ask(database.url('program'), 'select 1'), 1);
  });

  it('starts a killed server again and loses nothing', async () => {
    await ask(database.url('owner'), 'create table kept as select 7 as n');
    process.kill(postmaster(dataDir), 'SIGKILL');
    assert.equal(await askPatiently(database.url('owner'), 'select n from kept'), 7);
    assert.equal(processes(dataDir, 'keeper').length, 1);
  });

  it('starts a killed keeper again, at the same address', async () => {
    const [keeper = 0] = processes(dataDir, 'keeper');
    process.kill(keeper, 'SIGKILL');
    await until('a new keeper', 5_000, () => processes(dataDir, 'keeper').some((pid) => pid !== keeper));
    assert.equal(await askPatiently(database.url('owner'), 'select n from kept'), 7);
  });
});

describe('an embedded database that nobody holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'toantrinh-embedded-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is started by one of several processes, and stops when the last was killed', async () => {
    const dataDir = join(folder, 'raced');
    const holders = await Promise.all(Array.from({ length: 4 }, () => holder(dataDir)));
    assert.equal(processes(dataDir, 'keeper').length, 1);
    const { sockets } = makeFolders(dataDir);
    for (const one of holders) one.kill('SIGKILL');
    await until('nothing left', 3_000, () => !existsSync(sockets));
    await until(
      'no process left',
      500,
      () => processes(dataDir, 'postgres').length + processes(dataDir, 'keeper').length === 0,
    );
  });

  it('stays for a second after it was let go, so that the next command finds it', async () => {
    const dataDir = join(folder, 'raced');
    await (await openEmbedded(dataDir, silent)).close();
    const server = postmaster(dataDir);
    await sleep(500);
    const again = await openEmbedded(dataDir, silent);
    assert.equal(postmaster(dataDir), server);
    await sleep(1_500);
    assert.equal(await ask(again.url('program'), 'select 1'), 1);
    await again.close('now');
    assert.deepEqual(processes(dataDir, 'postgres'), []);
  });

  it('starts beside the lock of a server that was killed with its keeper, even if its number was given away', async () => {
    const dataDir = join(folder, 'raced');
    const pidFile = join(dataDir, 'database/cluster/postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${dataDir}/database/cluster\n1\n5432\n/tmp\n\n1 1\nready\n`);
    const database = await openEmbedded(dataDir, silent);
    assert.equal(await ask(database.url('program'), 'select 1'), 1);
    await database.close('now');
  });

  it('refuses data of another version and foreign files with one sentence', async () => {
    const other = join(folder, 'other/database/cluster');
    mkdirSync(other, { recursive: true });
    writeFileSync(join(other, 'letter.txt'), 'dear');
    assert.match(await sentence(join(folder, 'other')), /holds something other than the embedded database/);
    writeFileSync(join(other, 'PG_VERSION'), '15\n');
    assert.match(
      await sentence(join(folder, 'other')),
      /belong to PostgreSQL 15, but this program uses PostgreSQL 18/,
    );
  });

  it('refuses damaged data with one sentence', async () => {
    const dataDir = join(folder, 'raced');
    rmSync(join(dataDir, 'database/cluster/global/pg_control'));
    assert.match(await sentence(dataDir), /are damaged and the database cannot start/);
  });

  it('refuses a data folder that is a file, or that it may not enter, with one sentence', async () => {
    writeFileSync(join(folder, 'file'), '');
    assert.match(await sentence(join(folder, 'file')), /must be a folder/);
    if (process.getuid?.() === 0) return;
    mkdirSync(join(folder, 'closed'));
    chmodSync(join(folder, 'closed'), 0o500);
    assert.match(await sentence(join(folder, 'closed')), /no permission/);
  });

  it('is opened while folders of its sockets come and go', async () => {
    const sockets = join(folder, 'sockets');
    const goes = spawn('sh', ['-c', 'while :; do mkdir "$0"; rmdir "$0"; done', sockets], {
      stdio: 'ignore',
    });
    try {
      for (const until = Date.now() + 500; Date.now() < until;) makeSocketFolder(sockets);
    } finally {
      goes.kill();
      await new Promise((resolve) => goes.once('exit', resolve));
    }
  });

  it('does not follow a link that stands where its sockets should be', () => {
    const trap = join(folder, 'trap');
    symlinkSync(tmpdir(), trap);
    assert.throws(() => makeSocketFolder(trap), Unavailable);
  });
});
