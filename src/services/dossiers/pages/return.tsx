/** `/ho-so/:code/tra/:token`: the one-stop unit notes that the result has reached the person, and who signed for it at the counter. */
import { Button, Checkboxes, FileUpload, InsetText, Radios, SummaryList } from '../../../ground/ui/index.ts';
import { LARGEST_FILE } from '../../../ground/files/index.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { flag, input, oneOf, text } from '../../../ground/web/input.ts';
import { page, type Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { listParcels } from '../../../outside/exchange/index.ts';
import { cashPath, type Charge } from '../../../outside/payments/index.ts';
import { listOwed, owingWords, refuseUnpaid, unpaidAtHandOver } from '../commands/payment.ts';
import { noteReturned } from '../commands/steps.ts';
import { holdStep } from '../held-step.ts';
import { dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import type { Dossier } from '../schema.ts';
import { tokenOf } from '../work.ts';
import { receiptWords } from '../receipt-words.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { hasPostFailed } from './returning.ts';
import { withFindings } from './findings.tsx';
import { WhoCame } from './who-came.tsx';
import { workAt } from './work-at.ts';

const SLIP = 'slip';

type FieldsProps = {
  /** The paper is to be had at the counter. */
  readonly here: boolean;
  readonly dossier: Dossier;
  readonly fault: Fault | null;
  readonly visit: Visit;
};

const asks = {
  who: 'receiver',
  whoLabel: receiptWords.receiver,
  asLabel: receiptWords.as,
  applicant: receiptWords.applicant,
  authorised: receiptWords.authorised,
  paper: 'paper',
  paperLabel: receiptWords.paper,
  paperHint: receiptWords.paperHint,
};

/** How it was returned; what is asked of who signs belongs to the first answer. */
const ReceiptFields = ({ here, dossier, fault, visit }: FieldsProps) => {
  const { lang } = visit;
  const hand = typedIn(fault, 'hand') ?? (here ? 'counter' : 'otherwise');
  const slip = `found.${SLIP}`;
  return (
    <Radios
      name="hand"
      idPrefix="hand"
      legend={{ text: receiptWords.how[lang], size: 'm' }}
      error={errorOf(fault, 'hand', visit)}
      items={[
        {
          value: 'counter',
          text: receiptWords.atCounter[lang],
          checked: hand === 'counter',
          reveals: (
            <>
              <WhoCame asks={asks} dossier={dossier} fault={fault} visit={visit} />
              <Checkboxes
                name="signed"
                idPrefix="signed"
                error={errorOf(fault, 'signed', visit)}
                items={[
                  {
                    value: 'yes',
                    text: receiptWords.signed[lang],
                    checked: typedIn(fault, 'signed') === 'yes',
                  },
                ]}
              />
              <FileUpload
                id={slip}
                name={slip}
                label={receiptWords.slip[lang]}
                error={errorOf(fault, slip, visit)}
              />
            </>
          ),
        },
        {
          value: 'otherwise',
          text: receiptWords.otherwise[lang],
          hint: receiptWords.otherwiseHint[lang],
          checked: hand === 'otherwise',
        },
      ]}
    />
  );
};

/** What is still owed for the result, each with the page where it is settled. */
const Owed = ({ owed, visit: { lang } }: { readonly owed: readonly Charge[]; readonly visit: Visit }) =>
  owed.length === 0 ? null : (
    <SummaryList
      rows={owed.map((one) => ({
        key: words.owedTitle[lang],
        value: owingWords(one, lang),
        actions: [{ href: cashPath(one.id), text: words.owedSettle[lang], spoken: owingWords(one, lang) }],
      }))}
    />
  );

export const returnPage = page({
  path: '/ho-so/:code/tra/:token',
  who: 'officer',
  example: null,
  largest: LARGEST_FILE,
  input: withFindings(
    input({
      hand: oneOf(['counter', 'otherwise'], receiptWords.how),
      receiver: text({ label: receiptWords.receiverField, max: 200, min: 0 }),
      as: oneOf(['applicant', 'authorised'], receiptWords.as),
      paper: text({ label: receiptWords.paper, max: 300, min: 0 }),
      signed: flag(),
    }),
  ),
  gather: async (visit) => {
    const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit, 'tra');
    const { look } = visit;
    const [unpaid, owed, parcels] = await Promise.all([
      unpaidAtHandOver(look, whole.dossier, whole.procedure),
      listOwed(look, whole.dossier),
      whole.dossier.return_way === 'post' ? listParcels(look, whole.dossier.id) : [],
    ]);
    return { ...whole, unpaid, owed, postFailed: hasPostFailed(parcels) };
  },
  view: ({ dossier, unpaid, owed, postFailed }, visit, fault) => ({
    title: words.returnTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">
            {dossier.code} · {dossier.applicant_name}
          </span>
          <h1 class="govuk-heading-l">{words.returnTitle[visit.lang]}</h1>
          <Owed owed={owed} visit={visit} />
          {unpaid ? (
            <InsetText>{unpaid[visit.lang]}</InsetText>
          ) : (
            <Form visit={visit} upload focusFirst={fault === null}>
              {owed.length > 0 && <InsetText>{words.owedOnline[visit.lang]}</InsetText>}
              {dossier.return_way === 'post' && (
                <InsetText>{receiptWords[postFailed ? 'postFailed' : 'byPost'][visit.lang]}</InsetText>
              )}
              <ReceiptFields
                here={postFailed || dossier.return_way === 'counter'}
                dossier={dossier}
                fault={fault}
                visit={visit}
              />
              <Button preventDoubleClick>{words.handed[visit.lang]}</Button>
            </Form>
          )}
        </div>
      </div>
    ),
  }),
  act: async (act, { hand, receiver, as, paper, signed, posted }, { gathered }) => {
    const { dossier, procedure, at } = gathered;
    const { held, definition } = await holdStep(act, gathered, at);
    await refuseUnpaid(act, 'return', held.dossier, procedure);
    const receipt =
      hand === 'counter'
        ? { receiver, as, paper: paper || null, signed, slip: posted.scans[SLIP] ?? null }
        : null;
    await noteReturned(act, held, definition, tokenOf(at), receipt);
    return { to: dossierPath(dossier.code), say: words.returned };
  },
});
