/** `/ho-so/:code/buoc/:token`: a step that leaves a finding — check, assignment, appraisal, inspection, opinion. */
import { input } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { LARGEST_FILE } from '../../../ground/files/index.ts';
import { findingsOf } from '../findings.ts';
import { doStep, giveOpinion } from '../commands/steps.ts';
import { holdStep } from '../held-step.ts';
import { openOpinion } from '../opinions.ts';
import { dossierPath } from '../paths.ts';
import { getWhole, processOf } from '../queries.ts';
import { mayRead } from '../rules.ts';
import { chosenData, waysAfter } from '../ways.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { FindingForm, findingInput } from './finding-form.tsx';
import { FindingFields, takeFindings, withFindings } from './findings.tsx';
import { workAt } from './work-at.ts';

export const stepPage = page({
  path: '/ho-so/:code/buoc/:token',
  who: 'officer',
  example: null,
  largest: LARGEST_FILE,
  input: withFindings(input(findingInput)),
  gather: async (visit) => {
    const whole = await workAt(await getWhole(visit.look, visit.params['code'] ?? ''), visit, 'buoc');
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
      <FindingForm
        dossier={dossier}
        heading={at.step}
        asks={words.finding}
        rows={5}
        ways={ways}
        button={words.finish}
        upload={findings.some(({ kind }) => kind === 'file')}
        fault={fault}
        visit={visit}
      >
        <FindingFields findings={findings} dossier={dossier} fault={fault} visit={visit} />
      </FindingForm>
    ),
  }),
  act: async (act, { finding, posted, way }, { gathered }) => {
    const { dossier, at, findings, ways } = gathered;
    const data = chosenData(ways, way);
    const { held: before, definition } = await holdStep(act, gathered, at);
    const held = await takeFindings(act, before, findings, posted);
    const give = openOpinion(held.dossier, Number(at.ref)) ? giveOpinion : doStep;
    const after = await give(act, held, definition, Number(at.ref), finding, data);
    // Who was only asked for an opinion does not see the dossier any more.
    return { to: mayRead(act.by, after) ? dossierPath(dossier.code) : '/viec', say: words.done };
  },
});
