/** Steps of the process: each finished step moves the token on, and with the last ones the dossier to its decision. */
import { sql } from 'kysely';
import { own, type Act } from '../../../ground/db/act.ts';
import { insert } from '../../../ground/db/writes.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { calendarOf, stopClock } from '../../../work/clock/index.ts';
import { missingNumber } from '../../../outside/registries/index.ts';
import { issuerWords, refuseWhileSigning } from '../../../paper/papers/index.ts';
import { closeWork, listWorkOf } from '../../../work/desk/index.ts';
import { advance, migrate, type Data, type Definition } from '../../../work/process/index.ts';
import { WARNING } from './escalate.ts';
import { dropFees } from './payment.ts';
import { noteReceipt, type Receipt } from './receipt.ts';
import { follow } from '../follow.ts';
import { trace } from '../trace.ts';
import { asking, continued, givenUp, openOpinion } from '../opinions.ts';
import type { Refusal } from '../grounds.ts';
import { momentIn, type Held } from '../load.ts';
import { datesOf } from '../term.ts';
import { move } from '../move.ts';
import { stillWaiting } from '../number.ts';
import { doersOf, type ActName } from '../rules.ts';
import type { Dossier, DossierTables } from '../schema.ts';

type Changes = Parameters<typeof move>[3];
type Words = Parameters<typeof move>[4];

/** Finishes the step that this token waits at, by an act of the transition table, and follows what the process says. */
async function finish(
  act: Act,
  held: Held,
  definition: Definition,
  token: number,
  by: { name: ActName; changes?: Changes; words?: Words; data?: Data; unanswered?: true },
): Promise<Dossier> {
  const { dossier } = held;
  if (!dossier.process) throw notWaiting();
  const progress = advance(definition, dossier.process, {
    kind: 'done',
    token,
    ...(by.data && { data: by.data }),
  });
  await closeWork(act, dossier.id, { ref: String(token) });
  const note = {
    ...by.words?.note,
    ...trace(dossier.process, token, progress.effects, progress.instance, by.data),
  };
  const ended = { token, outcome: by.unanswered ? 'no-answer' : 'answered', at: act.now } as const;
  const asked = await asking(act, dossier, definition, progress.effects);
  const opinions = givenUp(dossier.opinions, progress.effects, act.now);
  const after = move(
    await inPlaceOfLeader(act, dossier, token),
    held,
    by.name,
    { ...by.changes, process: progress.instance, ...continued(opinions, ended, asked) },
    { ...by.words, note },
  );
  await follow(act, after, definition, progress.effects);
  return after;
}

/**
 * Whoever has the signature in hand finishes this step as the leader who handed it over would: the head of an agency below under TUQ.
 * (Decree 30/2020, art. 13.3). What they may sign was decided when they signed; the record names them, not the leader.
 */
async function inPlaceOfLeader(act: Act, dossier: Dossier, token: number): Promise<Act> {
  const { by } = act;
  if (by.kind !== 'officer' || by.account === null || doersOf(by, dossier).size > 0) return act;
  const work = (await listWorkOf(act, dossier.id)).find(({ ref }) => ref === String(token));
  if (work?.kind !== 'sign' || work.holder !== by.account) return act;
  const power = { role: 'leader', agency: dossier.agency, unit: null };
  return { ...act, by: { ...by, powers: [...by.powers, power] } };
}

const notWaiting = (): Conflict =>
  new Conflict({ vi: 'Hồ sơ này không còn bước nào đang chờ.', en: 'No step of this dossier is waiting.' });

/** A step that leaves a finding: check, assignment, appraisal, inspection, opinion. */
export const doStep = (
  act: Act,
  held: Held,
  definition: Definition,
  token: number,
  finding: string,
  data?: Data,
): Promise<Dossier> =>
  finish(act, held, definition, token, {
    name: 'do-step',
    words: { note: { token, finding }, visible: 'inside' },
    ...(data && { data }),
  });

/** Another agency gives the opinion that it was asked for. */
export const giveOpinion = (
  act: Act,
  held: Held,
  definition: Definition,
  token: number,
  finding: string,
  data?: Data,
): Promise<Dossier> =>
  finish(act, held, definition, token, {
    name: 'give-opinion',
    words: { note: { token, finding }, visible: 'inside' },
    ...(data && { data }),
  });

/**
 * The time of an agency that was asked is over: the process goes on without its opinion, and the person's date stays. Unlike
 * approval by silence this decides nothing for the applicant.
 */
export const noteSilence = (act: Act, held: Held, definition: Definition, token: number): Promise<Dossier> =>
  finish(act, held, definition, token, {
    name: 'note-silence',
    words: { note: { token, agency: openOpinion(held.dossier, token)?.agency ?? null } },
    unanswered: true,
  });

/** What a case officer proposes. */
export type Proposal = {
  readonly kind: 'grant' | 'refuse';
  readonly data: Readonly<Record<string, unknown>>;
  /** Ground and words of a refusal to settle. */
  readonly refusal: Refusal | null;
  /** The paper that was drafted for it. */
  readonly paper: string;
};

