import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, afterEach, before, describe, it } from 'node:test';
import { rolledBack, systemAt } from '../../db/testing.ts';
import { Invalid, Unavailable } from '../../operate/errors.ts';
import { filesAreThere } from '../invariants.ts';
import { keepFile } from '../keep.ts';
import { startObjectStore, type ObjectStore } from './simulator.ts';
import { bucketStore } from './store.ts';

const keys = { key: 'AKIDTHIDU', secret: 'khoa-bi-mat/cua+kho', region: 'ap-southeast-1' };

describe('files in an object store', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'toantrinh-bucket-'));
  let there: ObjectStore;
  before(async () => {
    there = await startObjectStore(keys);
  });
  afterEach(() => there.fail(null));
  after(async () => {
    await there.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const storeOf = (other: Partial<typeof keys> & { address?: string; patience?: number } = {}) =>
    bucketStore(folder, { address: there.address, patience: 300, ...keys, ...other });
  const nothingLeft = () =>
    existsSync(path.join(folder, 'incoming')) && readdirSync(path.join(folder, 'incoming'));
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

  it('takes a stream in, under its hash, and gives it back', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(3_000_000)]);
    const chunks = Array.from({ length: 30 }, (_, i) => bytes.subarray(i * 100_001, (i + 1) * 100_001));
    const stored = await storeOf().put(Readable.from(chunks));
    assert.deepEqual(stored, { hash: hashOf(bytes), size: bytes.length, type: 'application/pdf' });
    assert.deepEqual([...there.objects.keys()], [`${stored.hash.slice(0, 2)}/${stored.hash}`]);
    assert.ok((await storeOf().read(stored.hash)).equals(bytes));
    assert.equal(await storeOf().sizeOf(stored.hash), bytes.length);
    assert.deepEqual(nothingLeft(), []);
  });

  it('sends bytes that are there already no second time', async () => {
    const bytes = Buffer.from('giấy tờ');
    await storeOf().put(bytes);
    there.asked.length = 0;
    await storeOf().put(bytes);
    assert.deepEqual(
      there.asked.map((one) => one.split(' ')[0]),
      ['HEAD'],
    );
  });

  it('takes no bytes as well, and refuses more than the largest without sending any', async () => {
    const { hash, size } = await storeOf().put(Buffer.alloc(0));
    assert.equal(size, 0);
    assert.equal((await storeOf().read(hash)).length, 0);
    there.asked.length = 0;
    await assert.rejects(storeOf().put(Buffer.alloc(11), 10), Invalid);
    assert.deepEqual(there.asked, []);
    assert.deepEqual(nothingLeft(), []);
  });

  it('erases bytes, also a second time', async () => {
    const { hash } = await storeOf().put(Buffer.from('không được lưu'));
    await storeOf().remove(hash);
    await storeOf().remove(hash);
    assert.equal(await storeOf().sizeOf(hash), null);
  });

  it('knows what is not there, and asks for nothing that is no hash', async () => {
    const unknown = hashOf(randomBytes(8));
    assert.equal(await storeOf().sizeOf(unknown), null);
    await assert.rejects(storeOf().get(unknown), { code: 'ENOENT' });
    await assert.rejects(async () => storeOf().get('../../secret'), /not a hash/);
  });

  it('says that the store does not answer when keys are wrong, and asks once', async () => {
    there.asked.length = 0;
    await assert.rejects(storeOf({ secret: 'khác' }).put(Buffer.from('a')), Unavailable);
    await assert.rejects(storeOf({ key: 'AKIDKHAC' }).put(Buffer.from('b')), Unavailable);
    assert.equal(there.asked.length, 2);
    await assert.rejects(storeOf({ address: `${there.address}-khac` }).put(Buffer.from('c')), Unavailable);
    assert.deepEqual(nothingLeft(), []);
  });

  it('tries again when the trouble passes, and gives up when it does not', async () => {
    there.fail({ status: 500, times: 2 });
    const { hash } = await storeOf().put(Buffer.from('tạm thời'));
    there.fail({ status: 503 });
    await assert.rejects(storeOf().put(Buffer.from('mãi mãi')), Unavailable);
    there.fail({ slowMs: 2_000, times: 1 });
    assert.equal((await storeOf().read(hash)).toString(), 'tạm thời');
  });

  it('never takes a part of a file, or another, for the file', async () => {
    const bytes = randomBytes(200_000);
    const { hash } = await storeOf().put(bytes);
    there.fail({ truncate: true });
    await assert.rejects(storeOf().read(hash));
    there.fail({ corrupt: true });
    await assert.rejects(storeOf().read(hash), Unavailable);
  });

  it(
    'lets the doctor find what is missing there',
    rolledBack(async (world) => {
      const there = await storeOf().put(Buffer.from('có'));
      const missing = { ...there, hash: hashOf(Buffer.from('mất')) };
      const caller = systemAt('2026-11-20T09:00:00+07:00');
      const [kept, lost, short] = await world.act(caller, async (act) => [
        keepFile(act, there, 'co.txt', { scan: 'unscanned' }),
        keepFile(act, missing, 'mat.txt', { scan: 'unscanned' }),
        keepFile(act, { ...there, size: there.size + 1 }, 'ngan.txt', { scan: 'unscanned' }),
      ]);
      const { check } = filesAreThere(storeOf());
      const found = await world.look(caller, (look) => check(look));
      assert.ok(kept && !found.some(({ item }) => item === kept.id));
      assert.equal(found.find(({ item }) => item === lost!.id)?.what, 'is not in the store');
      assert.equal(found.find(({ item }) => item === short!.id)?.what, 'has another length in the store');
    }),
  );

  it('says so when nobody listens there', async () => {
    const gone = storeOf({ address: 'http://127.0.0.1:9/ho-so' });
    await assert.rejects(gone.put(Buffer.from('d')), Unavailable);
    await assert.rejects(gone.sizeOf(hashOf(Buffer.from('d'))), Unavailable);
  });
});
