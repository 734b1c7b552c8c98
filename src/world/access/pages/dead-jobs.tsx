/** Jobs that failed for good: what failed for which item and why, and the button that runs one again. */
import { DataTable, Details, EmptyState } from '../../../ground/ui/index.ts';
import { listDeadJobs, rerunDeadJob, type DeadJob } from '../../../ground/jobs/index.ts';
import { isId, lockItem, step } from '../../../ground/record/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import type { Act } from '../../../ground/db/act.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { RowButton } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { causeOf, jobName, type NamedJob } from '../job-words.ts';
import { mayAdminister } from '../scope.ts';

export const DEAD_JOBS_PATH = '/quan-tri/viec-loi';

export const deadJobsName = { vi: 'Việc nền bị lỗi', en: 'Failed jobs' } as const;

const own = {
  lead: {
    vi: 'Mỗi việc dưới đây đã thử nhiều lần và dừng lại; những việc sau của cùng một mục đang chờ nó. Sửa nguyên nhân rồi cho chạy lại.',
    en: 'Each job below was tried many times and stopped; later jobs of the same item wait for it. Mend the cause, then run it again.',
  },
  what: { vi: 'Việc', en: 'Job' },
  details: { vi: 'Chi tiết cho đội kỹ thuật', en: 'Details for the technical team' },
  why: { vi: 'Nguyên nhân', en: 'Why' },
  rerun: { vi: 'Chạy lại', en: 'Run again' },
  none: { vi: 'Không có việc nào bị lỗi', en: 'Nothing has failed' },
  noneHint: { vi: 'Mọi việc nền đều chạy.', en: 'All jobs run.' },
  done: { vi: 'Đã đưa việc trở lại hàng chờ.', en: 'The job is back in the queue.' },
} as const satisfies Readonly<Record<string, Text>>;

/** Notes in the record of the item that its job runs again; items without a record have none to note it in. */
async function noteRerun(act: Act, { item, subscriber, event }: DeadJob): Promise<void> {
  const head = await lockItem(act, item).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (head) step(act, head, { act: 'jobs.rerun', visible: 'inside', after: { subscriber, event } });
}

/** `jobs` gives the jobs of all rooms in their own words. */
export const deadJobsPage = (jobs: () => readonly NamedJob[]) =>
  page({
    path: DEAD_JOBS_PATH,
    who: mayAdminister,
    example: DEAD_JOBS_PATH,
    input: input({ job: text({ label: own.what, max: 60 }) }),
    gather: ({ look }) => listDeadJobs({ db: look.tx }, look.tenant),
    view: (dead, visit) => {
      const { lang } = visit;
      return {
        title: deadJobsName,
        wide: true,
        crumbs: administrationCrumbs(),
        body: (
          <>
            <h1 class="govuk-heading-l">{deadJobsName[lang]}</h1>
            {dead.length > 0 && <p class="govuk-body">{own.lead[lang]}</p>}
            <DataTable
              caption={deadJobsName[lang]}
              rows={dead}
              columns={[
                {
                  key: 'what',
                  title: own.what[lang],
                  names: true,
                  cell: (job) => (
                    <>
                      {jobName(jobs(), job.subscriber)[lang]}
                      <br />
                      <span class="govuk-hint govuk-!-margin-bottom-0">
                        {formatTime(new Date(job.failedAt), lang)}
                      </span>
                    </>
                  ),
                },
                {
                  key: 'why',
                  title: own.why[lang],
                  cell: (job) => (
                    <>
                      {causeOf(job.problem)[lang]}
                      <Details summary={own.details[lang]} class="govuk-!-margin-bottom-0">
                        {job.subscriber}, {job.event}, {job.item}: {job.problem}
                      </Details>
                    </>
                  ),
                },
                {
                  key: 'rerun',
                  title: own.rerun[lang],
                  cell: (job) => (
                    <RowButton
                      visit={visit}
                      fields={{ job: job.id }}
                      of={jobName(jobs(), job.subscriber)[lang]}
                      text={own.rerun[lang]}
                    />
                  ),
                },
              ]}
              empty={<EmptyState title={own.none[lang]}>{own.noneHint[lang]}</EmptyState>}
            />
          </>
        ),
      };
    },
    act: async (act, { job: id }, { gathered }) => {
      const job = gathered.find((one) => one.id === id);
      if (!job || !isId(id)) throw new NotFound({ vi: 'Không có việc này.', en: 'There is no such job.' });
      await rerunDeadJob(act, id);
      await noteRerun(act, job);
      return { to: DEAD_JOBS_PATH, say: own.done };
    },
  });
