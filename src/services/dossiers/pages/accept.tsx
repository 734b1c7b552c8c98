/** `/ho-so/:code/tiep-nhan`: the one-stop unit accepts; the person gets a date. */
import { Button, InsetText, SummaryList } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { calendarOf, due, startClock } from '../../../work/clock/index.ts';
import { getProcedure } from '../../catalogue/index.ts';
import { acceptNow, channels } from '../commands/accept.ts';
import { unpaidBefore } from '../commands/payment.ts';
import { dossierPath, SLIP } from '../paths.ts';
import { listComponents } from '../queries.ts';
import { termOf } from '../term.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';
import { colleagueAt, WithColleague } from './with-colleague.tsx';
import { wholeFor } from './whole-for.ts';
import { Duplicates, duplicatesOf } from '../told-duplicates.tsx';

export const acceptPage = page({
  path: '/ho-so/:code/tiep-nhan',
  who: 'officer',
  example: null,
  input: nothing,
  gather: async (visit) => wholeFor(visit, 'accept'),
  gatherMore: async (whole, visit) => {
    // Acceptance pins the version in force now, not the one of the day of submission.
    const procedure = await getProcedure(visit.look, whole.dossier.procedure);
    const unpaid = await unpaidBefore(visit.look, 'acceptance', whole.dossier, procedure);
    return {
      ...whole,
      procedure,
      unpaid,
      held: await colleagueAt(visit, whole, 'accept'),
      components: await listComponents(visit.look, whole.dossier.id),
      calendar: await calendarOf(visit.look, whole.dossier.agency),
      duplicates: await duplicatesOf(visit, whole),
    };
  },
  view: ({ dossier, procedure, components, unpaid, calendar, duplicates, held }, visit) => {
    const { lang, now } = visit;
    const promised = due(
      startClock(termOf(procedure, channels[dossier.channel]), now, {
        cause: words.acceptTitle,
        basis: null,
        evidence: null,
      }),
      calendar,
    ).at;
    return {
      title: words.acceptTitle,
      crumbs: dossierCrumbs(dossier),
      body: (
        <>
          <h1 class="govuk-heading-l">{words.acceptTitle[lang]}</h1>
          <SummaryList
            rows={[
              { key: words.applicant[lang], value: dossier.applicant_name },
              { key: words.dossier[lang], value: dossier.title },
              {
                key: words.components[lang],
                value:
                  components.length === 0
                    ? words.noComponents[lang]
                    : components.map((one) => one.name).join('; '),
              },
            ]}
          />
          <Duplicates duplicates={duplicates} visit={visit} />
          <p class="govuk-body">{words.acceptHint(formatTime(promised, lang))[lang]}</p>
          {held ? (
            <WithColleague held={held} code={dossier.code} visit={visit} />
          ) : unpaid ? (
            <InsetText>{unpaid[lang]}</InsetText>
          ) : (
            <Form visit={visit}>
              <Button preventDoubleClick attributes={{ autofocus: true }}>
                {words.accept[lang]}
              </Button>
            </Form>
          )}
        </>
      ),
    };
  },
  act: async (act, _, { gathered }) => {
    const { code } = await acceptNow(act, gathered);
    // The person waits for the slip: the key Enter prints it.
    return { to: `${dossierPath(code)}#${SLIP}`, say: words.done };
  },
});
