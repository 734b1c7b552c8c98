/**
 * The paper of an approval by silence (thông báo hồ sơ được chấp thuận do hết thời hạn giải quyết): nobody decided, so there is no
 * result, and yet the person must hold something. The agency's leader signs the notice, its clerk numbers and seals it, as every
 * paper of the agency; until then the dossier has no result.
 */
import type { Look } from '../../ground/db/act.ts';
import { vietnamDay } from '../../ground/text/dates.ts';
import { findField, formOf, printedLines, validate } from '../../work/forms/index.ts';
import type { Work } from '../../work/desk/index.ts';
import { getPaper, inNameOf, type Draft, type Head, type Paper } from '../../paper/papers/index.ts';
import { templates } from '../../paper/typeset/index.ts';
import type { Whose } from '../../world/mandates/index.ts';
import { addresseeOf, momentOf, withinSentence, type FormData } from './forms/facts.ts';
import type { Whole } from './queries.ts';
import { draftOf, paperToSign, type Composed } from './result-paper.ts';

type Matter = Pick<Whole, 'dossier' | 'procedure' | 'agency'>;

const PREFIX = 'thong-bao-';

/** In place of a token: signing and sealing this notice, when the process itself is over. */
export const noticeRef = (paper: string): string => `${PREFIX}${paper}`;

/** The notice that a work item is about; null: it is about a step of the process. */
export const noticeOf = ({ ref }: Pick<Work, 'ref'>): string | null =>
  ref?.startsWith(PREFIX) ? ref.slice(PREFIX.length) : null;

/** Questions that say who applies, how to reach them, what papers there are: no part of what is approved. Numbers of people need not be copied. */
const notApproved: ReadonlySet<string> = new Set([
  'declaration',
  'email',
  'files',
  'organisation',
  'person',
  'personalNumber',
  'phone',
  'signature',
]);

/** What was asked for, in the words of the person: the approval goes so far and no farther. */
function contentOf({ dossier, procedure }: Matter): readonly FormData[] {
  if (!procedure.form) return [];
  const form = formOf(procedure.form);
  const filled = validate(form, dossier.answers, { today: vietnamDay(dossier.submitted_at) });
  return printedLines(filled).flatMap(({ label, value, path }) => {
    const asked = findField(form.definition, path.split('.')[0] ?? '')?.field.type;
    const isContent = value !== dossier.applicant_name && (asked === undefined || !notApproved.has(asked));
    return isContent ? [{ label, value }] : [];
  });
}

/** Laws of the procedure as legal bases; what has no number or no name cannot be cited. */
const basesOf = ({ legalBasis }: Matter['procedure']): readonly string[] =>
  legalBasis.flatMap(({ number, title }) => (number && title ? [`Căn cứ ${cited(title, number)}`] : []));

/** “Luật Quảng cáo số 16/2012/QH13”, and “Nghị định số 181/2013/NĐ-CP quy định chi tiết …”: a law has a name, the others a subject. */
function cited(title: string, number: string): string {
  const [, type, subject] =
    /^(Nghị định|Thông tư liên tịch|Thông tư|Nghị quyết|Quyết định)\s+(.+)$/.exec(title) ?? [];
  return type && subject ? `${type} số ${number} ${subject}` : `${title} số ${number}`;
}

/** What the notice says; the signer is added at the signature. `check` is the address printed for checking it. */
export function composeNotice(
  matter: Matter,
  oneStop: Whole['oneStop'],
  head: Head,
  check: string,
): Composed {
  const { dossier, procedure, agency } = matter;
  const bases = basesOf(procedure);
  const content = contentOf(matter);
  return {
    template: templates.silentApproval.key,
    title: `Thông báo chấp thuận do hết thời hạn giải quyết: ${dossier.title}`,
    resultCode: null,
    data: {
      ...head,
      notation: `TB-${agency.short}`,
      addressee: addresseeOf({ dossier }),
      ...(bases.length > 0 && { bases }),
      dossier: dossier.code,
      procedure: `${withinSentence(dossier.title)} (mã thủ tục ${procedure.code})`,
      received: momentOf(dossier.accepted_at ?? dossier.submitted_at),
      due: momentOf(dossier.due_at ?? dossier.submitted_at),
      ...(content.length > 0 && { content }),
      recipients: ['Như trên', oneStop.name.vi, 'Lưu: VT'],
      check,
    },
  };
}

/** The draft of the notice, which goes to the vault of who receives it. It is numbered with the other notices of the agency. */
export const noticeDraft = (matter: Matter, paper: Composed, receiver: Whose): Draft => ({
  ...draftOf(matter, paper, receiver),
  book: templates.namedDocument.key,
});

/**
 * The paper that is to be signed at this work: the notice of an approval by silence, in the name of the agency that answers for it today,
 * or what the dossier waits with. Null while there is none.
 */
export async function paperToSignAt(
  look: Look,
  work: Pick<Work, 'ref'>,
  whole: Matter,
): Promise<Paper | null> {
  const notice = noticeOf(work);
  return notice ? inNameOf(look, await getPaper(look, notice), whole.agency) : paperToSign(look, whole);
}
