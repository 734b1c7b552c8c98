/**
 * One dossier with everything that belongs to it, as the product would have written it: its life is drawn by chance
 * (season, lateness, supplements, ends) and cut off at the present, so that 4–5 % are open.
 */
import { bornIn } from '../../src/ground/record/ids.ts';
import { vietnamDay } from '../../src/ground/text/dates.ts';
import { fold } from '../../src/ground/text/fold.ts';
import {
  civilService,
  due,
  pauseClock,
  receiveSupplement,
  startClock,
  stopClock,
  type Ledger,
  type Why,
} from '../../src/work/clock/index.ts';
import { recordItem, type Doer, type Step } from './chain.ts';
import type { Actor, Applicant, Commune } from './province.ts';
import type { Random } from './random.ts';
import { actOf, type Walk } from './walks.ts';

/** What is drawn from. */
export type Shape = {
  readonly tenant: number;
  readonly communes: readonly Commune[];
  readonly applicants: readonly Applicant[];
  readonly walks: readonly Walk[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly file: { readonly hash: string; readonly size: number };
  readonly now: Date;
};

/** Rows by table, ready for COPY. */
export type Batch = Map<string, Record<string, unknown>[]>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Dossiers begin over so many days: a little more than a year. */
const SPAN_DAYS = 400;

const why = (vi: string, en: string): Why => ({ cause: { vi, en }, basis: null, evidence: null });
const submitted = why('Hồ sơ được nộp', 'The dossier was submitted');
const accepted = why('Hồ sơ được tiếp nhận', 'The dossier was accepted');
const waiting = why('Chờ người nộp bổ sung', 'Waiting for the applicant to supplement');
const answered = { cause: { vi: 'Đã nhận bổ sung', en: 'The supplement was received' }, evidence: null };
const rule = {
  effect: 'resume' as const,
  validFrom: '2025-07-01',
  validTo: null,
  basis: { code: null, cite: { vi: 'Quy định của thủ tục', en: 'Rule of the procedure' } },
};

/** A moment of submission: more on working days and before the school year, hardly any at night. */
export function momentOf(random: Random, now: Date): Date {
  for (;;) {
    const day = new Date(now.getTime() - random.below(SPAN_DAYS) * DAY);
    const weekend = [0, 6].includes(new Date(day.getTime() + 7 * HOUR).getUTCDay());
    const season = [7, 8].includes(day.getUTCMonth()) ? 1 : 0.75;
    if (!random.chance((weekend ? 0.15 : 1) * season)) continue;
    const hour = random.chance(0.85) ? 7 + random.around(1) + random.below(9) : random.below(24);
    const at = Date.parse(`${vietnamDay(day)}T00:00:00+07:00`) + Math.min(hour, 23.9) * HOUR;
    if (at < now.getTime()) return new Date(Math.floor(at));
  }
}

const put = (batch: Batch, table: string, row: Record<string, unknown>): void => {
  const rows = batch.get(table);
  if (rows) rows.push(row);
  else batch.set(table, [row]);
};

const listOf = (batch: Batch, table: string): Record<string, unknown>[] => {
  const rows = batch.get(table) ?? [];
  batch.set(table, rows);
  return rows;
};

/** Draws one dossier submitted at a moment, with its code, into the batch. */
export function drawDossier(
  batch: Batch,
  random: Random,
  shape: Shape,
  at: Date,
  commune: Commune,
  code: string,
): void {
  const { tenant, now } = shape;
  const id = random.id(at.getTime());
  const applicant = random.pick(shape.applicants);
  const walk = shape.walks[random.below(shape.walks.length)]!;
  const officer = random.pick(commune.caseOfficers);
  const steps: Step[] = [];
  const past = (moment: Date): boolean => moment <= now;
  const later = (moment: Date, meanHours: number): Date =>
    new Date(Math.floor(moment.getTime() + random.around(meanHours) * HOUR + 60_000));

  let intake: Ledger = startClock({ unit: 'working_hour', amount: 8 }, at, submitted);
  let clock: Ledger | null = null;
  const row: Record<string, unknown> = {
    tenant,
    born: bornIn(id),
    id,
    code,
    procedure: walk.code,
    procedure_version: walk.version,
    title: walk.name,
    state: 'submitted',
    channel: random.chance(0.6) ? 2 : 1,
    applicant: applicant.person,
    applicant_name: applicant.name,
    agency: commune.agency,
    one_stop: commune.oneStop,
    place: commune.place,
    answers: shape.answers,
    contact: { phone: null, email: null, address: null },
    return_way: 'online',
    submitted_at: at,
    intake_due_at: due(intake, civilService).at,
    accepted_at: null,
    due_at: null,
    promised_at: null,
    process: null,
    supplements: 0,
    apologies: 0,
    outcome: null,
    decided_at: null,
    returned_at: null,
    ended_at: null,
  };
  const step = (
    act: string,
    moment: Date,
    by: Doer,
    state: string,
    visible: Step['visible'] = 'party',
    went: Readonly<Record<string, unknown>> = {},
  ): void => {
    const before = { state: row['state'], due_at: row['due_at'] };
    row['state'] = state;
    steps.push({
      act: `dossier.${act}`,
      visible,
      at: moment,
      by,
      ...(act !== 'receive' && { before }),
      // As the product writes it, the record tells what was finished and what came next.
      after: { state, due_at: row['due_at'], ...went },
    });
  };
  const work = (
    kind: string,
    opened: Date,
    closed: Date | null,
    where: { agency: string; role: string; step: string; ref: string | null; by: Actor },
    paused: string | null = null,
  ): void =>
    put(batch, 'desk.work', {
      tenant,
      id: random.id(opened.getTime()),
      item: id,
      room: 'dossiers',
      kind,
      agency: where.agency,
      role: where.role,
      // Half of the work in hand is assigned, the other half waits for anybody of the role.
      holder: where.role === 'case-officer' && random.chance(0.5) ? where.by.account : null,
      code,
      title: walk.name,
      subject: applicant.name,
      search: fold(`${code} ${applicant.name} ${walk.name}`),
      step: where.step,
      ref: where.ref,
      due_at: row['due_at'] ?? row['intake_due_at'],
      paused_for: paused,
      opened_at: opened,
      closed_at: closed && past(closed) ? closed : null,
      closed_by: closed && past(closed) ? where.by.account : null,
    });

  const counter: Doer = { officer: commune.counter };
  step('receive', at, { citizen: applicant }, 'submitted', 'public');
  const taken = later(at, random.chance(0.96) ? 5 : 90);
  work('accept', at, taken, {
    agency: commune.oneStop,
    role: 'counter',
    step: 'Kiểm tra, tiếp nhận hồ sơ',
    ref: null,
    by: commune.counter,
  });
  life: {
    if (!past(taken)) break life;
    intake = stopClock(intake, taken);
    if (random.chance(0.015)) {
      row['ended_at'] = taken;
      step('refuse-intake', taken, counter, 'refused');
      break life;
    }
    clock = startClock({ unit: 'working_day', amount: 3 + random.below(8) }, taken, accepted);
    row['accepted_at'] = taken;
    row['due_at'] = row['promised_at'] = due(clock, civilService).at;
    row['process'] = walk.stages[0]!.instance;
    step('accept', taken, counter, 'accepted', 'public', { opened: [walk.stages[0]!.node] });
    let from = taken;
    for (const [i, stage] of walk.stages.entries()) {
      let paused: string | null = null;
      let until = later(from, stage.kind === 'return' ? 30 : random.chance(0.91) ? 24 : 550);
      // A tenth is supplemented once, in the first step; some people never answer.
      if (i === 0 && random.chance(0.1) && past(later(from, 4))) {
        const asked = later(from, 3);
        const come = later(asked, 250);
        if (past(asked)) {
          clock = pauseClock(clock, asked, waiting);
          row['supplements'] = 1;
          step('ask-supplement', asked, counter, 'supplement');
          const came = past(come) ? come : null;
          put(batch, 'dossiers.supplements', {
            tenant,
            dossier: id,
            n: 1,
            asked_at: asked,
            asked_by: commune.counter.account,
            defects: [{ where: 'don', what: 'Thiếu chữ ký trên tờ khai' }],
            answered_at: came,
          });
          paused = came ? null : waiting.cause.vi;
          if (came) {
            clock = receiveSupplement(clock, come, rule, answered);
            row['due_at'] = due(clock, civilService).at;
            step('answer-supplement', come, { citizen: applicant }, 'processing');
            until = later(come, 22);
          }
        }
      }
      const who = doerOf(stage.kind, commune, officer);
      work(
        stage.kind,
        from,
        paused ? null : until,
        { ...who, step: stage.name, ref: String(stage.token) },
        paused,
      );
      row['process'] = stage.instance;
      if (paused || !past(until)) break life;
      const act = actOf(stage.kind);
      if (act === 'decide') {
        clock = stopClock(clock, until);
        row['decided_at'] = until;
        row['outcome'] = 'granted';
      }
      if (act === 'return') row['returned_at'] = row['ended_at'] = until;
      const state = act === 'decide' ? 'decided' : act === 'return' ? 'returned' : 'processing';
      const next = walk.stages[i + 1];
      step(act, until, { officer: who.by }, state, act === 'do-step' ? 'inside' : 'public', {
        node: stage.node,
        opened: next ? [next.node] : [],
        ...(stage.kind === 'sign' && { data: { duyet: true } }),
      });
      from = until;
    }
    row['process'] = walk.finished;
  }
  row['intake_clock'] = intake;
  row['clock'] = clock;
  put(batch, 'dossiers.dossiers', row);
  put(batch, 'dossiers.codes', { tenant, code, dossier: id });
  put(batch, 'dossiers.submissions', { tenant, key: `bench ${id}`, dossier: id });
  const files = 1 + random.below(3);
  for (let n = 1; n <= files; n++) attach(batch, random, shape, { id, n, at, owner: applicant.account });
  recordItem(
    {
      items: listOf(batch, 'record.items'),
      steps: listOf(batch, 'record.steps'),
      payloads: listOf(batch, 'record.payloads'),
    },
    tenant,
    id,
    steps,
  );
}

/** Who does a step of this kind, and where it waits. */
function doerOf(kind: string, commune: Commune, officer: Actor): { agency: string; role: string; by: Actor } {
  if (kind === 'return' || kind === 'check')
    return { agency: commune.oneStop, role: 'counter', by: commune.counter };
  if (kind === 'sign' || kind === 'assign')
    return { agency: commune.agency, role: 'leader', by: commune.leader };
  if (kind === 'seal') return { agency: commune.agency, role: 'clerk', by: commune.clerk };
  return { agency: commune.agency, role: 'case-officer', by: officer };
}

/** Attaches a file: all loaded files have the same bytes, which lie in the store once. */
function attach(
  batch: Batch,
  random: Random,
  { tenant, file }: Shape,
  { id, n, at, owner }: { id: string; n: number; at: Date; owner: string },
): void {
  const kept = random.id(at.getTime());
  put(batch, 'files.files', {
    tenant,
    id: kept,
    hash: file.hash,
    size: file.size,
    type: 'application/pdf',
    name: `giay-to-${n}.pdf`,
    owner,
    at,
    scan: 'clean',
  });
  put(batch, 'dossiers.components', {
    tenant,
    dossier: id,
    n,
    component: `giay-to-${n}`,
    name: `Giấy tờ ${n}`,
    manner: 'handed-in',
    file: kept,
    hash: file.hash,
    originals: 0,
    copies: 1,
    added_at: at,
  });
}
