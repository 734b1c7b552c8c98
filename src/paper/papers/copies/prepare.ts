/** Preparing an electronic copy: what is copied is read, judged and kept for the decision. Slow; stands outside of acts. */
import type { Look } from '../../../ground/db/act.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import type { Agency } from '../../../world/agencies/index.ts';
import { extractBands } from '../../scanning/index.ts';
import type { CopyOrder, Original } from '../schema.ts';
import { getAuthorised } from './authority.ts';
import { extractProblems } from './bands.ts';
import { electronicProblems, type ElectronicWish } from './electronic-rules.ts';
import type { NewOrder } from './orders/commands.ts';
import type { Desk, Source } from './source.ts';

/** The agency that copies, for whom, and who is asked to decide. */
export type Wanted = ElectronicWish & {
  readonly agency: Pick<Agency, 'id' | 'name'>;
  readonly authority: string;
  /** What for, asked by whom. */
  readonly reason: string;
  readonly original: Omit<Original, 'source' | 'fullCopy'>;
  /** The paper of ours that is copied. */
  readonly paper: string | null;
};

/** Keeps what is copied, for the decision. Throws Invalid with what stands against the copy, or against who is asked. */
export async function keepSource(
  { store }: Desk,
  look: Look,
  source: Source,
  wanted: Wanted,
): Promise<NewOrder> {
  const { agency, authority, reason, paper, kind, part, fullCopy } = wanted;
  await getAuthorised(look, agency.id, authority);
  const problems = electronicProblems(wanted, source);
  if (problems.length > 0) throw new Invalid(problems);
  const { hash } = await store.put(source.pdf);
  const drawn = source.drawn === source.pdf ? hash : (await store.put(source.drawn)).hash;
  const full_copy = kind === 'copy-of-copy' ? fullCopy : null;
  const original = { ...wanted.original, source: source.from, ...(full_copy && { fullCopy: full_copy }) };
  return {
    kind,
    part: kind === 'extract' ? part : null,
    full_copy,
    reason,
    original,
    paper,
    source: hash,
    drawn,
    sheets: source.sheets,
    agency,
    authority,
  };
}

/** Makes the file of an extract from the parts that were chosen. Returns its hash. Throws Invalid with what stands against them. */
export async function makeExtract({ store, programs }: Desk, order: CopyOrder, now: Date): Promise<string> {
  const problems = extractProblems(order.bands, order.sheets);
  if (problems.length > 0) throw new Invalid(problems);
  const { original, agency_name: author } = order;
  const meta = { title: original.title, author, keywords: original.symbol ?? '', date: vietnamDay(now) };
  const { pdf } = await extractBands(programs, await store.read(order.drawn), meta, order.bands);
  return (await store.put(pdf)).hash;
}
