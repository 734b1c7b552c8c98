/** Stands in for the SMS gateway: real HTTP, messages kept in memory, faults switchable at run time. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A message that the simulator has. */
export type SimulatedSms = {
  readonly ref: string;
  readonly id: string;
  readonly to: string;
  readonly brand: string;
  readonly text: string;
};

/** `down`: breaks the connection. `unreachable`: numbers that no telephone has. `lose`: never arrives. */
export type SmsFaults = { down: boolean; unreachable: string[]; lose: boolean };

export type SmsSimulator = {
  readonly account: { readonly url: string; readonly key: string; readonly brand: string };
  readonly sent: readonly SimulatedSms[];
  readonly faults: SmsFaults;
  readonly close: () => Promise<void>;
};

const KEY = 'sample-key';

/** Starts the simulator; port 0, or none, takes a free one. */
export async function startSmsSimulator({
  host,
  port = 0,
}: {
  readonly host: string;
  readonly port?: number;
}): Promise<SmsSimulator> {
  const sent: SimulatedSms[] = [];
  const faults: SmsFaults = { down: false, unreachable: [], lose: false };
  const answer = (response: ServerResponse, status: number, body: unknown): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (faults.down) return void request.socket.destroy();
    if (request.headers.authorization !== `Bearer ${KEY}`) return answer(response, 401, {});
    if (request.method === 'GET') {
      const found = sent.find(({ ref }) => request.url === `/messages/${ref}`);
      return answer(response, found ? 200 : 404, { state: faults.lose ? 'failed' : 'delivered' });
    }
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const message = JSON.parse(Buffer.concat(parts).toString()) as Omit<SimulatedSms, 'ref'>;
    if (faults.unreachable.includes(message.to)) return answer(response, 422, {});
    const earlier = sent.find(({ id }) => id === message.id);
    const kept = earlier ?? { ...message, ref: `SMS${sent.length + 1}` };
    if (!earlier) sent.push(kept);
    answer(response, 202, { ref: kept.ref });
  };
  const server = createServer(
    (request, response) => void serve(request, response).catch(() => answer(response, 400, {})),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    account: {
      url: `http://${host}:${(server.address() as { port: number }).port}`,
      key: KEY,
      brand: 'TINH MAU',
    },
    sent,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
