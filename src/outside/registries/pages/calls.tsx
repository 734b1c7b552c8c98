/** `/quan-tri/loi-goi`: the ledger of calls to systems outside, for the data steward and the administrator (B4, N1). */
import { Button, Select } from '../../../ground/ui/index.ts';
import { hasRole, type By } from '../../../ground/db/act.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { page } from '../../../ground/web/page.ts';
import { isId } from '../../../ground/record/index.ts';
import { listCalls, listCallsFor, type CallLine } from '../../../ground/wire/index.ts';
import { CallsTable, fileName, withNames } from '../calls/table.tsx';
import { systemName, systems, words } from '../calls/words.ts';
import { CALLS } from '../paths.ts';

/** Name in the address of the dossier or draft that the list is narrowed to. */
const FILE = 'cho';

/** Who answers for data and for the installation may read the ledger; it names no person that was asked about. */
export const mayReadCalls = (by: By): boolean =>
  by.kind === 'officer' && hasRole(by, 'data-steward', 'it-admin');

/** What the list is narrowed to: a draft, if a call names it as one, else a dossier (whose list has the calls for its drafts too). */
const narrowedTo = (file: string, calls: readonly CallLine[]): Pick<CallLine, 'item' | 'draft'> =>
  calls.some(({ draft }) => draft === file) ? { item: null, draft: file } : { item: file, draft: null };

export const callsPage = page({
  path: CALLS,
  who: mayReadCalls,
  example: CALLS,
  gather: async ({ look, query }) => {
    const wanted = systems.find((one) => one === query['he-thong']) ?? null;
    const file = query[FILE] ?? '';
    const found = isId(file) ? await listCallsFor(look, file) : await listCalls(look, wanted);
    return { wanted, file: isId(file) ? file : null, calls: await withNames(look, found) };
  },
  view: ({ wanted, file, calls }, { lang }) => ({
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
        {file !== null && calls.length > 0 && (
          <p class="govuk-body">
            {words.onlyFor[lang]} {fileName(narrowedTo(file, calls), lang)}.{' '}
            <a class="govuk-link" href={CALLS}>
              {words.everyCall[lang]}
            </a>
          </p>
        )}
        {calls.length === 0 ? (
          <p class="govuk-body">{words.none[lang]}</p>
        ) : (
          <CallsTable calls={calls} lang={lang} hrefFor={(id) => `${CALLS}?${FILE}=${id}`} />
        )}
      </>
    ),
  }),
});
