/** `/ho-so/:code/xin-loi`: the leader reads the drafted apology, mends it and signs: cause and new date, once. */
import { Button, Facts, Input, Textarea, WarningText } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, integer, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { calendarOf, due, lengthenClock } from '../../../work/clock/index.ts';
import { draftApology, MOST_DAYS, whyNoApology, type ApologyDraft } from '../apology.ts';
import { apologise } from '../commands/lateness.ts';
import { foresight } from '../foresight.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { processOf, type Whole } from '../queries.ts';
import { usualSince } from '../usual.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { wholeFor } from './whole-for.ts';

/** What is drafted, and the date to which it leads; or why nothing can be set any more. */
type Drafted = { readonly draft: ApologyDraft; readonly newDue: Date } | { readonly why: Text };

async function draft(
  { look }: Visit,
  { dossier, procedure, agency, oneStop, work }: Whole,
): Promise<Drafted> {
  const why = whyNoApology(dossier, look.now);
  if (why) return { why };
  const calendar = await calendarOf(look, dossier.agency);
  const definition = processOf(procedure, agency, oneStop);
  const usual = await usualSince(look, dossier);
  const drafted = draftApology(
    {
      dossier,
      work,
      agencies: new Map([agency, oneStop].map(({ id, name }) => [id, name.vi])),
      definition,
      calendar,
      foreseen: foresight({ dossier, work, definition, usual, calendar }, look.now),
    },
    look.now,
  );
  return { draft: drafted, newDue: due(lengthenClock(dossier.clock!, drafted.days), calendar).at };
}

export const apologisePage = page({
  path: '/ho-so/:code/xin-loi',
  who: 'officer',
  example: null,
  input: input({
    days: integer(words.daysField, 1, MOST_DAYS),
    reason: text({ label: words.reasonField, max: 2000, lines: true }),
  }),
  gather: async (visit) => {
    const whole = await wholeFor(visit, 'apologise');
    return { dossier: whole.dossier, drafted: await draft(visit, whole) };
  },
  view: ({ dossier, drafted }, visit, fault) => {
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
            {'why' in drafted ? (
              <WarningText>{drafted.why[lang]}</WarningText>
            ) : (
              <>
                <Facts
                  items={[
                    dossier.due_at && {
                      label: words.promisedFirst[lang],
                      value: formatTime(dossier.due_at, lang),
                    },
                    {
                      label: words.newDate(drafted.draft.days)[lang],
                      value: formatTime(drafted.newDue, lang),
                    },
                  ]}
                />
                <p class="govuk-body">{words.apologyDrafted[lang]}</p>
                <Form visit={visit}>
                  <Input
                    id="days"
                    name="days"
                    label={words.daysLabel[lang]}
                    value={fault ? typedIn(fault, 'days') : String(drafted.draft.days)}
                    error={errorOf(fault, 'days', visit)}
                    inputmode="numeric"
                    width={3}
                  />
                  <Textarea
                    id="reason"
                    name="reason"
                    label={words.cause[lang]}
                    value={fault ? typedIn(fault, 'reason') : drafted.draft.cause}
                    error={errorOf(fault, 'reason', visit)}
                    rows={6}
                  />
                  <Button preventDoubleClick>{words.apologise[lang]}</Button>
                </Form>
              </>
            )}
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
