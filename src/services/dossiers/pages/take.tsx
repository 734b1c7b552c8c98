/** `/ho-so/:code/nhan-viec`: an officer takes what waits for anybody of the role, or openly takes over what a colleague at the counter has. */
import type { Act } from '../../../ground/db/act.ts';
import { Conflict } from '../../../ground/operate/errors.ts';
import { Button, InsetText } from '../../../ground/ui/index.ts';
import { Form } from '../../../ground/web/form.tsx';
import { input, optional, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { step } from '../../../ground/record/index.ts';
import { handOver, listWorkOf, mayDo, mayTakeOver, takeOver } from '../../../work/desk/index.ts';
import { holderName } from '../colleague.ts';
import { hold, type Held } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { colleagueWords } from '../colleague-words.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';

export const takePage = page({
  path: '/ho-so/:code/nhan-viec',
  who: 'officer',
  example: null,
  // The work of a colleague that is taken over; without it, all that waits for anybody is taken.
  input: input({ over: optional(text({ label: words.take, max: 40 })) }),
  gather: async (visit) => {
    const whole = await getWhole(visit.look, visit.params['code'] ?? '');
    const { by, look } = visit;
    const theirs = whole.work.filter((one) => mayTakeOver(by, one));
    return {
      ...whole,
      mine: whole.work.filter((one) => mayDo(by, one)),
      theirs: await Promise.all(theirs.map(async (one) => ({ ...one, name: await holderName(look, one) }))),
    };
  },
  view: ({ dossier, mine, theirs }, visit) => {
    const { lang } = visit;
    const title = mine.length === 0 && theirs.length > 0 ? colleagueWords.takeOver : words.take;
    return {
      title,
      crumbs: dossierCrumbs(dossier),
      body: (
        <>
          <h1 class="govuk-heading-l">{title[lang]}</h1>
          {mine.length > 0 && (
            <Form visit={visit}>
              <ul class="govuk-list govuk-list--bullet">
                {mine.map((one) => (
                  <li>{one.step}</li>
                ))}
              </ul>
              <Button preventDoubleClick attributes={{ autofocus: true }}>
                {words.take[lang]}
              </Button>
            </Form>
          )}
          {theirs.map((one, n) => (
            <Form visit={visit}>
              <InsetText>{colleagueWords.held(one.step, one.name)[lang]}</InsetText>
              <p class="govuk-body">{colleagueWords.hint[lang]}</p>
              <input type="hidden" name="over" value={one.id} />
              <Button
                kind={mine.length === 0 && n === 0 ? 'primary' : 'secondary'}
                preventDoubleClick
                attributes={{ autofocus: mine.length === 0 && n === 0 }}
              >
                {colleagueWords.from(one.name)[lang]}
              </Button>
            </Form>
          ))}
        </>
      ),
    };
  },
  act: async (act, { over }, { gathered: { dossier } }) => {
    const held = await hold(act, dossier.id);
    await (over ? takeOverOne(act, held, over) : takeAll(act, held));
    return { to: dossierPath(dossier.code), say: words.taken };
  },
});

async function takeOverOne(act: Act, { dossier }: Held, id: string): Promise<void> {
  const work = (await listWorkOf(act, dossier.id)).find((one) => one.id === id);
  if (!work) throw new Conflict(words.takenAlready);
  await takeOver(act, work);
}

async function takeAll(act: Act, { dossier, head }: Held): Promise<void> {
  // Read again: a colleague may have taken it since the page was shown.
  const mine = (await listWorkOf(act, dossier.id)).filter((one) => mayDo(act.by, one));
  if (mine.length === 0) throw new Conflict(words.takenAlready);
  const taken = mine.filter((one) => one.holder === null);
  for (const { id } of taken) handOver(act, id, act.by.account);
  if (taken.length > 0) {
    step(act, head, {
      act: 'dossier.take',
      visible: 'party',
      after: { steps: taken.map((one) => one.step) },
      may: (by) => taken.every((one) => mayDo(by, one)),
    });
  }
}
