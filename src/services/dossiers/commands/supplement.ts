/**
 * Request for supplement (yêu cầu bổ sung, form 02): all defects in one notice, through the one-stop unit, once;
 * again only where sector law is cited. The clock stands while the person works on it.
 */
import type { Act } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import {
  calendarOf,
  due,
  pauseClock,
  receiveSupplement,
  restartClock,
  startClock,
  type Calendar,
} from '../../../work/clock/index.ts';
import { closeWork, listWorkOf, openWork, retime } from '../../../work/desk/index.ts';
import type { Procedure } from '../../catalogue/index.ts';
import { keepMatter, matterKeysOf } from '../duplicates.ts';
import { citesArticle, groundWords } from '../grounds.ts';
import { refuseOverColleague } from '../colleague.ts';
import { momentIn, type Held } from '../load.ts';
import { listComponents } from '../queries.ts';
import type { Submission } from './receive.ts';
import { proposalCount } from './steps.ts';
import { ownClocks } from '../opinions.ts';
import { datesOf } from '../term.ts';
import { move } from '../move.ts';
import type { Defect, Dossier } from '../schema.ts';
import { decide, isForbiddenGround } from '../rules.ts';
import { workOf } from '../work.ts';
import { supplementTerm } from '../settings.ts';

/** Asks for a supplement. `basis` cites the sector law for a second one. Throws Conflict while a colleague has it in hand. */
export async function askSupplement(
  act: Act,
  held: Held,
  defects: readonly Defect[],
  basis: string | null,
): Promise<Dossier> {
  const { dossier } = held;
  decide(act.by, dossier, 'ask-supplement', null);
  await refuseOverColleague(act, dossier, 'ask-supplement');
  const calendar = await calendarOf(act, dossier.agency);
  const refused = refusal(dossier, defects, basis, act.now, calendar);
  if (refused) throw new Invalid([refused]);
  const why = {
    cause: { vi: 'Chờ người nộp bổ sung', en: 'Waiting for the applicant to supplement' },
    basis: null,
    evidence: `supplement ${dossier.supplements + 1}`,
  };
  insert(act.writes, 'dossiers.supplements', {
    tenant: act.tenant,
    dossier: dossier.id,
    n: dossier.supplements + 1,
    asked_at: act.now,
    asked_by: act.by.account,
    defects,
    basis,
  });
  await retime(act, dossier.id, dossier.due_at, why.cause.vi, ownClocks(dossier));
  await closeWork(act, dossier.id, { kind: 'ask-supplement' });
  const at = momentIn(held, act);
  const clocks = dossier.clock
    ? { clock: pauseClock(dossier.clock, at, why) }
    : { intake_clock: pauseClock(dossier.intake_clock, at, why) };
  return move(
    act,
    held,
    'ask-supplement',
    { ...clocks, supplements: dossier.supplements + 1 },
    { note: { defects, basis } },
  );
}

/** What stands against a request for supplement, or null. */
function refusal(
  dossier: Dossier,
  defects: readonly Defect[],
  basis: string | null,
  now: Date,
  calendar: Calendar,
): ConstructorParameters<typeof Invalid>[0][number] | null {
  if (defects.length === 0) {
    return {
      field: 'defects',
      message: { vi: 'Hãy nêu ít nhất một điểm cần bổ sung.', en: 'Name at least one defect.' },
    };
  }
  if (defects.some(({ what }) => isForbiddenGround(what)))
    return { field: 'defects', message: groundWords.electronic };
  if (basis && !citesArticle(basis)) return { field: 'basis', message: groundWords.cite };
  if (dossier.supplements > 0 && !basis) {
    return {
      field: 'basis',
      message: {
        vi: 'Chỉ được yêu cầu bổ sung một lần. Muốn yêu cầu thêm, hãy dẫn quy định của pháp luật chuyên ngành cho phép.',
        en: 'A supplement may be asked for once. For another, cite the sector law that allows it.',
      },
    };
  }
  if (dossier.accepted_at && !basis) {
    const latest = latestRequest(dossier.accepted_at, calendar);
    if (now > latest) {
      return {
        field: 'basis',
        message: {
          vi: 'Đã quá ba ngày làm việc kể từ khi tiếp nhận. Hãy dẫn quy định chuyên ngành cho phép, hoặc giải quyết với hồ sơ hiện có.',
          en: 'More than three working days have passed since acceptance. Cite the sector law that allows it, or decide on what is there.',
        },
      };
    }
  }
  return null;
}

