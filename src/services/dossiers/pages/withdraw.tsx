/** The applicant withdraws the dossier; the one-stop unit does it for them on a signed paper. A reason may be given and is not needed. */
import { LARGEST_FILE } from '../../../ground/files/index.ts';
import { Button, FileUpload, Textarea } from '../../../ground/ui/index.ts';
import { entered, errorOf, Faults, Form } from '../../../ground/web/form.tsx';
import { input, oneOf, optional, text } from '../../../ground/web/input.ts';
import { page, type Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { withdraw } from '../commands/end.ts';
import { REQUEST } from '../commands/withdrawal-request.ts';
import { hold } from '../load.ts';
import { actPath, dossierPath } from '../paths.ts';
import type { Dossier } from '../schema.ts';
import { withdrawalWords } from '../withdrawal-words.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { wholeFor } from './whole-for.ts';
import { WhoCame } from './who-came.tsx';
import { withFindings } from './findings.tsx';

const SCAN = `found.${REQUEST}`;

type FieldsProps = { readonly dossier: Dossier; readonly fault: Fault | null; readonly visit: Visit };

const asks = {
  who: 'asker',
  whoLabel: withdrawalWords.asker,
  asLabel: withdrawalWords.as,
  applicant: withdrawalWords.applicant,
  authorised: withdrawalWords.authorised,
  paper: 'authorisation',
  paperLabel: withdrawalWords.authorisation,
  paperHint: withdrawalWords.authorisationHint,
};

/** Who asks on paper, and the paper. */
const RequestFields = ({ dossier, fault, visit }: FieldsProps) => (
  <>
    <WhoCame asks={asks} dossier={dossier} fault={fault} visit={visit} />
    <FileUpload
      id={REQUEST}
      name={SCAN}
      label={withdrawalWords.request[visit.lang]}
      error={errorOf(fault, REQUEST, visit)}
    />
  </>
);

export const withdrawPage = page({
  path: actPath(':code', 'withdraw').replace('%3A', ':'),
  who: 'signed-in',
  example: null,
  largest: LARGEST_FILE,
  input: withFindings(
    input({
      reason: text({ label: words.reasonField, max: 2000, min: 0, lines: true }),
      asker: text({ label: withdrawalWords.askerField, max: 200, min: 0 }),
      as: optional(oneOf(['applicant', 'authorised'], withdrawalWords.as)),
      authorisation: text({ label: withdrawalWords.authorisation, max: 300, min: 0 }),
    }),
  ),
  gather: (visit) => wholeFor(visit, 'withdraw'),
  view: ({ dossier }, visit, fault) => {
    const { lang, by } = visit;
    const onPaper = by.kind === 'officer';
    return {
      title: words.withdrawTitle,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">
              {dossier.code} · {dossier.title}
            </span>
            <h1 class="govuk-heading-l">{words.withdrawTitle[lang]}</h1>
            <p class="govuk-body">{(onPaper ? withdrawalWords.onPaper : words.withdrawHint)[lang]}</p>
            <Form visit={visit} upload={onPaper}>
              {onPaper && <RequestFields dossier={dossier} fault={fault} visit={visit} />}
              <Textarea {...entered('reason', fault, visit)} label={words.reasonOptional[lang]} rows={4} />
              <Button kind="warning" preventDoubleClick>
                {words.withdrawTitle[lang]}
              </Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, { reason, asker, as, authorisation, posted }, { gathered: { dossier } }) => {
    const request =
      act.by.kind === 'officer'
        ? { asker, as: as ?? 'applicant', authorisation, scan: posted.scans[REQUEST] ?? null }
        : null;
    await withdraw(act, await hold(act, dossier.id), reason, request);
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
