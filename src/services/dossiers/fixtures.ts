/** A small named world for tests: one commune, its one-stop unit, the people who work there, and a father who applies. */
import { nobody, type Act, type By, type Power } from '../../ground/db/act.ts';
import type { Caller, Edge } from '../../ground/db/edge.ts';
import { draftPaper, type Draft } from '../../paper/papers/index.ts';
import { fromStepTable } from '../../work/process/index.ts';
import type { TestWorld } from '../../ground/db/testing.ts';
import { accept, acceptNow, type Pinned } from './commands/accept.ts';
import { receive, type Submission } from './commands/receive.ts';
import { doStep, propose } from './commands/steps.ts';
import { refusalOf } from './grounds.ts';
import { hold } from './load.ts';
import { getWhole, processOf } from './queries.ts';
import { draftOf } from './result-paper.ts';

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** The people's committee that decides, and its one-stop unit. */
export const committee = id(1);
export const oneStop = id(2);

const officer = (n: number, name: string, role: string, agency = committee): By => ({
  ...nobody,
  kind: 'officer',
  account: id(n),
  person: id(n + 100),
  agency,
  powers: [{ role, agency, unit: null } satisfies Power],
  assurance: 2,
  name,
});

const citizen = (n: number, name: string): By => ({
  ...nobody,
  kind: 'citizen',
  account: id(n),
  person: id(n + 100),
  assurance: 2,
  name,
});

export const counter = officer(11, 'Đinh Văn Thử Nghiệm', 'counter', oneStop);
export const caseOfficer = officer(12, 'Hồ Thị Ví Von', 'case-officer');
export const leader = officer(13, 'Võ Văn Ước Lệ', 'leader');
export const clerk = officer(14, 'Đỗ Văn Thao Diễn', 'clerk');
export const father = citizen(21, 'Nguyễn Văn Ví Dụ');
export const stranger = citizen(22, 'Trần Thị Mẫu');
export const stranger2 = officer(15, 'Lý Thị Mẫu', 'case-officer', id(3));

/** A complete submission of the father; `key` makes it another one. */
export const submission = (key: string): Submission => ({
  key,
  procedure: { code: '1.001193', version: 1, name: 'Đăng ký khai sinh', field: 'ho-tich' },
  channel: 2,
  applicant: { person: father.person, organisation: null, name: father.name },
  filer: null,
  agency: { id: committee, identifier: 'H99.18' },
  oneStop,
  place: 'SL005',
  answers: { childName: 'Nguyễn An Ví Dụ' },
  contact: { phone: null, email: null, address: null },
  returnWay: 'online',
  components: [],
  nationalCode: null,
});

/** Draft, signature (which may go back), seal, return. */
export const shortProcess = fromStepTable({ id: 'ngan', name: 'Quy trình ngắn', agency: 'Ủy ban nhân dân' }, [
  {
    id: 'du-thao',
    step: 'Dự thảo',
    unit: 'A',
    position: 'Chuyên viên',
    hours: 4,
    output: 'Dự thảo',
    act: 'draft',
  },
  {
    id: 'ky',
    step: 'Ký',
    unit: 'A',
    position: 'Lãnh đạo',
    hours: 2,
    output: 'Đã ký',
    act: 'sign',
    next: [
      { to: 'dong-dau', when: 'duyet = true', label: 'Duyệt' },
      { to: 'du-thao', when: null, label: 'Làm lại' },
    ],
  },
  {
    id: 'dong-dau',
    step: 'Đóng dấu',
    unit: 'A',
    position: 'Văn thư',
    hours: 1,
    output: 'Đã đóng dấu',
    act: 'seal',
  },
  { id: 'tra', step: 'Trả', unit: 'B', position: 'Một cửa', hours: 1, output: 'Đã trả', act: 'return' },
]);

/** What acceptance pins: three working days. */
export const pinned: Pinned = { version: 1, term: { unit: 'working_day', amount: 3 }, process: shortProcess };

/** A dossier of the father that a one-stop unit has accepted. Returns its code. */
export async function acceptedDossier(
  world: TestWorld,
  now: string,
  key: string,
  more: Partial<Submission> & Pick<Submission, 'oneStop'>,
): Promise<string> {
  const at = { tenant: world.tenant, now: new Date(now), requestId: 'test' };
  const { id: dossier, code } = await world.act({ ...at, by: father }, (act) =>
    receive(act, { ...submission(key), ...more }),
  );
  const powers = [{ role: 'counter', agency: more.oneStop, unit: null }];
  await world.act({ ...at, by: { ...counter, agency: more.oneStop, powers } }, async (act) =>
    accept(act, await hold(act, dossier), pinned),
  );
  return code;
}

/**
 * A submitted dossier is accepted and taken to its leader, with a birth certificate of these data as the draft; `code` is the
 * dossier's, `mark` the check code of the certificate.
 */
export async function takeToLeader(
  edge: Edge,
  { counter, caseOfficer }: { readonly counter: Caller; readonly caseOfficer: Caller },
  code: string,
  { data, mark }: { readonly data: Draft['data']; readonly mark: string },
): Promise<void> {
  await edge.act(counter, async (act) => acceptNow(act, await getWhole(act, code)));
  const step = async (act: Act): Promise<boolean> => {
    const whole = await getWhole(act, code);
    const { dossier, agency, procedure, oneStop } = whole;
    const work = whole.work.find(({ ref }) => ref !== null)!;
    const definition = processOf(procedure, agency, oneStop);
    const held = await hold(act, dossier.id);
    if (work.kind !== 'draft') {
      await doStep(act, held, definition, Number(work.ref), 'Đạt');
      return false;
    }
    const receiver = { person: dossier.applicant, organisation: dossier.organisation };
    const certificate = {
      template: 'birth-certificate',
      title: 'Giấy khai sinh',
      resultCode: 'KQ.G15.000031',
      data,
    };
    const paper = draftPaper(act, draftOf(whole, certificate, receiver), mark);
    const proposal = { kind: 'grant', data: {}, refusal: null, paper } as const;
    await propose(act, held, definition, Number(work.ref), proposal);
    return true;
  };
  while (!(await edge.act(caseOfficer, step)));
}

/** A refusal on a lawful ground. */
export const notCompetent = refusalOf('intake', '1.001193', {
  ground: 'not-competent',
  words: 'Người nộp cư trú ở tỉnh khác',
  basis: '',
});

/** A discontinuation on a lawful ground. */
export const courtOrder = refusalOf('discontinuation', '1.001193', {
  ground: 'court-order',
  words: 'Quyết định của tòa ngày 20/11/2026',
  basis: '',
});

export { acceptAt, takeStep, wholeAt } from './testing.ts';
export { invariants } from './invariants.ts';
export { listParts } from './linked.ts';
export { listeners } from './listeners.ts';
export { dossierMatters } from './matters.ts';
