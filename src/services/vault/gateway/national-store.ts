/**
 * The national store (Kho quản lý dữ liệu điện tử quốc gia), in the fields of the national portal's interface (D3;
 * STANDARDS §3.3 "Kho dữ liệu"): a query by owner and kinds of result, and a download by agency and address.
 */
import type { Look } from '../../../ground/db/act.ts';
import {
  exchange,
  Garbled,
  listCallsAbout,
  patience,
  readObject,
  type Destination,
  type Wire,
} from '../../../ground/wire/index.ts';

/** The query. `KenhThucHien`: 1 an officer asks, 2 the citizen. */
export type StoreQuery = {
  readonly SoDinhDanhChuSoHuu: string;
  readonly HoTenNguoiYeuCau: string;
  readonly SoDinhDanhNguoiYeuCau: string;
  readonly KenhThucHien: '1' | '2';
  readonly MaThuTuc: string;
  readonly DanhSachDanhMucKetQua: readonly { readonly MaKetQua: string; readonly SoKyHieu: string }[];
};

/** One paper of the answer. */
export type StorePaper = {
  readonly MaKetQua: string;
  readonly TenGiayTo: string;
  readonly SoKyHieu: string;
  readonly CoQuanChuQuan: string;
  readonly DanhSachTepDinhKem: readonly { readonly TenTep: string; readonly DuongDan: string }[];
};

/** The port: asks for papers, fetches one file, and knows when it last answered for an owner. */
export type NationalStore = {
  readonly query: (look: Look, query: StoreQuery) => Promise<readonly StorePaper[]>;
  readonly download: (
    look: Look,
    file: { readonly CoQuanChuQuan: string; readonly DuongDan: string; readonly owner: string },
  ) => Promise<Buffer>;
  /** When the store last told what it holds of this owner; null: never. */
  readonly lastAnswer: (look: Look, owner: string) => Promise<Date | null>;
};

const destination: Destination = {
  id: 'national-store',
  name: { vi: 'Kho dữ liệu quốc gia', en: 'The national store' },
};

/** The service that tells what there is of an owner. */
const QUERY = 'TraCuuGiayTo';

const basis = 'Nghị định 137/2024/NĐ-CP (Kho quản lý dữ liệu điện tử của tổ chức, cá nhân)';

/** The adapter over HTTP. `dstcode` names the service at the exchange platform. */
export function nationalStore(wire: Wire, address: string): NationalStore {
  const ask = (look: Look, service: string, subject: string, body: object) =>
    wire.call(
      look,
      {
        to: destination,
        service: `national-store.${service}`,
        purpose: 'Đồng bộ kho dữ liệu điện tử của người dân',
        basis,
        item: null,
        subject,
        patience: patience.page,
      },
      async (signal) => {
        const { status, body: text } = await exchange(
          new URL(service, address),
          {
            method: 'POST',
            headers: { 'content-type': 'application/json', dstcode: 'VN:GOV:KHODULIEU' },
            body: JSON.stringify(body),
          },
          signal,
        );
        const answer = readObject(text);
        if (String(answer['errorCode']) !== '0') return { status, refused: true, value: null };
        return { status, value: answer['result'] };
      },
    );
  return {
    query: async (look, query) => papersIn(await ask(look, QUERY, query.SoDinhDanhChuSoHuu, query)),
    lastAnswer: async (look, owner) =>
      (await listCallsAbout(look, wire.subjectOf(owner))).find(
        ({ service, outcome }) => service === `national-store.${QUERY}` && outcome === 'answered',
      )?.at ?? null,
    download: async (look, { owner, ...file }) => bytesIn(await ask(look, 'TaiTep', owner, file)),
  };
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const words = (value: unknown): string => (typeof value === 'string' ? value.normalize('NFC').trim() : '');

/** The papers of an answer; one without kind, name or file is left out. A refusal has none. */
export function papersIn(result: unknown): readonly StorePaper[] {
  return list(record(result)['DanhSachGiayToKetQua'])
    .map(record)
    .map((one) => ({
      MaKetQua: words(one['MaKetQua']),
      TenGiayTo: words(one['TenGiayTo']),
      SoKyHieu: words(one['SoKyHieu']),
      CoQuanChuQuan: words(one['CoQuanChuQuan']),
      DanhSachTepDinhKem: list(one['DanhSachTepDinhKem'])
        .map(record)
        .map((file) => ({ TenTep: words(file['TenTep']), DuongDan: words(file['DuongDan']) }))
        .filter(({ DuongDan }) => DuongDan !== ''),
    }))
    .filter((one) => one.TenGiayTo !== '' && one.DanhSachTepDinhKem.length > 0);
}

function bytesIn(result: unknown): Buffer {
  const text = words(record(result)['NoiDung']);
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length === 0) throw new Garbled('no bytes in the answer');
  return bytes;
}
