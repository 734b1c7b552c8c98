/** The national procedure database of the sample province over real HTTP. It can fail like the real one. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  answerFaults,
  answerJson,
  FAULTS_PATH,
  simulate,
  type Asked,
  type Place,
} from '../../../../ground/wire/index.ts';
import type { PortalLogin } from '../../../../outside/exchange/index.ts';
import type { NationalContent } from '../../schema.ts';
import { procedureFields } from './procedure.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What it can do wrong. `partial`: half of the list, and procedures without their lists. `wrong`: another procedure than asked. */
export type ProcedureFaults = {
  down: boolean;
  slowMs: number;
  partial: boolean;
  wrong: boolean;
  expired: boolean;
};

/** A running simulator. */
export type ProceduresSimulator = {
  readonly account: PortalLogin;
  /** Where faults are read (GET) and changed (PUT). */
  readonly control: string;
  readonly faults: ProcedureFaults;
  /** What the nation publishes, by code. */
  readonly books: Map<string, NationalContent>;
  readonly close: () => Promise<void>;
};

const LOGIN = { user: 'songlam', password: 'sample-procedures', unit: 'H99' } as const;
const refused = (code: string, message: string): Fields => ({ error_code: code, message });

/** Starts the database with these procedures. */
export async function startProceduresSimulator(
  procedures: readonly NationalContent[],
  place: Place,
): Promise<ProceduresSimulator> {
  const books = new Map(procedures.map((one) => [one.code, one]));
  const faults: ProcedureFaults = { down: false, slowMs: 0, partial: false, wrong: false, expired: false };
  const sessions = new Set<string>();

  const signIn = (message: Fields): Fields => {
    if (message['username'] !== LOGIN.user || message['password'] !== LOGIN.password)
      return refused('1', 'Sai tài khoản hoặc mật khẩu');
    const session = randomUUID();
    sessions.add(session);
    return { session, error_code: 0 };
  };
  const list = (): Fields => {
    const all = [...books.values()].map(({ code, name }) => ({ MATTHC: code, TENTTHC: name }));
    return { error_code: '0', result: faults.partial ? all.slice(0, Math.floor(all.length / 2)) : all };
  };
  const one = (code: string): Fields => {
    const found = faults.wrong ? [...books.values()].find((other) => other.code !== code) : books.get(code);
    if (!found) return { error_code: '0', result: [] };
    const { MATTHC, TENTTHC, ...rest } = procedureFields(found);
    return { error_code: '0', result: [{ MATTHC, TENTTHC, ...(faults.partial ? {} : rest) }] };
  };
  const answer = (message: Fields): Fields => {
    if (faults.expired) {
      faults.expired = false;
      sessions.clear();
    }
    if (!sessions.has(String(message['session']))) return refused('401', 'Phiên làm việc không hợp lệ');
    if (message['madonvi'] !== LOGIN.unit) return refused('2', 'Sai mã đơn vị');
    if (message['service'] === 'LayDanhSachTTHC') return list();
    if (message['service'] === 'LayThuTuc') return one(String(message['maTTHC']));
    return refused('4', 'Không có dịch vụ này');
  };
  const { base, close } = await simulate(place, async (asked: Asked) => {
    const { request, response, url, body } = asked;
    if (url.pathname === FAULTS_PATH) return answerFaults(asked, faults);
    if (faults.down) return void request.socket.destroy();
    if (faults.slowMs > 0) await pause(faults.slowMs);
    if (request.headers['dstcode'] !== LOGIN.unit) return answerJson(response, refused('2', 'Sai nơi nhận'));
    const message = JSON.parse(body) as Fields;
    return answerJson(response, url.pathname === '/VXPAdapter/login' ? signIn(message) : answer(message));
  });
  return {
    account: {
      adapter: `${base}/VXPAdapter`,
      endpoint: 'RestService/CSDLTTHC',
      destination: LOGIN.unit,
      ...LOGIN,
    },
    control: `${base}${FAULTS_PATH}`,
    faults,
    books,
    close,
  };
}
