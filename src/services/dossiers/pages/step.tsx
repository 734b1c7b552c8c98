/** `/ho-so/:code/buoc/:token`: a step that leaves a finding — check, assignment, appraisal, inspection, opinion. */
import { Button, Textarea } from '../../../ground/ui/index.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { doStep } from '../commands/steps.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole, processOf } from '../queries.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { workAt } from './work-at.ts';

export const stepPage = page({
  path: '/ho-so/:code/buoc/:token',
  who: 'officer',
  example: null,
  input: input({ finding: text({ label: words.findingField, max: 5000, lines: true }) }),
  gather: async (visit) => workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit),
  view: ({ dossier, at }, visit, fault) => ({
    title: words.stepTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">{dossier.title}</span>
          <h1 class="govuk-heading-l">{at.step}</h1>
          <Form visit={visit}>
            <Textarea
              id="finding"
              name="finding"
              label={words.finding[visit.lang]}
              value={typedIn(fault, 'finding')}
              error={errorOf(fault, 'finding', visit)}
              rows={5}
            />
            <Button preventDoubleClick>{words.finish[visit.lang]}</Button>
          </Form>
        </div>
      </div>
    ),
  }),
  act: async (act, { finding }, { gathered: { dossier, procedure, agency, oneStop, at } }) => {
    await doStep(
      act,
      await hold(act, dossier.id),
      processOf(procedure, agency, oneStop),
      Number(at.ref),
      finding,
    );
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
