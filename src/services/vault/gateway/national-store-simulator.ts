/** Stands in for the national store in the sample province: invented papers by owner, over real HTTP; it can be down. */
import { answerFaults, answerJson, FAULTS_PATH, simulate } from '../../../ground/wire/index.ts';
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
  const faults = { down: false };
  const server = await simulate({ host, port }, async (asked) => {
    if (asked.url.pathname === FAULTS_PATH) return answerFaults(asked, faults);
    if (faults.down) return answerJson(asked.response, {}, 503);
    const body = JSON.parse(asked.body) as Readonly<Record<string, unknown>>;
    return answerJson(asked.response, await answer(papers, asked.url.pathname, body));
  });
  return Object.assign(faults, { address: `${server.base}/`, close: server.close });
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
