/** Acts on requests about personal data. */
import type { Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { Conflict } from '../../ground/operate/errors.ts';
import { lockItem, newId, openItem, step } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { closeWork, openWork } from '../../work/desk/index.ts';
import { takeNumber, type Book } from '../../work/numbers/index.ts';
import { getRequest, stewardAgency } from './queries.ts';
import { dueOf, isDecided } from './rules.ts';
import { kindName, type DataRequest, type RequestKind } from './schema.ts';

/** What a person asks. */
export type Wish = { readonly kind: RequestKind; readonly about: string; readonly wish: string };

/** The room and the kind of work on the desk. */
export const ROOM = 'privacy';
export const DECIDE = 'decide';

/** Takes a request in (tiếp nhận yêu cầu): it waits on the desk of the data steward until it is due. Returns it. */
export async function ask(act: Act, person: string, asked: Wish): Promise<DataRequest> {
  const id = newId(act.now);
  const { text: code } = await takeNumber(act, book, vietnamDay(act.now), {});
  const request: DataRequest = {
    id,
    code,
    person,
    name: act.by.name,
    ...asked,
    agency: await stewardAgency(act),
    state: 'open',
    opened_at: act.now,
    due_at: dueOf(asked.kind, act.now),
    decided_at: null,
    decided_by: null,
    answer: null,
  };
  insert(act.writes, 'privacy.requests', { tenant: act.tenant, ...request });
  step(act, openItem(act, 'privacy-request', id), { act: 'privacy.ask', visible: 'party', after: asked });
  openWork(act, {
    item: id,
    room: ROOM,
    kind: DECIDE,
    agency: request.agency,
    unit: null,
    role: 'data-steward',
    holder: null,
    code: request.code,
    title: `${kindName[request.kind].vi} dữ liệu: ${request.about}`,
    subject: request.name,
    step: '',
    ref: null,
    due_at: request.due_at,
    paused_for: null,
  });
  return request;
}

/** Codes of requests: `DL-261121-0007`. */
const book: Book = { name: 'privacy.requests', template: 'DL-{yymmdd}-{n:4}', period: 'day' };

/** Decides a request (trả lời yêu cầu), with the answer that the person reads. Throws Conflict when it is decided. */
export async function decide(
  act: Act,
  id: string,
  { granted, answer }: { readonly granted: boolean; readonly answer: string },
): Promise<void> {
  const head = await lockItem(act, id);
  const request = await getRequest(act, id);
  if (isDecided(request))
    throw new Conflict({ vi: 'Yêu cầu này đã được trả lời.', en: 'This request has been answered.' });
  const after = { state: granted ? 'granted' : 'refused', answer } as const;
  update(
    act.writes,
    'privacy.requests',
    { tenant: act.tenant, id, state: 'open' },
    { ...after, decided_at: act.now, decided_by: act.by.name },
  );
  await closeWork(act, id);
  step(act, head, { act: 'privacy.decide', visible: 'party', after, reason: answer });
}
