import { Search } from '../casework/search.tsx';
import { Button, ButtonGroup } from '../components/button.tsx';
import { ErrorPage, type ErrorStatus } from '../layout/error-page.tsx';
import { Hero, LinkGrid, LinkRow, TwoColumns } from '../pieces/arrangement.tsx';
import { DataTable, type Column } from '../pieces/data-table.tsx';
import { DueLabel, type DueState } from '../pieces/due-label.tsx';
import { EmptyState } from '../pieces/empty-state.tsx';
import { Facts } from '../pieces/facts.tsx';
import { Keys } from '../pieces/keys.tsx';
import { KeysetPager } from '../pieces/keyset-pager.tsx';
import { Progress } from '../pieces/progress.tsx';
import { WideTable } from '../pieces/wide-table.tsx';
import { say, type Sample } from './sample.ts';

const t = {
  fee: say('Lệ phí', 'Fee'),
  free: say('Miễn phí', 'Free'),
  legal: say('Theo quy định', 'Legal limit'),
  sameDay: say('Trong ngày', 'Same day'),
  real: say('Thực tế ở đây', 'In practice here'),
  hours: say('3 giờ', '3 hours'),
  mostPeople: say('9 trên 10 người: dưới 7 giờ', '9 of 10 people: under 7 hours'),
  late: say('Quá hạn', 'Overdue'),
  today: say('Đến hạn hôm nay', 'Due today'),
  code: say('Mã', 'Code'),
  matter: say('Việc, người nộp', 'Matter, applicant'),
  step: say('Bước', 'Step'),
  due: say('Hạn', 'Due'),
  waits: say('Việc chờ tôi', 'Waiting for me'),
  choose: say('Chọn', 'Select'),
  sign: say('Trình ký các việc đã chọn', 'Submit the selected for signature'),
  nothing: say('Không có việc nào chờ bạn', 'Nothing waits for you'),
  rest: say('Việc mới sẽ hiện ở đây.', 'New work will appear here.'),
  importing: say('Đang nhập danh mục thủ tục', 'Importing procedures'),
  some: say('120 trên 400', '120 of 400'),
  move: say('di chuyển', 'move'),
  open: say('mở', 'open'),
  tick: say('chọn', 'select'),
  find: say('tìm', 'search'),
  lateBy: say('Trễ 2 giờ', '2 hours late'),
  left: say('Còn 1 giờ', '1 hour left'),
  days: say('Còn 2 ngày', '2 days left'),
  want: say('Bạn cần làm gì?', 'What do you need to do?'),
  birth: say('Đăng ký khai sinh', 'Register a birth'),
  house: say('Xây nhà', 'Build a house'),
  tax: say('Chờ Thuế cơ sở 3', 'Waits for Tax Office 3'),
};

type Item = {
  readonly code: string;
  readonly matter: string;
  readonly who: string;
  readonly step: string;
  readonly state: DueState;
  readonly left: 'lateBy' | 'left' | 'days' | null;
  readonly at: string;
};

const items: readonly Item[] = [
  {
    code: 'SL01.07-261120-0042',
    matter: 'Cấp giấy phép xây dựng nhà ở',
    who: 'Trần Thị Mẫu',
    step: 'Thẩm định hồ sơ',
    state: 'late',
    left: 'lateBy',
    at: '20/11 15:30',
  },
  {
    code: 'SL01.07-261121-0007',
    matter: 'Đăng ký khai sinh',
    who: 'Nguyễn Văn Thí Dụ',
    step: 'Trình lãnh đạo ký',
    state: 'soon',
    left: 'left',
    at: '21/11 17:30',
  },
  {
    code: 'SL01.07-261118-0031',
    matter: 'Trích lục hộ tịch',
    who: 'Phạm Thị Mẫu',
    step: 'Tiếp nhận bổ sung',
    state: 'ok',
    left: 'days',
    at: '24/11 10:05',
  },
];

const columns = (lang: 'vi' | 'en'): readonly Column<Item>[] => [
  {
    key: 'code',
    title: t.code[lang],
    names: true,
    cell: (item) => (
      <a class="govuk-link" href="#sample-datatable-keysetpager">
        {item.code}
      </a>
    ),
  },
  {
    key: 'matter',
    title: t.matter[lang],
    sortable: true,
    cell: (item) => [item.matter, <br />, <span class="tt-quiet">{item.who}</span>],
  },
  { key: 'step', title: t.step[lang], cell: (item) => item.step },
  {
    key: 'due',
    title: t.due[lang],
    sortable: true,
    cell: (item) => (
      <DueLabel state={item.state} at={{ moment: '2026-11-21T17:30:00+07:00', text: item.at }}>
        {item.left && t[item.left][lang]}
      </DueLabel>
    ),
  },
];

