/** `/ho-so/:code/tu-choi-tiep-nhan`: the one-stop unit refuses to accept, on a ground of the list (form 03). */
import { Button } from '../../../ground/ui/index.ts';
import { Faults, Form } from '../../../ground/web/form.tsx';
import { input } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { refuseIntake } from '../commands/end.ts';
import { refusalOf } from '../grounds.ts';
import { hold } from '../load.ts';
import { actPath, dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { chosenIn, RefusalFields, refusalFields } from './grounds.tsx';

export const refuseIntakePage = page({
  path: actPath(':code', 'refuse-intake').replace('%3A', ':'),
  who: 'officer',
  example: null,
  input: input(refusalFields),
  gather: (visit) => getWhole(visit.look, visit.params['code'] ?? ''),
  view: ({ dossier }, visit, fault) => ({
    title: words.refuseTitle,
    crumbs: dossierCrumbs(dossier),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <span class="govuk-caption-l">{dossier.title}</span>
          <h1 class="govuk-heading-l">{words.refuseTitle[visit.lang]}</h1>
          <Form visit={visit}>
            <RefusalFields kind="intake" procedure={dossier.procedure} fault={fault} visit={visit} />
            <Button kind="warning" preventDoubleClick>
              {words.refuseButton[visit.lang]}
            </Button>
          </Form>
        </div>
      </div>
    ),
  }),
  act: async (act, said, { gathered: { dossier } }) => {
    await refuseIntake(
      act,
      await hold(act, dossier.id),
      refusalOf('intake', dossier.procedure, chosenIn(said)),
    );
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
