/** The agencies of a day as a tree, and the search. */
import { Button, DataTable, EmptyState, FilterBar, Input, Tag } from '../../../ground/ui/index.ts';
import { formatDay, parseDay, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { isAdministrator } from '../manage.ts';
import { agencyTree, findAgencies, findAgencyByIdentifier, type AgencyTree } from '../queries.ts';
import type { Agency } from '../schema.ts';
import { kindName } from '../words.ts';
import { agenciesName, AGENCIES_PATH, agencyPath } from './paths.ts';

const own = {
  search: { vi: 'Tên, chữ viết tắt hoặc mã định danh', en: 'Name, abbreviation or identifier' },
  day: { vi: 'Cây tổ chức vào ngày', en: 'The tree on the day' },
  establish: { vi: 'Thành lập cơ quan', en: 'Establish an agency' },
  identifier: { vi: 'Mã định danh', en: 'Identifier' },
  name: { vi: 'Tên', en: 'Name' },
  kind: { vi: 'Loại', en: 'Kind' },
  abolished: { vi: 'đã kết thúc', en: 'abolished' },
  empty: { vi: 'Không tìm thấy cơ quan nào', en: 'No agencies found' },
  emptyHint: { vi: 'Hãy thử tên khác hoặc mã định danh.', en: 'Try another name, or the identifier.' },
} as const satisfies Readonly<Record<string, Text>>;

const nameOf = ({ name }: Agency, lang: Language): string => name[lang] || name.vi;

const Link = ({ agency, lang }: { readonly agency: Agency; readonly lang: Language }) => (
  <>
    <a class="govuk-link" href={agencyPath(agency.id)}>
      {nameOf(agency, lang)}
    </a>
    {agency.abolished !== null && (
      <>
        {' '}
        <Tag colour="grey">{own.abolished[lang]}</Tag>
      </>
    )}
  </>
);

/** Deeper than this one opens the agency itself. */
const DEEPEST = 3;

const Branch = ({
  trees,
  lang,
  depth = 1,
}: {
  trees: readonly AgencyTree[];
  lang: Language;
  depth?: number;
}) => (
  <ul class={depth === 1 ? 'govuk-list govuk-list--spaced' : 'govuk-list govuk-list--bullet'}>
    {trees.map((tree) => (
      <li>
        <Link agency={tree} lang={lang} /> <span class="govuk-hint tt-nowrap">{tree.identifier}</span>
        {tree.below.length > 0 && depth < DEEPEST && (
          <Branch trees={tree.below} lang={lang} depth={depth + 1} />
        )}
      </li>
    ))}
  </ul>
);

async function gather({ look, query }: Visit) {
  const words = query['q']?.slice(0, 100).trim() ?? '';
  const day = parseDay(query['ngay'] ?? '') ?? vietnamDay(look.now);
  if (!words) return { words, day, found: null, trees: await agencyTree(look, null, day) };
  const exact = await findAgencyByIdentifier(look, words);
  return { words, day, found: exact ? [exact] : await findAgencies(look, words, 100), trees: [] };
}

export const agenciesPage = page({
  path: AGENCIES_PATH,
  who: 'officer',
  example: AGENCIES_PATH,
  gather,
  view: ({ words, day, found, trees }, { lang, by }) => ({
    title: agenciesName,
    crumbs: administrationCrumbs(),
    body: (
      <>
        <h1 class="govuk-heading-l">{agenciesName[lang]}</h1>
        {isAdministrator(by) && <Button href={`${AGENCIES_PATH}/thanh-lap`}>{own.establish[lang]}</Button>}
        <FilterBar action={AGENCIES_PATH} clearHref={AGENCIES_PATH}>
          <Input id="q" name="q" label={own.search[lang]} value={words} width={20} />
          <Input id="ngay" name="ngay" label={own.day[lang]} value={formatDay(day, 'vi')} width={10} />
        </FilterBar>
        {found ? (
          <DataTable
            caption={agenciesName[lang]}
            rows={found}
            columns={[
              { key: 'identifier', title: own.identifier[lang], cell: (one) => one.identifier },
              {
                key: 'name',
                title: own.name[lang],
                names: true,
                cell: (one) => <Link agency={one} lang={lang} />,
              },
              { key: 'kind', title: own.kind[lang], cell: (one) => kindName[one.kind][lang] },
            ]}
            empty={<EmptyState title={own.empty[lang]}>{own.emptyHint[lang]}</EmptyState>}
          />
        ) : trees.length > 0 ? (
          <Branch trees={trees} lang={lang} />
        ) : (
          <EmptyState title={own.empty[lang]}>{own.emptyHint[lang]}</EmptyState>
        )}
      </>
    ),
  }),
});
