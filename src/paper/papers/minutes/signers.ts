/**
 * A signer of minutes who cannot sign any more: another is named in their place, for a reason that the minutes say, or the minutes end.
 * Nobody else can sign them, so without this they would wait for ever.
 */
import type { Act, Look } from '../../../ground/db/act.ts';
import { update } from '../../../ground/db/writes.ts';
import { Conflict, Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { listener, type Listener } from '../../../ground/jobs/index.ts';
import { lockItem, step } from '../../../ground/record/index.ts';
import { WORK_FREED } from '../../../work/desk/index.ts';
import { listAccountsOf } from '../../../world/access/index.ts';
import { listSeats } from '../../../world/agencies/index.ts';
import { listAuthorisedBelow, powersOf } from '../../../world/mandates/index.ts';
import { endDraft } from '../commands.ts';
import { getPaper } from '../queries.ts';
import { endWaiting, refuseWhileSigning } from '../remote/waiting.ts';
import { mayNameSigner } from '../rules.ts';
import type { Minutes, Paper, Signed } from '../schema.ts';
import { awaitDrafter, awaitSigner, endSigning, findMinutes, MINUTES_WORK, type Person } from './commands.ts';
import { signedBy, type MinutesPart } from './content.ts';
import { words } from './words.ts';

/** Whose turn it is. */
export const nextSigner = ({ file, ...minutes }: Minutes): Person & { readonly part: MinutesPart } =>
  file === null
    ? { part: 'secretary', person: minutes.secretary, name: minutes.secretary_name }
    : { part: 'chair', person: minutes.chair, name: minutes.chair_name };

/** Whether somebody is not there to sign for an agency any more: nothing holds them there, or all their accounts are stopped. */
export async function isGone(look: Look, person: string, agency: string): Promise<boolean> {
  const accounts = (await listAccountsOf(look, person)).filter(({ kind }) => kind === 'officer');
  const isStopped = accounts.every((one) => one.closed_at !== null || one.suspended_for !== null);
  if (accounts.length > 0 && isStopped) return true;
  const isTheirs = ({ officer }: { readonly officer: { readonly person: string } }): boolean =>
    officer.person === person;
  return !(
    (await listSeats(look, agency)).some(isTheirs) ||
    (await powersOf(look, person)).some((power) => power.agency === agency) ||
    (await listAuthorisedBelow(look, agency)).some(isTheirs)
  );
}

/** The draft of minutes, held; for those alone who may name its signers. Throws Conflict when all have signed or it has ended. */
async function holdDraft(act: Act, id: string) {
  const head = await lockItem(act, id);
  const [paper, minutes] = [await getPaper(act, id), await findMinutes(act, id)];
  if (!minutes || paper.state !== 'draft') throw new Conflict(words.otherStep);
  if (!mayNameSigner(act.by, paper)) throw new NotAllowed(words.notYours);
  await refuseWhileSigning(act, id);
  return { head, paper, minutes };
}

/** What the row says of one part. */
const partOf = (minutes: Minutes, part: MinutesPart) => ({
  person: minutes[part],
  name: minutes[`${part}_name`],
  /** Who had the part at the meeting. */
  at: minutes[`${part}_for`] ?? minutes[`${part}_name`],
});

/**
 * Names another signer (cử người khác ký thay): what was signed before named somebody else, so the secretary signs first again. Throws
 * NotAllowed for those who do not draft for the agency, Conflict when it is signed, Invalid for who signs it already.
 */
export async function nameSigner(
  act: Act,
  id: string,
  part: MinutesPart,
  to: Person,
  why: string,
): Promise<void> {
  const { head, paper, minutes } = await holdDraft(act, id);
  if (part === 'secretary' && minutes.file !== null) throw new Conflict(words.hasSignedAlready);
  if ([minutes.secretary, minutes.chair].includes(to.person))
    throw new Invalid([{ field: 'person', message: words.signsAlready(to.name) }]);
  const before = partOf(minutes, part);
  const isBack = to.name === before.at;
  const set = {
    [part]: to.person,
    [`${part}_name`]: to.name,
    [`${part}_for`]: isBack ? null : before.at,
    [`${part}_why`]: isBack ? null : why,
    edition: minutes.edition + 1,
    file: null,
    laid_out: null,
    secretary_signed_at: null,
  };
  const next: Minutes = { ...minutes, ...set };
  update(act.writes, 'papers.minutes', { tenant: act.tenant, paper: id }, set);
  update(
    act.writes,
    'papers.papers',
    { tenant: act.tenant, id },
    { data: signedBy(paper.data, minutes, next) },
  );
  step(act, head, {
    act: 'paper.name-signer',
    visible: 'inside',
    before: { part, person: before.person, name: before.name, signed: minutes.file },
    after: { part, person: to.person, name: to.name },
    reason: why,
    may: (by) => mayNameSigner(by, paper),
    at: paper.agency,
  });
  endWaiting(act, id);
  await endSigning(act, id);
  await awaitNext(act, paper, next);
}

/** These minutes are not to be signed any more (thôi trình ký): they end, and may be written anew. */
export async function withdrawMinutes(act: Act, id: string, why: string): Promise<void> {
  await holdDraft(act, id);
  await endDraft(act, id, why);
  await endSigning(act, id);
}

/** Whoever is next finds the minutes on the desk; where they are gone, the drafter, who names another. */
async function awaitNext(act: Act, paper: Paper, minutes: Minutes): Promise<void> {
  const { part, ...signer } = nextSigner(minutes);
  if (await isGone(act, signer.person, paper.agency)) await awaitDrafter(act, paper, minutes, signer.name);
  else await awaitSigner(act, paper, part, signer);
}

/** The secretary has signed what these minutes were: the chair signs the very same bytes. */
export async function noteSecretary(
  act: Act,
  id: string,
  { stored, ...laidOut }: Signed,
  seen: Minutes,
): Promise<void> {
  const head = await lockItem(act, id);
  const [paper, minutes] = [await getPaper(act, id), await findMinutes(act, id)];
  const isSame = minutes?.edition === seen.edition && minutes.file === null && paper.state === 'draft';
  if (!minutes || !isSame) throw new Conflict(words.otherStep);
  update(
    act.writes,
    'papers.minutes',
    { tenant: act.tenant, paper: id },
    { file: stored.hash, secretary_signed_at: act.now, laid_out: laidOut },
  );
  step(act, head, { act: 'paper.sign-first', visible: 'inside', after: { hash: stored.hash } });
  endWaiting(act, id);
  await endSigning(act, id);
  await awaitNext(act, paper, { ...minutes, file: stored.hash });
}

/** Work that only its signer can do went back to everybody of the role: it becomes the drafter's, who can do something. */
async function giveToDrafter(act: Act, id: string): Promise<void> {
  await lockItem(act, id);
  const [paper, minutes] = [await getPaper(act, id), await findMinutes(act, id)];
  if (!minutes || paper.state !== 'draft') return;
  if (!(await isGone(act, nextSigner(minutes).person, paper.agency))) return;
  await endSigning(act, id);
  await awaitNext(act, paper, minutes);
}

const SIGNING: ReadonlySet<unknown> = new Set(['sign-first', 'sign-second']);

export const signerListeners: readonly Listener[] = [
  listener({
    on: WORK_FREED,
    name: 'papers.signer-left',
    does: {
      vi: 'Chuyển biên bản cho người soạn khi người ký không còn làm việc',
      en: 'Give minutes back to their drafter when a signer has left',
    },
    concerns: ({ payload }) => payload['room'] === MINUTES_WORK && SIGNING.has(payload['kind']),
    act: (act, { item }) => giveToDrafter(act, item),
  }),
];
