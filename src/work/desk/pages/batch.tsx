/** `/viec/hang-loat/:id`: choose what is done with the selection, then see how far it is and what came of each item. */
import {
  Button,
  ButtonGroup,
  DataTable,
  Input,
  Progress,
  Radios,
  Select,
  Tag,
  type Column,
} from '../../../ground/ui/index.ts';
import type { Look } from '../../../ground/db/act.ts';
import { Invalid } from '../../../ground/operate/errors.ts';
import type { Language } from '../../../ground/text/language.ts';
import { entered, errorOf, Faults, Form, typedIn } from '../../../ground/web/form.tsx';
import { input, oneOf, optional, text } from '../../../ground/web/input.ts';
import { page, type Fault } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { listColleagues, type Colleague } from '../assign.ts';
import { retryBatch, startBatch } from '../batch/commands.ts';
import { getBatch, listBatchItems } from '../batch/queries.ts';
import type { BatchItem } from '../batch/schema.ts';
import { batchWords } from '../batch/words.ts';
import { listWork } from '../queries.ts';
import type { BatchAct, Work } from '../schema.ts';
import { words } from '../words.ts';
import { batchPath, DESK, deskCrumb } from './paths.ts';

/** Everybody who holds the role of one of these items and is there today, once each. */
async function colleaguesFor(look: Look, works: readonly Work[]): Promise<readonly Colleague[]> {
  const places = new Map(
    works.map((work) => [`${work.agency} ${work.role} ${work.unit} ${work.kind}`, work]),
  );
  const all = await Promise.all([...places.values()].map((work) => listColleagues(look, work)));
  const present = all.flat().filter(({ away }) => away === null);
  return [...new Map(present.map((one) => [one.account, one])).values()];
}

async function gather({ look, params }: Visit) {
  const batch = await getBatch(look, params['id'] ?? '');
  const items = await listBatchItems(look, batch.id);
  const works =
    batch.started_at === null
      ? await listWork(
          look,
          items.map(({ work }) => work),
        )
      : [];
  const colleagues = batch.started_at === null ? await colleaguesFor(look, works) : [];
  return { batch, items, works, colleagues };
}

type Gathered = Awaited<ReturnType<typeof gather>>;
type Props = { readonly all: Gathered; readonly acts: readonly BatchAct[]; readonly visit: Visit };

const states = {
  waiting: { colour: 'grey', text: batchWords.waiting },
  done: { colour: 'green', text: batchWords.done },
  failed: { colour: 'red', text: batchWords.failed },
} as const;

const columns = (lang: Language): Column<BatchItem>[] => [
  { key: 'code', title: words.code[lang], names: true, cell: ({ code }) => code },
  { key: 'title', title: words.work[lang], cell: ({ title }) => title },
  {
    key: 'state',
    title: batchWords.result[lang],
    cell: ({ state, problem }) => (
      <>
        <Tag class={`govuk-tag--${states[state].colour}`}>{states[state].text[lang]}</Tag>
        {problem && <div>{problem[lang]}</div>}
      </>
    ),
  },
];

const Choose = ({ all, acts, visit, fault }: Props & { readonly fault: Fault | null }) => {
  const { lang } = visit;
  const fitting = acts
    .map((one) => ({ ...one, n: all.works.filter((work) => one.fits(work)).length }))
    .filter(({ n }) => n > 0);
  return (
    <Form visit={visit}>
      <Radios
        name="name"
        legend={{ text: batchWords.whichAct[lang], size: 'm' }}
        value={typedIn(fault, 'name')}
        error={errorOf(fault, 'name', visit)}
        items={fitting.map(({ name, title, n }) => ({
          value: name,
          text: title[lang],
          hint: batchWords.fits(n, all.items.length)[lang],
        }))}
      />
      {all.colleagues.length > 0 && (
        <Select
          {...entered('colleague', fault, visit)}
          label={batchWords.colleague[lang]}
          items={[
            { value: '', text: words.choose[lang] },
            ...all.colleagues.map(({ account, name, post }) => ({
              value: account,
              text: `${name}, ${post}`,
            })),
          ]}
        />
      )}
      <Input
        {...entered('note', fault, visit)}
        label={batchWords.note[lang]}
        hint={batchWords.noteHint[lang]}
      />
      <Button name="choice" value="start" preventDoubleClick>
        {batchWords.go[lang]}
      </Button>
    </Form>
  );
};

const HowFar = ({ all: { batch, items }, visit }: Props) => {
  const { lang } = visit;
  const finished = items.filter(({ state }) => state !== 'waiting').length;
  const failed = items.filter(({ state }) => state === 'failed').length;
  return (
    <>
      <Progress
        id="progress"
        label={batchWords.progress[lang]}
        done={finished}
        of={items.length}
        note={batchWords.progressNote(finished, items.length)[lang]}
      />
      {finished < items.length && <p class="govuk-body">{batchWords.keepsOn[lang]}</p>}
      <Form visit={visit}>
        <ButtonGroup>
          {finished < items.length && <Button href={batchPath(batch.id)}>{batchWords.refresh[lang]}</Button>}
          {failed > 0 && (
            <Button kind="secondary" name="choice" value="retry" preventDoubleClick>
              {batchWords.retry(failed)[lang]}
            </Button>
          )}
          <Button kind="secondary" href={DESK}>
            {batchWords.back[lang]}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  );
};

function chosenOf(acts: readonly BatchAct[], name: string | null): BatchAct {
  const chosen = acts.find((one) => one.name === name);
  if (chosen) return chosen;
  throw new Invalid([{ field: 'name', message: batchWords.chooseAct }]);
}

export const batchPage = (acts: readonly BatchAct[]) =>
  page({
    path: '/viec/hang-loat/:id',
    who: 'officer',
    example: null,
    input: input({
      choice: oneOf(['start', 'retry'], batchWords.whichActField),
      name: optional(
        oneOf(
          acts.map(({ name }) => name),
          batchWords.whichActField,
        ),
      ),
      colleague: optional(text({ label: words.colleagueField, max: 40 })),
      note: optional(text({ label: words.noteField, max: 500 })),
    }),
    gather,
    view: (all, visit, fault) => {
      const { lang } = visit;
      const chosen = acts.find(({ name }) => name === all.batch.act);
      const props = { all, acts, visit };
      return {
        title: batchWords.title,
        crumbs: [deskCrumb],
        body: (
          <>
            <Faults fault={fault} visit={visit} />
            <span class="govuk-caption-l">{batchWords.items(all.items.length)[lang]}</span>
            <h1 class="govuk-heading-l">{(chosen?.title ?? batchWords.title)[lang]}</h1>
            {all.batch.started_at === null ? <Choose {...props} fault={fault} /> : <HowFar {...props} />}
            <DataTable caption={batchWords.result[lang]} columns={columns(lang)} rows={all.items} dense />
          </>
        ),
      };
    },
    act: async (act, { choice, name, colleague, note }, { gathered: { batch } }) => {
      const to = batchPath(batch.id);
      if (choice === 'retry') {
        await retryBatch(act, batch.id);
        return { to, say: batchWords.retried };
      }
      await startBatch(act, batch.id, chosenOf(acts, name), { note, colleague });
      return { to };
    },
  });
