/**
 * The store of bytes in a bucket of an object store (S3). The hash is the name, so bytes are first poured into a file of
 * this machine, where they are measured and hashed, and sent when their name is known; nothing is ever in memory whole.
 */
import { createHash } from 'node:crypto';
import { pipeline, Transform, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Unavailable } from '../../operate/errors.ts';
import { log } from '../../operate/log.ts';
import { takeIn } from '../incoming.ts';
import { LARGEST_FILE, refuseForeign, type Store } from '../store.ts';
import { ask, type Bucket } from './request.ts';

/** Above the patience of a proxy in between, below that of a person. */
const PATIENCE = 20_000;

/** A store in a bucket; `folder` is where bytes wait until they have a name. */
export function bucketStore(folder: string, settings: Omit<Bucket, 'patience'> & Partial<Bucket>): Store {
  const bucket: Bucket = { patience: PATIENCE, ...settings };
  const nameOf = (hash: string): string => {
    refuseForeign(hash);
    return `${hash.slice(0, 2)}/${hash}`;
  };
  const sizeOf = async (hash: string): Promise<number | null> => {
    const { statusCode, headers } = (await ask(bucket, 'HEAD', nameOf(hash))).resume();
    return statusCode === 404 ? null : Number(headers['content-length']);
  };
  const store: Store = {
    put: (bytes, largest = LARGEST_FILE) =>
      takeIn(folder, bytes, largest, async (file, { hash, size }) => {
        if ((await sizeOf(hash)) === size) return; // the same bytes are there already
        const answer = await ask(bucket, 'PUT', nameOf(hash), { file, size, hash });
        answer.resume();
        if (answer.statusCode === 404) throw noBucket();
      }),
    async get(hash) {
      const answer = await ask(bucket, 'GET', nameOf(hash));
      if (answer.statusCode !== 404) return checked(answer, hash);
      answer.resume();
      throw Object.assign(new Error('There are no bytes of this hash.'), { code: 'ENOENT' });
    },
    read: async (hash) => buffer(await store.get(hash)),
    sizeOf,
    async remove(hash) {
      (await ask(bucket, 'DELETE', nameOf(hash))).resume();
    },
  };
  return store;
}

/** Bytes that came are held against their name: a broken connection or a damaged object is never taken for the file. */
function checked(answer: Readable, hash: string): Readable {
  const found = createHash('sha256');
  const check = new Transform({
    transform: (chunk: Buffer, _, pass) => {
      found.update(chunk);
      pass(null, chunk);
    },
    flush: (done) => done(found.digest('hex') === hash ? null : damaged()),
  });
  return pipeline(answer, check, () => {}); // a failure reaches whoever reads
}

function damaged(): Unavailable {
  log.error('object store gave other bytes than were stored');
  return new Unavailable({
    vi: 'Tệp lấy từ kho không còn nguyên vẹn. Xin báo cho người quản trị hệ thống.',
    en: 'The file from the store is not whole. Please tell the administrator.',
  });
}

function noBucket(): Unavailable {
  log.error('object store has no such bucket');
  return new Unavailable({
    vi: 'Kho tệp chưa được thiết lập đúng. Xin báo cho người quản trị hệ thống.',
    en: 'The store of files is not set up. Please tell the administrator.',
  });
}
