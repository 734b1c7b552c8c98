/** The national portal and the public post of the sample province over real HTTP. They can fail like the real ones. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import {
  answerFaults,
  answerJson,
  FAULTS_PATH,
  simulate,
  type Asked,
  type Place,
} from '../../../../ground/wire/index.ts';
import { ARRIVALS, MIRRORED } from '../../paths.ts';
import type { FiledAt } from '../../schema.ts';
import type { ExchangeAccounts, PortalAccount, PostAccount } from '../../settings.ts';
import { noFaults, type ExchangeFaults } from './faults.ts';
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
  readonly file: (
    dossier: Fields,
    files?: Readonly<Record<string, Uint8Array>>,
    from?: FiledAt,
  ) => Promise<number>;
  /** A ministry's system tells of a dossier of its own. */
  readonly mirror: (dossier: Fields) => Promise<number>;
  readonly close: () => Promise<void>;
};

type Options = Place & {
  /** Address of our web process, to which dossiers are sent. */
  readonly origin: string;
};

const USER = { user: 'songlam', password: 'sample-portal', unit: 'H99' };
const INCOMING = { 'national-portal': 'sample-incoming', vneid: 'sample-incoming-vneid' } as const;
const TOKEN = 'sample-post';

/** Under the path of the faults: where the parcels are. */
const PARCELS = 'buu-gui';

/** What is filed by hand; files by name, in Base64. */
type ByHand = {
  readonly dossier: Fields;
  readonly files?: Readonly<Record<string, string>>;
  readonly from?: FiledAt;
  readonly mirrored?: boolean;
};

/** Starts the portal and the post. */
export async function startPortalSimulator({ origin, ...place }: Options): Promise<PortalSimulator> {
  const books: PortalBooks = new Map();
  const parcels: PortalSimulator['parcels'] = new Map();
  const files = new Map<string, Uint8Array>();
  const portal = portalOf(books, USER);
  const faults = noFaults();

  const tell = (path: string, data: Fields, from: FiledAt = 'national-portal'): Promise<number> =>
    fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session: INCOMING[from], madonvi: USER.unit, service: 'GuiHoSo', data }),
    }).then(
      (response) => response.status,
      () => 0, // We are not there: the portal will try again another day.
    );

  const file: PortalSimulator['file'] = async (dossier, given = {}, from = 'national-portal') => {
    const papers = Object.entries(given).map(([name, bytes]) => {
      const id = `${files.size + 1}`;
      files.set(id, bytes);
      return {
        TenTepDinhKem: name,
        MaThanhPhanHoSo: name,
        DuongDanTaiTepTin: `${base}/tep/${id}`,
        HashTepTin: createHash('sha256').update(bytes).digest('hex'),
      };
    });
    const whole = { TaiLieuNop: papers, ...dossier };
    const status = await tell(ARRIVALS, whole, from);
    return faults.twice ? tell(ARRIVALS, whole, from) : status;
  };

  const serve = async (asked: Asked): Promise<void> => {
    const { request, response, url, body } = asked;
    if (url.pathname === FAULTS_PATH) return answerFaults(asked, faults);
    if (url.pathname === `${FAULTS_PATH}/${PARCELS}`) return moveParcels(asked);
    if (url.pathname === `${FAULTS_PATH}/ho-so`) return byHand(asked);
    if (faults.down) return void request.socket.destroy();
    if (faults.slowMs > 0) await pause(faults.slowMs);
    const answer = answerTo(request, url, body);
    if (faults.lostAnswer && request.method === 'POST' && !url.pathname.endsWith('/login'))
      return void request.socket.destroy();
    if (answer instanceof Uint8Array)
      return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer);
    if (answer === null) return void response.writeHead(404).end();
    answerJson(response, answer);
  };

  function answerTo(request: IncomingMessage, url: URL, body: string): Fields | Uint8Array | null {
    if (url.pathname === '/adapter/login') return portal.signIn(JSON.parse(body) as Fields);
    if (url.pathname === '/adapter/mapi' && request.headers['dstcode'])
      return portal.answer(JSON.parse(body) as Fields, faults);
    if (url.pathname.startsWith('/tep/')) {
      const bytes = faults.noFiles ? undefined : files.get(url.pathname.slice('/tep/'.length));
      return bytes && faults.otherBytes ? Buffer.concat([bytes, Buffer.from(' ')]) : (bytes ?? null);
    }
    if (request.headers['access_token'] !== TOKEN) return null;
    if (url.pathname === '/buu-chinh/order') return order(JSON.parse(body) as Fields);
    if (url.pathname === '/buu-chinh/status') return statusOf(url.searchParams.get('OrderNumber') ?? '');
    return null;
  }

  /** What the post's own people do: reads the parcels, or says of one by its number where it is (`{number: state}`). */
  function moveParcels({ request, response, body }: Asked): void {
    const sent = request.method === 'PUT' ? Object.entries(JSON.parse(body) as Fields) : [];
    if (sent.some(([number, state]) => !parcels.has(number) || ![1, 2, 3, 4].includes(Number(state))))
      return void response.writeHead(400).end();
    for (const [number, state] of sent) parcels.get(number)!.state = Number(state) as 1 | 2 | 3 | 4;
    answerJson(response, Object.fromEntries([...parcels].map(([number, { state }]) => [number, state])));
  }

  /** From outside of the program: POST files a dossier or tells of a mirrored one, GET shows what the portal has of a code. */
  async function byHand({ request, response, url, body }: Asked): Promise<void> {
    if (request.method !== 'POST')
      return answerJson(response, books.get(url.searchParams.get('ma') ?? '') ?? null);
    const { dossier, files: given = {}, from, mirrored } = JSON.parse(body) as ByHand;
    const bytes = Object.entries(given).map(([name, text]) => [name, Buffer.from(text, 'base64')] as const);
    const status = mirrored
      ? await tell(MIRRORED, dossier)
      : await file(dossier, Object.fromEntries(bytes), from);
    answerJson(response, { status });
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

  const { base, close } = await simulate(place, serve);
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
    control: `${base}${FAULTS_PATH}`,
    faults,
    books,
    parcels,
    file,
    mirror: (dossier) => tell(MIRRORED, dossier),
    close,
  };
}
