/** The port that a web process listens on, and why it cannot. */
import { createServer } from 'node:net';

/** Why a server cannot listen there, in one sentence. */
export function refusal(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Set PORT to a free one, as in: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  if (error.code === 'EACCES') return `This user may not use port ${port}. Set PORT to one above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN')
    return `HOST ${host} is not an address of this machine.`;
  return `Cannot listen on ${host} port ${port}: ${error.message}`;
}

/**
 * Tries whether the port can be had, before anything long or lasting is done. Throws an Error with one sentence. Who comes
 * between this look and the real listening is refused there in the same words.
 */
export const lookAtPort = (host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => reject(new Error(refusal(error, host, port))));
    server.listen(port, host, () => server.close(() => resolve()));
  });
