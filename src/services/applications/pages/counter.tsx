/** `/mot-cua`: the counter officer enters an application for the person who stands there; the same form, the same rules. */
import { Button, DatePicker, Input, InsetText, Radios, SummaryList } from '../../../ground/ui/index.ts';
import { Invalid, type FieldError } from '../../../ground/operate/errors.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import type { Language } from '../../../ground/text/language.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { day, input, oneOf, optional, text, type Input as PageInput } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { newId } from '../../../ground/record/index.ts';
import { getAgency } from '../../../world/agencies/index.ts';
import type { DeskEntry } from '../../../work/desk/index.ts';
import { digitsOf, findPersonByNumber } from '../../../world/people/index.ts';
import type { PostalItem } from '../../dossiers/index.ts';
import { counterOf } from '../counter.ts';
import { hitsFor, procedureMeant, type Asked, type Hit } from '../counter-procedure.ts';
import { beginDraft } from '../drafts.ts';
import { askKnown, purposeOf, type KnownSource } from '../known.ts';
import { whyNotHere } from '../filed-here.ts';
import { firstOpenOf } from '../first-open.ts';
import { COUNTER, draftPath } from '../paths.ts';
import { words } from '../words.ts';

const fields = input({
  number: text({ label: words.personalNumber, max: 20 }),
  procedure: text({ label: words.procedureField, max: 200 }),
  sought: optional(text({ label: words.procedureField, max: 200 })),
  chosen: optional(text({ label: words.procedureField, max: 40 })),
  came: optional(oneOf(['counter', 'post'], words.cameBy)),
});

const postalFields = input({
  arrivedOn: day(words.arrivedOn),
  sender: text({ label: words.sender, max: 160 }),
  postalNumber: text({
    label: words.postalNumber,
    max: 30,
    pattern: /^[A-Za-z0-9-]{5,30}$/,
  }),
});

type Entered = Asked & {
  readonly number: string;
  readonly postal: PostalItem | null;
};

/** What stands on the envelope is asked of what came by post, and of nothing else. */
const entry: PageInput<Entered> = {
  schema: fields.schema,
  read: (raw) => {
    const read = fields.read(raw);
    const envelope = raw['came'] === 'post' ? postalFields.read(raw) : null;
    const errors = [read, envelope].flatMap((one) => (one && 'errors' in one ? one.errors : []));
    if (errors.length > 0 || !('value' in read)) return { errors };
    const { came: _, ...asked } = read.value;
    if (!envelope || !('value' in envelope)) return { value: { ...asked, postal: null } };
    const { arrivedOn, sender, postalNumber } = envelope.value;
    return { value: { ...asked, postal: { arrivedOn, sender, number: postalNumber.toUpperCase() } } };
  },
};

/** Milliseconds after which a letter that nobody has entered is no slip of the pen any more. */
const LONGEST = 60 * 86_400_000;

/** What is wrong with the day on which a letter is said to have come, or null. */
function dayFault({ arrivedOn }: PostalItem, now: Date): FieldError | null {
  const first = vietnamDay(new Date(now.getTime() - LONGEST));
  return arrivedOn > vietnamDay(now) || arrivedOn < first
    ? { field: 'arrivedOn', message: words.arrivedWrong(first) }
    : null;
}

/** A label begins with a capital; in a sentence about a fault it does not. */
const cap = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

type HitsProps = {
  readonly hits: readonly Hit[];
  /** The words of which these are the hits. */
  readonly sought: string;
  /** Whether one goes on here. */
  readonly focus: boolean;
  readonly lang: Language;
};

/** The procedures that were found by the name, one of them to choose; the cursor stands there. */
const Hits = ({ hits, sought, focus, lang }: HitsProps) => (
  <>
    <input type="hidden" name="sought" value={sought} />
    <Radios
      name="chosen"
      legend={{ text: words.whichProcedure[lang], size: 's' }}
      hint={words.chooseProcedure[lang]}
      items={hits.map(({ code, name, domain }, n) => ({
        value: code,
        text: <span lang="vi">{name}</span>,
        hint: (
          <>
            {code} · <span lang="vi">{domain}</span>
          </>
        ),
        checked: hits.length === 1,
        attributes: n === 0 && focus ? { autofocus: true } : undefined,
      }))}
    />
  </>
);

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
    input: entry,
    gather: async ({ look, by }) => ({ unit: await getAgency(look, counterOf(by) ?? '') }),
    gatherMore: async ({ unit }, { look }, fault) => ({
      unit,
      hits: fault?.errors.some(({ field }) => field === 'chosen')
        ? await hitsFor(look, typedIn(fault, 'procedure') ?? '')
        : [],
    }),
    view: ({ unit, hits }, visit, fault) => {
      const { lang } = visit;
      // To choose among hits is the next step; nobody has done anything wrong.
      const wrong = hits.length > 0 && fault && fault.errors.length === 1 ? null : fault;
      return {
        title: words.counter,
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={wrong} visit={visit} />
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
                  label={words.procedureLabel[lang]}
                  hint={words.procedureHint[lang]}
                  value={typedIn(fault, 'procedure') ?? visit.query['thu-tuc']}
                  error={errorOf(fault, 'procedure', visit)}
                  width={30}
                />
                {hits.length > 0 && (
                  <Hits hits={hits} sought={typedIn(fault, 'procedure') ?? ''} focus={!wrong} lang={lang} />
                )}
                <Radios
                  name="came"
                  idPrefix="came"
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
                      reveals: (
                        <>
                          <Input
                            {...entered('sender', fault, visit)}
                            label={cap(words.sender[lang])}
                            width={30}
                          />
                          <Input
                            {...entered('postalNumber', fault, visit)}
                            label={cap(words.postalNumber[lang])}
                            hint={words.postalNumberHint[lang]}
                            width={20}
                          />
                          <DatePicker
                            {...entered('arrivedOn', fault, visit)}
                            label={cap(words.arrivedOn[lang])}
                            max={vietnamDay(visit.now)}
                          />
                        </>
                      ),
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
      const wrongDay = typed.postal && dayFault(typed.postal, look.now);
      if (wrongDay) throw new Invalid([wrongDay]);
      const person = await findPersonByNumber(look, digitsOf(typed.number));
      if (!person) throw new Invalid([{ field: 'number', message: words.unknownPerson }]);
      const procedure = await procedureMeant(look, typed);
      const why = whyNotHere(procedure);
      if (!procedure.form || why) throw new Invalid([{ field: 'procedure', message: why ?? words.noForm }]);
      const purpose = purposeOf(procedure.code, person.id, newId(look.now));
      return { person, procedure, known: await askKnown(look, procedure.form, sources, purpose) };
    },
    act: async (act, { postal }, { prepared: { person, procedure, known } }) => {
      const id = beginDraft(act, procedure, known, { person: person.id, organisation: null }, { postal });
      return {
        // What is still open is asked one after the other; nobody has done anything wrong yet.
        to: draftPath(id, firstOpenOf(procedure, known.answers, act.now)),
        ...(known.restricted && { say: words.restricted }),
      };
    },
  });