const statuses: readonly ErrorStatus[] = [403, 404, 409, 422, 429, 500, 503];

/** Pieces that no library has. */
export const pieceSamples: readonly Sample[] = [
  {
    name: 'Hero, LinkRow',
    Show: ({ lang }) => (
      <Hero>
        <Search action="#" id="ui-hero" label={{ text: t.want[lang], class: 'govuk-label--l' }} />
        <LinkRow
          items={[
            { href: '#', text: t.birth[lang] },
            { href: '#', text: t.house[lang] },
          ]}
        />
      </Hero>
    ),
  },
  {
    name: 'TwoColumns, LinkGrid',
    Show: ({ lang }) => (
      <TwoColumns aside={<p>{t.legal[lang]}</p>}>
        <LinkGrid
          items={[
            { href: '#', text: t.birth[lang], hint: t.sameDay[lang] },
            { href: '#', text: t.house[lang], hint: t.free[lang] },
          ]}
        />
      </TwoColumns>
    ),
  },
  {
    name: 'Facts',
    Show: ({ lang }) => (
      <>
        <Facts
          items={[
            { label: t.fee[lang], value: t.free[lang] },
            { label: t.legal[lang], value: t.sameDay[lang] },
            { label: t.real[lang], value: t.hours[lang], note: t.mostPeople[lang] },
          ]}
        />
        <Facts
          items={[
            { label: t.late[lang], value: 1, tone: 'late', href: '#sample-facts' },
            { label: t.today[lang], value: 2, tone: 'soon' },
          ]}
        />
      </>
    ),
  },
  {
    name: 'DueLabel',
    Show: ({ lang }) => (
      <p class="govuk-body">
        <DueLabel state="late" at={{ moment: '2026-11-20T15:30:00+07:00', text: '20/11 15:30' }}>
          {t.lateBy[lang]}
        </DueLabel>{' '}
        <DueLabel state="soon">{t.left[lang]}</DueLabel> <DueLabel state="ok">{t.days[lang]}</DueLabel>{' '}
        <DueLabel state="paused" note={t.tax[lang]} /> <DueLabel state="done" />
      </p>
    ),
  },
  {
    name: 'Keys',
    Show: ({ lang }) => (
      <Keys
        items={[
          { keys: ['J', 'K'], does: t.move[lang] },
          { keys: ['Enter'], does: t.open[lang] },
          { keys: ['X'], does: t.tick[lang] },
          { keys: ['/'], does: t.find[lang] },
        ]}
      />
    ),
  },
  {
    name: 'DataTable, KeysetPager',
    Show: ({ lang }) => (
      <form method="get" action="#">
        <DataTable
          caption={t.waits[lang]}
          columns={columns(lang)}
          rows={items}
          path="/ui?sort=due"
          order="due"
          dense
          cards
          select={{
            name: 'ui-item',
            value: (item) => item.code,
            label: (item) => `${t.choose[lang]} ${item.code}`,
          }}
        />
        <ButtonGroup>
          <Button kind="secondary">{t.sign[lang]}</Button>
        </ButtonGroup>
        <KeysetPager before="#" after="#" />
      </form>
    ),
  },
  {
    name: 'WideTable',
    Show: ({ lang }) => (
      <WideTable
        title={t.waits[lang]}
        head={[t.code, t.matter, t.step].map((one) => ({ text: one[lang] }))}
        rows={items.map(({ code, matter, who, step }) => [code, `${matter} (${who})`, step])}
      />
    ),
  },
  {
    name: 'EmptyState',
    Show: ({ lang }) => (
      <EmptyState title={t.nothing[lang]} level={3}>
        {t.rest[lang]}
      </EmptyState>
    ),
  },
  {
    name: 'Progress',
    Show: ({ lang }) => (
      <>
        <Progress id="ui-progress" label={t.importing[lang]} done={120} of={400} note={t.some[lang]} />
        <Progress id="ui-progress-unknown" label={t.importing[lang]} />
      </>
    ),
  },
  {
    name: 'ErrorPage',
    Show: () => (
      <>
        {statuses.map((status) => (
          <ErrorPage status={status} requestId="3f1c9e0a" level={4} />
        ))}
      </>
    ),
  },
];
