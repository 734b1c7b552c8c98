/**
 * Starts and watches the process that runs Typst. A process and not a thread: a thread inside native code cannot be
 * stopped, a process can, and it takes its memory along. One document at a time, others wait their turn.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Unavailable } from '../../ground/operate/errors.ts';
import { withoutValues } from '../../ground/operate/fault.ts';
import { log } from '../../ground/operate/log.ts';
import type { Answer, Complaint, Job, RawPlace, Usage } from './compiler-process.ts';

/** What came of one document. */
export type Compiled =
  | {
      readonly kind: 'done';
      readonly pdf: Uint8Array;
      readonly pages: number;
      readonly places: readonly RawPlace[];
    }
  | { readonly kind: 'wrong'; readonly complaints: readonly Complaint[] }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'too-large' };

/** The process did not start, was killed from outside or has used up its processor time: no fault of the document. */
const ENDED = { kind: 'ended' } as const;

export type CompilerUsage = Usage & { readonly documents: number; readonly pid: number | null };

/** Memory that the process may take, KiB: a large report needs a fifth of it. The kernel enforces it. */
const MEMORY = 1_200_000;
/** Processor seconds after which the kernel ends the process: the last net, should this program die meanwhile. */
const CPU_END = 900;
/** Processor seconds after which an idle process is replaced, well before the kernel would end it. */
const CPU_RENEW = 600;

type Running = { readonly child: ChildProcess; documents: number; usage: Usage };

let running: Running | null = null;
let queue: Promise<unknown> = Promise.resolve();
let ended: Usage & { readonly documents: number } = { cpuSeconds: 0, residentBytes: 0, documents: 0 };
let lastId = 0;

function start(): Running {
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      `ulimit -d ${MEMORY}; ulimit -t ${CPU_END}; exec "$0" "$@"`,
      process.execPath,
      '--disable-warning=ExperimentalWarning',
      '--expose-gc',
      fileURLToPath(new URL('compiler-process.ts', import.meta.url)),
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // Typst fetches packages over HTTPS and looks for them in the home: a closed port and no home.
      env: { ALL_PROXY: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9', HOME: '/nowhere' },
    },
  );
  const started: Running = { child, documents: 0, usage: { cpuSeconds: 0, residentBytes: 0 } };
  const said: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (words: string) => void said.push(words));
  // An abort is the limit of memory at work: its author is told, and Rust's last words are no news for the log.
  child.once('close', (_code, signal) => {
    if (signal !== 'SIGABRT' && said.length > 0)
      log.warn('typesetting process', { said: withoutValues(said.join('')) });
  });
  child.once('exit', () => {
    if (running === started) running = null;
    ended = {
      cpuSeconds: ended.cpuSeconds + started.usage.cpuSeconds,
      documents: ended.documents + started.documents,
      residentBytes: 0,
    };
  });
  // It did not start, or a message did not reach it any more: `ask` tries again with a new one.
  child.on('error', () => {
    if (running === started) running = null;
  });
  rest(child);
  return started;
}

/** An idle process does not keep the program alive; the channel closes with the program and ends it. */
function rest(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  (child.stderr as Socket | null)?.unref();
}

function wake(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
  (child.stderr as Socket | null)?.ref();
}

const notRunning = (): Unavailable =>
  new Unavailable({
    vi: 'Phần dàn trang văn bản chưa chạy được. Vui lòng thử lại sau.',
    en: 'The typesetting program is not running. Please try again later.',
  });

function ask(job: Job, limit: number): Promise<Compiled | typeof ENDED> {
  running ??= start();
  const current = running;
  const { child } = current;
  wake(child);
  return new Promise((resolve) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limit);
    const settle = (): void => {
      clearTimeout(timer);
      child.off('message', onAnswer);
      child.off('exit', onExit);
      child.off('error', onError);
      rest(child);
    };
    const onAnswer = (answer: Answer): void => {
      settle();
      current.documents += 1;
      current.usage = answer.usage;
      if (answer.usage.cpuSeconds > CPU_RENEW) {
        running = null;
        child.disconnect();
      }
      if ('pdf' in answer) {
        resolve({ kind: 'done', pdf: answer.pdf, pages: answer.pages, places: answer.places });
      } else resolve({ kind: 'wrong', complaints: answer.complaints });
    };
    const onExit = (_code: number | null, signal: NodeJS.Signals | null): void => {
      settle();
      if (late) resolve({ kind: 'too-long' });
      // Typst aborts when it gets no more memory.
      else resolve(signal === 'SIGABRT' ? { kind: 'too-large' } : ENDED);
    };
    const onError = (): void => {
      settle();
      resolve(ENDED);
    };
    child.on('message', onAnswer);
    child.once('exit', onExit);
    child.once('error', onError);
    child.send(job);
  });
}

/**
 * Compiles one document in the process, after those that were asked for earlier. `limit` in milliseconds counts from
 * the start of this document. A document that breaks the limits ends the process; the next one gets a fresh one.
 * When the process was ended from outside, the document is tried once more; `Unavailable` if that fails too.
 */
export function compile(files: Job['files'], standard: string, limit: number): Promise<Compiled> {
  lastId += 1;
  const job: Job = { id: lastId, files, standard };
  const answer = queue.then(() => tryTwice(job, limit));
  queue = answer.catch(() => undefined);
  return answer;
}

async function tryTwice(job: Job, limit: number): Promise<Compiled> {
  const first = await ask(job, limit);
  const last = first.kind === 'ended' ? await ask(job, limit) : first;
  if (last.kind === 'ended') throw notRunning();
  return last;
}

/** What typesetting has used: documents, processor seconds, and the process with its memory after its last document. */
export const compilerUsage = (): CompilerUsage => ({
  documents: ended.documents + (running?.documents ?? 0),
  cpuSeconds: ended.cpuSeconds + (running?.usage.cpuSeconds ?? 0),
  residentBytes: running?.usage.residentBytes ?? 0,
  pid: running?.child.pid ?? null,
});

/** Ends the process once the waiting documents are done. A later document starts a new one. */
export async function close(): Promise<void> {
  await queue;
  const current = running;
  if (current === null) return;
  running = null;
  await new Promise<void>((resolve) => {
    current.child.once('exit', () => resolve());
    current.child.ref();
    current.child.disconnect();
  });
}
