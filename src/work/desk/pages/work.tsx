/** `/viec/muc/:id`: what can be done with a work item on the desk itself, whatever room it comes from: take, pass on, ask, comment. */
import {
  Button,
  ButtonGroup,
  Input,
  InsetText,
  Select,
  SummaryList,
  Textarea,
  Timeline,
} from '../../../ground/ui/index.ts';
import type { Act, By } from '../../../ground/db/act.ts';
import { Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { look as noteLook } from '../../../ground/record/index.ts';
import { errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, integer, oneOf, optional, text } from '../../../ground/web/input.ts';
import { page, type Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { giveBack, listColleagues, maySee, passTo, standingAt, takeWork, type Colleague } from '../assign.ts';
import { comment } from '../commands.ts';
import { askOpinion } from '../opinions.ts';
import { declareInterest, liftInterest } from '../declare.ts';
import { interestOf, listInterests, matterOf } from '../interest.ts';
import { getWork, listComments, listOpinions } from '../queries.ts';
import { mayAssign, mayDo, type Opinion, type Work, type WorkKind } from '../schema.ts';
import { words } from '../words.ts';
import { DueOf, kindOf } from './columns.tsx';
import { Interest } from './interest.tsx';
import { DESK, deskCrumb, workPath } from './paths.ts';

const choices = ['take', 'give-back', 'pass', 'ask', 'comment', 'declare', 'lift'] as const;

const needed = <T,>(
  value: T | null,
  field: string,
  label: { readonly vi: string; readonly en: string },
): T => {
  if (value !== null) return value;
  throw new Invalid([{ field, message: { vi: `Hãy nhập ${label.vi}.`, en: `Enter ${label.en}.` } }]);
};

/** A work item for those who may see it. The look at the person whose matter it is is written down. */
async function gather({ look, edge, tenant, by, requestId, now, params }: Visit) {
  const work = await getWork(look, params['id'] ?? '');
  if (!(await maySee(look, work))) throw new NotAllowed(words.notYours);
  const standing = await standingAt(look, work);
  const { party } = work;
  if (party)
    await edge.act({ tenant, by, requestId, now }, async (act) =>
      noteLook(act, party, 'Phân công, trao đổi về hồ sơ', work.item, {
        insteadOf: standing.insteadOf,
        may: (who) => mayDo(who, work) || mayAssign(who, work),
      }),
    );
  const [colleagues, comments, opinions, declared, interest] = await Promise.all([
    listColleagues(look, work),
    listComments(look, work.item),
    listOpinions(look, work.item),
    listInterests(look, work.item),
    interestOf(look, matterOf(work)),
  ]);
  return { work, standing, colleagues, comments, opinions, declared, interest };
}

type Gathered = Awaited<ReturnType<typeof gather>>;
type PartProps = { readonly all: Gathered; readonly visit: Visit; readonly fault: Fault | null };

const shown = ({ name, post, away }: Colleague, { lang }: Visit): string =>
  `${name}, ${post}${away === null ? '' : ` (${words.awayBy(away)[lang]})`}`;

const others = (colleagues: readonly Colleague[], by: By) =>
  colleagues.filter(({ account }) => account !== by.account);

const People = ({ all, visit, fault, name }: PartProps & { readonly name: string }) => (
  <Select
    id={name}
    name="colleague"
    label={words.pass[visit.lang]}
    value={typedIn(fault, 'colleague')}
    error={errorOf(fault, 'colleague', visit)}
    items={[
      { value: '', text: words.choose[visit.lang] },
      ...others(all.colleagues, visit.by).map((one) => ({
        value: one.account,
        text: shown(one, visit),
        disabled: one.away !== null,
      })),
    ]}
  />
);

const Pass = (props: PartProps) => {
  const { visit, all } = props;
  const { lang } = visit;
  return (
    <>
      <h2 class="govuk-heading-m">{words.passTitle[lang]}</h2>
      {others(all.colleagues, visit.by).length === 0 ? (
        <p class="govuk-body">{words.noColleague[lang]}</p>
      ) : (
        <Form visit={visit}>
          <People {...props} name="colleague" />
          <Input id="note" name="note" label={words.note[lang]} />
          <Button kind="secondary" name="choice" value="pass" preventDoubleClick>
            {words.passButton[lang]}
          </Button>
        </Form>
      )}
    </>
  );
};

const opinionEvents = (opinions: readonly Opinion[], { lang }: Visit) =>
  opinions.map((one) => ({
    title: `${one.asked_name}: ${one.question}`,
    at: { moment: one.asked_at.toISOString(), text: formatTime(one.asked_at, lang) },
    children: one.answer === null ? words.notAnswered[lang] : `${one.answered_name}: ${one.answer}`,
  }));

const Ask = (props: PartProps) => {
  const { visit, all, fault } = props;
  const { lang } = visit;
  return (
    <>
      <h2 class="govuk-heading-m">{words.opinions[lang]}</h2>
      <p class="govuk-body">{words.opinionHint[lang]}</p>
      {all.opinions.length > 0 && <Timeline headingLevel={3} items={opinionEvents(all.opinions, visit)} />}
      {others(all.colleagues, visit.by).length > 0 && (
        <Form visit={visit}>
          <People {...props} name="asked" />
          <Textarea
            id="body-asked"
            name="body"
            label={words.question[lang]}
            error={errorOf(fault, 'body', visit)}
            rows={3}
          />
          <Input
            id="hours"
            name="hours"
            label={words.hoursLabel[lang]}
            value="8"
            width={3}
            inputmode="numeric"
          />
          <Button kind="secondary" name="choice" value="ask" preventDoubleClick>
            {words.askButton[lang]}
          </Button>
        </Form>
      )}
    </>
  );
};

const Comments = ({ all, visit }: PartProps) => {
  const { lang } = visit;
  return (
    <>
      <h2 class="govuk-heading-m">{words.comments[lang]}</h2>
      <p class="govuk-body">{words.commentsHint[lang]}</p>
      <Timeline
        headingLevel={3}
        items={all.comments.map((one) => ({
          title: one.name,
          at: { moment: one.at.toISOString(), text: formatTime(one.at, lang) },
          children: one.body,
        }))}
      />
      <Form visit={visit}>
        <Textarea id="body" name="body" label={words.comment[lang]} rows={3} />
        <Button kind="secondary" name="choice" value="comment" preventDoubleClick>
          {words.addComment[lang]}
        </Button>
      </Form>
    </>
  );
};

const holderName = ({ work, colleagues }: Gathered, { by, lang }: Visit): string => {
  if (work.holder === null) return words.nobody[lang];
  if (work.holder === by.account) return by.name;
  return colleagues.find(({ account }) => account === work.holder)?.name ?? words.somebody[lang];
};

type Said = {
  readonly choice: (typeof choices)[number];
  readonly colleague: string | null;
  readonly note: string | null;
  readonly body: string | null;
  readonly hours: number | null;
  readonly interest: string | null;
  readonly person: string | null;
};

async function perform(act: Act, work: Work, said: Said, colleagues: readonly Colleague[]): Promise<string> {
  switch (said.choice) {
    case 'take':
      await takeWork(act, work);
      return workPath(work.id);
    case 'give-back':
      await giveBack(act, work);
      return DESK;
    case 'pass':
      await passTo(act, work, needed(said.colleague, 'colleague', words.colleagueField), said.note);
      return DESK;
    case 'ask': {
      const asked = colleagues.find(({ account, away }) => account === said.colleague && away === null);
      const question = needed(said.body, 'body', words.questionField);
      await askOpinion(
        act,
        work,
        needed(asked ?? null, 'colleague', words.colleagueField),
        question,
        said.hours ?? 8,
      );
      return workPath(work.id);
    }
    case 'comment':
      comment(act, work.item, needed(said.body, 'body', words.noteField));
      return workPath(work.id);
    case 'declare':
      await declareInterest(act, work, needed(said.interest, 'interest', words.interestField));
      return DESK;
    case 'lift':
      await liftInterest(act, work, said.person ?? '', needed(said.note, 'note', words.liftField));
      return workPath(work.id);
  }
}

export const workPage = (kinds: readonly WorkKind[]) => {
  const byName = new Map(kinds.map((kind) => [`${kind.room}.${kind.kind}`, kind]));
  return page({
    path: '/viec/muc/:id',
    who: 'officer',
    example: null,
    input: input({
      choice: oneOf(choices, words.choiceField),
      colleague: optional(text({ label: words.colleagueField, max: 40 })),
      note: optional(text({ label: words.noteField, max: 500 })),
      body: optional(text({ label: words.noteField, max: 4000, lines: true })),
      hours: optional(integer(words.hoursField, 1, 240)),
      interest: optional(text({ label: words.interestField, max: 500 })),
      person: optional(text({ label: words.colleagueField, max: 40 })),
    }),
    gather,
    view: (all, visit, fault) => {
      const { lang, now, by } = visit;
      const { work, standing, declared, interest } = all;
      const kind = kindOf(byName, work);
      const parts = { all, visit, fault };
      return {
        title: words.workTitle,
        crumbs: [deskCrumb],
        body: (
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              <Faults fault={fault} visit={visit} />
              <span class="govuk-caption-l">
                {work.code} · {work.subject}
              </span>
              <h1 class="govuk-heading-l">{work.title}</h1>
              <SummaryList
                rows={[
                  { key: words.step[lang], value: work.step || kind?.name[lang] || '' },
                  { key: words.due[lang], value: <DueOf work={work} lang={lang} now={now} /> },
                  { key: words.holder[lang], value: holderName(all, visit) },
                ]}
              />
              {standing.insteadOf && <InsetText>{words.insteadOf(standing.insteadOf)[lang]}</InsetText>}
              <Form visit={visit}>
                <ButtonGroup>
                  {kind && <Button href={kind.path(work)}>{words.goDo[lang]}</Button>}
                  {standing.take && work.holder !== by.account && !interest && (
                    <Button kind="secondary" name="choice" value="take" preventDoubleClick>
                      {words.take[lang]}
                    </Button>
                  )}
                  {standing.giveBack && (
                    <Button kind="secondary" name="choice" value="give-back" preventDoubleClick>
                      {words.giveBack[lang]}
                    </Button>
                  )}
                  {kind?.write && (
                    <Button kind="secondary" href={kind.write(work)}>
                      {words.writePerson[lang]}
                    </Button>
                  )}
                </ButtonGroup>
              </Form>
              {standing.pass && <Pass {...parts} />}
              <Ask {...parts} />
              <Comments {...parts} />
              <Interest work={work} interest={interest} declared={declared} visit={visit} fault={fault} />
            </div>
          </div>
        ),
      };
    },
    act: async (act, said, { gathered: { work, colleagues } }) => ({
      to: await perform(act, work, said, colleagues),
      say: said.choice === 'declare' ? words.interestDeclared : words.done,
    }),
  });
};
