/** Looking up persons and organisations, with the reason for it; whom it shows is recorded (N1). */
import { Button, DataTable, EmptyState, Input, InsetText } from '../../../ground/ui/index.ts';
import { look as noteLook } from '../../../ground/record/index.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { mayLookUp } from '../policy.ts';
import { findOrganisations, findPersons } from '../queries.ts';
import { peopleName, PEOPLE_PATH, personPath } from './paths.ts';

const own = {
  search: {
    vi: 'Họ tên, số định danh cá nhân, tên hoặc mã số tổ chức',
    en: 'Name, personal number, name or number of an organisation',
  },
  purpose: { vi: 'Lý do tra cứu', en: 'Reason for looking' },
  purposeHint: {
    vi: 'Người được tra cứu đọc được lý do này ở trang Dữ liệu của tôi.',
    en: 'The person can read this reason under My data.',
  },
  needed: { vi: 'Hãy ghi lý do tra cứu.', en: 'Enter the reason for looking.' },
  find: { vi: 'Tra cứu', en: 'Look up' },
  recorded: { vi: 'Mỗi lần tra cứu được ghi lại.', en: 'Every look is recorded.' },
  persons: { vi: 'Người', en: 'People' },
  organisations: { vi: 'Tổ chức', en: 'Organisations' },
  name: { vi: 'Họ và tên', en: 'Name' },
  orgName: { vi: 'Tên tổ chức', en: 'Name' },
  number: { vi: 'Số định danh', en: 'Personal number' },
  orgNumber: { vi: 'Mã số', en: 'Number' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  empty: { vi: 'Không tìm thấy', en: 'Nothing found' },
  emptyHint: { vi: 'Hãy thử thêm họ, đệm hoặc số định danh.', en: 'Try the whole name or the number.' },
} as const satisfies Readonly<Record<string, Text>>;

/** In lists a number is shown by its last digits only. */
const masked = (number: string | null): string => (number ? `••••••••${number.slice(-4)}` : '');

const SHORTEST_PURPOSE = 5;

async function gather(visit: Visit) {
  const words = visit.query['q']?.slice(0, 100).trim() ?? '';
  const purpose = visit.query['ly-do']?.normalize('NFC').slice(0, 200).trim() ?? '';
  if (!words || purpose.length < SHORTEST_PURPOSE) return { words, purpose, found: null };
  const persons = await findPersons(visit.look, words);
  const organisations = await findOrganisations(visit.look, words);
  if (persons.length > 0) {
    const { tenant, by, requestId, now } = visit;
    await visit.edge.act({ tenant, by, requestId, now }, async (act) => {
      for (const { id } of persons) noteLook(act, id, purpose);
    });
  }
  return { words, purpose, found: { persons, organisations } };
}

export const peoplePage = page({
  path: PEOPLE_PATH,
  who: mayLookUp,
  example: `${PEOPLE_PATH}?${new URLSearchParams({ q: 'Nguyễn Văn Ví Dụ', 'ly-do': 'Kiểm tra hằng ngày' })}`,
  gather,
  view: ({ words, purpose, found }, { lang }) => ({
    title: peopleName,
    crumbs: administrationCrumbs(),
    body: (
      <>
        <h1 class="govuk-heading-l">{peopleName[lang]}</h1>
        <InsetText>{own.recorded[lang]}</InsetText>
        <form method="get" action={PEOPLE_PATH} role="search">
          <Input id="q" name="q" label={own.search[lang]} value={words} width={30} autocomplete="off" />
          <Input
            id="ly-do"
            name="ly-do"
            label={own.purpose[lang]}
            hint={own.purposeHint[lang]}
            value={purpose}
            error={words && purpose.length < SHORTEST_PURPOSE ? own.needed[lang] : undefined}
          />
          <Button>{own.find[lang]}</Button>
        </form>
        {found && (
          <>
            <h2 class="govuk-heading-m">{own.persons[lang]}</h2>
            <DataTable
              caption={own.persons[lang]}
              rows={found.persons}
              columns={[
                {
                  key: 'name',
                  title: own.name[lang],
                  names: true,
                  cell: (one) => (
                    <a
                      class="govuk-link"
                      href={`${personPath(one.id)}?${new URLSearchParams({ 'ly-do': purpose })}`}
                    >
                      {one.name}
                    </a>
                  ),
                },
                { key: 'number', title: own.number[lang], cell: (one) => masked(one.number) },
                {
                  key: 'born',
                  title: own.born[lang],
                  cell: (one) => one.born && formatDay(one.born, lang).slice(-4),
                },
              ]}
              empty={
                <EmptyState title={own.empty[lang]} level={3}>
                  {own.emptyHint[lang]}
                </EmptyState>
              }
            />
            {found.organisations.length > 0 && (
              <>
                <h2 class="govuk-heading-m">{own.organisations[lang]}</h2>
                <DataTable
                  caption={own.organisations[lang]}
                  rows={found.organisations}
                  columns={[
                    { key: 'name', title: own.orgName[lang], names: true, cell: (one) => one.name },
                    { key: 'number', title: own.orgNumber[lang], cell: (one) => one.number },
                  ]}
                />
              </>
            )}
          </>
        )}
      </>
    ),
  }),
});
