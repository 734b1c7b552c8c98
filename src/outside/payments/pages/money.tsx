/** `/thanh-toan/tien/:credit`: who answers for money decides whether it goes back, and notes that it went. Opened from the desk. */
import {
  Button,
  ButtonGroup,
  Facts,
  Input,
  SummaryList,
  Textarea,
  WarningText,
} from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { Invalid, NotAllowed, NotFound } from '../../../ground/operate/errors.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import type { WorkKind } from '../../../work/desk/index.ts';
import { MONEY_WORK } from '../commands/await.ts';
import { keepPayment } from '../commands/charge.ts';
import { decideRefund, noteRefunded } from '../commands/money.ts';
import { chargePath, moneyPath } from '../paths.ts';
import { answersFor, mayReconcile } from '../policy.ts';
import { findCharge, findCreditById, findRefundOf, listGoingBack } from '../queries.ts';
import { isUndecided } from '../rules.ts';
import type { Charge, Credit, Refund } from '../schema.ts';
import { deskWords, fateName, sourceName, words } from '../words.ts';

/** What of the desk is ours: money that waits for a decision, or to be paid back. */
export const moneyWork: readonly WorkKind[] = (['decide', 'give-back'] as const).map((kind) => ({
  room: MONEY_WORK,
  kind,
  name: deskWords[kind],
  path: ({ item }) => moneyPath(item),
}));

/** Where the money stands: to be decided, and if so whether it may be kept; to be paid back; or nothing is left to do. */
type Stand = 'decide' | 'decide-or-keep' | 'give-back' | 'over';

type Money = { readonly credit: Credit; readonly charge: Charge | null; readonly refund: Refund | null };

async function standOf({ look }: Visit, { credit, charge, refund }: Money): Promise<Stand> {
  if (refund) return refund.state === 'asked' ? 'give-back' : 'over';
  if (credit.fate !== 'charge') return 'decide';
  const waits = charge !== null && isUndecided(charge, await listGoingBack(look, charge.id));
  return waits ? 'decide-or-keep' : 'over';
}

export const moneyPage = page({
  path: moneyPath(':credit'),
  who: mayReconcile,
  example: null,
  input: input({
    choice: oneOf(['back', 'keep', 'done'], deskWords.choice),
    why: text({ label: deskWords.whyField, min: 0, max: 500 }),
    evidence: text({ label: deskWords.evidence, min: 0, max: 200 }),
  }),
  gather: async (visit) => {
    const { look, by, params } = visit;
    const credit = await findCreditById(look, params['credit'] ?? '');
    if (!credit) throw new NotFound(deskWords.none);
    const charge = credit.charge === null ? null : await findCharge(look, credit.charge);
    if (!answersFor(by, charge)) throw new NotAllowed(words.notYourBooks);
    const money = { credit, charge, refund: await findRefundOf(look, credit.id) };
    return { ...money, stand: await standOf(visit, money) };
  },
  view: ({ credit, charge, refund, stand }, visit, fault) => {
    const { lang } = visit;
    return {
      title: deskWords.title,
      crumbs: [{ text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' }],
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            {charge && (
              <span class="govuk-caption-l">
                {charge.code} · {charge.title}
              </span>
            )}
            <h1 class="govuk-heading-l">{deskWords.title[lang]}</h1>
            <Facts
              items={[
                { label: words.amount[lang], value: formatMoney(credit.amount, lang) },
                {
                  label: deskWords.came[lang],
                  value: `${formatTime(credit.at, lang)}, ${sourceName[credit.source][lang]}`,
                },
              ]}
            />
            <SummaryList
              rows={[
                charge && { key: words.payer[lang], value: charge.payer_name },
                !refund && {
                  key: deskWords.what[lang],
                  value: charge?.ended_why ?? fateName[credit.fate][lang],
                },
                credit.words !== null && { key: deskWords.said[lang], value: credit.words },
                refund && { key: deskWords.decided[lang], value: refund.why },
                refund?.evidence && { key: deskWords.evidence[lang], value: refund.evidence },
              ]}
            />
            {charge && (
              <p class="govuk-body">
                <a class="govuk-link" href={chargePath(charge.id)}>
                  {deskWords.toCharge[lang]}
                </a>
              </p>
            )}
            {stand === 'over' ? (
              <WarningText>{deskWords.nothing[lang]}</WarningText>
            ) : (
              <Form visit={visit}>
                {stand === 'give-back' ? (
                  <>
                    <Input {...entered('evidence', fault, visit)} label={deskWords.evidence[lang]} />
                    <Button name="choice" value="done" preventDoubleClick>
                      {deskWords.done[lang]}
                    </Button>
                  </>
                ) : (
                  <>
                    <Textarea {...entered('why', fault, visit)} label={deskWords.why[lang]} rows={3} />
                    <ButtonGroup>
                      <Button name="choice" value="back" preventDoubleClick>
                        {deskWords.back[lang]}
                      </Button>
                      {stand === 'decide-or-keep' && (
                        <Button kind="secondary" name="choice" value="keep" preventDoubleClick>
                          {deskWords.keep[lang]}
                        </Button>
                      )}
                    </ButtonGroup>
                  </>
                )}
              </Form>
            )}
          </div>
        </div>
      ),
    };
  },
  act: async (act, { choice, why, evidence }, { gathered: { credit, charge, refund } }) => {
    if (choice === 'back') await decideRefund(act, credit, why);
    else if (choice === 'keep') {
      if (!charge) throw new NotFound(deskWords.none);
      if (!why) throw new Invalid([{ field: 'why', message: words.keepNoReason }]);
      await keepPayment(act, charge.id, why);
    } else await noteRefunded(act, refund?.id ?? '', evidence);
    return { to: moneyPath(credit.id), say: deskWords.noted };
  },
});
