/** The signature of receipt (ký nhận) when a result is handed over at the counter. */
import type { Act } from '../../../ground/db/act.ts';
import type { File } from '../../../ground/files/index.ts';
import { Conflict, Invalid, type FieldError } from '../../../ground/operate/errors.ts';
import { step } from '../../../ground/record/index.ts';
import { hasRoleAt } from '../../../world/mandates/index.ts';
import type { Held } from '../load.ts';
import type { Dossier } from '../schema.ts';
import { receiptWords as words } from '../receipt-words.ts';
import { addScan } from './find.ts';

/** Who took the result, and what was seen and signed. */
export type Receipt = {
  readonly receiver: string;
  readonly as: 'applicant' | 'authorised';
  /** The paper by which somebody else than the applicant may take it (giấy uỷ quyền, giấy giới thiệu). */
  readonly paper: string | null;
  /** They have signed on the slip or in the book. */
  readonly signed: boolean;
  /** The signed slip, as a picture. */
  readonly slip: File | null;
};

/** What is missing of a receipt, by field. */
function receiptProblems({ receiver, as, paper, signed }: Receipt): FieldError[] {
  return [
    ...(receiver.trim() === '' ? [{ field: 'receiver', message: words.whoTook }] : []),
    ...(as === 'authorised' && !paper?.trim() ? [{ field: 'paper', message: words.byWhatPaper }] : []),
    ...(signed ? [] : [{ field: 'signed', message: words.mustSign }]),
  ];
}

/** Notes the receipt in the record, and the signed slip among the papers of the dossier. Throws Invalid when somebody has not signed for it. Returns the name that the register prints. */
export async function noteReceipt(act: Act, held: Held, receipt: Receipt): Promise<string> {
  const problems = receiptProblems(receipt);
  if (problems.length > 0) throw new Invalid(problems);
  const { as, paper, slip } = receipt;
  const receiver = receipt.receiver.trim();
  if (slip) await addScan(act, held, words.slipName.vi, slip);
  step(act, held.head, {
    act: 'dossier.sign-receipt',
    visible: 'party',
    after: { receiver, as, paper: as === 'authorised' ? paper : null, slip: slip?.hash ?? null },
    may: hasRoleAt(held.dossier.one_stop, 'counter'),
  });
  return receiver;
}

/** Who chose to fetch the result signs for it, each one: it is not noted for many at once. Throws Conflict. */
export function refuseUnsigned({ return_way: way }: Pick<Dossier, 'return_way'>): void {
  if (way === 'counter') throw new Conflict(words.eachSigns);
}
