/** Code lists, and what was in one on a day; a new version of a code. */
import { Button, DataTable, EmptyState, FilterBar, Input } from '../../../ground/ui/index.ts';
import { formatDay, parseDay, vietnamDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { ask, askPage } from '../../../ground/web/ask.tsx';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { putCode } from '../commands.ts';
import { mayKeepLaw } from '../policy.ts';
import { listCodes } from '../queries.ts';
import type { CodeList, ListName } from '../schema.ts';
import { shippedLists } from '../shipped.ts';
import { listPath, listsCrumbs, listsName, LISTS_PATH } from './paths.ts';

const own = {
  list: { vi: 'Danh mục', en: 'List' },
  basis: { vi: 'Căn cứ', en: 'By' },
  code: { vi: 'Mã', en: 'Code' },
  name: { vi: 'Giá trị', en: 'Value' },
  short: { vi: 'Chữ viết tắt', en: 'Abbreviation' },
  since: { vi: 'Từ ngày', en: 'Since' },
  until: { vi: 'Đến hết', en: 'Until' },
  day: { vi: 'Vào ngày', en: 'On the day' },
  put: { vi: 'Thêm hoặc sửa mã từ một ngày', en: 'Add or change a code from a day' },
  putHint: {
    vi: 'Giá trị cũ của mã hết hiệu lực vào ngày hôm trước; những gì đã ghi trước đó giữ giá trị của ngày ấy.',
    en: 'The old value of the code ends the day before; what was recorded earlier keeps the value of its day.',
  },
  vi: { vi: 'Giá trị bằng tiếng Việt', en: 'Value in Vietnamese' },
  en: { vi: 'Giá trị bằng tiếng Anh', en: 'Value in English' },
  from: { vi: 'Có hiệu lực từ ngày', en: 'In force from' },
  save: { vi: 'Ghi', en: 'Save' },
  saved: { vi: 'Đã ghi mã.', en: 'The code is saved.' },
  empty: { vi: 'Ngày này danh mục chưa có mã nào', en: 'The list held nothing on this day' },
} as const satisfies Readonly<Record<string, Text>>;

/** The lists that ship with the platform; read once, they change only with the program. */
let known: readonly CodeList[] | null = null;
const lists = (): readonly CodeList[] => (known ??= shippedLists());

function listAt({ params }: Visit): CodeList & { readonly list: ListName } {
  const found = lists().find(({ list }) => list === params['list']);
  if (found) return found as CodeList & { readonly list: ListName };
  throw new NotFound({ vi: 'Không có danh mục này.', en: 'There is no such list.' });
}

export const listsPage = page({
  path: LISTS_PATH,
  who: 'officer',
  example: LISTS_PATH,
  gather: async () => lists(),
  view: (all, { lang }) => ({
    title: listsName,
    crumbs: administrationCrumbs(),
    body: (
      <>
        <h1 class="govuk-heading-l">{listsName[lang]}</h1>
        <DataTable
          caption={listsName[lang]}
          rows={all}
          columns={[
            {
              key: 'list',
              title: own.list[lang],
              names: true,
              cell: ({ list, name }) => (
                <a class="govuk-link" href={listPath(list)}>
                  {name[lang]}
                </a>
              ),
            },
            { key: 'basis', title: own.basis[lang], cell: ({ basis }) => basis },
          ]}
        />
      </>
    ),
  }),
});

export const listPage = page({
  path: `${LISTS_PATH}/:list`,
  who: 'officer',
  example: listPath('gender'),
  gather: async (visit) => {
    const list = listAt(visit);
    const day = parseDay(visit.query['ngay'] ?? '') ?? vietnamDay(visit.now);
    return { list, day, codes: await listCodes(visit.look, list.list, day) };
  },
  view: ({ list, day, codes }, { lang, by }) => ({
    title: list.name,
    wide: true,
    crumbs: listsCrumbs(),
    body: (
      <>
        <h1 class="govuk-heading-l">{list.name[lang]}</h1>
        {mayKeepLaw(by) && <Button href={`${listPath(list.list)}/ma`}>{own.put[lang]}</Button>}
        <FilterBar action={listPath(list.list)}>
          <Input id="ngay" name="ngay" label={own.day[lang]} value={formatDay(day, 'vi')} width={10} />
        </FilterBar>
        <DataTable
          caption={list.name[lang]}
          rows={codes}
          columns={[
            { key: 'code', title: own.code[lang], cell: ({ code }) => code },
            { key: 'name', title: own.name[lang], names: true, cell: ({ name }) => name[lang] || name.vi },
            { key: 'short', title: own.short[lang], cell: ({ abbreviation }) => abbreviation },
            { key: 'since', title: own.since[lang], cell: ({ from }) => formatDay(from, lang) },
            { key: 'until', title: own.until[lang], cell: ({ to }) => to && formatDay(to, lang) },
            { key: 'basis', title: own.basis[lang], cell: ({ basis }) => basis },
          ]}
          empty={<EmptyState title={own.empty[lang]} />}
        />
      </>
    ),
  }),
});

export const codePage = askPage({
  path: `${LISTS_PATH}/:list/ma`,
  who: mayKeepLaw,
  example: `${listPath('gender')}/ma`,
  gather: async (visit: Visit) => listAt(visit),
  title: own.put,
  about: ({ name }) => name,
  crumbs: ({ list, name }) => [...listsCrumbs(), { text: name, href: listPath(list) }],
  lead: (_, { lang }) => <p class="govuk-body">{own.putHint[lang]}</p>,
  questions: {
    code: ask.text(own.code, { max: 40, width: 10 }),
    vi: ask.text(own.vi, { max: 300 }),
    en: ask.text(own.en, { max: 300 }),
    abbreviation: ask.maybe(own.short, { max: 20, width: 10 }),
    from: ask.day(own.from),
    basis: ask.text(own.basis, { max: 300 }),
  },
  button: own.save,
  act: async (act, { vi, en, ...code }, { gathered: { list } }) => {
    await putCode(act, list, { ...code, name: { vi, en }, to: null });
    return { to: listPath(list), say: own.saved };
  },
});
