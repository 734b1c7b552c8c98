/** The applicant withdraws the dossier; a reason may be given and is not needed. */
import { Button, Textarea } from '../../../ground/ui/index.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { withdraw } from '../commands/end.ts';
import { hold } from '../load.ts';
import { actPath, dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';

export const withdrawPage = page({
  path: actPath(':code', 'withdraw').replace('%3A', ':'),
  who: 'citizen',
  example: null,
  input: input({ reason: text({ label: words.reasonField, max: 2000, min: 0, lines: true }) }),
  gather: (visit) => getWhole(visit.look, visit.params['code'] ?? ''),
  view: ({ dossier }, visit, fault) => ({
    title: words.withdrawTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{words.withdrawTitle[visit.lang]}</h1>
          <p class="govuk-body">{words.withdrawHint[visit.lang]}</p>
          <Form visit={visit}>
            <Textarea
              {...entered('reason', fault, visit)}
              label={words.reasonOptional[visit.lang]}
              rows={4}
            />
            <Button kind="warning" preventDoubleClick>
              {words.withdrawTitle[visit.lang]}
            </Button>
          </Form>
        </div>
      </div>
    ),
  }),
  act: async (act, { reason }, { gathered: { dossier } }) => {
    await withdraw(act, await hold(act, dossier.id), reason);
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
