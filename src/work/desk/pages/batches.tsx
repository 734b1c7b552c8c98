/** `/viec/hang-loat`: takes the selection of the inbox, and lists the batches of before. */
import { EmptyState } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { Faults } from '../../../ground/web/form.tsx';
import { input, oneOf, several, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { listSubstituted } from '../absence.ts';
import { maySee } from '../assign.ts';
import { makeBatch } from '../batch/commands.ts';
import { listBatches } from '../batch/queries.ts';
import { MOST } from '../batch/schema.ts';
import { batchWords } from '../batch/words.ts';
import { isUuid, listInbox, listWork } from '../queries.ts';
import type { BatchAct, Work } from '../schema.ts';
import { filterOf } from './filter.ts';
import { BATCHES, batchPath, deskCrumb } from './paths.ts';

export const batchesPage = (acts: readonly BatchAct[]) =>
  page({
    path: BATCHES,
    who: 'officer',
    example: BATCHES,
    input: input({
      which: oneOf(['chosen', 'all'], batchWords.whichActField),
      id: several(batchWords.whichActField, MOST),
      view: text({ label: batchWords.whichActField, max: 1000, min: 0 }),
    }),
    gather: ({ look }) => listBatches(look),
    prepare: async ({ look }, { which, id, view }): Promise<readonly Work[]> => {
      if (which === 'all') {
        const filter = filterOf({ query: Object.fromEntries(new URLSearchParams(view)) });
        return (await listInbox(look, filter, await listSubstituted(look), MOST)).rows;
      }
      const works = await listWork(look, id.filter(isUuid));
      const seen = await Promise.all(works.map((work) => maySee(look, work)));
      return works.filter((_, i) => seen[i]);
    },
    view: (batches, visit, fault) => ({
      title: batchWords.title,
      crumbs: [deskCrumb],
      body: (
        <>
          <Faults fault={fault} visit={visit} />
          <h1 class="govuk-heading-l">{batchWords.recent[visit.lang]}</h1>
          {batches.length === 0 && <EmptyState title={batchWords.noRecent[visit.lang]} />}
          <ul class="govuk-list">
            {batches.map((one) => (
              <li>
                <a class="govuk-link" href={batchPath(one.id)}>
                  {acts.find(({ name }) => name === one.act)?.title[visit.lang] ??
                    batchWords.title[visit.lang]}
                </a>
                {one.started_at && `, ${formatTime(one.started_at, visit.lang)}`}
              </li>
            ))}
          </ul>
        </>
      ),
    }),
    act: async (act, { which, id }, { prepared }) => {
      const leftOut = which === 'chosen' ? new Set(id).size - prepared.length : 0;
      const to = batchPath(makeBatch(act, prepared));
      return leftOut > 0 ? { to, say: batchWords.leftOut(leftOut) } : { to };
    },
  });
