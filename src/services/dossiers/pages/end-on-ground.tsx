/** The office ends a dossier without a decision, on a ground of the list: refusal to accept (form 03), discontinuation (form 05). Distinct acts, never one. */
import { Button } from '../../../ground/ui/index.ts';
import type { Act } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';
import { Faults, Form } from '../../../ground/web/form.tsx';
import { input } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { discontinue, refuseIntake } from '../commands/end.ts';
import { refusalOf, type Refusal, type RefusalKind } from '../grounds.ts';
import { hold, type Held } from '../load.ts';
import { actPath, dossierPath } from '../paths.ts';
import type { ActName } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { colleagueAt, WithColleague } from './with-colleague.tsx';
import { wholeFor } from './whole-for.ts';
import { chosenIn, RefusalFields, refusalFields } from './grounds.tsx';

type Ending = {
  readonly name: ActName;
  readonly kind: RefusalKind;
  readonly title: Text;
  readonly button: Text;
  readonly end: (act: Act, held: Held, refusal: Refusal) => Promise<Dossier>;
};

const endPage = ({ name, kind, title, button, end }: Ending) =>
  page({
    path: actPath(':code', name).replace('%3A', ':'),
    who: 'officer',
    example: null,
    input: input(refusalFields),
    gather: async (visit) => {
      const whole = await wholeFor(visit, name);
      return { ...whole, held: await colleagueAt(visit, whole, name) };
    },
    view: ({ dossier, held }, visit, fault) => ({
      title,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">{dossier.title}</span>
            <h1 class="govuk-heading-l">{title[visit.lang]}</h1>
            {held ? (
              <WithColleague held={held} code={dossier.code} visit={visit} />
            ) : (
              <Form visit={visit} focusFirst={fault === null}>
                <RefusalFields kind={kind} procedure={dossier.procedure} fault={fault} visit={visit} />
                <Button kind="warning" preventDoubleClick>
                  {button[visit.lang]}
                </Button>
              </Form>
            )}
          </div>
        </div>
      ),
    }),
    act: async (act, said, { gathered: { dossier } }) => {
      await end(act, await hold(act, dossier.id), refusalOf(kind, dossier.procedure, chosenIn(said)));
      return { to: dossierPath(dossier.code), say: words.done };
    },
  });

export const endPages = [
  endPage({
    name: 'refuse-intake',
    kind: 'intake',
    title: words.refuseTitle,
    button: words.refuseButton,
    end: refuseIntake,
  }),
  endPage({
    name: 'discontinue',
    kind: 'discontinuation',
    title: words.discontinueTitle,
    button: words.discontinueTitle,
    end: discontinue,
  }),
];
