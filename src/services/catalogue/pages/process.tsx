/** `/thu-tuc/:code/quy-trinh`: the internal process, step by step (B1: internal process is public). */
import { EmptyState, WideTable } from '../../../ground/ui/index.ts';
import { page } from '../../../ground/web/page.ts';
import { describeLimit, type Definition, type Task } from '../../../work/process/index.ts';
import { getProcedure } from '../queries.ts';
import { nameOf } from './service/shown.ts';
import { words as service } from './service/words.ts';

const words = {
  title: { vi: 'Quy trình nội bộ', en: 'Internal process' },
  step: { vi: 'Bước', en: 'Step' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  role: { vi: 'Người thực hiện', en: 'Who' },
  limit: { vi: 'Thời hạn', en: 'Limit' },
  output: { vi: 'Kết quả', en: 'Output' },
  usual: {
    vi: 'Thủ tục này theo quy trình một cửa thông thường',
    en: 'This procedure follows the usual one-stop process',
  },
} as const;

const isTask = (node: Definition['nodes'][number]): node is Task =>
  node.kind === 'user' || node.kind === 'service' || node.kind === 'send' || node.kind === 'receive';

/** The page of the internal process. */
export const processPage = page({
  path: '/thu-tuc/:code/quy-trinh',
  who: 'anyone',
  example: '/thu-tuc/1.001193/quy-trinh',
  cache: 60,
  gather: async ({ look, params }) => getProcedure(look, params['code'] ?? ''),
  view: (procedure, { lang }) => ({
    title: words.title,
    crumbs: [
      { text: service.services, href: '/thu-tuc' },
      { text: nameOf(procedure), href: `/thu-tuc/${procedure.code}` },
    ],
    part: '/thu-tuc',
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        {procedure.processDecision && (
          <p class="govuk-body">{`${service.processDecision[lang]}: ${procedure.processDecision.number}`}</p>
        )}
        {procedure.process === null ? (
          <EmptyState title={words.usual[lang]} />
        ) : (
          <WideTable
            title={nameOf(procedure)[lang]}
            head={[words.step, words.unit, words.role, words.limit, words.output].map((one) => ({
              text: one[lang],
            }))}
            rows={procedure.process.nodes
              .filter(isTask)
              .map(({ name, office }) =>
                [
                  name,
                  office.unit,
                  office.role,
                  office.limit && describeLimit(office.limit)[lang],
                  office.output,
                ].map((one) => ({ text: one ?? '–' })),
              )}
          />
        )}
      </>
    ),
  }),
});
