/**
 * An electronic copy on its way: prepared, decided on by whoever has the authority to copy, handed to the clerk who signs it with the
 * agency's signature (Decree 30/2020, art. 27, 32; C6). Each is a step of its record.
 */
import type { Act, By } from '../../../../ground/db/act.ts';
import { insert, update } from '../../../../ground/db/writes.ts';
import { Conflict, Invalid } from '../../../../ground/operate/errors.ts';
import { actorName, lockItem, openItem, step } from '../../../../ground/record/index.ts';
import { closeWork, openWork } from '../../../../work/desk/index.ts';
import type { Agency } from '../../../../world/agencies/index.ts';
import type { Band } from '../../../scanning/index.ts';
import { officerAccount } from '../../officer-account.ts';
import type { CopyOrder } from '../../schema.ts';
import { getAuthorised, type Authorised } from '../authority.ts';
import { bandProblems, extractProblems, inOrder } from '../bands.ts';
import { formWords } from '../electronic-rules.ts';
import { mayPrepareCopy } from '../../rules.ts';
import { getOrder } from './queries.ts';
import { mayChange } from './rights.ts';
import { orderWords } from './words.ts';

/** What an order begins with. */
export type NewOrder = Pick<
  CopyOrder,
  'kind' | 'part' | 'full_copy' | 'reason' | 'original' | 'paper' | 'source' | 'drawn' | 'sheets'
> & {
  readonly agency: Pick<Agency, 'id' | 'name'>;
  /** Who is asked to decide. */
  readonly authority: string;
};

/** Work of the desk about an order. */
export const COPY_WORK = 'copies';

const work = {
  decide: { role: 'leader', step: 'Quyết định cho sao văn bản' },
  sign: { role: 'clerk', step: 'Ký số bản sao, vào sổ' },
} as const;

const waitFor = (
  act: Act,
  { id, agency, kind, original }: Pick<CopyOrder, 'id' | 'agency' | 'kind' | 'original'>,
  what: keyof typeof work,
  holder: string | null,
): void =>
  void openWork(act, {
    item: id,
    room: COPY_WORK,
    kind: what,
    agency,
    unit: null,
    role: work[what].role,
    holder,
    code: original.symbol ?? formWords[kind],
    title: `${formWords[kind]}: ${original.title}`,
    subject: original.issuer,
    step: work[what].step,
    ref: null,
    due_at: null,
    paused_for: null,
  });

type Decision = Pick<CopyOrder, 'state' | 'decided_name' | 'decided_as' | 'decided_at'>;

const approvedBy = (act: Act, { name, as }: Authorised): Decision => ({
  state: 'approved',
  decided_name: name,
  decided_as: as,
  decided_at: act.now,
});

/**
 * Prepares a copy. An extract waits until what it holds has been chosen; anything else goes to whoever decides at once. Who has the
 * authority and prepares it decides with that. Returns its id. Throws Invalid when the person who is asked has no authority today.
 */
export async function prepareCopy(act: Act, { agency, authority, ...given }: NewOrder): Promise<string> {
  const decider = await getAuthorised(act, agency.id, authority);
  const head = openItem(act, 'copy');
  const may = (by: By): boolean => mayPrepareCopy(by, { agency: agency.id, keeper: null });
  const order: CopyOrder = {
    ...given,
    id: head.id,
    state: 'draft',
    to_sign: given.kind === 'extract' ? null : given.source,
    bands: [],
    agency: agency.id,
    agency_name: agency.name.vi,
    authority,
    authority_name: decider.name,
    prepared_by: act.by.account,
    prepared_name: actorName(act.by, { may }),
    prepared_at: act.now,
    decided_name: null,
    decided_as: null,
    decided_at: null,
    refusal: null,
  };
  insert(act.writes, 'papers.copy_orders', { tenant: act.tenant, ...order });
  step(act, head, {
    act: 'copy.prepare',
    visible: 'inside',
    after: { kind: order.kind, hash: order.source, asked: decider.name },
    reason: order.reason,
    may,
  });
  if (order.kind !== 'extract') await send(act, head, order, decider);
  return order.id;
}

type Head = ReturnType<typeof openItem>;

/** The order, locked for a change. Throws Conflict when it is not in one of these states. */
async function held(act: Act, id: string, ...states: readonly CopyOrder['state'][]) {
  const head = await lockItem(act, id);
  const order = await getOrder(act, id);
  if (!states.includes(order.state)) throw new Conflict(orderWords.elsewhere);
  return { head, order };
}

const change = (act: Act, id: string, to: Partial<CopyOrder>): void =>
  update(act.writes, 'papers.copy_orders', { tenant: act.tenant, id }, to);

/** Other parts make another file. */
const choose = (act: Act, { id }: CopyOrder, bands: readonly Band[]): void =>
  change(act, id, { bands: inOrder(bands), to_sign: null });

