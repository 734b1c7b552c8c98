/** `/thanh-toan/:charge/bien-lai`: the receipt as PDF, made anew each time from the same data: the same bytes. */
import type { Look } from '../../../ground/db/act.ts';
import type { Answer } from '../../../ground/web/page.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { currentTemplate } from '../../../paper/papers/index.ts';
import { typeset } from '../../../paper/typeset/index.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import { findPerson, getOrganisation } from '../../../world/people/index.ts';
import { CHARGE_PARAM, PAYMENTS } from '../paths.ts';
import { findPayment, findReceipt, getCharge } from '../queries.ts';
import { receiptData } from '../receipt.ts';
import type { Charge } from '../schema.ts';
import type { PaymentAccounts } from '../settings.ts';

/** The number by which the state knows who paid. It does not change, so that the receipt stays the same whenever it is made. */
async function payerNumber(look: Look, { person, organisation }: Charge): Promise<string | null> {
  if (organisation) return (await getOrganisation(look, organisation)).number;
  return person ? ((await findPerson(look, person))?.number ?? null) : null;
}

export const receiptAnswer = ({ taxCode }: PaymentAccounts): Answer => ({
  path: `${PAYMENTS}/${CHARGE_PARAM}/bien-lai`,
  who: 'signed-in',
  example: null,
  respond: async ({ look, params }) => {
    const charge = await getCharge(look, params['charge'] ?? '');
    const [receipt, credit, agency] = await Promise.all([
      findReceipt(look, charge.id),
      findPayment(look, charge.id),
      getAgency(look, charge.agency),
    ]);
    const template = receipt && (await currentTemplate(look, 'fee-receipt', receipt.issued_at));
    if (!receipt || !credit || !template)
      throw new NotFound({ vi: 'Khoản này chưa có biên lai.', en: 'There is no receipt for this yet.' });
    const collector = { name: agency.name.vi, address: agency.address, taxCode };
    const payer = await payerNumber(look, charge);
    const data = receiptData({ charge, credit, receipt, collector, payer });
    const { pdf } = await typeset(template, data as never, {
      date: vietnamDay(receipt.issued_at),
      author: agency.name.vi,
    });
    return new Response(Buffer.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="bien-lai-${receipt.symbol}-${receipt.number}.pdf"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});
