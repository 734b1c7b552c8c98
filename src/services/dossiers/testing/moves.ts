/** What may lawfully happen to a dossier at any moment, as moves of a random walk. */
import { system, type Act, type By } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { giveBack, takeWork } from '../../../work/desk/fixtures.ts';
import { draftPaper, type Paper } from '../../../paper/papers/index.ts';
import { comment, handOver, mayDo, type Work } from '../../../work/desk/index.ts';
import type { Definition } from '../../../work/process/index.ts';
import { withColleague } from '../colleague.ts';
import { accept } from '../commands/accept.ts';
import { discontinue, refuseIntake, withdraw } from '../commands/end.ts';
import { escalate } from '../commands/escalate.ts';
import { apologise, approveBySilence } from '../commands/lateness.ts';
import { noteNoticeIssued, noteNoticeSigned } from '../commands/notice.ts';
import {
  decideDossier,
  doStep,
  giveOpinion,
  noteReturned,
  noteSigned,
  noteSilence,
  propose,
  sendBack,
} from '../commands/steps.ts';
import { answerSupplement, askSupplement, proposeSupplement } from '../commands/supplement.ts';
import { courtOrder, father, notCompetent, pinned } from '../fixtures.ts';
import type { Held } from '../load.ts';
import { noticeOf } from '../notice.ts';
import { openOpinion } from '../opinions.ts';
import { composeRefusal } from '../result-paper.ts';
import type { Dossier } from '../schema.ts';
import { tokenOf } from '../work.ts';
import type { Town } from './town.ts';

const HOUR = 3_600_000;

/** One lawful act that may come next: who does it, and what. It answers the dossier as it leaves it, where it knows that. */
type Move = {
  readonly name: string;
  readonly by: By;
  readonly act: (act: Act, held: Held) => Promise<Dossier | null>;
};

/** Where a dossier stands on its walk. */
export type Stand = {
  readonly dossier: Dossier;
  readonly work: readonly Work[];
  /** The paper that was proposed as its result, or the notice of an approval by silence. */
  readonly paper: Paper | null;
  readonly definition: Definition;
  readonly now: Date;
};

/** Everything that may lawfully happen to a dossier now, likely things more than once. */
export function movesOf(town: Town, stand: Stand): Move[] {
  const { dossier, work, definition, now } = stand;
  const { leader } = town;
  const counter = atCounter(town, work);
  const defects = [{ where: '', what: 'Bản vẽ mờ' }];
  const basis = dossier.supplements > 0 || dossier.accepted_at ? 'Luật chuyên ngành (mẫu), Điều 5' : null;
  // What a colleague has in hand is not asked for over their head.
  const mayAsk = withColleague(counter, dossier, work, 'ask-supplement') === null;
  const ask: Move = {
    name: 'ask',
    by: counter,
    act: (act, held) => askSupplement(act, held, defects, basis),
  };
  const leave: Move = { name: 'withdraw', by: father, act: (act, held) => withdraw(act, held, null) };
  const stop: Move = {
    name: 'stop',
    by: leader,
    act: (act, held) => discontinue(act, held, courtOrder),
  };
  const take: Move = {
    name: 'accept',
    by: counter,
    act: (act, held) => accept(act, held, { ...pinned, process: definition }),
  };
  const answer: Move = {
    name: 'answer',
    by: father,
    act: (act, held) =>
      answerSupplement(act, held, held.dossier.answers, [], {
        afterSupplement: dossier.supplements % 2 ? 'resume' : 'restart',
      }),
  };
  const batches = batchMoves(town, stand);
  const steps = [...work.flatMap((one) => stepsAt(town, one, stand)), ...batches];
  const opinions = work
    .filter(({ agency }) => agency === town.asked)
    .flatMap((one) => stepsAt(town, one, stand));
  const desk = work.flatMap((one) => deskMoves(town, one, now));
  switch (dossier.state) {
    case 'submitted':
      return [
        take,
        take,
        take,
        ask,
        leave,
        {
          name: 'refuse',
          by: counter,
          act: (act, held) => refuseIntake(act, held, notCompetent),
        },
        ...desk,
        ...batches,
      ];
    case 'supplement':
      return [answer, answer, answer, leave, ...(dossier.accepted_at ? [stop] : []), ...opinions];
    case 'accepted':
    case 'processing':
      return [
        ...Array.from({ length: 6 }, () => steps).flat(),
        ...(mayAsk ? [ask] : []),
        leave,
        stop,
        ...timely(leader, dossier, now),
        ...beside(town, work),
        ...desk,
      ];
    case 'decided':
      return [...steps, ...desk];
    default:
      return [];
  }
}

