/** `/yeu-cau-sua/:id`: an officer passes a correction on to the keeper of the data, and answers the person. */
import { Button, Radios, SummaryList, Textarea } from '../../../ground/ui/index.ts';
import { NotAllowed, NotFound } from '../../../ground/operate/errors.ts';
import { isId, look as noteLook } from '../../../ground/record/index.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, oneOf, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { listWorkOf, mayDo } from '../../../work/desk/index.ts';
import { endCorrection, getCorrection } from '../corrections/correct.ts';
import { facts, words } from '../corrections/words.ts';
import { correctionPath } from '../paths.ts';
import { registries } from '../registry.ts';
import type { RegistryId } from '../schema.ts';

export const correctionPage = page({
  path: correctionPath(':id'),
  who: 'officer',
  example: null,
  input: input({
    state: oneOf(['mended', 'refused'], words.outcomeField),
    answer: text({ label: words.answerField, max: 1000, lines: true }),
  }),
  gather: async (visit) => {
    const id = visit.params['id'] ?? '';
    if (!isId(id)) throw new NotFound(words.none);
    const correction = await getCorrection(visit.look, id);
    // Only those on whose desk it waits, and only while it waits there.
    if (!(await listWorkOf(visit.look, id)).some((work) => mayDo(visit.by, work)))
      throw new NotAllowed(words.none);
    const { tenant, by, requestId, now } = visit;
    await visit.edge.act({ tenant, by, requestId, now }, async (act) =>
      noteLook(act, correction.person, words.workTitle.vi, id),
    );
    return correction;
  },
  view: ({ source, path, shown, right_value: right, why }, visit, fault) => {
    const { lang } = visit;
    return {
      title: words.workTitle,
      crumbs: [{ text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' }],
      body: (
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <Faults fault={fault} visit={visit} />
            <h1 class="govuk-heading-l">{words.workTitle[lang]}</h1>
            <SummaryList
              rows={[
                { key: words.source[lang], value: registries[source as RegistryId].name[lang] },
                { key: words.fact[lang], value: facts[source]?.[path]?.[lang] ?? path },
                { key: words.shows[lang], value: shown },
                { key: words.right[lang], value: right },
                { key: words.why[lang], value: why },
              ]}
            />
            <Form visit={visit}>
              <Radios
                name="state"
                legend={words.outcome[lang]}
                value={typedIn(fault, 'state')}
                error={errorOf(fault, 'state', visit)}
                items={[
                  { value: 'mended', text: words.hasMended[lang] },
                  { value: 'refused', text: words.hasRefused[lang] },
                ]}
              />
              <Textarea {...entered('answer', fault, visit)} label={words.answer[lang]} rows={4} />
              <Button preventDoubleClick>{words.end[lang]}</Button>
            </Form>
          </div>
        </div>
      ),
    };
  },
  act: async (act, { state, answer }, { gathered }) => {
    await endCorrection(act, gathered, state, answer);
    return { to: '/viec', say: words.ended };
  },
});
