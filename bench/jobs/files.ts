/** A submission with a file of 200 KB that is read back and compared: what a person with a phone and a photograph does. */
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOfAll } from '../machine.ts';
import { drive, expect, type Work } from '../drive.ts';
import { fileBytes } from '../load/load.ts';
import type { Job, Limit } from '../job.ts';
import { makeDrafts, type ReadyDraft } from '../supply.ts';
import type { Reply } from '../wire.ts';
import type { World } from '../world.ts';
import { each, submission, submitLimitOf } from './acts.ts';

const CONNECTIONS = 16;
/** Milliseconds between two tries to submit, and how many there are. */
const BETWEEN_TRIES = 100;
const MOST_TRIES = 100;
const SUPPLY = 1500;
const BOUNDARY = 'toantrinh-bench-boundary';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;
/** The page of the form and its field. */
const PAGE = 'tep-birthnotification';
const FIELD = 'birthNotification';

/** A posted form with one file, as a browser sends it. */
export const multipart = (fields: Readonly<Record<string, string>>, field: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${field}"; filename="giay.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Asks again while the signatures of the file are being checked, as the page tells a person to. */
async function untilChecked(ask: () => Promise<Reply>): Promise<Reply> {
  for (let tries = 0; ; tries++) {
    const reply = await ask();
    if (reply.status !== 422 || tries === MOST_TRIES) return reply;
    await sleep(BETWEEN_TRIES);
  }
}

/** Uploads a file nobody has sent before, submits, finds the dossier and reads the file back. */
export const withFile =
  (draft: ReadyDraft): Work =>
  async (send) => {
    const { id, visitor } = draft;
    const bytes = fileBytes(randomBytes(12).toString('hex'));
    const upload = multipart({ csrf: visitor.csrf, act: 'continue' }, FIELD, bytes);
    expect(
      await send({
        method: 'POST',
        path: `/ban-khai/${id}/${PAGE}`,
        cookie: visitor.cookie,
        type: TYPE,
        body: upload,
      }),
      303,
    );
    let code = '';
    await submission(draft)(async (ask) => {
      const reply = await untilChecked(() => send(ask));
      code = /\r\nlocation: \/ho-so\/([^\r?]+)/i.exec(reply.head)?.[1] ?? '';
      return reply;
    });
    const back = expect(await send({ path: `/ho-so/${code}/tep/1`, cookie: visitor.cookie }), 200);
    if (sha256(back.body) !== sha256(bytes)) throw new Error('the file came back changed');
  };

/** Receiving, hashing and writing the bytes, then the bare statement of a submission: one after the other. */
const composite =
  (world: World): Limit =>
  async (seconds) => {
    const bytes = fileBytes();
    const before = cpuOfAll([world.bare.pid]);
    const sink = await drive(
      world.bare.port,
      CONNECTIONS,
      (seconds * 1000) / 2,
      () => async (send) =>
        void expect(await send({ method: 'POST', path: '/', type: 'application/pdf', body: bytes }), 200),
    );
    const cpuMs = (cpuOfAll([world.bare.pid]) - before) / sink.done;
    const rows = await submitLimitOf(world)(Math.max(1, Math.round(seconds / 2)));
    if (!rows) return null;
    const received = sink.done / sink.seconds;
    return { perSecond: 1 / (1 / received + 1 / rows.perSecond), cpuMs: cpuMs + rows.cpuMs };
  };

export const fileJobs: readonly Job[] = [
  {
    name: 'submission with a 200 KB file, read back',
    compared: 'rate',
    target: 0.6,
    connections: CONNECTIONS,
    prepare: async (world) => {
      await world.startWorker(); // it scans what comes in, and checks signatures that are not plainly missing
      return {
        next: each(await makeDrafts(world, SUPPLY), withFile),
        limit: composite(world),
      };
    },
  },
];