/** A move that leaves the dossier where it is. */
const stay = (name: string, by: By, does: (act: Act, id: string) => unknown): Move => ({
  name,
  by,
  act: async (act, held) => {
    await does(act, held.dossier.id);
    return held.dossier;
  },
});

/** What officers do beside the process: it may open and close work, and never moves the dossier. */
function beside({ caseOfficer, leader }: Town, work: readonly Work[]): Move[] {
  const defects = [{ where: '', what: 'Thiếu chữ ký của chủ hộ' }];
  const [first] = work;
  return [
    ...(work.some(({ kind }) => kind === 'ask-supplement')
      ? []
      : [
          {
            name: 'propose supplement',
            by: caseOfficer,
            act: (act: Act, held: Held) => proposeSupplement(act, held, defects),
          },
        ]),
    stay('warn', system, (act) => escalate(act)),
    stay('discuss', caseOfficer, (act, id) => comment(act, id, 'Đã gọi hỏi lại phường.')),
    ...(first
      ? [stay('hand over', leader, (act) => handOver(act, first.id, caseOfficer.account ?? ''))]
      : []),
  ];
}

/** What time brings: the apology in time, and the silence of the agency after the limit. */
function timely(leader: By, { due_at, apologies }: Dossier, now: Date): Move[] {
  if (!due_at) return [];
  if (due_at < now)
    return [
      {
        name: 'silence',
        by: system,
        act: (act, held) => approveBySilence(act, held, draftResult(act, held.dossier)),
      },
    ];
  return apologies === 0 && due_at.getTime() - now.getTime() > 24 * HOUR
    ? [{ name: 'apologise', by: leader, act: (act, held) => apologise(act, held, 3, 'Chờ kết quả xác minh') }]
    : [];
}

/** A short paper as the result: a letter of one sentence. */
function draftResult(
  act: Act,
  { id, code, agency, applicant, applicant_name: name, title }: Dossier,
): string {
  const dossier = { id, code, applicant_name: name, title } as Dossier;
  const said = { ground: 'not-competent', reason: 'Thí dụ', basis: 'Thí dụ' };
  return draftPaper(act, {
    ...composeRefusal(dossier, { agency: 'Ủy ban nhân dân Mẫu', place: 'Mẫu' }, said),
    item: id,
    agency,
    agencyName: 'Ủy ban nhân dân Mẫu',
    owner: applicant,
    ownerOrganisation: null,
    ownerName: name,
    book: 'named-document',
    validUntil: null,
  });
}

/** How the step that waits at this work may be finished. */
function stepsAt(town: Town, work: Work, { dossier, definition, now }: Stand): Move[] {
  const { ref, kind, role } = work;
  const { caseOfficer, leader, clerk } = town;
  const counter = atCounter(town, [work]);
  if (ref === null) return [];
  const notice = noticeOf(work);
  if (notice) return noticeMoves(town, work, notice);
  const token = Number(ref);
  // An opinion that the deciding agency gives itself is a step like any other.
  if (kind === 'opinion' && work.agency === town.asked)
    return opinionMoves(town, dossier, definition, token, now);
  switch (kind) {
    case 'draft':
      return (['grant', 'refuse'] as const).map((kind) => ({
        name: kind,
        by: caseOfficer,
        act: (act, held) =>
          propose(act, held, definition, token, {
            kind,
            data: {},
            refusal: null,
            paper: draftResult(act, held.dossier),
          }),
      }));
    case 'sign':
      return [
        { name: 'sign', by: leader, act: (act, held) => noteSigned(act, held, definition, token) },
        {
          name: 'send back',
          by: leader,
          act: (act, held) => sendBack(act, held, definition, token, 'Sai tên'),
        },
      ];
    case 'seal':
      return [{ name: 'seal', by: clerk, act: (act, held) => decideDossier(act, held, definition, token) }];
    case 'return':
      return [
        {
          name: 'return',
          by: counter,
          act: (act, held) => noteReturned(act, held, definition, tokenOf({ ref })),
        },
      ];
    default:
      return [true, false].map((data) => ({
        name: `${kind} ${data}`,
        by: { counter, leader, clerk }[role as 'counter'] ?? caseOfficer,
        act: (act, held) =>
          doStep(act, held, definition, token, 'Đã làm', { managedArea: data, duyet: data }),
      }));
  }
}

