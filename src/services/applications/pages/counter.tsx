/** `/mot-cua`: the counter officer enters an application for the person who stands there; the same form, the same rules. */
import { Button, Input, InsetText, Radios, SummaryList } from '../../../ground/ui/index.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, oneOf, optional, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { newId } from '../../../ground/record/index.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import type { DeskEntry } from '../../../work/desk/index.ts';
import { digitsOf, findPersonByNumber } from '../../../world/people/index.ts';
import { findProcedure } from '../../catalogue/index.ts';
import { counterOf } from '../counter.ts';
import { beginDraft } from '../drafts.ts';
import { askKnown, purposeOf, type KnownSource } from '../known.ts';
import { firstOpenOf } from '../first-open.ts';
import { COUNTER, draftPath } from '../paths.ts';
import { words } from '../words.ts';

const fields = input({
  number: text({ label: words.personalNumber, max: 20 }),
  procedure: text({ label: words.procedureCode, max: 40 }),
  came: optional(oneOf(['counter', 'post'], words.cameBy)),
});

/** The way there from the desk. */
export const counterEntry: DeskEntry = {
  href: COUNTER,
  text: words.counter,
  key: 'n',
  who: (by) => counterOf(by) !== null,
};

export const counterPage = (sources: readonly KnownSource[]) =>
  page({
    path: COUNTER,
    who: (by) => counterOf(by) !== null,
    example: COUNTER,
    input: fields,
    gather: async ({ look, by }) => ({ unit: await getAgency(look, counterOf(by) ?? '') }),
    view: ({ unit }, visit, fault) => {
      const { lang } = visit;
      return {
        title: words.counter,
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <h1 class="govuk-heading-l">{words.counter[lang]}</h1>
              <SummaryList rows={[{ key: words.counterUnit[lang], value: unit.name[lang] }]} />
              <Form visit={visit}>
                <Input
                  {...entered('number', fault, visit)}
                  label={words.personalNumberLabel[lang]}
                  inputmode="numeric"
                  width={20}
                  attributes={{ autofocus: fault === null }}
                />
                <Input
                  id="procedure"
                  name="procedure"
                  label={words.procedureCodeLabel[lang]}
                  hint={words.procedureCodeHint[lang]}
                  value={typedIn(fault, 'procedure') ?? visit.query['thu-tuc']}
                  error={errorOf(fault, 'procedure', visit)}
                  width={20}
                />
                <Radios
                  name="came"
                  idPrefix="came"
                  inline
                  legend={{ text: words.cameByLabel[lang], size: 's' }}
                  items={[
                    {
                      value: 'counter',
                      text: words.cameAtCounter[lang],
                      checked: typedIn(fault, 'came') !== 'post',
                    },
                    {
                      value: 'post',
                      text: words.cameByPost[lang],
                      checked: typedIn(fault, 'came') === 'post',
                    },
                  ]}
                />
                <Button preventDoubleClick>{words.begin[lang]}</Button>
              </Form>
              <InsetText>{words.counterHint[lang]}</InsetText>
            </div>
          </div>
        ),
      };
    },
    prepare: async ({ look }, typed) => {
      const person = await findPersonByNumber(look, digitsOf(typed.number));
      if (!person) throw new Invalid([{ field: 'number', message: words.unknownPerson }]);
      const procedure = await findProcedure(look, typed.procedure);
      if (!procedure?.form) throw new Invalid([{ field: 'procedure', message: words.noForm }]);
      const purpose = purposeOf(procedure.code, person.id, newId(look.now));
      return { person, procedure, known: await askKnown(look, procedure.form, sources, purpose) };
    },
    act: async (act, { came }, { prepared: { person, procedure, known } }) => {
      const id = beginDraft(
        act,
        procedure,
        known,
        { person: person.id, organisation: null },
        { byPost: came === 'post' },
      );
      return {
        // What is still open is asked one after the other; nobody has done anything wrong yet.
        to: draftPath(id, firstOpenOf(procedure, known.answers, act.now)),
        ...(known.restricted && { say: words.restricted }),
      };
    },
  });
