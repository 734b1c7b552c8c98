/** `/chi-dao/quy-trinh/:code`: where time goes in one procedure, and what a change would have made of past dossiers. C10. */
import { isDeepStrictEqual } from 'node:util';
import type { VNode } from 'preact';
import {
  Button,
  Checkboxes,
  Facts,
  Input,
  InsetText,
  LinkRow,
  Table,
  Textarea,
} from '../../../ground/ui/index.ts';
import type { Look } from '../../../ground/db/act.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { entered, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { day, flag, input, integer, optional, text } from '../../../ground/web/input.ts';
import { page, type Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { calendarOf } from '../../../work/clock/index.ts';
import { ProcessPicture, withCalls, type Marks } from '../../../work/process/index.ts';
import { mayChangeProcess, newProcessPath, type Case } from '../../../services/dossiers/index.ts';
import { gatherAnalysis } from '../gather.ts';
import { hoursOf, lateShare, quantile, spentBy, spentByGroup, variantsOf, type Spent } from '../measure.ts';
import { mayAnalyse } from '../policy.ts';
import { replay, type Change, type Outcome } from '../replay.ts';
import { words } from '../words.ts';
import { ANALYSIS, analysisPath } from './paths.ts';
import { lasting, percent, SpentTable, Variants } from './tables.tsx';

type Gathered = Awaited<ReturnType<typeof gatherAnalysis>>;
type Props = { readonly all: Gathered; readonly visit: Visit };

type InShortProps = {
  readonly all: Gathered;
  readonly steps: readonly Spent[];
  readonly nameOf: (node: string) => string;
  readonly lang: Language;
};

/** The longest share is marked most; the part of the time stands below every step. */
function marksOf(steps: readonly Spent[], lang: Language): Marks {
  const most = Math.max(...steps.map(({ share }) => share), 0.0001);
  return new Map(
    steps.map(({ key, share, median }) => [
      key,
      { strength: share / most, note: `${percent(share, lang)} · ${lasting(median, lang)}` },
    ]),
  );
}

const Numbers = ({ all: { cases }, visit: { lang } }: Props) => {
  const decided = cases.filter(({ decidedAt }) => decidedAt !== null);
  const hours = decided
    .map(({ acceptedAt, decidedAt }) => hoursOf(acceptedAt, decidedAt!))
    .sort((a, b) => a - b);
  return (
    <Facts
      items={[
        { label: words.cases[lang], value: cases.length },
        { label: words.decided[lang], value: decided.length },
        {
          label: words.medianAll[lang],
          value: decided.length > 0 ? lasting(quantile(hours, 0.5), lang) : '–',
        },
        { label: words.late[lang], value: percent(lateShare(cases), lang) },
      ]}
    />
  );
};

/** What a leader must know, in two sentences. */
const InShort = ({ all: { cases }, steps, nameOf, lang }: InShortProps) => {
  const hours = cases
    .flatMap(({ acceptedAt, decidedAt }) => (decidedAt ? [hoursOf(acceptedAt, decidedAt)] : []))
    .sort((a, b) => a - b);
  const [longest] = steps;
  if (hours.length === 0) return null;
  const both = (write: (lang: Language) => string): Text => ({ vi: write('vi'), en: write('en') });
  const time = (value: number): Text => both((one) => lasting(value, one));
  const part = (value: number): Text => both((one) => percent(value, one));
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{words.inShort[lang]}</h2>
      <p class="govuk-body">{words.shortAll(time(quantile(hours, 0.5)), part(lateShare(cases)))[lang]}</p>
      <p class="govuk-body">
        {longest
          ? words.shortStep(
              nameOf(longest.key),
              part(longest.share),
              time(longest.median),
              time(longest.slowest),
            )[lang]
          : words.noSteps[lang]}
      </p>
    </InsetText>
  );
};

const Replayed = ({ outcome, lang }: { readonly outcome: Outcome; readonly lang: Language }) => {
  const line = (label: string, before: number, after: number, write: (value: number) => string) => [
    label,
    write(before),
    write(after),
    `${after > before ? '+' : ''}${write(after - before)}`,
  ];
  const goes = (before: number, after: number, write: (value: number) => string): Text => {
    const [was, is] = [write(before), write(after)];
    return words.goesTo(was, is, was === is ? 0 : after - before);
  };
  return (
    <section aria-labelledby="result">
      <h2 class="govuk-heading-m" id="result">
        {words.result[lang]}
      </h2>
      {outcome.cases > 0 && (
        <InsetText>
          {
            words.shortReplay(
              goes(outcome.medianBefore, outcome.medianAfter, (value) => lasting(value, lang)),
              goes(outcome.lateBefore, outcome.lateAfter, (value) => percent(value, lang)),
            )[lang]
          }
        </InsetText>
      )}
      <Table
        caption={words.replayed(outcome.cases)[lang]}
        firstCellIsHeader
        head={['', words.before[lang], words.after[lang], words.difference[lang]]}
        rows={[
          line(words.medianAll[lang], outcome.medianBefore, outcome.medianAfter, (value) =>
            lasting(value, lang),
          ),
          line(words.late[lang], outcome.lateBefore, outcome.lateAfter, (value) => percent(value, lang)),
        ]}
      />
      {outcome.stuck > 0 && <p class="govuk-body">{words.stuck(outcome.stuck)[lang]}</p>}
      {outcome.assumed.length > 0 && (
        <p class="govuk-body">
          {words.assumed[lang]} {outcome.assumed.join(', ')}
        </p>
      )}
    </section>
  );
};

