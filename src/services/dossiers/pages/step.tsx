/** `/ho-so/:code/buoc/:token`: a step that leaves a finding — check, assignment, appraisal, inspection, opinion. */
import { Button, Textarea } from '../../../ground/ui/index.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { LARGEST_FILE } from '../../../ground/files/index.ts';
import { findingsOf } from '../findings.ts';
import { doStep, giveOpinion } from '../commands/steps.ts';
import { hold } from '../load.ts';
import { openOpinion } from '../opinions.ts';
import { dossierPath } from '../paths.ts';
import { getWhole, processOf } from '../queries.ts';
import { mayRead } from '../rules.ts';
import { chosenData, waysAfter } from '../ways.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { FindingFields, takeFindings, withFindings } from './findings.tsx';
import { wayField, Ways } from './ways.tsx';
import { workAt } from './work-at.ts';

export const stepPage = page({
  path: '/ho-so/:code/buoc/:token',
  who: 'officer',
  example: null,
  largest: LARGEST_FILE,
  input: withFindings(
    input({ finding: text({ label: words.findingField, max: 5000, lines: true }), way: wayField }),
  ),
  gather: async (visit) => {
    const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit);
    // Whoever appraises knows best; the one-stop unit and advisers are not asked for it.
    const findings = whole.at.kind === 'appraise' ? findingsOf(whole.procedure) : [];
    const { procedure, agency, oneStop, dossier, at } = whole;
    const node = dossier.process?.tokens.find(({ id }) => String(id) === at.ref)?.node ?? '';
    const ways = waysAfter(whole, processOf(procedure, agency, oneStop), node);
    return { ...whole, findings, ways };
  },
  view: ({ dossier, at, findings, ways }, visit, fault) => ({
    title: words.stepTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">{dossier.title}</span>
          <h1 class="govuk-heading-l">{at.step}</h1>
          <Form
            visit={visit}
            focusFirst={fault === null}
            upload={findings.some(({ kind }) => kind === 'file')}
          >
            <FindingFields findings={findings} dossier={dossier} fault={fault} visit={visit} />
            <Textarea {...entered('finding', fault, visit)} label={words.finding[visit.lang]} rows={5} />
            <Ways ways={ways} fault={fault} visit={visit} />
            <Button preventDoubleClick>{words.finish[visit.lang]}</Button>
          </Form>
        </div>
      </div>
    ),
  }),
  act: async (act, { finding, posted, way }, { gathered }) => {
    const { dossier, procedure, agency, oneStop, at, findings, ways } = gathered;
    const data = chosenData(ways, way);
    const held = await takeFindings(act, await hold(act, dossier.id), findings, posted);
    const give = openOpinion(held.dossier, Number(at.ref)) ? giveOpinion : doStep;
    const after = await give(act, held, processOf(procedure, agency, oneStop), Number(at.ref), finding, data);
    // Who was only asked for an opinion does not see the dossier any more.
    return { to: mayRead(act.by, after) ? dossierPath(dossier.code) : '/viec', say: words.done };
  },
});
