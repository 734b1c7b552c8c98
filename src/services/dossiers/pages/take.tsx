/** `/ho-so/:code/nhan-viec`: an officer takes what waits for anybody of the role, or gives it back. */
import { Conflict } from '../../../ground/operate/errors.ts';
import { Button } from '../../../ground/ui/index.ts';
import { Form } from '../../../ground/web/form.tsx';
import { nothing } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { step } from '../../../ground/record/index.ts';
import { handOver, listWorkOf, mayDo } from '../../../work/desk/index.ts';
import { hold } from '../load.ts';
import { dossierPath } from '../paths.ts';
import { getWhole } from '../queries.ts';
import { words } from '../words.ts';
import { dossierCrumbs } from './crumbs.ts';

export const takePage = page({
  path: '/ho-so/:code/nhan-viec',
  who: 'officer',
  example: null,
  input: nothing,
  gather: async (visit) => {
    const whole = await getWhole(visit.look, visit.params['code'] ?? '');
    return { ...whole, mine: whole.work.filter((one) => mayDo(visit.by, one)) };
  },
  view: ({ dossier, mine }, visit) => ({
    title: words.take,
    crumbs: dossierCrumbs(dossier),
    body: (
      <Form visit={visit}>
        <h1 class="govuk-heading-l">{words.take[visit.lang]}</h1>
        <ul class="govuk-list govuk-list--bullet">
          {mine.map((one) => (
            <li>{one.step}</li>
          ))}
        </ul>
        {mine.length > 0 && <Button preventDoubleClick>{words.take[visit.lang]}</Button>}
      </Form>
    ),
  }),
  act: async (act, _, { gathered: { dossier } }) => {
    const { head } = await hold(act, dossier.id);
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
    return { to: dossierPath(dossier.code), say: words.taken };
  },
});
