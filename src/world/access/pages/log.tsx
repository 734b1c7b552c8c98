/** The security log: my own, and for administrators that of the accounts they look after. */
import {
  DataTable,
  EmptyState,
  FilterBar,
  Input,
  KeysetPager,
  Select,
  withQuery,
  type Column,
} from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../ground/web/administration.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { NotAllowed } from '../../../ground/operate/errors.ts';
import { isId } from '../../../ground/record/index.ts';
import { findAccount } from '../accounts.ts';
import { deviceOf } from '../device.ts';
import { securityEvents, type Method, type SecurityEvent } from '../schema.ts';
import { administered, guardAccount, mayAdminister } from '../scope.ts';
import { listLog, type LogLine } from '../security-log.ts';
import { eventName, methodName } from '../words.ts';
import { accountCrumbs } from './account.tsx';

export const LOG_PATH = '/quan-tri/nhat-ky-an-toan';
const SIZE = 50;

const own = {
  mine: { vi: 'Nhật ký an toàn của tôi', en: 'My security log' },
  mineHint: {
    vi: 'Nếu thấy việc không phải bạn làm, hãy kết thúc các phiên khác, đổi mật khẩu và báo người quản trị.',
    en: 'If you see something that was not you, end the other sessions, change your password and tell the administrator.',
  },
  all: { vi: 'Nhật ký an toàn', en: 'Security log' },
  when: { vi: 'Lúc', en: 'When' },
  what: { vi: 'Việc', en: 'What' },
  account: { vi: 'Tài khoản', en: 'Account' },
  where: { vi: 'Từ đâu', en: 'From' },
  unknown: { vi: 'Không có tài khoản này', en: 'No such account' },
  by: { vi: 'bởi', en: 'by' },
  any: { vi: 'Mọi việc', en: 'Everything' },
  empty: { vi: 'Không có dòng nào', en: 'Nothing here' },
  emptyHint: { vi: 'Hãy đổi điều kiện lọc.', en: 'Change the filter.' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is said besides: how one signed in, in words; else as it was noted. */
const detailOf = ({ what, detail }: LogLine, lang: Language): string | null =>
  what === 'signed-in' && isMethod(detail) ? methodName[detail][lang] : detail;

const isMethod = (detail: string | null): detail is Method => detail !== null && detail in methodName;

const columnsFor = ({ lang }: Visit, withAccount: boolean): Column<LogLine>[] => [
  { key: 'when', title: own.when[lang], names: true, cell: (one) => formatTime(one.at, lang) },
  {
    key: 'what',
    title: own.what[lang],
    cell: (one) => (
      <>
        {eventName[one.what][lang]}
        {one.by_name && ` (${own.by[lang]} ${one.by_name})`}
        {detailOf(one, lang) && (
          <>
            <br />
            <span class="govuk-hint govuk-!-margin-bottom-0">{detailOf(one, lang)}</span>
          </>
        )}
      </>
    ),
  },
  ...(withAccount
    ? [{ key: 'account', title: own.account[lang], cell: (one: LogLine) => one.login ?? own.unknown[lang] }]
    : []),
  {
    key: 'where',
    title: own.where[lang],
    cell: (one) => one.address && `${deviceOf(one.agent)[lang]} · ${one.address}`,
  },
];

const eventOf = (asked: string | undefined): SecurityEvent | undefined =>
  securityEvents.find((one) => one === asked);

const before = ({ query }: Visit) => (isId(query['truoc'] ?? '') ? { before: query['truoc']! } : {});

const Lines = ({ lines, visit, account }: { lines: readonly LogLine[]; visit: Visit; account: boolean }) => {
  const shown = lines.slice(0, SIZE);
  const here = withQuery(visit.path, visit.query);
  return (
    <>
      <DataTable
        caption={own.all[visit.lang]}
        rows={shown}
        columns={columnsFor(visit, account)}
        empty={<EmptyState title={own.empty[visit.lang]}>{own.emptyHint[visit.lang]}</EmptyState>}
      />
      <KeysetPager
        before={visit.query['truoc'] ? withQuery(here, { truoc: null }) : null}
        after={lines.length > SIZE ? withQuery(here, { truoc: shown.at(-1)!.id }) : null}
      />
    </>
  );
};

export const myLogPage = page({
  path: '/tai-khoan/nhat-ky',
  who: 'signed-in',
  example: '/tai-khoan/nhat-ky',
  gather: (visit) => listLog(visit.look, { account: visit.by.account ?? '', ...before(visit) }, SIZE),
  view: (lines, visit) => ({
    title: own.mine,
    crumbs: accountCrumbs,
    body: (
      <>
        <h1 class="govuk-heading-l">{own.mine[visit.lang]}</h1>
        <p class="govuk-body">{own.mineHint[visit.lang]}</p>
        <Lines lines={lines} visit={visit} account={false} />
      </>
    ),
  }),
});

/** Lines of one account that the administrator looks after, or of all for administrators at the top. */
async function gatherAll(visit: Visit): Promise<LogLine[]> {
  const { look, query } = visit;
  const what = eventOf(query['viec']);
  const filter = { ...(what && { what }), ...before(visit) };
  const login = query['tk']?.trim();
  if (login) {
    const account = await findAccount(look, 'officer', login.slice(0, 100));
    if (!account) return [];
    await guardAccount(look, account);
    return listLog(look, { ...filter, account: account.id }, SIZE);
  }
  if ((await administered(look)) !== null)
    throw new NotAllowed({
      vi: 'Nhật ký của toàn hệ thống chỉ dành cho quản trị cấp tỉnh, bộ. Hãy mở nhật ký từ trang của từng tài khoản.',
      en: 'The log of the whole installation is for administrators at the top. Open the log from the page of an account.',
    });
  return listLog(look, filter, SIZE);
}

export const logPage = page({
  path: LOG_PATH,
  who: mayAdminister,
  example: LOG_PATH,
  gather: gatherAll,
  view: (lines, visit) => {
    const { lang, query } = visit;
    return {
      title: own.all,
      wide: true,
      crumbs: administrationCrumbs(),
      body: (
        <>
          <h1 class="govuk-heading-l">{own.all[lang]}</h1>
          <FilterBar action={LOG_PATH} clearHref={LOG_PATH}>
            <Input
              id="tk"
              name="tk"
              label={own.account[lang]}
              value={query['tk']}
              width={20}
              spellcheck={false}
            />
            <Select
              id="viec"
              name="viec"
              label={own.what[lang]}
              value={query['viec']}
              items={[
                { value: '', text: own.any[lang] },
                ...securityEvents.map((one) => ({ value: one, text: eventName[one][lang] })),
              ]}
            />
          </FilterBar>
          <Lines lines={lines} visit={visit} account />
        </>
      ),
    };
  },
});
