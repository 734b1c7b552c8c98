/**
 * `npm run readme`: runs the code blocks of README.md as a new user would: in a fresh clone, with an empty home folder and
 * an empty npm cache, one block after the other. Exit code 1 at the first that does not end with 0.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { blocksOf } from './blocks.ts';

const root = path.resolve(import.meta.dirname, '../../..');
/** Milliseconds for one block; the first one installs everything. */
const longest = 10 * 60_000;

/** What a new user's terminal has: none of our packages, nothing that npm told us. */
function freshEnvironment(home: string): NodeJS.ProcessEnv {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  // How this machine reaches the registry is not the new user's doing.
  const asHere = (name: string): string =>
    execFileSync('npm', ['config', 'get', name], { encoding: 'utf8' }).trim();
  const reach = Object.entries(process.env).filter(([name]) =>
    /^(https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file)$/i.test(name),
  );
  return {
    ...Object.fromEntries(reach),
    PATH: folders.filter((folder) => !folder.includes('node_modules')).join(path.delimiter),
    LANG: 'C.UTF-8',
    HOME: home,
    npm_config_cache: path.join(home, '.npm'),
    npm_config_registry: asHere('registry'),
    npm_config_userconfig: asHere('userconfig'),
  };
}

const folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-readme-'));
const home = path.join(folder, 'home');
const clone = path.join(folder, 'toantrinh');
try {
  mkdirSync(home);
  execFileSync('git', ['clone', '--quiet', root, clone]);
  const env = freshEnvironment(home);
  for (const block of blocksOf(readFileSync(path.join(clone, 'README.md'), 'utf8'))) {
    process.stdout.write(`${block.replaceAll(/^/gm, '$ ')}\n`);
    const began = Date.now();
    const { status } = spawnSync('sh', ['-e', '-c', block], {
      cwd: clone,
      env,
      timeout: longest,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    process.stdout.write(`ended with ${status} after ${Math.round((Date.now() - began) / 1000)} s\n\n`);
    if (status === 0) continue;
    process.exitCode = 1;
    break;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
