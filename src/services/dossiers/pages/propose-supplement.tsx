/** `/ho-so/:code/de-nghi-bo-sung`: the case officer names all defects; the one-stop unit sends them to the person, once. */
import { Button, Textarea } from '../../../ground/ui/index.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { proposeSupplement } from '../commands/supplement.ts';
import { hold } from '../load.ts';
import { actPath, dossierPath } from '../paths.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { wholeFor } from './whole-for.ts';
import { defectsIn } from './supplement.tsx';

export const proposeSupplementPage = page({
  path: actPath(':code', 'propose-supplement').replace('%3A', ':'),
  who: 'officer',
  example: null,
  input: input({ defects: text({ label: words.defectsField, max: 5000, lines: true }) }),
  gather: (visit) => wholeFor(visit, 'propose-supplement'),
  view: ({ dossier }, visit, fault) => ({
    title: words.proposeSupplement,
    crumbs: dossierCrumbs(dossier),
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{words.proposeSupplement[visit.lang]}</h1>
          <p class="govuk-body">{words.proposeSupplementHint[visit.lang]}</p>
          <Form visit={visit} focusFirst={fault === null}>
            <Textarea
              {...entered('defects', fault, visit)}
              label={words.defects[visit.lang]}
              hint={words.defectsHint[visit.lang]}
              rows={6}
            />
            <Button preventDoubleClick>{words.toOneStop[visit.lang]}</Button>
          </Form>
        </div>
      </div>
    ),
  }),
  act: async (act, { defects }, { gathered: { dossier } }) => {
    await proposeSupplement(act, await hold(act, dossier.id), defectsIn(defects));
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
