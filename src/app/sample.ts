/** Whether the sample of this version has been loaded, so that a later start need not read it all again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tx } from '../ground/db/act.ts';
import { send } from '../ground/db/connect.ts';
import { TENANT } from './tenant.ts';

/** The province with its procedures, or the dossiers that are at work in it. */
type Part = 'sample' | 'sample dossiers';

const folder = path.resolve(import.meta.dirname, '../../sample');

/** One hash of all files of the sample. */
function sampleHash(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(ts|json|geojson|csv|md|bpmn|txt)$/.test(name) && !name.includes('.test.'))
      hash.update(name).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}

/** True when this part of this very sample has been loaded; false also in a database that nobody has brought up to date yet. */
export async function isSampleLoaded(db: Tx, part: Part = 'sample'): Promise<boolean> {
  const [table] = await send<{ there: boolean }>(
    db,
    `select to_regclass('ground.loaded') is not null as there`,
  );
  if (!table?.there) return false;
  const rows = await send<{ hash: string }>(
    db,
    `select hash from ground.loaded where tenant = $1 and what = $2`,
    [TENANT, part],
  );
  return rows[0]?.hash === sampleHash();
}

/** Notes that it has been loaded, whole. */
export const noteSampleLoaded = (db: Tx, part: Part = 'sample'): Promise<unknown> =>
  send(
    db,
    `insert into ground.loaded (tenant, what, hash) values ($1, $2, $3)
     on conflict (tenant, what) do update set hash = excluded.hash, at = now()`,
    [TENANT, part, sampleHash()],
  );
