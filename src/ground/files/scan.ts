/** Virus scan through clamd (INSTREAM). Where none is configured, files are shown as not scanned. */
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import { Unavailable } from '../operate/errors.ts';

export type Scan = 'clean' | 'infected' | 'unscanned';

/** How long a silent scanner is waited for, in milliseconds. */
const PATIENCE = 60_000;

/** Scans bytes with the clamd at `host:port`, or says `unscanned` when there is none. Throws Unavailable when it does not answer. */
export function scanBytes(clamd: string | null, bytes: Readable, patience = PATIENCE): Promise<Scan> {
  if (!clamd) {
    bytes.destroy();
    return Promise.resolve('unscanned');
  }
  const [host, port] = clamd.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port ?? 3310), host);
    const away = (): void => {
      socket.destroy();
      reject(
        new Unavailable({ vi: 'Máy quét vi-rút chưa trả lời.', en: 'The virus scanner does not answer.' }),
      );
    };
    socket.setTimeout(patience, away);
    socket.on('error', away);
    let answer = '';
    socket.on('data', (data) => (answer += data.toString('latin1')));
    socket.on('end', () =>
      /OK\0?$/.test(answer) ? resolve('clean') : /FOUND\0?$/.test(answer) ? resolve('infected') : away(),
    );
    socket.on('connect', () => void send().catch(away));
    const send = async (): Promise<void> => {
      socket.write('zINSTREAM\0');
      for await (const chunk of bytes) {
        const size = Buffer.alloc(4);
        size.writeUInt32BE((chunk as Buffer).length);
        if (!socket.write(Buffer.concat([size, chunk as Buffer])))
          await new Promise((drained) => socket.once('drain', drained));
      }
      socket.write(Buffer.alloc(4));
    };
  });
}
