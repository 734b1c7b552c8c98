/** Acts that need only a reason: withdrawal, discontinuation. One screen each, never one act. */
import { Button, Textarea } from '../../../ground/ui/index.ts';
import type { Act } from '../../../ground/db/act.ts';
import type { Text } from '../../../ground/text/language.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page, type Who } from '../../../ground/web/page.ts';
import { discontinue, withdraw } from '../commands/end.ts';
import { hold, type Held } from '../load.ts';
import { actPath, dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import type { ActName } from '../rules.ts';
import type { Dossier } from '../schema.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';

type Reasoned = {
  readonly name: ActName;
  readonly who: Who;
  readonly title: Text;
  readonly hint?: Text;
  readonly needed: boolean;
  readonly button: Text;
  readonly act: (act: Act, held: Held, reason: string) => Promise<Dossier>;
};

const reasonedPage = ({ name, who, title, hint, needed, button, act: perform }: Reasoned) =>
  page({
    path: actPath(':code', name).replace('%3A', ':'),
    who,
    example: null,
    input: input({ reason: text({ label: words.reasonField, max: 2000, min: needed ? 1 : 0, lines: true }) }),
    gather: (visit) => getWhole(visit.look, visit.params['code'] ?? ''),
    view: ({ dossier }, visit, fault) => ({
      title,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{title[visit.lang]}</h1>
            {hint && <p class="govuk-body">{hint[visit.lang]}</p>}
            <Form visit={visit}>
              <Textarea
                id="reason"
                name="reason"
                label={words.reason[visit.lang]}
                value={typedIn(fault, 'reason')}
                error={errorOf(fault, 'reason', visit)}
                rows={4}
              />
              <Button kind="warning" preventDoubleClick>
                {button[visit.lang]}
              </Button>
            </Form>
          </div>
        </div>
      ),
    }),
    act: async (act, { reason }, { gathered: { dossier } }) => {
      await perform(act, await hold(act, dossier.id), reason);
      return { to: dossierPath(dossier.code), say: words.done };
    },
  });

export const reasonedPages = [
  reasonedPage({
    name: 'withdraw',
    who: 'citizen',
    title: words.withdrawTitle,
    hint: words.withdrawHint,
    needed: false,
    button: words.withdrawTitle,
    act: withdraw,
  }),
  reasonedPage({
    name: 'discontinue',
    who: 'officer',
    title: words.discontinueTitle,
    needed: true,
    button: words.discontinueTitle,
    act: discontinue,
  }),
];