/** Proposes the result to the leader (trình kết quả). Throws Conflict while an earlier draft is on a signer's phone. */
export async function propose(
  act: Act,
  held: Held,
  definition: Definition,
  token: number,
  proposal: Proposal,
): Promise<Dossier> {
  await refuseOnPhone(act, held);
  insert(act.writes, 'dossiers.proposals', {
    tenant: act.tenant,
    dossier: held.dossier.id,
    n: (await proposalCount(act, held.dossier.id)) + 1,
    kind: proposal.kind,
    data: proposal.data,
    reason: proposal.refusal?.reason ?? null,
    by_account: act.by.account,
    at: act.now,
  });
  return finish(act, held, definition, token, {
    name: 'propose',
    changes: { result: proposal.paper, outcome: proposal.kind === 'grant' ? 'granted' : 'refused' },
    words: { note: { token, kind: proposal.kind, ...proposal.refusal } },
  });
}

/** What a leader is just confirming on the phone is neither sent back nor written anew. */
const refuseOnPhone = async (act: Act, { dossier }: Held): Promise<void> =>
  dossier.result === null ? undefined : refuseWhileSigning(act, dossier.result);

/** How often something was proposed so far. */
export const proposalCount = async (act: Act, dossier: string): Promise<number> => {
  const row = await own<DossierTables>(act.tx)
    .selectFrom('dossiers.proposals')
    .select(sql<number>`coalesce(max(n), 0)`.as('n'))
    .where('tenant', '=', act.tenant)
    .where('dossier', '=', dossier)
    .executeTakeFirstOrThrow();
  return row.n;
};

/** The leader has signed the paper. Throws Conflict while a number that it must carry has not come. */
export async function noteSigned(
  act: Act,
  held: Held,
  definition: Definition,
  token: number,
): Promise<Dossier> {
  const missing = held.dossier.outcome === 'granted' ? await missingNumber(act, held.dossier.id) : null;
  if (missing) throw new Conflict(stillWaiting(missing.kind));
  return finish(act, held, definition, token, {
    name: 'sign',
    words: { note: { token } },
    data: { duyet: true },
  });
}

/** The leader sends the draft back, with the reason: the process returns to the drafting step where it has such a branch. Throws Conflict while it waits for a phone. */
export const sendBack = async (
  act: Act,
  held: Held,
  definition: Definition,
  token: number,
  reason: string,
): Promise<Dossier> => {
  await refuseOnPhone(act, held);
  return finish(act, held, definition, token, {
    name: 'do-step',
    changes: { result: null, outcome: null },
    words: { note: { token }, visible: 'inside', reason },
    data: { duyet: false },
  });
};

/** From the seal back to the signature before it: what was signed must be signed again. Throws Conflict where the process has no such way. */
export async function backToSignature(
  act: Act,
  held: Held,
  definition: Definition,
  token: number,
): Promise<Dossier> {
  const { dossier } = held;
  const node = dossier.process?.tokens.find(({ id }) => id === token)?.node;
  const signature = node && signatureBefore(definition, node);
  if (!dossier.process || !signature) throw notWaiting();
  const { instance, effects } = migrate(dossier.process, definition, definition, { [node]: signature });
  if (!instance) throw notWaiting();
  const after = move(
    act,
    held,
    'do-step',
    { process: instance },
    { note: { token }, visible: 'inside', reason: issuerWords.signerEnded.vi },
  );
  await follow(act, after, definition, effects);
  return after;
}

/** The step with the signature that is nearest before a step, against the flows. */
function signatureBefore({ nodes, flows }: Definition, from: string): string | null {
  const seen = new Set([from]);
  for (const at of seen) {
    const node = nodes.find(({ id }) => id === at);
    if (node && 'office' in node && node.office.act === 'sign') return at;
    for (const flow of flows) if (flow.to === at) seen.add(flow.from);
  }
  return null;
}

/** The paper is numbered, sealed and issued: the dossier is decided and its clock ends. */
export const decideDossier = async (
  act: Act,
  held: Held,
  definition: Definition,
  token: number,
): Promise<Dossier> => {
  // What could still have been done before the decision waits for nobody any more.
  for (const kind of [WARNING, 'ask-supplement', 'apologise'])
    await closeWork(act, held.dossier.id, { kind });
  // Nothing is paid for what is not given; what was paid already the agency gives back, or says why it keeps it.
  if (held.dossier.outcome === 'refused') await dropFees(act, held.dossier.id, refusedWhy);
  return finish(act, held, definition, token, {
    name: 'decide',
    changes: {
      decided_at: act.now,
      clock: held.dossier.clock && stopClock(held.dossier.clock, momentIn(held, act)),
    },
    words: {
      visible: 'public',
      note: { outcome: held.dossier.outcome, onTime: await onTime(act, held.dossier) },
    },
  });
};

const refusedWhy = 'Hồ sơ bị từ chối giải quyết';

/** On time is measured against the first promise, pauses excluded (index of Decision 766, 2.1). */
async function onTime(act: Act, { clock, agency }: Dossier): Promise<boolean> {
  if (!clock) return true;
  const { due_at: promised, owed_at: owed } = datesOf(clock, await calendarOf(act, agency));
  return act.now <= (owed ?? promised ?? act.now);
}

/** The result has reached the person (trả kết quả); `receipt`: who signed for it at the counter, and what they signed. */
export async function noteReturned(
  act: Act,
  held: Held,
  definition: Definition,
  token: number | null,
  receipt: Receipt | null = null,
): Promise<Dossier> {
  const receivedBy = receipt && (await noteReceipt(act, held, receipt));
  const changes = { returned_at: act.now, received_by: receivedBy };
  if (token !== null)
    return finish(act, held, definition, token, {
      name: 'return',
      changes,
      words: { visible: 'public' },
    });
  await closeWork(act, held.dossier.id);
  return move(act, held, 'return', changes, { visible: 'public' });
}
