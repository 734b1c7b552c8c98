/** `/ho-so/:code/tra/:token`: the one-stop unit notes that the result has reached the person. */
import { Button, InsetText } from '../../../ground/ui/index.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { noteReturned } from '../commands/steps.ts';
import { refuseUnpaid, unpaidBefore } from '../commands/payment.ts';
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
    return { ...whole, unpaid: await unpaidBefore(visit.look, 'return', whole.dossier, whole.procedure) };
  },
  view: ({ dossier, unpaid }, visit) => ({
    title: words.returnTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <Form visit={visit}>
        <span class="govuk-caption-l">
          {dossier.code} · {dossier.applicant_name}
        </span>
        <h1 class="govuk-heading-l">{words.returnTitle[visit.lang]}</h1>
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
