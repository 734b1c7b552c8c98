/** The national portal and the public post of the sample province over real HTTP. They can fail like the real ones. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { ARRIVALS, MIRRORED } from '../../paths.ts';
import type { ExchangeAccounts, PortalAccount, PostAccount } from '../../settings.ts';
import { noFaults, setFaults, type ExchangeFaults } from './faults.ts';
import { portalOf, type PortalBooks } from './portal.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A running simulator. */
export type PortalSimulator = {
  /** What the installation is configured with. */
  readonly accounts: ExchangeAccounts & { readonly portal: PortalAccount; readonly post: PostAccount };
  /** Where faults are read (GET) and changed (PUT). */
  readonly control: string;
  readonly faults: ExchangeFaults;
  /** What the portal has, by code. */
  readonly books: PortalBooks;
  /** Orders of parcels by OrderNumber, with the post's state: 1 registered … 4 cancelled. */
  readonly parcels: Map<string, { readonly order: Fields; state: 1 | 2 | 3 | 4 }>;
  /** A person files at the portal: the dossier is sent to us, with files that we fetch. Returns the status of our answer. */
  readonly file: (dossier: Fields, files?: Readonly<Record<string, Uint8Array>>) => Promise<number>;
  /** A ministry's system tells of a dossier of its own. */
  readonly mirror: (dossier: Fields) => Promise<number>;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly host: string;
  /** 0, or nothing, takes a free one. */
  readonly port?: number;
  /** Address of our web process, to which dossiers are sent. */
  readonly origin: string;
};

const CONTROL = '/dieu-khien';
const USER = { user: 'songlam', password: 'sample-portal', unit: 'H99' };
const INCOMING = 'sample-incoming';
const TOKEN = 'sample-post';

/** Starts the portal and the post. */
export async function startPortalSimulator({ host, port = 0, origin }: Options): Promise<PortalSimulator> {
  const books: PortalBooks = new Map();
  const parcels: PortalSimulator['parcels'] = new Map();
  const files = new Map<string, Uint8Array>();
  const portal = portalOf(books, USER);
  const faults = noFaults();
  let base = '';

  const tell = (path: string, data: Fields): Promise<number> =>
    fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session: INCOMING, madonvi: USER.unit, service: 'GuiHoSo', data }),
    }).then(
      (response) => response.status,
      () => 0, // We are not there: the portal will try again another day.
    );

  const file: PortalSimulator['file'] = async (dossier, given = {}) => {
    const papers = Object.entries(given).map(([name, bytes]) => {
      const id = `${files.size + 1}`;
      files.set(id, bytes);
      return { TenTepDinhKem: name, MaThanhPhanHoSo: name, DuongDanTaiTepTin: `${base}/tep/${id}` };
    });
    const whole = { TaiLieuNop: papers, ...dossier };
    const status = await tell(ARRIVALS, whole);
    return faults.twice ? tell(ARRIVALS, whole) : status;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', base);
    const body = await textOf(request);
    if (url.pathname === CONTROL) return control(request, response, body, faults);
    if (faults.down) return void request.socket.destroy();
    if (faults.slowMs > 0) await pause(faults.slowMs);
    const answer = answerTo(request, url, body);
    if (faults.lostAnswer && request.method === 'POST' && !url.pathname.endsWith('/login'))
      return void request.socket.destroy();
    if (answer instanceof Uint8Array)
      return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer);
    if (answer === null) return void response.writeHead(404).end();
    json(response, answer);
  };

  function answerTo(request: IncomingMessage, url: URL, body: string): Fields | Uint8Array | null {
    if (url.pathname === '/adapter/login') return portal.signIn(JSON.parse(body) as Fields);
    if (url.pathname === '/adapter/mapi' && request.headers['dstcode'])
      return portal.answer(JSON.parse(body) as Fields, faults);
    if (url.pathname.startsWith('/tep/'))
      return faults.noFiles ? null : (files.get(url.pathname.slice('/tep/'.length)) ?? null);
    if (request.headers['access_token'] !== TOKEN) return null;
    if (url.pathname === '/buu-chinh/order') return order(JSON.parse(body) as Fields);
    if (url.pathname === '/buu-chinh/status') return statusOf(url.searchParams.get('OrderNumber') ?? '');
    return null;
  }

  /** An order that came twice is one order. */
  function order(fields: Fields): Fields {
    const number = String(fields['OrderNumber'] ?? '');
    const receiver = (fields['Receiver'] ?? {}) as Fields;
    if (faults.reject || !number || !receiver['Name'] || !receiver['Address'])
      return { Status: '99', Message: 'Thiếu thông tin người nhận' };
    if (!parcels.has(number)) parcels.set(number, { order: fields, state: 1 });
    return { Status: '100', Message: 'OK' };
  }

  function statusOf(number: string): Fields {
    const parcel = parcels.get(number);
    return parcel
      ? { Status: '100', Message: 'OK', State: String(parcel.state) }
      : { Status: '98', Message: 'Không có đơn này' };
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => void response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  base = `http://${host}:${(server.address() as { port: number }).port}`;
  return {
    accounts: {
      portal: {
        adapter: `${base}/adapter`,
        endpoint: 'mapi',
        destination: 'VN:GOV:000.00.00.G22:vpcpdvcprovider',
        ...USER,
        incoming: INCOMING,
        files: [base],
      },
      post: {
        url: `${base}/buu-chinh`,
        token: TOKEN,
        customer: 'SONGLAM',
        sender: {
          name: 'Trung tâm Phục vụ hành chính công tỉnh Sông Lam',
          address: 'Số 1, đường Sông Lam',
          phone: '0990000000',
          email: '',
        },
        province: '99',
      },
    },
    control: `${base}${CONTROL}`,
    faults,
    books,
    parcels,
    file,
    mirror: (dossier) => tell(MIRRORED, dossier),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const json = (response: ServerResponse, value: unknown): void =>
  void response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));

function control(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  faults: ExchangeFaults,
): void {
  if (request.method === 'PUT' && !setFaults(faults, JSON.parse(body)))
    return void response.writeHead(400).end();
  json(response, faults);
}
