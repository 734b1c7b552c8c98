/**
 * The open matters of an agency whose duties were divided: each goes to the heir that field and place decide; where they do
 * not, an administrator of the agency above chooses. Never a guess (E4: an item sent to an abolished agency reaches the successor).
 */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { update } from '../../../ground/db/writes.ts';
import { Conflict, Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { lockItem, step } from '../../../ground/record/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import {
  existsOn,
  getAgency,
  listAgencies,
  reachAgency,
  type Agency,
} from '../../../world/agencies/index.ts';
import { isRoleGiven } from '../../../world/mandates/index.ts';
import { openWork, shut } from '../commands.ts';
import { getWork, listWorkOf } from '../queries.ts';
import { mayDo, type DeskTables, type Work } from '../schema.ts';
import { words } from '../words.ts';
import type { About, Handover } from './schema.ts';

/** The kind of work that asks for the heir; its `ref` names the room of the matter and the agency that ended. */
export const CHOOSE = 'choose-heir';

const refOf = (room: string, agency: string): string => `${room} ${agency}`;

/** Hands one matter over, or asks who goes on with it. */
export async function divide(
  act: Act,
  { room, item, agency, handover }: { room: string; item: string; agency: Agency; handover?: Handover },
): Promise<void> {
  const open = await listWorkOf(act, item);
  const asked = open.some(({ kind, ref }) => kind === CHOOSE && ref === refOf(room, agency.id));
  const [known] = open;
  if (asked) return;
  const about: About | undefined =
    (await handover?.about(act, item)) ?? (known && { code: known.code, title: known.title });
  if (!about) return;
  const reached = await reachAgency(act, agency, about);
  if (reached.kind === 'one') return give(act, { item, from: agency, to: reached.agency, handover });
  openWork(act, {
    item,
    room: 'desk',
    kind: CHOOSE,
    agency: await whoChooses(act, agency),
    unit: null,
    role: 'it-admin',
    holder: null,
    code: about.code,
    title: about.title,
    subject: '',
    step: words.chooseHeirStep(agency.name.vi).vi,
    ref: refOf(room, agency.id),
    due_at: null,
    paused_for: null,
  });
}

/** The agency above whose administrator chooses: the nearest that has one, else the top of the installation. */
async function whoChooses(look: Look, agency: Agency): Promise<string> {
  const day = vietnamDay(look.now);
  for (let id = agency.parent; id !== null;) {
    const above = await getAgency(look, id);
    if (existsOn(above, day) && (await isRoleGiven(look, id, 'it-admin'))) return id;
    id = above.parent;
  }
  const tops = await listAgencies(look, { parent: null });
  for (const { id } of tops) if (await isRoleGiven(look, id, 'it-admin')) return id;
  return agency.parent ?? tops[0]?.id ?? agency.id;
}

/** Puts the heir in the place of the agency: the matter itself, its open work, and a step of its record. */
async function give(
  act: Act,
  at: { readonly item: string; readonly from: Agency; readonly to: Agency; readonly handover?: Handover },
): Promise<void> {
  const { item, from, to, handover } = at;
  const head = await lockItem(act, item);
  const placeOf = await handover?.take(act, item, from.id, to);
  for (const work of await listWorkOf(act, item)) {
    if (work.agency !== from.id || work.kind === CHOOSE) continue;
    // Units and holders are those of the agency that ended: its work waits for whoever has the role in the heir.
    update(
      act.writes,
      'desk.work',
      { tenant: act.tenant, id: work.id },
      { agency: placeOf?.(work) ?? to.id, unit: null, holder: null },
    );
  }
  step(act, head, {
    act: 'desk.inherit',
    visible: 'party',
    before: { agency: from.id },
    after: { agency: to.id },
    reason: words.inherited(from.name, to.name).vi,
  });
}

/** What the one who chooses sees: the agency that ended, and who may go on. */
export type Choice = {
  readonly work: Work;
  readonly agency: Agency;
  readonly candidates: readonly Agency[];
  readonly handover: Handover | undefined;
};

/** The choice behind a work item. Throws NotFound, and NotAllowed when it waits for somebody else. */
export async function getChoice(look: Look, handovers: readonly Handover[], id: string): Promise<Choice> {
  const work = await getWork(look, id);
  if (work.kind !== CHOOSE || !mayDo(look.by, work)) throw new NotAllowed(words.notYours);
  const [room, ended = ''] = (work.ref ?? '').split(' ');
  const agency = await getAgency(look, ended);
  const handover = handovers.find((one) => one.room === room);
  return { work, agency, handover, candidates: await candidatesOf(look, agency, work.item, handover) };
}

/** Those whom field and place leave; where they leave nobody, all who took over something. */
async function candidatesOf(
  look: Look,
  agency: Agency,
  item: string,
  handover: Handover | undefined,
): Promise<readonly Agency[]> {
  for (const matter of [(await handover?.about(look, item)) ?? {}, {}]) {
    const reached = await reachAgency(look, agency, matter);
    if (reached.kind === 'one') return [reached.agency];
    if (reached.kind === 'choose') return reached.candidates;
  }
  return [];
}

/** Chooses who goes on with a matter (giao cơ quan kế thừa). Throws Invalid for any other agency, Conflict when it was chosen. */
export async function chooseHeir(
  act: Act,
  handovers: readonly Handover[],
  asked: string,
  heir: string,
): Promise<Agency> {
  const { work, agency, candidates, handover } = await getChoice(act, handovers, asked);
  const to = candidates.find(({ id }) => id === heir);
  if (!to) throw new Invalid([{ field: 'heir', message: words.notAnHeir }]);
  await lockItem(act, work.item);
  if (!(await listWorkOf(act, work.item)).some(({ id }) => id === work.id)) throw new Conflict(words.noWork);
  shut(act, work.id);
  await give(act, { item: work.item, from: agency, to, handover });
  return to;
}

/** Items of rooms without a handover of their own, that have open work of an agency. */
export async function listLooseItems(
  look: Look,
  rooms: readonly string[],
  agency: string,
  after: string | null,
  limit: number,
): Promise<readonly { readonly item: string; readonly room: string }[]> {
  let query = own<DeskTables>(look.tx)
    .selectFrom('desk.work')
    .select(['item', 'room'])
    .where('tenant', '=', look.tenant)
    .where('agency', '=', agency)
    .where('closed_at', 'is', null)
    .where('kind', '<>', CHOOSE)
    .distinctOn('item')
    .orderBy('item')
    .limit(limit);
  if (rooms.length > 0) query = query.where('room', 'not in', [...rooms]);
  if (after !== null) query = query.where('item', '>', after);
  return query.execute();
}
