/** What anyone may know of a paper by its code: what stands on it anyway, and whether it is still in force (E3). */
import { createHash } from 'node:crypto';
import type { Look } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { annexName } from '../annexes/names.ts';
import { findAnnexByHash, listAnnexes } from '../annexes/queries.ts';
import { findCopyByCode, findCopyByFile } from '../copies/queries.ts';
import { findDataByHash, listData } from '../signed-data/keep.ts';
import { findByCheckCode, findByHash, getPaper } from '../queries.ts';
import type { Copy, KeptData, Paper } from '../schema.ts';
import { hasName } from './names.ts';

/** Whether a paper is in force on a day (hiệu lực). */
export type Force = 'in-force' | 'expired' | 'superseded' | 'revoked';

/** Names of it, for people. */
export const forceName: Readonly<Record<Force, Text>> = {
  'in-force': { vi: 'Còn hiệu lực', en: 'In force' },
  expired: { vi: 'Đã hết hạn', en: 'Expired' },
  superseded: { vi: 'Đã được thay thế', en: 'Replaced' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
};

/** Whether an issued paper is in force on a day: its state, and its last day of validity. */
function forceOn(paper: Pick<Paper, 'state' | 'valid_until'>, day: string): Force {
  if (paper.state === 'revoked' || paper.state === 'superseded') return paper.state;
  return paper.valid_until !== null && paper.valid_until < day ? 'expired' : 'in-force';
}

/** What is shown to a verifier: no name, no content, nothing that does not stand on the paper in hand. */
export type Checked = {
  readonly title: string;
  readonly issuer: string;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly validUntil: string | null;
  /** Null: the document was not issued here, so that its issuer must be asked. */
  readonly force: Force | null;
  /** Day of revocation or replacement. */
  readonly endedOn: string | null;
  /** The paper in its place, by number and day. */
  readonly replacement: Pick<Paper, 'symbol' | 'issued_on'> | null;
  /** Set when the code is that of a copy or conversion: what was made of the paper, by whom, when. */
  readonly copy: Pick<Copy, 'kind' | 'symbol' | 'part' | 'agency_name' | 'made_on'> | null;
};

/** Keeps of a copy what a verifier may know. */
const shownCopy = ({ kind, symbol, part, agency_name, made_on }: NonNullable<Checked['copy']>) => ({
  kind,
  symbol,
  part,
  agency_name,
  made_on,
});

/** An electronic copy of a document that was not issued here: what the agency says that it copied. */
const checkedCopy = (copy: Copy): Checked => ({
  title: copy.original?.title ?? '',
  issuer: copy.original?.issuer ?? '',
  symbol: copy.original?.symbol ?? null,
  issuedOn: copy.original?.issuedOn ?? null,
  validUntil: null,
  force: null,
  endedOn: null,
  replacement: null,
  copy: shownCopy(copy),
});

/** Keeps of a paper what a verifier may know. */
const checkedOf = (
  paper: Paper,
  replacement: Pick<Paper, 'symbol' | 'issued_on'> | null,
  copy: Checked['copy'],
  day: string,
): Checked => ({
  title: paper.title,
  issuer: paper.agency_name,
  symbol: paper.symbol,
  issuedOn: paper.issued_on,
  validUntil: paper.valid_until,
  force: forceOn(paper, day),
  endedOn: paper.ended_at && vietnamDay(paper.ended_at),
  replacement: replacement && { symbol: replacement.symbol, issued_on: replacement.issued_on },
  copy: copy && shownCopy(copy),
});

/** What is behind a code: an issued paper, a copy of one, or a copy of a document that was not issued here. */
type Behind =
  { readonly paper: Paper; readonly copy: Copy | null } | { readonly paper: null; readonly copy: Copy };

const behindCopy = async (look: Look, copy: Copy): Promise<Behind> =>
  copy.paper === null ? { paper: null, copy } : { paper: await getPaper(look, copy.paper), copy };

/** Null for a code that nothing issued has. */
async function issuedBehind(look: Look, code: string): Promise<Behind | null> {
  const paper = await findByCheckCode(look, code);
  if (paper) return paper.issued_at ? { paper, copy: null } : null;
  const copy = await findCopyByCode(look, code);
  return copy && behindCopy(look, copy);
}

const checkedBehind = (look: Look, { paper, copy }: Behind): Promise<Checked> | Checked =>
  paper ? gathered(look, paper, copy) : checkedCopy(copy);

/** The check of a code; null when no issued paper has it. */
export async function findChecked(look: Look, code: string): Promise<Checked | null> {
  const found = await issuedBehind(look, code);
  return found && checkedBehind(look, found);
}

const gathered = async (look: Look, paper: Paper, copy: Checked['copy']): Promise<Checked> =>
  checkedOf(
    paper,
    paper.replaced_by === null ? null : await getPaper(look, paper.replaced_by),
    copy,
    vietnamDay(look.now),
  );

/** Whether the name in a verifier's hand stands on the paper with this code; null when there is no such paper. */
export async function agreesWithName(look: Look, code: string, name: string): Promise<boolean | null> {
  const found = await issuedBehind(look, code);
  return found?.paper ? hasName(found.paper, name) : null;
}

/** What is known of the bytes of a file: the paper they are, or that they are not what was issued under the code given with them. */
export type FileChecked =
  | {
      readonly kind: 'as-issued';
      readonly checked: Checked;
      /** Set when the file is an annex of the paper. */
      readonly annex?: Text;
      /** Set when the file is the signed data of the paper. */
      readonly isData?: true;
      /** Set when the file is the paper itself, whole: its data says no more than whoever has the file knows. */
      readonly data?: readonly KeptData[];
    }
  | { readonly kind: 'differs'; readonly checked: Checked }
  | { readonly kind: 'not-ours' };

/** Compares a file with what was issued, by its hash. `code` is the code printed on it, where the verifier gave one. */
export async function checkFile(look: Look, bytes: Buffer, code: string | null): Promise<FileChecked> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const paper = await findByHash(look, hash);
  if (paper?.issued_at) {
    const checked = await gathered(look, paper, null);
    return { kind: 'as-issued', checked, data: await listData(look, paper.id) };
  }
  const copy = await findCopyByFile(look, hash);
  if (copy) return { kind: 'as-issued', checked: await checkedBehind(look, await behindCopy(look, copy)) };
  const annex = await findAnnexByHash(look, hash);
  if (annex) {
    const checked = await gathered(look, await getPaper(look, annex.paper), null);
    const all = await listAnnexes(look, annex.paper);
    return { kind: 'as-issued', checked, annex: annexName(annex, all.length) };
  }
  const data = await findDataByHash(look, hash);
  if (data) {
    const checked = await gathered(look, await getPaper(look, data.paper), null);
    return { kind: 'as-issued', checked, isData: true };
  }
  const claimed = code && (await findChecked(look, code));
  return claimed ? { kind: 'differs', checked: claimed } : { kind: 'not-ours' };
}
