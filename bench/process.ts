/**
 * The process interpreter on one core: whole instances a second (start to finish) and single steps a second, without database.
 * `node bench/process.ts` prints the rates.
 */
import {
  advance,
  consulting,
  exportDefinition,
  publishable,
  read,
  standardProcess,
  start,
} from '../src/work/process/index.ts';

export type ProcessRate = {
  readonly name: string;
  /** Times a second: the median of the rounds. */
  readonly perSecond: number;
};

const permit = standardProcess({
  id: 'giay-phep',
  name: 'Cấp giấy phép xây dựng',
  agency: 'Sở Xây dựng tỉnh Sông Lam',
  oneStop: 'Trung tâm Phục vụ hành chính công',
  unit: 'Phòng Quản lý xây dựng',
  signer: 'Giám đốc',
  hours: 160,
});
const joint = consulting(permit, 'tham-dinh', [
  { id: 'y-kien-1', name: 'Cho ý kiến', unit: 'Công an tỉnh', position: 'Cán bộ', hours: 40 },
  {
    id: 'y-kien-2',
    name: 'Cho ý kiến',
    unit: 'Sở Nông nghiệp và Môi trường',
    position: 'Chuyên viên',
    hours: 40,
  },
]);

/** Runs one instance from start to finish; the number of steps. */
const walk = (definition: typeof joint): number => {
  let { instance } = start(definition, { duyet: true });
  let steps = 0;
  for (let [token] = instance.tokens; token; [token] = instance.tokens) {
    const open = instance.tokens.find(({ node }) => !node.endsWith('_hop')) ?? token;
    ({ instance } = advance(definition, instance, { kind: 'done', token: open.id }));
    steps += 1;
  }
  return steps;
};

const ROUNDS = 5;

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0;

/** Times a second, by the processor time of this process so that neighbours disturb less. */
const rate = async (times: number, work: () => unknown): Promise<number> => {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    for (let at = 0; at < times; at += 1) await work();
    const { user, system } = process.cpuUsage(before);
    rounds.push((times * 1_000_000) / (user + system));
  }
  return median(rounds);
};

/** The rates of the room, each the median of five short rounds. */
export const benchProcess = async (): Promise<readonly ProcessRate[]> => {
  const xml = await exportDefinition(joint);
  const steps = walk(joint);
  const sequential = {
    ...permit,
    nodes: permit.nodes,
    flows: permit.flows.map((flow) => ({ ...flow, condition: null })),
  };
  const instances = await rate(500, () => walk(joint));
  return [
    { name: 'instances with one FEEL condition', perSecond: instances },
    { name: 'steps of these', perSecond: instances * steps },
    { name: 'starts', perSecond: await rate(20_000, () => start(sequential)) },
    { name: 'files read', perSecond: await rate(50, () => read(xml)) },
    { name: 'definitions proven sound', perSecond: await rate(200, () => publishable(joint)) },
  ];
};

if (import.meta.main) {
  for (const { name, perSecond } of await benchProcess()) {
    process.stdout.write(`${name.padEnd(36)} ${Math.round(perSecond).toLocaleString('en')} a second\n`);
  }
}
