/** What the simulated national portal knows, and how it answers messages. */
import { randomUUID } from 'node:crypto';
import type { ExchangeFaults } from './faults.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A dossier at the portal: what was last told, and every step. */
export type PortalEntry = { dossier: Fields; readonly steps: Fields[]; told: number };
export type PortalBooks = Map<string, PortalEntry>;

export type PortalUser = { readonly user: string; readonly password: string; readonly unit: string };

const done: Fields = { error_code: '0', message: '' };
const refused = (code: string, message: string): Fields => ({ error_code: code, message });

/** The portal's answers over its books; sessions live as long as it does. */
export function portalOf(books: PortalBooks, known: PortalUser) {
  const sessions = new Set<string>();
  const signIn = (message: Fields): Fields => {
    if (message['username'] !== known.user || message['password'] !== known.password)
      return refused('1', 'Sai tài khoản hoặc mật khẩu');
    const session = randomUUID();
    sessions.add(session);
    return { session, error_code: 0 };
  };
  const answer = (message: Fields, faults: ExchangeFaults): Fields => {
    if (faults.wrongSession) sessions.clear();
    if (!sessions.has(String(message['session']))) return refused('401', 'Phiên làm việc không hợp lệ');
    if (message['madonvi'] !== known.unit) return refused('2', 'Sai mã đơn vị');
    const service = String(message['service']);
    if (service === 'TraCuuHoSo') {
      const found = books.get(String(message['MaHoSo']));
      return { ...done, result: found ? [found.dossier] : [] };
    }
    if (faults.reject) return refused('500', 'Dữ liệu không hợp lệ');
    const data = Array.isArray(message['data']) ? (message['data'] as Fields[]) : [];
    if (data.length === 0) return refused('3', 'Không có dữ liệu');
    if (service === 'DongBoHoSoMC') return keepDossiers(books, data);
    if (service === 'CapNhatTienDoHoSoMC') return keepSteps(books, data);
    return refused('4', 'Không có dịch vụ này');
  };
  return { signIn, answer };
}

const needed = [
  'MaHoSo',
  'MaTTHC',
  'TenTTHC',
  'KenhThucHien',
  'ChuHoSo',
  'LoaiDoiTuong',
  'NgayNopHoSo',
  'DonViXuLy',
];
const isStamp = (value: unknown): boolean => /^\d{14}$/.test(String(value));

function keepDossiers(books: PortalBooks, data: readonly Fields[]): Fields {
  for (const dossier of data) {
    const missing = needed.find((name) => !dossier[name]);
    if (missing) return refused('5', `Thiếu ${missing}`);
    const status = Number(dossier['TrangThaiHoSo']);
    if (!Number.isInteger(status) || status < 1 || status > 10) return refused('6', 'Sai trạng thái');
    if (!isStamp(dossier['NgayNopHoSo'])) return refused('7', 'Sai ngày nộp');
    if (status !== 1 && status !== 3 && status !== 7 && status !== 5 && !isStamp(dossier['NgayTiepNhan']))
      return refused('8', 'Thiếu ngày tiếp nhận');
    const code = String(dossier['MaHoSo']);
    const entry = books.get(code);
    if (entry) Object.assign(entry, { dossier, told: entry.told + 1 });
    else books.set(code, { dossier, steps: [], told: 1 });
  }
  return done;
}

/** The same step told twice is one step. Whichever is told last says how the dossier stands, also one that comes late. */
function keepSteps(books: PortalBooks, data: readonly Fields[]): Fields {
  for (const step of data) {
    const entry = books.get(String(step['MaHoSo']));
    if (!entry) return refused('9', 'Chưa có hồ sơ');
    const same = JSON.stringify(step);
    if (!entry.steps.some((one) => JSON.stringify(one) === same)) entry.steps.push(step);
    entry.dossier = { ...entry.dossier, TrangThaiHoSo: step['TrangThai'] };
  }
  return done;
}
