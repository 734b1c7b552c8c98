/**
 * The usual one-stop process (một cửa) of a procedure, as data: intake check, assignment, appraisal, draft, signature, number and seal, return.
 * A request for supplement, a refusal and a withdrawal are states of the dossier, not steps of the process. C2; Decree 118/2025, Circular 03/2025.
 */
import type { Definition, Flow, Node, Office } from './schema.ts';
import { fromStepTable, type Branch, type StepRow } from './step-table.ts';

/** What differs from procedure to procedure. */
export type StandardCase = {
  /** Id of the definition, for example `quy-trinh-1.001193`. */
  readonly id: string;
  readonly name: string;
  /** Agency that settles the dossier. */
  readonly agency: string;
  /** One-stop unit that takes in and returns. */
  readonly oneStop: string;
  /** Unit that appraises. */
  readonly unit: string;
  /** Position of the person who signs. */
  readonly signer: string;
  /** Time limit of the whole procedure in working hours. */
  readonly hours: number;
};

type Stage = {
  readonly id: string;
  readonly step: string;
  readonly place: 'oneStop' | 'unit' | 'agency';
  readonly position: string | null;
  readonly share: number;
  readonly output: string;
  readonly act: string;
};

/** Share of the time limit for each step; appraisal takes what rounding leaves. */
const stages: readonly Stage[] = [
  {
    id: 'kiem-tra',
    step: 'Kiểm tra, chuyển hồ sơ',
    place: 'oneStop',
    position: 'Công chức một cửa',
    share: 0.05,
    output: 'Hồ sơ điện tử đầy đủ, hợp lệ',
    act: 'check',
  },
  {
    id: 'phan-cong',
    step: 'Phân công thụ lý',
    place: 'unit',
    position: 'Lãnh đạo đơn vị',
    share: 0.05,
    output: 'Phiếu phân công',
    act: 'assign',
  },
  {
    id: 'tham-dinh',
    step: 'Thẩm định hồ sơ',
    place: 'unit',
    position: 'Chuyên viên thụ lý',
    share: 0.5,
    output: 'Kết quả thẩm định',
    act: 'appraise',
  },
  {
    id: 'du-thao',
    step: 'Dự thảo kết quả',
    place: 'unit',
    position: 'Chuyên viên thụ lý',
    share: 0.2,
    output: 'Dự thảo kết quả giải quyết',
    act: 'draft',
  },
  {
    id: 'ky',
    step: 'Ký duyệt kết quả',
    place: 'agency',
    position: null,
    share: 0.1,
    output: 'Kết quả đã ký số',
    act: 'sign',
  },
  {
    id: 'dong-dau',
    step: 'Cấp số, đóng dấu',
    place: 'agency',
    position: 'Văn thư',
    share: 0.05,
    output: 'Kết quả có số và dấu cơ quan',
    act: 'seal',
  },
  {
    id: 'tra',
    step: 'Trả kết quả',
    place: 'oneStop',
    position: 'Công chức một cửa',
    share: 0.05,
    output: 'Kết quả đã giao cho người nộp',
    act: 'return',
  },
];

const SHORTEST = 0.25;
const DRAFT_APPROVED = 'duyet = true';

const afterSigning: readonly Branch[] = [
  { to: 'dong-dau', when: DRAFT_APPROVED, label: 'Duyệt' },
  { to: 'du-thao', when: null, label: 'Chưa duyệt, làm lại dự thảo' },
];

const quarter = (hours: number): number => Math.max(SHORTEST, Math.floor(hours / SHORTEST) * SHORTEST);

/** Hours for each stage, which together make the whole limit (never less than a quarter of an hour each). */
const share = (hours: number): ReadonlyMap<string, number> => {
  const others = stages
    .filter(({ id }) => id !== 'tham-dinh')
    .map(({ id, share }) => [id, quarter(hours * share)] as const);
  const rest = hours - others.reduce((sum, [, part]) => sum + part, 0);
  return new Map([...others, ['tham-dinh', Math.max(SHORTEST, rest)]]);
};

/** The step table of the usual process; an office may change any row before it becomes a definition. */
export const standardTable = (procedure: StandardCase): readonly StepRow[] => {
  const hours = share(procedure.hours);
  return stages.map((stage): StepRow => {
    return {
      id: stage.id,
      step: stage.step,
      unit: procedure[stage.place],
      position: stage.position ?? procedure.signer,
      hours: hours.get(stage.id) ?? SHORTEST,
      output: stage.output,
      act: stage.act,
      next: stage.id === 'ky' ? afterSigning : [],
    };
  });
};

/** The usual process of a procedure as a definition. */
export const standardProcess = (procedure: StandardCase): Definition =>
  fromStepTable(
    { id: procedure.id, name: procedure.name, agency: procedure.agency },
    standardTable(procedure),
  );

/** An agency whose opinion is asked for (cơ quan phối hợp), with a clock of its own. */
export type Consultation = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly position: string;
  readonly hours: number;
};

/** Asks other agencies in parallel with one step: the process goes on when the step and every opinion is there. */
export const consulting = (
  definition: Definition,
  beside: string,
  others: readonly Consultation[],
): Definition => {
  const split = `${beside}_song-song`;
  const join = `${beside}_hop`;
  const gateway = (id: string): Node => ({
    id,
    name: '',
    scope: null,
    lane: null,
    note: '',
    kind: 'parallel',
  });
  const steps = others.map(({ id, name, unit, position, hours }): Node => {
    const limit: Office['limit'] = { amount: hours, unit: 'working_hour' };
    const office: Office = {
      role: position,
      unit,
      limit,
      output: 'Văn bản trả lời ý kiến',
      act: 'opinion',
      form: null,
    };
    return { id, name, scope: null, lane: null, note: '', kind: 'user', office, message: null };
  });
  const flow = (from: string, to: string): Flow => ({
    id: `${from}__${to}`,
    name: '',
    scope: null,
    from,
    to,
    condition: null,
  });
  const moved = definition.flows.map((old) => {
    if (old.to === beside) return { ...old, to: split };
    return old.from === beside ? { ...old, from: join } : old;
  });
  const branches = [beside, ...others.map(({ id }) => id)].flatMap((id) => [flow(split, id), flow(id, join)]);
  return {
    ...definition,
    nodes: [...definition.nodes, gateway(split), gateway(join), ...steps],
    flows: [...moved, ...branches],
  };
};
