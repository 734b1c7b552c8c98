/** Work on the local layer: draft, review, publish by a second person, each act a step of the procedure's record. */
import { isDeepStrictEqual } from 'node:util';
import { own, type Act, type Look } from '../../ground/db/act.ts';
import { insert, remove, update } from '../../ground/db/writes.ts';
import { Conflict, Invalid, NotAllowed, NotFound } from '../../ground/operate/errors.ts';
import { step, type StepWords } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import type { Text } from '../../ground/text/language.ts';
import { localProblems } from './rules/local-layer.ts';
import { isEditor, refusal, type DraftAct, type DraftState } from './rules/states.ts';
import type { LocalContent } from './schema.ts';
import type { CatalogueTables } from './tables.ts';
import { headOf, holdProcedures, putInForce, standingOn, type Held } from './versions.ts';

type Row = CatalogueTables['catalogue.versions'];

/** The open draft of a procedure, or null. */
export const findDraft = (look: Look, code: string): Promise<Row | undefined> =>
  own<CatalogueTables>(look.tx)
    .selectFrom('catalogue.versions')
    .selectAll()
    .where('tenant', '=', look.tenant)
    .where('code', '=', code)
    .where('state', 'in', ['draft', 'reviewed'])
    .executeTakeFirst();

/** A draft as the rules of its life see it. */
export const stateOf = (row: Row): DraftState => ({
  state: row.state,
  createdBy: row.created_by,
  reviewedBy: row.reviewed_by,
  basedOn: row.based_on,
});

/** Number of the newest version in force or to come. */
const newestOf = (held: Held | undefined): number | null => held?.standing.at(-1)?.version ?? null;

async function hold(act: Act, code: string): Promise<Held> {
  const held = (await holdProcedures(act, [code])).get(code);
  if (!held) throw new NotFound({ vi: 'Không có thủ tục này.', en: 'There is no such procedure.' });
  return held;
}

async function holdDraft(
  act: Act,
  code: string,
  wanted: DraftAct,
): Promise<{ readonly held: Held; readonly draft: Row }> {
  const held = await hold(act, code);
  const draft = await findDraft(act, code);
  if (!draft)
    throw new NotFound({
      vi: 'Thủ tục này không có bản soạn nào.',
      en: 'There is no draft of this procedure.',
    });
  const refused = refusal(wanted, stateOf(draft), act.by, newestOf(held));
  if (refused) throw isEditor(act.by) ? new Conflict(refused) : new NotAllowed(refused);
  return { held, draft };
}

const write = async (act: Act, held: Held, words: StepWords): Promise<void> =>
  step(act, await headOf(act, held), words);
const keyOf = (act: Act, { code, version }: Pick<Row, 'code' | 'version'>) => ({
  tenant: act.tenant,
  code,
  version,
});

/** What an editor changes of a version: the whole local layer, the day from which it holds, and why. */
export type Draft = { readonly local: LocalContent; readonly from: string; readonly cause: string };

/** A process may lie in a draft unfinished; only what is published must be sound and have its decision. */
const finishedLater: ReadonlySet<string> = new Set(['process', 'processDecision']);

function check(draft: Draft, national: Row['national'], today: string, may: 'draft' | 'publish'): void {
  const problems = localProblems(national, draft.local).filter(
    ({ field }) => may === 'publish' || !finishedLater.has(field),
  );
  if (draft.from < today)
    problems.push({
      field: 'from',
      message: {
        vi: 'Ngày hiệu lực không được ở quá khứ.',
        en: 'The effective date may not lie in the past.',
      },
    });
  if (problems.length > 0) throw new Invalid(problems);
}

/** The field that speaks of the version which an editor began from. */
export const MOVED_FIELD = 'begun';
/** What an editor is told who would otherwise undo, unknowing, what somebody else has saved. */
export const movedSentence: Text = {
  vi: 'Trong lúc bạn làm, người khác đã lưu bản mới. Chưa lưu gì của bạn; những gì bạn đã nhập còn nguyên trên trang này.',
  en: 'While you were working, somebody else saved a newer version. Nothing of yours has been saved; all that you entered is still on this page.',
};

/**
 * Begins a draft on the newest version, or changes the one there is (soạn thảo). `onto`: what the change was made from;
 * throws Invalid when another has come in between. Returns the number of the draft.
 */
