/**
 * `toantrinh start`: everything on one machine. Opens the database, brings it up to date, loads the sample province
 * when it is empty, and runs web, worker and, with the sample, the simulators of the outside (both again whenever they end). What
 * only the start needs runs in processes of its own: the one that stays serves pages, and holds no memory for the rest.
 */
import { homeOf, readConfig } from '../../ground/operate/config.ts';
import type { ChildProcess } from 'node:child_process';
import { ended, keepRunning, run, stop, type Kept } from '../children.ts';
import { connectProgram, openDatabase, prepareDatabase } from '../database.ts';
import { noOptions, type Command } from '../io.ts';
import { untilStopped } from '../lifetime.ts';
import { lookAtPort } from '../port.ts';
import { isSampleLoaded } from '../sample.ts';
import { settleMemory } from '../settled.ts';
import { welcome } from '../welcome.ts';

/** Starts the simulators; again on the ports that they had, because web and worker know no others. */
function simulatorsAt(origin: string, say: (line: string) => void): () => ChildProcess {
  let earlier: readonly string[] = [];
  return () => {
    const child = run(['simulators', '--origin', origin, ...earlier], say);
    child.once('message', (said) => {
      earlier = ['--ports', (said as { readonly ports: string }).ports];
    });
    return child;
  };
}

export const start: Command = {
  name: 'start',
  help: `toantrinh start

Runs the platform: database, web, worker and, in the sample province, the simulators of the outside.
PORT (3000), HOST (127.0.0.1) and DATA_DIR (.data) say where; DATABASE_URL names another PostgreSQL.`,
  run: async (argv, io) => {
    noOptions(argv);
    const config = readConfig();
    await lookAtPort(config.host, config.port);
    const opening = openDatabase(config, io.err);
    const rooms = Promise.all([import('../wiring.ts'), import('../http.ts'), import('../outside.ts')]);
    rooms.catch(() => {}); // heard of below, when the database is open
    const database = await opening;
    let worker: Kept | null = null;
    let dossiers: ChildProcess | null = null;
    // They take as long to load as the rooms, and need nothing of them: both load at once.
    const simulators = config.sample ? keepRunning(simulatorsAt(homeOf(config), io.err), io.err) : null;
    simulators?.catch(() => {}); // heard of below, when the database is up to date
    try {
      const [{ wire }, { applicationOf, buildAssetsOf, listen }, { findOutside, nowhere }] = await rooms;
      const connection = await connectProgram(database);
      const assets = buildAssetsOf(wire(config, connection, nowhere));
      assets.catch(() => {}); // likewise
      // Whoever loads the sample also brings the database up to date.
      if (config.sample && !(await isSampleLoaded(connection.db)))
        await ended(run(['seed', '--province'], io.err));
      else await prepareDatabase(database, io.err);
      await simulators;
      await assets;
      const program = wire(config, connection, await findOutside(config.dataDir, config.sample));
      const serving = await listen(program, await applicationOf(program));
      worker = await keepRunning(() => run(['worker'], io.err), io.err);
      io.out(welcome(config, serving.address));
      // What is at work in the sample comes to the desks while one looks around: nobody waits for it.
      if (config.sample && !(await isSampleLoaded(connection.db, 'sample dossiers')))
        dossiers = run(['seed'], io.err);
      settleMemory();
      await untilStopped();
      await serving.close();
      await connection.close();
      return 0;
    } finally {
      // Simulators that never became ready have ended by themselves.
      await Promise.all([
        worker?.stop(),
        simulators?.then(
          (kept) => kept.stop(),
          () => {},
        ),
        dossiers && stop(dossiers),
      ]);
      await database.close();
    }
  },
};
