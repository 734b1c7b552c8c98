/** Officers' accounts: find one, see which are locked, idle or due for review. */
import {
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  Input,
  KeysetPager,
  Select,
  SubNavigation,
  Tag,
  withQuery,
  type Column,
} from '../../../../ground/ui/index.ts';
import { formatDay, vietnamDay } from '../../../../ground/text/dates.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { administrationCrumbs } from '../../../../ground/web/administration.ts';
import { page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { isId } from '../../../../ground/record/index.ts';
import { listAccounts, type AccountFilter } from '../../accounts.ts';
import { needsReview, standingOf, standings, type Standing } from '../../rules.ts';
import { administered, mayAdminister } from '../../scope.ts';
import type { Account } from '../../schema.ts';
import { standingName } from '../../words.ts';
import { accountPath, accountsName, ACCOUNTS_PATH, NEW_ACCOUNT_PATH } from './paths.ts';

const SIZE = 50;

const own = {
  open: { vi: 'Mở tài khoản', en: 'Open an account' },
  all: { vi: 'Tất cả', en: 'All' },
  review: { vi: 'Đến hạn rà soát', en: 'Due for review' },
  reviewHint: {
    vi: 'Sáu tháng một lần, xác nhận từng tài khoản còn cần, hoặc đóng nó (TCVN 14423:2026).',
    en: 'Every six months, confirm that each account is still needed, or close it (TCVN 14423:2026).',
  },
  name: { vi: 'Họ và tên', en: 'Name' },
  login: { vi: 'Tên đăng nhập', en: 'Sign-in name' },
  standing: { vi: 'Tình trạng', en: 'State' },
  any: { vi: 'Mọi tình trạng', en: 'Any state' },
  last: { vi: 'Đăng nhập lần cuối', en: 'Last sign-in' },
  never: { vi: 'Chưa lần nào', en: 'Never' },
  search: { vi: 'Tên hoặc tên đăng nhập', en: 'Name or sign-in name' },
  empty: { vi: 'Không có tài khoản nào', en: 'No accounts' },
  emptyHint: { vi: 'Hãy đổi điều kiện lọc.', en: 'Change the filter.' },
} as const satisfies Readonly<Record<string, Text>>;

const colours = {
  open: 'green',
  waiting: 'yellow',
  locked: 'orange',
  idle: 'grey',
  suspended: 'red',
  closed: 'grey',
} as const satisfies Readonly<Record<Standing, string>>;

/** How an account stands, as a tag. */
export const StandingTag = ({ account, visit }: { readonly account: Account; readonly visit: Visit }) => {
  const standing = standingOf(account, visit.now);
  return <Tag colour={colours[standing]}>{standingName[standing][visit.lang]}</Tag>;
};

const columnsFor = (visit: Visit): Column<Account>[] => {
  const { lang, now } = visit;
  return [
    {
      key: 'name',
      title: own.name[lang],
      names: true,
      cell: (one) => (
        <a class="govuk-link" href={accountPath(one.id)}>
          {one.name}
        </a>
      ),
    },
    { key: 'login', title: own.login[lang], cell: (one) => one.login },
    {
      key: 'standing',
      title: own.standing[lang],
      cell: (one) => (
        <>
          <StandingTag account={one} visit={visit} />{' '}
          {!one.closed_at && needsReview(one, now) && <Tag colour="yellow">{own.review[lang]}</Tag>}
        </>
      ),
    },
    {
      key: 'last',
      title: own.last[lang],
      cell: (one) => (one.signed_in_at ? formatDay(vietnamDay(one.signed_in_at), lang) : own.never[lang]),
    },
  ];
};

async function filterOf({ look, query }: Visit): Promise<AccountFilter> {
  const [name = '', id = ''] = (query['sau'] ?? '').split('~');
  return {
    persons: await administered(look),
    words: query['q']?.slice(0, 100),
    standing: standings.find((one) => one === query['tt']),
    dueForReview: query['xem'] === 'ra-soat',
    ...(isId(id) && { after: { name, id } }),
  };
}

export const accountsPage = page({
  path: ACCOUNTS_PATH,
  who: mayAdminister,
  example: ACCOUNTS_PATH,
  gather: async (visit) => listAccounts(visit.look, await filterOf(visit), SIZE),
  view: (found, visit) => {
    const { lang, query } = visit;
    const rows = found.slice(0, SIZE);
    const here = withQuery(ACCOUNTS_PATH, query);
    const last = rows.at(-1);
    const review = query['xem'] === 'ra-soat';
    return {
      title: accountsName,
      wide: true,
      crumbs: administrationCrumbs(),
      body: (
        <>
          <h1 class="govuk-heading-l">{accountsName[lang]}</h1>
          <Button href={NEW_ACCOUNT_PATH}>{own.open[lang]}</Button>
          <SubNavigation
            label={accountsName[lang]}
            items={[
              { href: ACCOUNTS_PATH, text: own.all[lang], current: !review },
              { href: `${ACCOUNTS_PATH}?xem=ra-soat`, text: own.review[lang], current: review },
            ]}
          />
          {review && <p class="govuk-body">{own.reviewHint[lang]}</p>}
          <FilterBar action={ACCOUNTS_PATH} clearHref={ACCOUNTS_PATH} keep={review ? { xem: 'ra-soat' } : {}}>
            <Input id="q" name="q" label={own.search[lang]} value={query['q']} width={20} />
            <Select
              id="tt"
              name="tt"
              label={own.standing[lang]}
              value={query['tt']}
              items={[
                { value: '', text: own.any[lang] },
                ...standings.map((one) => ({ value: one, text: standingName[one][lang] })),
              ]}
            />
          </FilterBar>
          <DataTable
            caption={accountsName[lang]}
            columns={columnsFor(visit)}
            rows={rows}
            empty={<EmptyState title={own.empty[lang]}>{own.emptyHint[lang]}</EmptyState>}
          />
          <KeysetPager
            by="order"
            before={query['sau'] ? withQuery(here, { sau: null }) : null}
            after={found.length > SIZE && last ? withQuery(here, { sau: `${last.name}~${last.id}` }) : null}
          />
        </>
      ),
    };
  },
});
