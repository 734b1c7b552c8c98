/** Letters about a matter: a person's letter waits on a desk until an officer answers it; an officer's is told to the person. */
import { own, type Act, type By, type Look } from '../../../ground/db/act.ts';
import { insert, update } from '../../../ground/db/writes.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Conflict, Invalid } from '../../../ground/operate/errors.ts';
import { actorName, lockItem, newId, openItem, step } from '../../../ground/record/index.ts';
import { calendarOf, due, startClock } from '../../../work/clock/index.ts';
import { closeWork, listWorkOf, openWork } from '../../../work/desk/index.ts';
import { asksForPapers } from '../rules.ts';
import type { Letter, MessageTables, Office } from '../schema.ts';
import { LETTER } from '../templates.ts';
import { words } from '../words.ts';

/** The matter that letters are about. The caller has made sure that the writer may read it. */
export type Matter = {
  readonly item: string;
  readonly code: string;
  readonly title: string;
  /** By what right an officer writes about it. */
  readonly may?: (by: By) => boolean;
};

/** A letter is answered within eight working hours, as a submission is. */
const ANSWER_HOURS = 8;

/** A citizen's letter waits for an officer; an officer's for the citizen. */
export const sideOf = (by: By): Letter['from_kind'] => (by.kind === 'officer' ? 'officer' : 'citizen');

const tables = (look: Look) => own<MessageTables>(look.tx);

const findThread = async (look: Look, item: string): Promise<string | null> =>
  (
    await tables(look)
      .selectFrom('messages.threads')
      .select('id')
      .where('tenant', '=', look.tenant)
      .where('item', '=', item)
      .executeTakeFirst()
  )?.id ?? null;

/** Letters about an item, oldest first. */
export const listLetters = (look: Look, item: string): Promise<Letter[]> =>
  tables(look)
    .selectFrom('messages.letters as l')
    .innerJoin('messages.threads as t', (join) =>
      join.onRef('t.tenant', '=', 'l.tenant').onRef('t.id', '=', 'l.thread'),
    )
    .select([
      'l.id',
      'l.thread',
      'l.from_kind',
      'l.account',
      'l.agency',
      'l.name',
      'l.body',
      'l.at',
      'l.read_at',
    ])
    .where('t.tenant', '=', look.tenant)
    .where('t.item', '=', item)
    .orderBy('l.at')
    .orderBy('l.id')
    .execute();

/** A person writes to the office: the letter waits on the desk of whoever has the matter, until it is answered. */
export async function writeToOffice(
  act: Act,
  matter: Matter,
  office: Office | null,
  body: string,
): Promise<void> {
  if (!office) throw new Conflict(words.nobodyAnswers);
  const thread = await addLetter(act, matter, body);
  const waiting = await listWorkOf(act, thread);
  if (waiting.some(({ kind }) => kind === 'answer')) return;
  const clock = startClock({ unit: 'working_hour', amount: ANSWER_HOURS }, act.now, {
    cause: { vi: 'Người dân gửi thư', en: 'The person wrote' },
    basis: null,
    evidence: null,
  });
  openWork(act, {
    item: thread,
    room: 'messages',
    kind: 'answer',
    agency: office.agency,
    unit: office.unit,
    role: office.role,
    holder: office.holder,
    code: matter.code,
    title: matter.title,
    subject: office.subject,
    step: words.answer.vi,
    ref: null,
    due_at: due(clock, await calendarOf(act, office.agency)).at,
    paused_for: null,
  });
}

/**
 * An officer writes to the person: what waited for an answer is done, and the person is told. Throws Invalid when the
 * letter asks for papers: that goes by the request for supplement, all at once.
 */
export async function writeToPerson(act: Act, matter: Matter, body: string): Promise<void> {
  if (asksForPapers(body)) throw new Invalid([{ field: 'body', message: words.noPapers }]);
  const thread = await addLetter(act, matter, body);
  await closeWork(act, thread, { kind: 'answer' });
  announce(act, LETTER, matter.item, { code: matter.code });
}

async function addLetter(act: Act, { item, code, may }: Matter, body: string): Promise<string> {
  const held = await findThread(act, item);
  // The letters are an item of their own: what is done to the work of the matter leaves the answer that is owed alone.
  const head = held ? await lockItem(act, held) : openItem(act, 'letters');
  if (!held) insert(act.writes, 'messages.threads', { tenant: act.tenant, id: head.id, item, code });
  const id = newId(act.now);
  const right = may ? { may } : {};
  insert(act.writes, 'messages.letters', {
    tenant: act.tenant,
    id,
    thread: head.id,
    from_kind: sideOf(act.by),
    account: act.by.account,
    agency: act.by.agency,
    name: actorName(act.by, right),
    body,
    at: act.now,
  });
  step(act, head, { act: 'message.write', visible: 'party', after: { letter: id, item }, ...right });
  return head.id;
}

/** Marks the letters of the other side as read. */
export function markLettersRead(act: Act, letters: readonly Letter[]): void {
  for (const letter of unread(act.by, letters)) {
    update(act.writes, 'messages.letters', { tenant: act.tenant, id: letter.id }, { read_at: act.now });
  }
}

/** Letters of the other side that were not opened yet. */
export const unread = (by: By, letters: readonly Letter[]): readonly Letter[] =>
  letters.filter((letter) => letter.read_at === null && letter.from_kind !== sideOf(by));