/** The notice of an approval by silence is signed, then issued. */
const noticeMoves = ({ leader, clerk }: Town, { kind }: Work, notice: string): Move[] =>
  kind === 'sign'
    ? [{ name: 'sign notice', by: leader, act: (act, held) => noteNoticeSigned(act, held, notice) }]
    : [
        {
          name: 'issue notice',
          by: clerk,
          act: (act, held) => noteNoticeIssued(act, held, { id: notice }),
        },
      ];

/** The other agency answers, at any time until its silence is noted; silence is noted once its time is over. */
function opinionMoves(
  { adviser }: Town,
  dossier: Dossier,
  definition: Definition,
  token: number,
  now: Date,
): Move[] {
  const dueAt = openOpinion(dossier, token)?.dueAt;
  const answer: Move = {
    name: 'opinion',
    by: adviser,
    act: (act, held) => giveOpinion(act, held, definition, token, 'Đồng ý'),
  };
  return dueAt && new Date(dueAt) < now
    ? [
        answer,
        { name: 'no answer', by: system, act: (act, held) => noteSilence(act, held, definition, token) },
      ]
    : [answer];
}

/** Who has the work of the counter, or would take it: the substitute only what they have taken over. */
const atCounter = ({ counter, substitute }: Town, work: readonly Work[]): By =>
  work.some(({ holder }) => holder === substitute.account) ? substitute : counter;

/** Takes work of the counter, takes over what the absent colleague has, and gives it back. */
function deskMoves({ counter, substitute, caseOfficer, lastDayAway }: Town, work: Work, now: Date): Move[] {
  const holder = [counter, substitute, caseOfficer].find(({ account }) => account === work.holder);
  if (holder) {
    const isAway = holder === counter && vietnamDay(now) <= lastDayAway;
    return [
      stay('give back', holder, (act) => giveBack(act, work)),
      ...(isAway ? [stay('stand in', substitute, (act) => takeWork(act, work))] : []),
    ];
  }
  return mayDo(counter, work) ? [stay('take', counter, (act) => takeWork(act, work))] : [];
}

/** What the batches of the desk do to one of their items: as the worker does it, prepared and then done. */
function batchMoves(town: Town, { dossier, work, paper }: Stand): Move[] {
  const counter = atCounter(town, work);
  // What stands on paper is signed and sealed only when it is there to be.
  const batches: readonly (readonly [name: string, by: By, may: boolean])[] = [
    ['accept', counter, town.sameTerm.has(dossier.procedure)],
    ['sign', town.leader, paper?.state === 'draft'],
    ['send-back', town.leader, work.every((one) => noticeOf(one) === null)],
    ['seal', town.clerk, paper?.state === 'signed'],
    ['return', counter, true],
  ];
  return batches.flatMap(([name, by, may]): Move[] => {
    const batch = town.batches.find((one) => one.name === `dossiers.${name}`);
    const item = work.find((one) => batch?.fits(one) && mayDo(by, one));
    if (!batch || !item || !may) return [];
    const said = { note: 'Sai tên', colleague: null };
    return [
      {
        name: `batch: ${name}`,
        by,
        act: async (act) => {
          await batch.beforeAll?.(act, [item], said);
          await batch.act(act, item, said, await batch.prepare?.(act, item, said));
          return null;
        },
      },
    ];
  });
}
