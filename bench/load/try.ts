import { openDatabase, prepareDatabase, connectProgram } from '../../src/app/database.ts';
import { readConfig } from '../../src/ground/operate/config.ts';
import { seedSample } from '../../sample/seed.ts';
import { edgeOn } from '../../src/ground/db/edge.ts';
import { loadProvince, countDossiers, type Size } from './load.ts';
const db = await openDatabase(readConfig(), console.error);
await prepareDatabase(db, () => {});
const c = await connectProgram(db);
await seedSample(edgeOn(c.db), 1, () => {});
const r = await loadProvince(
  db.owner,
  readConfig().dataDir,
  (process.argv[2] ?? '1k') as Size,
  1,
  console.error,
);
console.log(
  r.seconds,
  r.walks.map((w) => w.code + ' ' + w.stages.map((s) => s.kind)),
  await countDossiers(db.owner, 1),
);
await c.close();
await db.close();
