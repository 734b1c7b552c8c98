/** Making an electronic copy: the bytes signed by the agency outside of the act, then number, code and record in it (C6). */
import type { Act, Look } from '../../../ground/db/act.ts';
import { insert } from '../../../ground/db/writes.ts';
import type { Stored } from '../../../ground/files/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { lockItem, newId, openItem, step } from '../../../ground/record/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import { picturedPages } from '../../scanning/index.ts';
import { cornerWords, signingTimeWords, signPdf, verifyFile } from '../../signing/index.ts';
import type { PictureMeta } from '../../typeset/index.ts';
import { newCheckCode } from '../commands.ts';
import { getPaper } from '../queries.ts';
import type { Copy, Original, Paper } from '../schema.ts';
import { keptVerdict, noteSignatureVerdict, trustOf, type SignatureVerdict } from '../signature-check.ts';
import { getAuthorised, type Authorised } from './authority.ts';
import { electronicProblems, formWords, pagesIn, type ElectronicWish } from './electronic-rules.ts';
import { copyNumber } from './number.ts';
import { copyProblems } from './rules.ts';
import type { Desk, Source } from './source.ts';

/** The agency that copies, for whom, and on whose decision. */
export type Order = ElectronicWish & {
  readonly agency: Pick<Agency, 'id' | 'name'>;
  /** The person who decided that the copy be made. */
  readonly authority: string;
  /** What for, asked by whom. */
  readonly reason: string;
  readonly original: Omit<Original, 'source' | 'fullCopy'>;
};

/** A signed copy that is not entered yet. */
export type Made = {
  readonly order: Order;
  readonly source: Pick<Source, 'from' | 'hash'>;
  readonly code: string;
  readonly stored: Stored;
  readonly verdict: SignatureVerdict;
};

/** The pages that are copied: the file itself, or of an extract pictures of its pages. */
async function copied({ programs }: Desk, source: Source, wish: ElectronicWish, meta: PictureMeta) {
  if (wish.kind !== 'extract') return source.pdf;
  const only = pagesIn(wish.pages ?? '', source.pages);
  return Buffer.from((await picturedPages(programs, source.drawn, meta, only)).pdf);
}

/** Certificates have a frame close to the edge of the sheet: one line stands above it, three would cross it. */
const cornerLines = ({ from }: Source, words: readonly string[]): readonly string[] =>
  from === 'issued' ? [words.join('; ')] : words;

/**
 * Signs a copy as the agency, with the words of Annex I, part II, section I.3 at the top right of its first page and no picture. Throws
 * Invalid with what stands against the copy. Slow; stands outside of acts.
 */
export async function signCopy(desk: Desk, look: Look, source: Source, order: Order): Promise<Made> {
  await getAuthorised(look, order.agency.id, order.authority);
  const problems = electronicProblems(order, source);
  if (problems.length > 0) throw new Invalid(problems);
  const { keyring, store } = desk;
  const { now } = look;
  const name = order.agency.name.vi;
  const meta = { title: order.original.title, author: name, keywords: '', date: vietnamDay(now) };
  const pdf = await copied(desk, source, order, meta);
  const code = newCheckCode();
  const form = formWords[order.kind];
  const { signer } = await keyring.agency({ id: order.agency.id, name, organisation: name });
  const plan = {
    field: `ban-sao-${code}`,
    time: now,
    reason: form,
    ...cornerWords(pdf, cornerLines(source, [form, name, signingTimeWords(now)])),
  };
  const { timestamp, evidence } = keyring;
  const signed = await signPdf(pdf, plan, signer, { timestamp, evidence, level: 'B-LTA' });
  const verdict = keptVerdict(await verifyFile(signed, await trustOf(keyring, now)));
  return { order, source, code, stored: await store.put(signed), verdict };
}

/** Enters a copy of a document that was not issued here: a record of its own, which begins with it. */
export async function enterCopy(act: Act, made: Made): Promise<Copy> {
  return enter(act, made, null, openItem(act, 'copy'));
}

/** Enters a copy of an issued paper: a step of that paper. Throws Invalid where the paper has ended since it was signed. */
export async function enterCopyOf(act: Act, made: Made, paperId: string): Promise<Copy> {
  const head = await lockItem(act, paperId);
  const paper = await getPaper(act, paperId);
  const problems = copyProblems(paper, { kind: 'full-copy', part: null, ofCopy: null }, []);
  if (problems.length > 0) throw new Invalid(problems);
  return enter(act, made, paper, head);
}

async function enter(
  act: Act,
  { order, source, code, stored, verdict }: Made,
  paper: Pick<Paper, 'id'> | null,
  head: ReturnType<typeof openItem>,
): Promise<Copy> {
  const by: Authorised = await getAuthorised(act, order.agency.id, order.authority);
  const { kind, reason, agency } = order;
  const taken = await copyNumber(act, kind, agency.id);
  const copy: Copy = {
    id: paper ? newId(act.now) : head.id,
    paper: paper?.id ?? null,
    kind,
    medium: 'electronic',
    code,
    of_copy: null,
    number: taken?.n ?? null,
    symbol: taken?.text ?? null,
    part: kind === 'extract' ? order.part : null,
    pages: kind === 'extract' ? order.pages : null,
    reason,
    hash: source.hash,
    original: {
      ...order.original,
      source: source.from,
      ...(kind === 'copy-of-copy' && order.fullCopy && { fullCopy: order.fullCopy }),
    },
    file: stored.hash,
    size: stored.size,
    agency: agency.id,
    agency_name: agency.name.vi,
    by_name: act.by.name,
    authorised_by: by.name,
    authorised_as: by.as,
    made_on: vietnamDay(act.now),
    made_at: act.now,
  };
  insert(act.writes, 'papers.copies', { tenant: act.tenant, ...copy });
  noteSignatureVerdict(act, stored.hash, verdict);
  step(act, head, {
    act: `paper.${kind}`,
    visible: 'party',
    after: {
      medium: copy.medium,
      code,
      symbol: copy.symbol,
      part: copy.part,
      pages: copy.pages,
      hash: copy.hash,
      file: copy.file,
      authorised: `${by.as}, ${by.name}`,
    },
    reason,
  });
  return copy;
}