/** Adds a part of a page to an extract. Throws Invalid with what stands against it. */
export async function addBand(act: Act, id: string, band: Band): Promise<void> {
  const { order } = await held(act, id, 'draft');
  const problems = bandProblems(band, order.sheets, order.bands);
  if (problems.length > 0) throw new Invalid(problems);
  choose(act, order, [...order.bands, band]);
}

/** Takes a part out again. */
export async function removeBand(act: Act, id: string, n: number): Promise<void> {
  const { order } = await held(act, id, 'draft');
  choose(
    act,
    order,
    order.bands.filter((_, index) => index !== n),
  );
}

/** Notes the file that was made of the chosen parts. Throws Conflict when others were chosen meanwhile. */
export async function noteExtract(
  act: Act,
  made: Pick<CopyOrder, 'id' | 'bands'>,
  hash: string,
): Promise<void> {
  const { order } = await held(act, made.id, 'draft');
  if (JSON.stringify(order.bands) !== JSON.stringify(made.bands)) throw new Conflict(orderWords.elsewhere);
  const problems = extractProblems(order.bands, order.sheets);
  if (problems.length > 0) throw new Invalid(problems);
  change(act, order.id, { to_sign: hash });
}

/** Sends an extract to whoever decides. */
export async function sendExtract(act: Act, id: string): Promise<void> {
  const { head, order } = await held(act, id, 'draft');
  if (order.to_sign === null) throw new Conflict(orderWords.notMade);
  await send(act, head, order, await getAuthorised(act, order.agency, order.authority));
}

/** To the desk of whoever decides; who decides and prepares alike has decided with that. */
async function send(act: Act, head: Head, order: CopyOrder, decider: Authorised): Promise<void> {
  if (decider.person === act.by.person) return approve(act, head, order, decider);
  change(act, order.id, { state: 'asked' });
  waitFor(act, order, 'decide', await officerAccount(act, decider.person));
}

function approve(act: Act, head: Head, order: CopyOrder, decider: Authorised): void {
  change(act, order.id, approvedBy(act, decider));
  step(act, head, {
    act: 'copy.approve',
    visible: 'inside',
    after: { file: order.to_sign, authorised: `${decider.as}, ${decider.name}` },
  });
  waitFor(act, order, 'sign', null);
}

/** Confirms that the copy be made: exactly this file, in the capacity of today. */
export async function approveCopy(
  act: Act,
  id: string,
  decider: Authorised,
  agency: Pick<Agency, 'id' | 'name'>,
): Promise<void> {
  const { head, order } = await held(act, id, 'asked');
  const today = { agency: agency.id, agency_name: agency.name.vi };
  await closeWork(act, id);
  change(act, id, today);
  approve(act, head, { ...order, ...today }, decider);
}

/** Refuses a copy, and says why. */
export async function refuseCopy(act: Act, id: string, decider: Authorised, why: string): Promise<void> {
  const { head } = await held(act, id, 'asked');
  change(act, id, { ...approvedBy(act, decider), state: 'refused', refusal: why });
  step(act, head, {
    act: 'copy.refuse',
    visible: 'inside',
    after: { authorised: `${decider.as}, ${decider.name}` },
    reason: why,
  });
  await closeWork(act, id);
}

/** Takes an order back before it is signed. */
export async function withdrawCopy(act: Act, id: string): Promise<void> {
  const { head, order } = await held(act, id, 'draft', 'asked', 'approved');
  change(act, id, { state: 'withdrawn' });
  const may = (by: By): boolean => mayChange(by, order);
  step(act, head, { act: 'copy.withdraw', visible: 'inside', after: {}, may });
  await closeWork(act, id);
}

/** The order that is being signed, locked. Throws Conflict where it is not decided on any more, or by another agency than signs. */
export async function approvedOrder(act: Act, id: string, agency: string) {
  const found = await held(act, id, 'approved');
  if (found.order.agency !== agency) throw new Conflict(orderWords.agencyChanged);
  return found;
}

/** Notes that it is a copy now. */
export async function noteSigned(act: Act, id: string): Promise<void> {
  change(act, id, { state: 'signed' });
  await closeWork(act, id);
}

/** An agency took over what another one had prepared: it decides anew in its own name. */
export async function askAnew(act: Act, id: string, agency: Pick<Agency, 'id' | 'name'>): Promise<void> {
  const order = await getOrder(act, id);
  const taken = { agency: agency.id, agency_name: agency.name.vi };
  change(act, id, { ...taken, ...(order.state === 'approved' && { state: 'asked' }) });
  if (order.state !== 'approved') return;
  await closeWork(act, id);
  waitFor(act, { ...order, ...taken }, 'decide', null);
}