export async function saveDraft(
  act: Act,
  code: string,
  draft: Draft,
  onto: LocalContent | null = null,
): Promise<number> {
  if (!isEditor(act.by))
    throw new NotAllowed({
      vi: 'Việc này dành cho biên tập viên danh mục.',
      en: 'This is for editors of the catalogue.',
    });
  const held = await hold(act, code);
  const base = held.standing.at(-1);
  if (!base)
    throw new NotFound({
      vi: 'Thủ tục này không còn hiệu lực.',
      en: 'This procedure is no longer in force.',
    });
  check(draft, base.national, vietnamDay(act.now), 'draft');
  const content = {
    national: base.national,
    local: draft.local,
    hash: base.hash,
    name: base.national.name,
    domain: base.national.domain,
  };
  const earlier = await findDraft(act, code);
  if (onto && !isDeepStrictEqual(onto, earlier?.local ?? base.local))
    throw new Invalid([{ field: MOVED_FIELD, message: movedSentence }]);
  if (earlier) {
    const refused = refusal('edit', stateOf(earlier), act.by, newestOf(held));
    if (refused) throw new Conflict(refused);
    update(act.writes, 'catalogue.versions', keyOf(act, earlier), {
      ...content,
      valid_from: draft.from,
      cause: draft.cause,
      based_on: base.version,
      created_by: act.by.account,
      created_at: act.now,
    });
  } else {
    insert(act.writes, 'catalogue.versions', {
      tenant: act.tenant,
      code,
      version: held.last + 1,
      state: 'draft',
      origin: 'written',
      valid_from: draft.from,
      ...content,
      based_on: base.version,
      cause: draft.cause,
      created_at: act.now,
      created_by: act.by.account,
    });
  }
  const version = earlier?.version ?? held.last + 1;
  await write(act, held, {
    act: 'procedure.draft',
    visible: 'inside',
    before: earlier?.local ?? base.local,
    after: { version, ...draft },
  });
  return version;
}

/** Reviews a draft (rà soát, thẩm định): another person than who wrote it has read it. */
export async function reviewDraft(act: Act, code: string): Promise<void> {
  const { held, draft } = await holdDraft(act, code, 'review');
  update(
    act.writes,
    'catalogue.versions',
    { ...keyOf(act, draft), state: 'draft' },
    { state: 'reviewed', reviewed_by: act.by.account, reviewed_at: act.now },
  );
  await write(act, held, { act: 'procedure.review', visible: 'inside', after: { version: draft.version } });
}

/** Returns a reviewed draft to be worked on (trả lại), with the reason. */
export async function returnDraft(act: Act, code: string, reason: string): Promise<void> {
  const { held, draft } = await holdDraft(act, code, 'return');
  update(
    act.writes,
    'catalogue.versions',
    { ...keyOf(act, draft), state: 'reviewed' },
    { state: 'draft', reviewed_by: null, reviewed_at: null },
  );
  await write(act, held, {
    act: 'procedure.return',
    visible: 'inside',
    after: { version: draft.version },
    reason,
  });
}

/** Publishes a reviewed draft (công bố) from its day on, which may lie ahead: then the law that changes is in force before it is. */
export async function publishDraft(act: Act, code: string): Promise<void> {
  const { held, draft } = await holdDraft(act, code, 'publish');
  const today = vietnamDay(act.now);
  const from = draft.valid_from < today ? today : draft.valid_from;
  check({ local: draft.local, from, cause: draft.cause ?? '' }, draft.national, today, 'publish');
  const { version, until } = putInForce(
    act,
    held,
    await headOf(act, held),
    {
      national: draft.national,
      local: draft.local,
      hash: draft.hash,
      origin: 'written',
      from,
      cause: draft.cause,
    },
    draft.version,
  );
  update(
    act.writes,
    'catalogue.versions',
    { tenant: act.tenant, code, version, state: 'reviewed' },
    {
      state: 'published',
      valid_from: from,
      valid_to: until,
      published_by: act.by.account,
      published_at: act.now,
    },
  );
}

/** Marks the version in force as read by a person here (đã rà soát): an imported one no longer shows as unreviewed. */
export async function confirmImported(act: Act, code: string): Promise<void> {
  if (!isEditor(act.by))
    throw new NotAllowed({
      vi: 'Việc này dành cho biên tập viên danh mục.',
      en: 'This is for editors of the catalogue.',
    });
  const held = await hold(act, code);
  const now = standingOn(held, vietnamDay(act.now));
  if (!now)
    throw new NotFound({
      vi: 'Thủ tục này không còn hiệu lực.',
      en: 'This procedure is no longer in force.',
    });
  const key = { tenant: act.tenant, code, version: now.version };
  update(act.writes, 'catalogue.versions', key, { reviewed_by: act.by.account, reviewed_at: act.now });
  update(act.writes, 'catalogue.listing', key, { reviewed: true });
  await write(act, held, { act: 'procedure.confirm', visible: 'public', after: { version: now.version } });
}

/** Settles a doubt of an import (đã xử lý): the editor has looked and knows. */
export async function settleDoubt(
  act: Act,
  code: string,
  version: number,
  n: number,
  reason: string,
): Promise<void> {
  if (!isEditor(act.by))
    throw new NotAllowed({
      vi: 'Việc này dành cho biên tập viên danh mục.',
      en: 'This is for editors of the catalogue.',
    });
  const held = await hold(act, code);
  update(
    act.writes,
    'catalogue.doubts',
    { tenant: act.tenant, code, version, n },
    { settled_at: act.now, settled_by: act.by.account },
  );
  await write(act, held, { act: 'procedure.settle-doubt', visible: 'inside', after: { version, n }, reason });
}

/** Gives a draft up (bỏ bản soạn): nothing of it was ever in force. */
export async function dropDraft(act: Act, code: string): Promise<void> {
  const { held, draft } = await holdDraft(act, code, 'edit');
  remove(act.writes, 'catalogue.versions', keyOf(act, draft));
  await write(act, held, {
    act: 'procedure.drop-draft',
    visible: 'inside',
    before: { version: draft.version, local: draft.local },
    after: null,
  });
}
