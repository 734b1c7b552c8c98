/** A port of this machine that nobody uses now, for what must know its address before it serves. */
import { createServer } from 'node:net';

/** Finds a free port on the loopback address. Somebody else may take it before its finder does. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
