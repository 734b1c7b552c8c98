/** Stands in for the national store in the sample province: invented papers by owner, over real HTTP; it can be down. */
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { StorePaper } from './national-store.ts';

/** A paper of the simulator with its file, which is made when it is first fetched. */
export type SimulatedPaper = Omit<StorePaper, 'DanhSachTepDinhKem'> & {
  readonly owner: string;
  readonly file: { readonly name: string; readonly bytes: () => Promise<Uint8Array> };
};

/** A running simulator. `down` makes it answer 503. */
export type StoreSimulator = { readonly address: string; down: boolean; close(): Promise<void> };

/** Starts it on a port (0: any). */
export async function startStoreSimulator(
  papers: readonly SimulatedPaper[],
  { host = '127.0.0.1', port = 0 } = {},
): Promise<StoreSimulator> {
  const state = { down: false };
  const server: Server = createServer((request, response) => {
    void text(request)
      .then(async (body) => {
        response.setHeader('content-type', 'application/json');
        if (state.down) return response.writeHead(503).end('{}');
        const asked = JSON.parse(body) as Readonly<Record<string, unknown>>;
        return response.end(JSON.stringify(await answer(papers, request.url ?? '', asked)));
      })
      .catch(() => response.writeHead(500).end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  const at = (server.address() as { port: number }).port;
  return Object.assign(state, {
    address: `http://${host}:${at}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

const pathOf = (paper: SimulatedPaper, i: number): string => `/kho/${i}/${paper.file.name}`;

async function answer(
  papers: readonly SimulatedPaper[],
  service: string,
  asked: Readonly<Record<string, unknown>>,
): Promise<object> {
  const wanted = (asked['DanhSachDanhMucKetQua'] as readonly { MaKetQua: string }[] | undefined) ?? [];
  const found = papers.map((paper, i) => ({ paper, path: pathOf(paper, i) }));
  if (service.endsWith('/TraCuuGiayTo')) {
    const own = found.filter(
      ({ paper }) =>
        paper.owner === asked['SoDinhDanhChuSoHuu'] &&
        (wanted.length === 0 || wanted.some(({ MaKetQua }) => MaKetQua === paper.MaKetQua)),
    );
    return {
      errorCode: '0',
      message: '',
      signature: '',
      result: {
        DanhSachGiayToKetQua: own.map(({ paper: { owner: _, file, ...paper }, path }) => ({
          ...paper,
          DanhSachTepDinhKem: [{ TenTep: file.name, DuongDan: path }],
        })),
      },
    };
  }
  const file = found.find(
    ({ paper, path }) => path === asked['DuongDan'] && paper.CoQuanChuQuan === asked['CoQuanChuQuan'],
  )?.paper.file;
  return file
    ? { errorCode: '0', message: '', result: { NoiDung: Buffer.from(await file.bytes()).toString('base64') } }
    : { errorCode: '1', message: 'Không tìm thấy tệp', result: null };
}
