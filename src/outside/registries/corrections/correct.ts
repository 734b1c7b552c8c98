/**
 * "This is wrong": a person says that a registry is wrong about them (right to correction, Law 91/2025/QH15). We cannot mend the
 * registry: the one-stop unit of the commune passes it on to who keeps it, and tells the person what came of it.
 */
import { own, type Act, type Look } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { Conflict, NotFound } from '../../../ground/operate/errors.ts';
import { lockItem, openItem, step } from '../../../ground/record/index.ts';
import { agencyOfPlace } from '../../../world/agencies/index.ts';
import { getPerson } from '../../../world/people/index.ts';
import { calendarOf, due, startClock } from '../../../work/clock/index.ts';
import { closeWork, openWork } from '../../../work/desk/index.ts';
import { tell } from '../../messages/index.ts';
import { words } from './words.ts';

export type Correction = {
  readonly id: string;
  readonly person: string;
  readonly source: string;
  readonly path: string;
  readonly shown: string;
  readonly right_value: string;
  readonly why: string;
  readonly state: 'open' | 'mended' | 'refused';
  readonly answer: string | null;
  readonly at: Date;
  readonly ended_at: Date | null;
};

type CorrectionTables = { 'registries.corrections': Correction & { tenant: number } };

/** A request to correct personal data is answered within ten working days, unless the registry's own law is faster. */
const ANSWER_DAYS = 10;

/** Asks for a correction. Returns its id. */
export async function askCorrection(
  act: Act,
  wrong: Pick<Correction, 'person' | 'source' | 'path' | 'shown' | 'right_value' | 'why'>,
): Promise<string> {
  const person = await getPerson(act, wrong.person);
  const office = person.commune
    ? ((await agencyOfPlace(act, person.commune, 'service-centre')) ??
      (await agencyOfPlace(act, person.commune, 'peoples-committee')))
    : null;
  if (!office) throw new Conflict(words.noOffice);
  const head = openItem(act, 'correction');
  insert(act.writes, 'registries.corrections', {
    tenant: act.tenant,
    id: head.id,
    ...wrong,
    state: 'open',
    at: act.now,
  });
  step(act, head, {
    act: 'registry.ask-correction',
    visible: 'party',
    after: { source: wrong.source, path: wrong.path },
  });
  const clock = startClock({ unit: 'working_day', amount: ANSWER_DAYS }, act.now, {
    cause: words.asked,
    basis: null,
    evidence: null,
  });
  openWork(act, {
    item: head.id,
    room: 'registries',
    kind: 'correct',
    agency: office.id,
    unit: null,
    role: 'counter',
    holder: null,
    code: head.id.slice(-8).toUpperCase(),
    title: words.workTitle.vi,
    subject: person.name,
    step: words.pass.vi,
    ref: head.id,
    due_at: due(clock, await calendarOf(act, office.id)).at,
    paused_for: null,
  });
  return head.id;
}

/** A correction, or NotFound. The caller decides who may read it. */
export async function getCorrection(look: Look, id: string): Promise<Correction> {
  const row = await own<CorrectionTables>(look.tx)
    .selectFrom('registries.corrections')
    .select([
      'id',
      'person',
      'source',
      'path',
      'shown',
      'right_value',
      'why',
      'state',
      'answer',
      'at',
      'ended_at',
    ])
    .where('tenant', '=', look.tenant)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound(words.none);
  return row;
}

/** What the keeper of the registry decided: the person is told, the work is done. */
export async function endCorrection(
  act: Act,
  correction: Correction,
  state: 'mended' | 'refused',
  answer: string,
): Promise<void> {
  const head = await lockItem(act, correction.id);
  update(
    act.writes,
    'registries.corrections',
    { tenant: act.tenant, id: correction.id, state: 'open' },
    { state, answer, ended_at: act.now },
  );
  step(act, head, {
    act: 'registry.end-correction',
    visible: 'party',
    before: { state: 'open' },
    after: { state },
    reason: answer,
  });
  await closeWork(act, correction.id, { kind: 'correct' });
  await tell(act, {
    person: correction.person,
    organisation: null,
    item: correction.id,
    code: null,
    event: 'registry.end-correction',
    title: state === 'mended' ? words.mended : words.refused,
    body: { vi: answer, en: answer },
    path: null,
    matters: true,
  });
}
