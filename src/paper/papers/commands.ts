/** The life of a paper: each legal act writes the row and a step of the paper's own record. */
import { randomBytes } from 'node:crypto';
import type { Act } from '../../ground/db/act.ts';
import { insert, update } from '../../ground/db/writes.ts';
import { announce } from '../../ground/jobs/index.ts';
import { Conflict, NotFound } from '../../ground/operate/errors.ts';
import { lockItem, openItem, step } from '../../ground/record/index.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { takeNumber } from '../../work/numbers/index.ts';
import { findTemplate } from '../typeset/index.ts';
import { noteAnnexes } from './annexes/commands.ts';
import { noteKey } from './check/keys.ts';
import type { Sealed } from './press.ts';
import { getPaper } from './queries.ts';
import { endWaiting, refuseWhileSigning } from './remote/waiting.ts';
import { isClerkOf, mayDraft, mayRevoke } from './rules.ts';
import { insertData } from './signed-data/keep.ts';
import type { Draft, Paper, PaperState, Signed } from './schema.ts';

/** Letters and digits that nobody confuses when reading them aloud. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A new code for the public check: 60 bits, so that nobody finds papers by trying. */
export const newCheckCode = (): string => [...randomBytes(12)].map((byte) => alphabet[byte % 32]).join('');

/** Begins a paper. `data` may hold its own check address already; then `code` is what stands in it. */
export function draftPaper(act: Act, draft: Draft, code = newCheckCode()): string {
  const head = openItem(act, 'paper');
  const template = findTemplate(draft.template);
  if (!template) throw new NotFound({ vi: 'Không có mẫu văn bản này.', en: 'There is no such template.' });
  insert(act.writes, 'papers.papers', {
    tenant: act.tenant,
    id: head.id,
    item: draft.item,
    code,
    template: draft.template,
    template_version: template.version,
    title: draft.title,
    result_code: draft.resultCode,
    state: 'draft',
    agency: draft.agency,
    agency_name: draft.agencyName,
    field: draft.field ?? null,
    owner: draft.owner,
    owner_organisation: draft.ownerOrganisation,
    owner_name: draft.ownerName,
    data: draft.data,
    book: draft.book,
    valid_until: draft.validUntil,
    replaces: draft.corrects?.paper ?? null,
    correction: draft.corrects?.error ?? null,
    created_at: act.now,
  });
  step(act, head, {
    act: 'paper.draft',
    visible: 'inside',
    after: { template: draft.template, item: draft.item, replaces: draft.corrects?.paper ?? null },
    may: (by) => mayDraft(by, { agency: draft.agency, keeper: null }),
    at: draft.agency,
  });
  return head.id;
}

/** Whose work an act on a paper is. A signature is nobody's but the signer's: a substitute has not got it. */
const doers: Readonly<Record<string, typeof isClerkOf>> = {
  'paper.reopen': isClerkOf,
  'paper.number': isClerkOf,
  'paper.issue': isClerkOf,
  'paper.end': (by, paper) => mayRevoke(by, paper) || isClerkOf(by, paper),
};

/** One change of the state of a paper, and what its record says of it. */
type Change = {
  readonly from: PaperState;
  readonly to: PaperState;
  readonly act: string;
  readonly visible: 'party' | 'inside';
  readonly reason?: string;
  /** Files that were signed with it. */
  readonly annexes?: readonly { readonly n: number; readonly hash: string }[];
  /** Hash of the data that was signed with it. */
  readonly data?: string;
  readonly set: Partial<Paper>;
};

async function change(
  act: Act,
  id: string,
  { from, to, set, annexes, data, ...words }: Change,
): Promise<Paper> {
  const head = await lockItem(act, id);
  const paper = await getPaper(act, id);
  if (paper.state !== from) {
    throw new Conflict({
      vi: 'Văn bản này đã được xử lý ở bước khác.',
      en: 'This paper is at another step already.',
    });
  }
  update(act.writes, 'papers.papers', { tenant: act.tenant, id }, { state: to, ...set });
  step(act, head, {
    ...words,
    before: { state: paper.state, hash: paper.hash },
    after: {
      state: to,
      hash: set.hash === undefined ? paper.hash : set.hash,
      ...(annexes && { annexes }),
      ...(data && { data }),
    },
    may: (by) => doers[words.act]?.(by, paper) ?? true,
    at: paper.agency,
  });
  return { ...paper, ...set, state: to };
}

