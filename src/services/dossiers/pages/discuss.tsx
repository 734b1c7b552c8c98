/** `/ho-so/:code/trao-doi`: private words between officers about a dossier; never seen by the applicant, never a request for papers. */
import { Button, Textarea, Timeline } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { Invalid } from '../../../ground/operate/errors.ts';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { asksForPapers } from '../../../outside/messages/index.ts';
import { comment, listComments } from '../../../work/desk/index.ts';
import { discussPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';

export const discussPage = page({
  path: '/ho-so/:code/trao-doi',
  who: 'officer',
  example: null,
  input: input({ body: text({ label: words.commentField, max: 4000, lines: true }) }),
  gather: async (visit) => {
    const whole = await getWhole(visit.look, visit.params['code'] ?? '');
    return { ...whole, comments: await listComments(visit.look, whole.dossier.id) };
  },
  view: ({ dossier, comments }, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.discuss,
      crumbs: dossierCrumbs(dossier),
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{words.discuss[lang]}</h1>
            <p class="govuk-body">{words.discussHint[lang]}</p>
            <Timeline
              items={comments.map((one) => ({
                title: one.name,
                at: { moment: one.at.toISOString(), text: formatTime(one.at, lang) },
                children: one.body,
              }))}
            />
            <Form visit={visit} focusFirst={fault === null}>
              <Textarea {...entered('body', fault, visit)} label={words.comment[lang]} rows={4} />
              <Button preventDoubleClick>{words.addComment[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, { body }, { gathered: { dossier } }) => {
    if (asksForPapers(body)) throw new Invalid([{ field: 'body', message: words.discussNoPapers }]);
    comment(act, dossier.id, body);
    return { to: discussPath(dossier.code) };
  },
});