/** Until when a request for supplement may go out after acceptance (Decree 61/2018 art. 19.4). */
export const latestRequest = (accepted: Date, calendar: Calendar): Date =>
  due(
    startClock(supplementTerm, accepted, {
      cause: { vi: 'Tiếp nhận', en: 'Acceptance' },
      basis: null,
      evidence: null,
    }),
    calendar,
  ).at;

/** Each version of a procedure says what a supplement does to its limit (the dated default: Decree 61/2018 art. 19.4). */
const ownRule = { code: null, cite: { vi: 'Quy định của thủ tục', en: 'Rule of the procedure' } };

/** The supplement has come. Before acceptance the intake clock begins anew; after it the procedure's rule decides. */
export async function answerSupplement(
  act: Act,
  held: Held,
  answers: Dossier['answers'],
  components: Submission['components'],
  procedure: Pick<Procedure, 'afterSupplement' | 'identifiedBy'>,
): Promise<Dossier> {
  const { dossier } = held;
  decide(act.by, dossier, 'answer-supplement', null);
  const why = {
    cause: { vi: 'Đã nhận bổ sung', en: 'The supplement was received' },
    evidence: `supplement ${dossier.supplements}`,
  };
  const rule = {
    effect: procedure.afterSupplement,
    validFrom: vietnamDay(act.now),
    validTo: null,
    basis: ownRule,
  };
  const at = momentIn(held, act);
  const clock = dossier.clock && receiveSupplement(dossier.clock, at, rule, why);
  const intake = dossier.clock
    ? dossier.intake_clock
    : restartClock(dossier.intake_clock, at, { ...why, basis: null });
  const calendar = await calendarOf(act, clock ? dossier.agency : dossier.one_stop);
  const dates = clock ? datesOf(clock, calendar) : null;
  const intakeDue = clock ? dossier.intake_due_at : due(intake, calendar).at;
  await addComponents(act, dossier.id, components);
  keepMatter(act, dossier.id, matterKeysOf(procedure, answers), matterKeysOf(procedure, dossier.answers));
  update(
    act.writes,
    'dossiers.supplements',
    { tenant: act.tenant, dossier: dossier.id, n: dossier.supplements },
    { answered_at: act.now },
  );
  await retime(act, dossier.id, dates ? dates.due_at : intakeDue, null, ownClocks(dossier));
  return move(act, held, 'answer-supplement', {
    answers,
    clock,
    intake_clock: intake,
    ...dates,
    intake_due_at: intakeDue,
  });
}

/**
 * The case officer finds something missing: the one-stop unit is asked to send the request, before the three working days
 * are over. Throws Conflict while an earlier proposal waits there.
 */
export async function proposeSupplement(act: Act, held: Held, defects: readonly Defect[]): Promise<Dossier> {
  const { dossier } = held;
  const calendar = await calendarOf(act, dossier.agency);
  const refused = refusal(
    { ...dossier, supplements: 0, accepted_at: null },
    defects,
    null,
    act.now,
    calendar,
  );
  if (refused) throw new Invalid([refused]);
  if ((await listWorkOf(act, dossier.id)).some(({ kind }) => kind === 'ask-supplement')) {
    throw new Conflict({
      vi: 'Bộ phận một cửa đang có một đề nghị bổ sung của hồ sơ này.',
      en: 'The one-stop unit has a proposal for this dossier already.',
    });
  }
  insert(act.writes, 'dossiers.proposals', {
    tenant: act.tenant,
    dossier: dossier.id,
    n: (await proposalCount(act, dossier.id)) + 1,
    kind: 'supplement',
    data: { defects },
    reason: null,
    by_account: act.by.account,
    at: act.now,
  });
  openWork(act, {
    ...workOf(dossier),
    kind: 'ask-supplement',
    agency: dossier.one_stop,
    role: 'counter',
    step: 'Gửi yêu cầu bổ sung',
    ref: null,
    due_at: dossier.accepted_at && latestRequest(dossier.accepted_at, calendar),
  });
  return move(act, held, 'propose-supplement', {}, { visible: 'inside', note: { defects } });
}

/** Adds what was attached since; what was there already is not doubled. */
async function addComponents(act: Act, dossier: string, components: Submission['components']): Promise<void> {
  const there = await listComponents(act, dossier);
  const isThere = (one: Submission['components'][number]): boolean =>
    there.some(
      ({ file, component, hash }) =>
        file === one.file || (hash !== null && hash === one.hash && component === one.component),
    );
  components
    .filter((one) => !isThere(one))
    .forEach((one, i) =>
      insert(act.writes, 'dossiers.components', {
        tenant: act.tenant,
        dossier,
        n: there.length + i + 1,
        ...one,
        added_at: act.now,
      }),
    );
}
