/** The web process that is measured: the whole product; only the limits by address are wider, because all load comes from one address. */
import { readConfig } from '../src/ground/operate/config.ts';
import { connectProgram, openDatabase } from '../src/app/database.ts';
import { applicationOf, listen } from '../src/app/http.ts';
import { untilStopped } from '../src/app/lifetime.ts';
import { nowhere } from '../src/app/outside.ts';
import { wire } from '../src/app/wiring.ts';

const config = readConfig();
const database = await openDatabase(config, () => {});
const connection = await connectProgram(database);
const program = wire(config, connection, nowhere);
const factor = Number(process.env['BENCH_LIMITS'] ?? 1_000_000);
const serving = await listen(
  program,
  await applicationOf(program, { limits: factor }),
  Number(process.env['BENCH_PORT'] ?? 0),
);
process.send?.({ port: serving.port });
await untilStopped();
await serving.close();
await connection.close();
await database.close();
