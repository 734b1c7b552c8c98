/** `/ho-so/:code/tra/:token`: the one-stop unit notes that the result has reached the person. */
import { Button } from '../../../ground/ui/index.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { noteReturned } from '../commands/steps.ts';
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
  gather: async (visit) => workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit),
  view: ({ dossier }, visit) => ({
    title: words.returnTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <Form visit={visit}>
        <span class="govuk-caption-l">
          {dossier.code} · {dossier.applicant_name}
        </span>
        <h1 class="govuk-heading-l">{words.returnTitle[visit.lang]}</h1>
        <Button preventDoubleClick>{words.handed[visit.lang]}</Button>
      </Form>
    ),
  }),
  act: async (act, _, { gathered: { dossier, procedure, agency, oneStop, at } }) => {
    await noteReturned(act, await hold(act, dossier.id), processOf(procedure, agency, oneStop), tokenOf(at));
    return { to: dossierPath(dossier.code), say: words.returned };
  },
});
