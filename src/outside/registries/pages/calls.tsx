/** `/quan-tri/loi-goi`: the ledger of calls to systems outside, for the data steward and the administrator (B4, N1). */
import { Button, Select } from '../../../ground/ui/index.ts';
import { hasRole, type By } from '../../../ground/db/act.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { page } from '../../../ground/web/page.ts';
import { listCalls } from '../../../ground/wire/index.ts';
import { CallsTable, withNames } from '../calls/table.tsx';
import { systemName, systems, words } from '../calls/words.ts';
import { CALLS } from '../paths.ts';

/** Who answers for data and for the installation may read the ledger; it names no person that was asked about. */
export const mayReadCalls = (by: By): boolean =>
  by.kind === 'officer' && hasRole(by, 'data-steward', 'it-admin');

export const callsPage = page({
  path: CALLS,
  who: mayReadCalls,
  example: CALLS,
  gather: async ({ look, query }) => {
    const wanted = systems.find((one) => one === query['he-thong']) ?? null;
    return { wanted, calls: await withNames(look, await listCalls(look, wanted)) };
  },
  view: ({ wanted, calls }, { lang }) => ({
    title: words.title,
    crumbs: administrationCrumbs(),
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        <p class="govuk-body">{words.hint[lang]}</p>
        <form method="get" action={CALLS}>
          <Select
            id="he-thong"
            name="he-thong"
            label={words.system[lang]}
            value={wanted ?? ''}
            items={[
              { value: '', text: words.all[lang] },
              ...systems.map((id) => ({ value: id, text: systemName(id)[lang] })),
            ]}
          />
          <Button kind="secondary">{words.filter[lang]}</Button>
        </form>
        {calls.length === 0 ? (
          <p class="govuk-body">{words.none[lang]}</p>
        ) : (
          <CallsTable calls={calls} lang={lang} />
        )}
      </>
    ),
  }),
});
