/** An electronic copy: signed by the agency outside of the act, then number, code and record in it (C6). */
import type { Act, By, Look } from '../../../ground/db/act.ts';
import { insert } from '../../../ground/db/writes.ts';
import type { Stored } from '../../../ground/files/index.ts';
import { announce } from '../../../ground/jobs/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { actorName, lockItem, step } from '../../../ground/record/index.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import { cornerWords, signingTimeWords, signPdf, verifyFile } from '../../signing/index.ts';
import { newCheckCode } from '../commands.ts';
import type { Press } from '../lay-out.ts';
import { getPaper } from '../queries.ts';
import { isClerkOf } from '../rules.ts';
import type { Copy, CopyOrder } from '../schema.ts';
import { keptVerdict, noteSignatureVerdict, trustOf, type SignatureVerdict } from '../signature-check.ts';
import { bandWords } from './bands.ts';
import { formWords } from './electronic-rules.ts';
import { copyNumber } from './number.ts';
import { approvedOrder, noteSigned } from './orders/commands.ts';
import { copyProblems } from './rules.ts';

/** A signed copy that is not entered yet. */
export type Made = {
  readonly code: string;
  readonly stored: Stored;
  readonly verdict: SignatureVerdict;
};

/** Certificates have a frame close to the edge of the sheet: one line stands above it, three would cross it. */
const cornerLines = ({ original }: CopyOrder, words: readonly string[]): readonly string[] =>
  original.source === 'issued' ? [words.join('; ')] : words;

/**
 * Signs the file that was decided on as the agency, with the words of Annex I, part II, section I.3 at the top right of its first page
 * and no picture. Slow; stands outside of acts.
 */
export async function signCopy(
  { store, keyring }: Press,
  { now }: Look,
  order: CopyOrder & { readonly to_sign: string },
  agency: Pick<Agency, 'id' | 'name'>,
): Promise<Made> {
  const name = agency.name.vi;
  const pdf = await store.read(order.to_sign);
  const code = newCheckCode();
  const form = formWords[order.kind];
  const { signer } = await keyring.agency({ id: agency.id, name, organisation: name });
  const plan = {
    field: `ban-sao-${code}`,
    time: now,
    reason: form,
    ...cornerWords(pdf, cornerLines(order, [form, name, signingTimeWords(now)])),
  };
  const { timestamp, evidence } = keyring;
  const signed = await signPdf(pdf, plan, signer, { timestamp, evidence, level: 'B-LTA' });
  const verdict = keptVerdict(await verifyFile(signed, await trustOf(keyring, now)));
  return { code, stored: await store.put(signed), verdict };
}

/** Throws Invalid where the paper that is copied has ended since it was decided on. */
async function guardPaper(act: Act, id: string) {
  const head = await lockItem(act, id);
  const problems = copyProblems(await getPaper(act, id), { kind: 'full-copy', part: null, ofCopy: null }, []);
  if (problems.length > 0) throw new Invalid(problems);
  return head;
}

/** Enters a signed copy in the book: a step of the record of what was ordered, and of the paper of ours that it is a copy of. */
export async function enterCopy(
  act: Act,
  id: string,
  agency: string,
  { code, stored, verdict }: Made,
): Promise<Copy> {
  const { head, order } = await approvedOrder(act, id, agency);
  const { kind, paper, bands, reason } = order;
  const heads = paper === null ? [head] : [head, await guardPaper(act, paper)];
  const taken = await copyNumber(act, kind, agency);
  const may = (by: By): boolean => isClerkOf(by, { agency: order.agency, keeper: null });
  const copy: Copy = {
    id: order.id,
    paper,
    kind,
    medium: 'electronic',
    code,
    of_copy: null,
    number: taken?.n ?? null,
    symbol: taken?.text ?? null,
    part: order.part,
    pages: kind === 'extract' ? bandWords(bands, order.sheets).vi : null,
    reason,
    hash: order.source,
    original: order.original,
    file: stored.hash,
    size: stored.size,
    agency,
    agency_name: order.agency_name,
    by_name: actorName(act.by, { may }),
    authorised_by: order.decided_name,
    authorised_as: order.decided_as,
    made_on: vietnamDay(act.now),
    made_at: act.now,
  };
  insert(act.writes, 'papers.copies', { tenant: act.tenant, ...copy });
  noteSignatureVerdict(act, stored.hash, verdict);
  announce(act, 'copy.signed', paper ?? copy.id);
  const { medium, symbol, part, pages, hash, file } = copy;
  const authorised = `${order.decided_as}, ${order.decided_name}`;
  for (const one of heads)
    step(act, one, {
      act: `paper.${kind}`,
      visible: 'party',
      after: { medium, code, symbol, part, pages, hash, file, authorised },
      reason,
      may,
    });
  await noteSigned(act, id);
  return copy;
}
