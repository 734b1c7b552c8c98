/**
 * The keeper: the one process that owns the embedded server of a data folder. It is started under `flock`, in a
 * session of its own, and holds that lock as long as it lives. Whoever needs the database holds a connection to its
 * socket; one second after the last has gone it stops the server and ends.
 *
 * To every connection it writes lines of JSON (`Word`). A connection that writes `leave` is closed at once, or, if it
 * was the last, when the server has stopped.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { Unavailable } from '../../operate/errors.ts';
import type { Text } from '../../text/language.ts';
import { ensureCluster } from './cluster.ts';
import { serverFailure } from './failures.ts';
import { makeFolders, type Folders } from './folders.ts';
import { startServer, type Server } from './server.ts';
import { serverUser } from './user.ts';

/** What the keeper tells a connection: a step of long work, that the server accepts connections, or why it cannot. */
export type Word = { readonly step: Text } | { readonly ready: true } | { readonly failed: Text };

/** Milliseconds for which the server outlives its last connection. */
const grace = 1_000;
/** So many starts within a minute mean that starting again does not help. */
const mostStarts = 5;

const keep = (folders: Folders): void => {
  const connections = new Set<Socket>();
  let latest: Word | undefined;
  let server: Server | undefined;
  let ending = false;
  let timer: NodeJS.Timeout | undefined;

  const tell = (word: Word) => {
    latest = word;
    for (const connection of connections) connection.write(`${JSON.stringify(word)}\n`);
  };

  const end = async (code: number, last: readonly Socket[] = []) => {
    if (ending) return;
    ending = true;
    door.close();
    await server?.stop();
    await Promise.all(
      [...connections, ...last].map((connection) => new Promise<void>((done) => connection.end(done))),
    );
    rmSync(folders.sockets, { recursive: true, force: true });
    process.exit(code);
  };

  const endAfterGrace = () => {
    timer = setTimeout(() => void end(0), grace);
  };

  const door = createServer((connection) => {
    if (ending) return connection.destroy();
    clearTimeout(timer);
    connections.add(connection);
    if (latest) connection.write(`${JSON.stringify(latest)}\n`);
    connection.on('error', () => {}); // a client that was killed; 'close' follows
    connection.on('close', () => connections.delete(connection) && connections.size === 0 && endAfterGrace());
    connection.on('data', () => {
      connections.delete(connection);
      if (connections.size === 0) void end(0, [connection]);
      else connection.end();
    });
  });

  const serve = async () => {
    const starts: number[] = [];
    for (;;) {
      const minuteAgo = performance.now() - 60_000;
      if (starts.filter((at) => at > minuteAgo).length >= mostStarts)
        throw new Error('the server keeps ending');
      starts.push(performance.now());
      const user = serverUser(folders.cluster);
      await ensureCluster(folders, user, (step) => tell({ step }));
      server = await startServer(folders, user);
      tell({ ready: true });
      await server.ended;
      if (ending) return;
      latest = undefined; // whoever comes now waits for the next start
    }
  };

  const fail = (error: unknown) => {
    const text =
      error instanceof Unavailable ? error.text : serverFailure(folders.database, String(error), folders.log);
    tell({ failed: text });
    // For whoever started us and is not yet connected, if he is still there.
    process.stderr.on('error', () => {}).write(JSON.stringify({ failed: text }));
    void end(1);
  };

  rmSync(folders.door, { force: true });
  door.on('error', fail);
  door.listen(folders.door, () => {
    endAfterGrace();
    serve().catch(fail);
  });
  process.once('SIGTERM', () => void end(0));
  process.once('SIGINT', () => void end(0));
};

const folders = makeFolders(process.argv[2] ?? '');
writeFileSync(folders.lock, folders.sockets);
keep(folders);
