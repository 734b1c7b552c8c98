/** `/chi-dao/quy-trinh`: the procedures whose course can be analysed. */
import { EmptyState, WideTable } from '../../../ground/ui/index.ts';
import { page } from '../../../ground/web/page.ts';
import { listAnalysable } from '../../../services/dossiers/index.ts';
import { sinceFor } from '../gather.ts';
import { analysedAgencies, mayAnalyse } from '../policy.ts';
import { words } from '../words.ts';
import { ANALYSIS, analysisPath } from './paths.ts';

export const analysisListPage = page({
  path: ANALYSIS,
  who: mayAnalyse,
  example: ANALYSIS,
  gather: async ({ look, now }) =>
    listAnalysable(look, { since: sinceFor(now), agencies: await analysedAgencies(look) }),
  view: (procedures, { lang }) => ({
    title: words.title,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        {procedures.length === 0 ? (
          <EmptyState title={words.empty[lang]} />
        ) : (
          <WideTable
            title={words.title[lang]}
            firstCellIsHeader
            head={[words.procedure[lang], { text: words.cases[lang], format: 'numeric' }]}
            rows={procedures.map(({ procedure, title, cases }) => [
              {
                text: (
                  <a class="govuk-link" href={analysisPath(procedure)} lang="vi">
                    {title}
                  </a>
                ),
              },
              { text: String(cases), format: 'numeric' },
            ])}
          />
        )}
      </>
    ),
  }),
});