const Replay = ({ all, visit, fault }: Props & { readonly fault: Fault | null }) => {
  const { lang } = visit;
  const hasDraft = !isDeepStrictEqual(all.drafted, all.definition);
  return (
    <section>
      <h2 class="govuk-heading-m">{words.replay[lang]}</h2>
      <p class="govuk-body">{words.replayHint[lang]}</p>
      <Form visit={visit}>
        {hasDraft ? (
          <Checkboxes
            name="draft"
            small
            items={[{ value: 'yes', text: words.useDraft[lang], checked: typedIn(fault, 'draft') === 'yes' }]}
          />
        ) : (
          <p class="govuk-hint">{words.noDraft[lang]}</p>
        )}
        <Input {...entered('term', fault, visit)} label={words.term[lang]} width={3} inputmode="numeric" />
        <Textarea {...entered('daysOff', fault, visit)} label={words.daysOff[lang]} rows={3} />
        <Button>{words.run[lang]}</Button>
      </Form>
    </section>
  );
};

function body(
  all: Gathered,
  visit: Visit,
  fault: Fault | null,
  outcome: Outcome | null,
  tried: Fault['typed'],
): VNode {
  const { lang } = visit;
  const nameOf = (node: string): string => all.names.get(node) || node;
  const steps = spentBy(all.visits, ({ node }) => node);
  // What lies in a called process is drawn as the step that calls it.
  const drawn = spentBy(all.visits, ({ node }) => node.split('/')[0] ?? node);
  const agency = (id: string): string => all.agencies.get(id)?.[lang] ?? words.applicant[lang];
  const { code } = all.procedure;
  return (
    <>
      <Faults fault={fault} visit={visit} />
      <span class="govuk-caption-l">{words.title[lang]}</span>
      <h1 class="govuk-heading-l" lang="vi">
        {all.procedure.name}
      </h1>
      {outcome && <Replayed outcome={outcome} lang={lang} />}
      <Numbers all={all} visit={visit} />
      <p class="govuk-hint">{words.source[lang]}</p>
      <InShort all={all} steps={steps} nameOf={nameOf} lang={lang} />
      <h2 class="govuk-heading-m">{words.where[lang]}</h2>
      <p class="govuk-hint">{words.pictureHint[lang]}</p>
      <ProcessPicture
        definition={all.definition}
        drawing={all.drawing}
        marks={marksOf(drawn, lang)}
        label={`${words.where[lang]}: ${all.procedure.name}`}
      />
      {steps.length > 0 && (
        <>
          <SpentTable title={words.byStep} items={steps} nameOf={nameOf} lang={lang} />
          <SpentTable
            title={words.byAgency}
            items={spentBy(all.visits, ({ agency: id }) => id ?? '')}
            nameOf={agency}
            lang={lang}
          />
          <SpentTable
            title={words.byGroup}
            note={words.groupHint}
            items={spentByGroup(all.visits, words.otherGroups[lang])}
            nameOf={(group) => group}
            lang={lang}
          />
          <Variants items={variantsOf(all.cases)} nameOf={nameOf} lang={lang} />
        </>
      )}
      <Replay all={all} visit={visit} fault={fault ?? { errors: [], typed: tried }} />
      <h2 class="govuk-heading-m">{words.export[lang]}</h2>
      <p class="govuk-hint">{words.exportHint[lang]}</p>
      <LinkRow
        items={[
          { href: `${analysisPath(code)}/xes`, text: 'XES' },
          { href: `${analysisPath(code)}/ocel`, text: 'OCEL 2.0' },
        ]}
      />
      {mayChangeProcess(visit.by) && (
        <p class="govuk-body">
          <a class="govuk-link" href={newProcessPath(code)}>
            {words.older[lang]}
          </a>
        </p>
      )}
    </>
  );
}

/** `tried`: what the outcome is of, which stays in the form, for the next try is often a little different. */
const viewOf = (
  all: Gathered,
  visit: Visit,
  fault: Fault | null,
  outcome: Outcome | null = null,
  tried: Fault['typed'] = {},
) => ({
  title: words.title,
  crumbs: [{ text: words.title, href: ANALYSIS }],
  wide: true,
  body: body(all, visit, fault, outcome, tried),
});

/** The days that were typed, one a line. Throws Invalid. */
function daysIn(typed: string): readonly string[] {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.map((line) => {
    const read = day(words.daysOffField).read(line, 'daysOff');
    if ('value' in read) return read.value;
    throw new Invalid([{ field: 'daysOff', message: words.badDay }]);
  });
}

/** The calendar of each agency that decided one of these dossiers: their dates were reckoned by it. */
async function calendarsOf(look: Look, cases: readonly Case[]): Promise<Change['calendars']> {
  const agencies = [...new Set(cases.map(({ agency }) => agency))];
  return new Map(await Promise.all(agencies.map(async (id) => [id, await calendarOf(look, id)] as const)));
}

export const analysisPage = page({
  path: `${ANALYSIS}/:code`,
  who: mayAnalyse,
  example: analysisPath('1.001193'),
  input: input({
    draft: flag(),
    term: optional(integer(words.termField, 1, 365)),
    daysOff: text({ label: words.daysOffField, max: 2000, min: 0, lines: true }),
  }),
  gather: ({ look, params }) => gatherAnalysis(look, params['code'] ?? ''),
  view: (all, visit, fault) => viewOf(all, visit, fault),
  show: async (visit, { draft, term, daysOff }, all) =>
    viewOf(
      all,
      visit,
      null,
      replay(all.cases, {
        definition: draft ? withCalls(all.drafted) : null,
        calendars: await calendarsOf(visit.look, all.cases),
        term: term === null ? null : { unit: 'working_day', amount: term },
        daysOff: daysIn(daysOff),
      }),
      { draft: draft ? 'yes' : '', term: term === null ? '' : String(term), daysOff },
    ),
});
