/** `/thanh-toan/:charge/tra-lai`: what was paid is given back whole, with the reason; carried out on the page of reconciliation. */
import { Button, Facts, Textarea, WarningText } from '../../../ground/ui/index.ts';
import { Conflict, NotAllowed } from '../../../ground/operate/errors.ts';
import { formatMoney } from '../../../ground/text/money.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { askRefund } from '../commands/money.ts';
import { CHARGE_PARAM, chargePath, PAYMENTS } from '../paths.ts';
import { answersFor, mayReconcile } from '../policy.ts';
import { findPayment, getCharge, listGoingBack } from '../queries.ts';
import { isRefundable } from '../rules.ts';
import { words } from '../words.ts';

export const refundPage = page({
  path: `${PAYMENTS}/${CHARGE_PARAM}/tra-lai`,
  who: mayReconcile,
  example: null,
  input: input({ why: text({ label: words.refundWhy, max: 500 }) }),
  gather: async ({ look, params }) => {
    const charge = await getCharge(look, params['charge'] ?? '');
    if (!answersFor(look.by, charge)) throw new NotAllowed(words.refundElsewhere);
    const credit = isRefundable(charge, await listGoingBack(look, charge.id))
      ? await findPayment(look, charge.id)
      : null;
    return { charge, credit };
  },
  view: ({ charge, credit }, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.refundTitle,
      crumbs: [{ text: words.title, href: chargePath(charge.id) }],
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">
            {charge.code} · {charge.title}
          </span>
          <h1 class="govuk-heading-l">{words.refundTitle[lang]}</h1>
          {credit ? (
            <>
              <Facts
                items={[
                  { label: words.amount[lang], value: formatMoney(credit.amount, lang) },
                  { label: words.payer[lang], value: charge.payer_name },
                ]}
              />
              <p class="govuk-body">{words.refundHint[lang]}</p>
              <Form visit={visit}>
                <Textarea {...entered('why', fault, visit)} label={words.refundWhy[lang]} rows={3} />
                <Button preventDoubleClick>{words.refund[lang]}</Button>
              </Form>
            </>
          ) : (
            <WarningText>{words.notRefundable[lang]}</WarningText>
          )}
        </>
      ),
    };
  },
  act: async (act, { why }, { gathered: { charge, credit } }) => {
    if (!credit) throw new Conflict(words.notRefundable);
    await askRefund(act, credit.id, why);
    return { to: chargePath(charge.id), say: words.refundDecided };
  },
});
