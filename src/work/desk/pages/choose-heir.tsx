/** `/viec/ke-thua/:id`: an agency ended and was divided; its matter waits for somebody above to say which heir goes on. */
import { Button, InsetText, Radios } from '../../../ground/ui/index.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { chooseHeir, getChoice } from '../handover/commands.ts';
import type { Handover } from '../handover/schema.ts';
import { words } from '../words.ts';
import { DESK, deskCrumb } from './paths.ts';

/** `handovers` is how the rooms hand their open matters over. */
export const chooseHeirPage = (handovers: readonly Handover[]) =>
  page({
    path: '/viec/ke-thua/:id',
    who: 'officer',
    example: null,
    input: input({ heir: text({ label: words.heirField, max: 60 }) }),
    gather: ({ look, params }) => getChoice(look, handovers, params['id'] ?? ''),
    view: ({ work, agency, candidates }, visit, fault) => {
      const { lang } = visit;
      return {
        title: words.chooseHeir,
        crumbs: [deskCrumb],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">{work.code}</span>
              <h1 class="govuk-heading-l">{words.chooseHeir[lang]}</h1>
              <p class="govuk-body-l">{work.title}</p>
              <InsetText>{words.chooseHeirWhy(agency.name)[lang]}</InsetText>
              {candidates.length === 0 ? (
                <p class="govuk-body">{words.noHeirs[lang]}</p>
              ) : (
                <Form visit={visit}>
                  <Radios
                    idPrefix="heir"
                    name="heir"
                    legend={words.heir[lang]}
                    value={typedIn(fault, 'heir')}
                    error={errorOf(fault, 'heir', visit)}
                    items={candidates.map(({ id, name, identifier }) => ({
                      value: id,
                      text: name[lang],
                      hint: identifier,
                    }))}
                  />
                  <Button preventDoubleClick>{words.giveToHeir[lang]}</Button>
                </Form>
              )}
            </div>
          </div>
        ),
      };
    },
    act: async (act, { heir }, { visit }) => {
      const to = await chooseHeir(act, handovers, visit.params['id'] ?? '', heir);
      return { to: DESK, say: words.heirChosen(to.name) };
    },
  });
