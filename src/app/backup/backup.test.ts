import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connect, send } from '../../ground/db/connect.ts';
import { edgeOn } from '../../ground/db/edge.ts';
import { systemAt } from '../../ground/db/testing.ts';
import { diskStore, keepFile } from '../../ground/files/index.ts';
import { openItem, step } from '../../ground/record/index.ts';
import { readConfig, type Config } from '../../ground/operate/config.ts';
import { openDatabase, prepareDatabase } from '../database.ts';
import { backup, restore, verifyBackup } from './backup.ts';

const configOf = (dataDir: string): Config => ({ ...readConfig({}), dataDir });

describe('backup', () => {
  let home = '';
  const at = (name: string): string => path.join(home, name);

  before(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'toantrinh-backup-'));
  });
  after(() => rm(home, { recursive: true, force: true }));

  it('brings back every row and file, and the copy is healthy', async () => {
    const hash = await installation(at('one'));
    await backup(configOf(at('one')), at('saved'), new Date());
    const verdict = await verifyBackup(configOf(at('one')), at('saved'));
    assert.deepEqual(verdict.damaged, []);
    assert.ok(verdict.examined !== null);
    assert.ok(verdict.examined.some(({ name }) => name === 'record.chains'));
    assert.deepEqual(
      verdict.examined.filter(({ findings }) => findings.length > 0),
      [],
    );
    await restore(configOf(at('two')), at('saved'));
    assert.deepEqual(await itemsIn(at('two')), await itemsIn(at('one')));
    assert.equal((await diskStore(path.join(at('two'), 'files')).read(hash)).toString(), '%PDF-1.7 thí dụ');
  });

  it('refuses a folder that is not empty, and an installation that exists', async () => {
    await assert.rejects(backup(configOf(at('one')), at('saved'), new Date()), /is not empty/);
    await assert.rejects(restore(configOf(at('one')), at('saved')), /holds a database already/);
    await assert.rejects(restore(configOf(at('three')), at('one')), /no finished backup/);
  });

  it('sees a changed byte and a lost file, and restores neither', async () => {
    await appendFile(at('saved/cluster/global/pg_control'), 'x');
    const { damaged } = await verifyBackup(configOf(at('one')), at('saved'));
    assert.deepEqual(damaged, ['cluster/global/pg_control has changed']);
    await assert.rejects(restore(configOf(at('four')), at('saved')), /damaged.*Nothing was restored/);
    await rm(at('saved/cluster/PG_VERSION'));
    const again = await verifyBackup(configOf(at('one')), at('saved'));
    assert.ok(again.damaged.includes('cluster/PG_VERSION cannot be read'));
  });
});

/** A small installation with one item and one file. Returns the hash of the file. */
async function installation(dataDir: string): Promise<string> {
  const database = await openDatabase(configOf(dataDir), () => {});
  await prepareDatabase(database, () => {});
  const connection = connect(database.program, 1);
  const stored = await diskStore(path.join(dataDir, 'files')).put(Buffer.from('%PDF-1.7 thí dụ'));
  await edgeOn(connection.db).act(systemAt('2026-11-20T02:00:00Z'), async (act) => {
    keepFile(act, stored, 'thi-du.pdf');
    step(act, openItem(act, 'thing'), { act: 'thing.begin', visible: 'inside', after: { name: 'Thí Dụ' } });
  });
  await connection.close();
  await database.close();
  return stored.hash;
}

/** Every step of the record and every file, by what must not change. */
async function itemsIn(dataDir: string): Promise<unknown[]> {
  const database = await openDatabase(configOf(dataDir), () => {});
  const connection = connect(database.program, 1);
  const rows = await send(
    connection.db,
    `select encode(hash, 'hex') as what from record.steps union all select hash from files.files order by 1`,
  );
  await connection.close();
  await database.close();
  return rows;
}
