/** `/viec/y-kien/:id`: a colleague reads what is asked and answers. */
import { Button, InsetText, Textarea } from '../../../ground/ui/index.ts';
import { NotAllowed } from '../../../ground/operate/errors.ts';
import { entered, Faults, Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { giveOpinion } from '../opinions.ts';
import { getOpinion, getWork } from '../queries.ts';
import { mayDo } from '../schema.ts';
import { words } from '../words.ts';
import { DESK, deskCrumb } from './paths.ts';

export const opinionPage = page({
  path: '/viec/y-kien/:id',
  who: 'officer',
  example: null,
  input: input({ answer: text({ label: words.answerField, max: 4000, lines: true }) }),
  gather: async ({ look, by, params }) => {
    const work = await getWork(look, params['id'] ?? '');
    if (!mayDo(by, work)) throw new NotAllowed(words.notYours);
    return { work, opinion: await getOpinion(look, work.id) };
  },
  view: ({ work, opinion }, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.opinions,
      crumbs: [deskCrumb],
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">{work.code}</span>
            <h1 class="govuk-heading-l">{work.title}</h1>
            <InsetText>
              <p class="govuk-body govuk-!-font-weight-bold">{opinion.asked_name}</p>
              <p class="govuk-body">{opinion.question}</p>
            </InsetText>
            <Form visit={visit}>
              <Textarea {...entered('answer', fault, visit)} label={words.answer[lang]} rows={5} />
              <Button preventDoubleClick>{words.giveOpinion[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, { answer }, { gathered: { work } }) => {
    await giveOpinion(act, work, answer);
    return { to: DESK, say: words.done };
  },
});
