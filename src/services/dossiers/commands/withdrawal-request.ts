/** The paper on which a person asks at the counter that their dossier be withdrawn (đơn đề nghị rút hồ sơ). */
import type { Act } from '../../../ground/db/act.ts';
import type { File } from '../../../ground/files/index.ts';
import { Invalid, type FieldError } from '../../../ground/operate/errors.ts';
import { step } from '../../../ground/record/index.ts';
import { hasRoleAt } from '../../../world/mandates/index.ts';
import type { Held } from '../load.ts';
import { withdrawalWords as words } from '../withdrawal-words.ts';
import { addScan } from './find.ts';

/** Who asked, by what right, and the signed paper as a picture. */
export type WithdrawalRequest = {
  readonly asker: string;
  readonly as: 'applicant' | 'authorised';
  /** The authorisation of somebody else than the applicant (giấy uỷ quyền). */
  readonly authorisation: string | null;
  readonly scan: File | null;
};

const problemsOf = ({ asker, as, authorisation, scan }: WithdrawalRequest): readonly FieldError[] => [
  ...(asker.trim() === '' ? [{ field: 'asker', message: words.whoAsked }] : []),
  ...(as === 'authorised' && !authorisation?.trim()
    ? [{ field: 'authorisation', message: words.byWhatRight }]
    : []),
  ...(scan === null ? [{ field: REQUEST, message: words.mustBeOnPaper }] : []),
];

/** Name of the field with the signed paper. */
export const REQUEST = 'request';

/** Keeps the paper with the dossier, and who asked in the record. Throws Invalid: an officer ends nobody's dossier on their word alone. */
export async function noteWithdrawalRequest(
  act: Act,
  held: Held,
  request: WithdrawalRequest | null,
): Promise<void> {
  const problems = request ? problemsOf(request) : [{ field: REQUEST, message: words.mustBeOnPaper }];
  if (!request?.scan || problems.length > 0) throw new Invalid(problems);
  const { as, authorisation, scan } = request;
  await addScan(act, held, words.paperName.vi, scan);
  step(act, held.head, {
    act: 'dossier.ask-withdrawal',
    visible: 'party',
    after: {
      asker: request.asker.trim(),
      as,
      authorisation: as === 'authorised' ? authorisation : null,
      request: scan.hash,
    },
    may: hasRoleAt(held.dossier.one_stop, 'counter'),
  });
}