/** The leader has signed: the bytes are fixed from here on. */
export async function noteSignature(
  act: Act,
  id: string,
  { stored, issuer, version, data, places, key }: Signed,
): Promise<Paper> {
  const { hash, size } = stored;
  const signer = { signer_post: act.by.post, signer_name: act.by.name, signed_at: act.now };
  const paper = await change(act, id, {
    from: 'draft',
    to: 'signed',
    act: 'paper.sign',
    visible: 'inside',
    set: { hash, size, template_version: version, data, places, ...issuer, ...signer },
  });
  if (key) noteKey(act, paper.agency, key);
  endWaiting(act, id);
  return paper;
}

/** What a paper lacks that nobody has signed yet. */
export const unsigned = {
  state: 'draft',
  hash: null,
  size: null,
  places: null,
  signer_post: null,
  signer_name: null,
  signed_at: null,
  number: null,
  symbol: null,
  issued_on: null,
} as const satisfies Partial<Paper>;

/**
 * Makes a signed paper a draft again (ký lại): the agency that signed it has ended before it sealed it. A number that it had
 * is not used again. Throws Conflict for a paper that is issued.
 */
export async function reopenDraft(act: Act, id: string): Promise<Paper> {
  const { state } = await getPaper(act, id);
  return change(act, id, {
    from: state === 'numbered' ? 'numbered' : 'signed',
    to: 'draft',
    act: 'paper.reopen',
    visible: 'inside',
    set: unsigned,
  });
}

/**
 * Gives number and date (Decree 30/2020 art. 15: after the signature, by the system). Done before the sealed bytes are
 * made; a paper that has its number keeps it, however often sealing must be tried.
 */
export async function numberPaper(act: Act, id: string): Promise<Paper> {
  const paper = await getPaper(act, id);
  if (paper.state === 'numbered') return paper;
  const day = vietnamDay(act.now);
  const notation = notationOf(paper);
  const { n, text } = await takeNumber(
    act,
    {
      name: `${paper.book} ${paper.agency}`,
      template: notation ? '{n:2}/{notation}' : '{n:2}/{yyyy}',
      period: 'year',
    },
    day,
    { notation: notation ?? '' },
  );
  return change(act, id, {
    from: 'signed',
    to: 'numbered',
    act: 'paper.number',
    visible: 'inside',
    set: { number: n, symbol: text, issued_on: day },
  });
}

/** The notation printed after the number, where the template has one: the number in the register is the printed one. */
const notationOf = ({ data }: Paper): string | null =>
  typeof data['notation'] === 'string' && data['notation'] !== '' ? data['notation'] : null;

/**
 * Issues the sealed paper (ban hành): from now on it is in force and its owner has it. A paper that corrects an error of
 * the agency ends the wrong one in the same act.
 */
export async function issuePaper(act: Act, id: string, sealed: Sealed): Promise<Paper> {
  const annexes = await noteAnnexes(act, id, sealed.annexes);
  const paper = await change(act, id, {
    from: 'numbered',
    to: 'issued',
    act: 'paper.issue',
    visible: 'party',
    ...(annexes.length > 0 && { annexes }),
    data: sealed.data.stored.hash,
    set: { hash: sealed.hash, size: sealed.size, issued_at: act.now },
  });
  insertData(act, id, sealed.data);
  announce(act, 'paper.issued', id, {
    item: paper.item,
    owner: paper.owner,
    organisation: paper.owner_organisation,
  });
  if (paper.replaces) await endPaper(act, paper.replaces, paper.correction ?? '', id);
  return paper;
}

/** A draft that nobody will sign any more (không ký, trả lại): it ends without having been issued. */
export async function endDraft(act: Act, id: string, why: string): Promise<Paper> {
  await refuseWhileSigning(act, id);
  return change(act, id, {
    from: 'draft',
    to: 'revoked',
    act: 'paper.end-draft',
    visible: 'inside',
    reason: why,
    set: { ended_at: act.now, ended_why: why },
  });
}

/** Revokes a paper (thu hồi), or says by which one it is replaced. */
export async function endPaper(act: Act, id: string, why: string, replacedBy: string | null): Promise<Paper> {
  const paper = await change(act, id, {
    from: 'issued',
    to: replacedBy ? 'superseded' : 'revoked',
    act: 'paper.end',
    visible: 'party',
    reason: why,
    set: { ended_at: act.now, ended_why: why, replaced_by: replacedBy },
  });
  announce(act, 'paper.ended', id, { replacedBy });
  return paper;
}
