/** `/ho-so/:code/xin-loi`: the leader signs the apology: cause and new date, once. */
import { Button, Input, Textarea } from '../../../ground/ui/index.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, integer, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { apologise } from '../commands/lateness.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';

export const apologisePage = page({
  path: '/ho-so/:code/xin-loi',
  who: 'officer',
  example: null,
  input: input({
    days: integer(words.daysField, 1, 60),
    reason: text({ label: words.reasonField, max: 2000, lines: true }),
  }),
  gather: (visit) => getWhole(visit.look, visit.params['code'] ?? ''),
  view: ({ dossier }, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.apologyTitle,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">
              {dossier.code} · {dossier.applicant_name}
            </span>
            <h1 class="govuk-heading-l">{words.apologyTitle[lang]}</h1>
            <p class="govuk-body">{words.apologyHint[lang]}</p>
            <Form visit={visit}>
              <Input
                id="days"
                name="days"
                label={words.daysLabel[lang]}
                value={typedIn(fault, 'days')}
                error={errorOf(fault, 'days', visit)}
                inputmode="numeric"
                width={3}
              />
              <Textarea
                id="reason"
                name="reason"
                label={words.cause[lang]}
                value={typedIn(fault, 'reason')}
                error={errorOf(fault, 'reason', visit)}
                rows={4}
              />
              <Button preventDoubleClick>{words.apologise[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, { days, reason }, { gathered: { dossier } }) => {
    await apologise(act, await hold(act, dossier.id), days, reason);
    return { to: dossierPath(dossier.code), say: words.done };
  },
});
