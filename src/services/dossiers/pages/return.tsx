/** `/ho-so/:code/tra/:token`: the one-stop unit notes that the result has reached the person. */
import { Button, InsetText, SummaryList } from '../../../ground/ui/index.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { cashPath } from '../../../outside/payments/index.ts';
import { noteReturned } from '../commands/steps.ts';
import { listOwed, owingWords, refuseUnpaid, unpaidAtHandOver } from '../commands/payment.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole, processOf } from '../queries.ts';
import { tokenOf } from '../work.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { workAt } from './work-at.ts';

export const returnPage = page({
  path: '/ho-so/:code/tra/:token',
  who: 'officer',
  example: null,
  input: nothing,
  gather: async (visit) => {
    const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit);
    const { look } = visit;
    const [unpaid, owed] = await Promise.all([
      unpaidAtHandOver(look, whole.dossier, whole.procedure),
      listOwed(look, whole.dossier),
    ]);
    return { ...whole, unpaid, owed };
  },
  view: ({ dossier, unpaid, owed }, visit) => ({
    title: words.returnTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <Form visit={visit}>
        <span class="govuk-caption-l">
          {dossier.code} · {dossier.applicant_name}
        </span>
        <h1 class="govuk-heading-l">{words.returnTitle[visit.lang]}</h1>
        {owed.length > 0 && (
          <>
            <SummaryList
              rows={owed.map((one) => ({
                key: words.owedTitle[visit.lang],
                value: owingWords(one, visit.lang),
                actions: [
                  {
                    href: cashPath(one.id),
                    text: words.owedSettle[visit.lang],
                    spoken: owingWords(one, visit.lang),
                  },
                ],
              }))}
            />
            {!unpaid && <InsetText>{words.owedOnline[visit.lang]}</InsetText>}
          </>
        )}
        {unpaid ? (
          <InsetText>{unpaid[visit.lang]}</InsetText>
        ) : (
          <Button preventDoubleClick>{words.handed[visit.lang]}</Button>
        )}
      </Form>
    ),
  }),
  act: async (act, _, { gathered: { dossier, procedure, agency, oneStop, at } }) => {
    const held = await hold(act, dossier.id);
    await refuseUnpaid(act, 'return', held.dossier, procedure);
    await noteReturned(act, held, processOf(procedure, agency, oneStop), tokenOf(at));
    return { to: dossierPath(dossier.code), say: words.returned };
  },
});
