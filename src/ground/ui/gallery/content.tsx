import { Accordion } from '../components/accordion.tsx';
import { Details } from '../components/details.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { NotificationBanner } from '../components/notification-banner.tsx';
import { Pagination } from '../components/pagination.tsx';
import { Panel } from '../components/panel.tsx';
import { SummaryList, type SummaryRow } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Tabs } from '../components/tabs.tsx';
import { Tag, type TagColour } from '../components/tag.tsx';
import { TaskList } from '../components/task-list.tsx';
import { WarningText } from '../components/warning-text.tsx';
import { say, type Sample } from './sample.ts';

const t = {
  name: say('Họ và tên', 'Full name'),
  day: say('Ngày sinh', 'Date of birth'),
  change: say('Sửa', 'Change'),
  child: say('Thông tin của con', 'The child'),
  step: say('Bước', 'Step'),
  dossiers: say('Hồ sơ', 'Dossiers'),
  received: say('Tiếp nhận', 'Intake'),
  settled: say('Giải quyết', 'Settlement'),
  june: say('Hồ sơ tháng 6 năm 2026', 'Dossiers in June 2026'),
  doing: say('Đang xử lý', 'In progress'),
  done: say('Đã xong', 'Completed'),
  notYet: say('Chưa làm được', 'Cannot start yet'),
  todo: say('Cần làm', 'To do'),
  why: say('Vì sao cần giấy này?', 'Why is this needed?'),
  because: say('Để xác nhận nơi sinh của con.', 'To confirm where the child was born.'),
  fined: say('Khai sai sự thật có thể bị phạt.', 'You may be fined for a false declaration.'),
  saved: say('Đã lưu thay đổi.', 'Your changes have been saved.'),
  closed: say(
    'Bộ phận Một cửa nghỉ ngày 2 và 3 tháng 9.',
    'The one-stop counter is closed on 2 and 3 September.',
  ),
  sent: say('Đã nộp hồ sơ', 'Application submitted'),
  code: say('Mã hồ sơ của bạn', 'Your dossier code'),
  sure: say('Bạn có chắc muốn rút hồ sơ?', 'Do you want to withdraw?'),
  yes: say('Rút hồ sơ', 'Withdraw'),
  no: say('Giữ lại', 'Keep it'),
  basis: say('Căn cứ pháp lý', 'Legal basis'),
  fee: say('Lệ phí', 'Fee'),
  free: say('Miễn phí', 'Free'),
  earlier: say('Điều kiện', 'Conditions'),
  later: say('Hồ sơ cần nộp', 'What to submit'),
};

const colours: readonly (TagColour | undefined)[] = [
  undefined,
  'grey',
  'green',
  'teal',
  'purple',
  'magenta',
  'red',
  'orange',
  'yellow',
];

const childRows = (lang: 'vi' | 'en'): readonly SummaryRow[] => [
  {
    key: t.name[lang],
    value: 'Nguyễn Thị Mẫu',
    actions: [{ href: '#', text: t.change[lang], spoken: t.name[lang].toLowerCase() }],
  },
  { key: t.day[lang], value: '27/03/2026' },
];

/** What pages say. */
export const contentSamples: readonly Sample[] = [
  {
    name: 'SummaryList',
    Show: ({ lang }) => (
      <>
        <SummaryList rows={childRows(lang)} />
        <SummaryList
          rows={childRows(lang)}
          card={{ title: t.child[lang], actions: [{ href: '#', text: t.change[lang] }] }}
        />
      </>
    ),
  },
  {
    name: 'Table',
    Show: ({ lang }) => (
      <Table
        caption={t.june[lang]}
        captionSize="m"
        head={[t.step[lang], { text: t.dossiers[lang], format: 'numeric' }]}
        firstCellIsHeader
        rows={[
          [t.received[lang], { text: '1.204', format: 'numeric' }],
          [t.settled[lang], { text: '987', format: 'numeric' }],
        ]}
      />
    ),
  },
  {
    name: 'Tag',
    Show: ({ lang }) => (
      <p class="govuk-body">{colours.map((colour) => [<Tag colour={colour}>{t.doing[lang]}</Tag>, ' '])}</p>
    ),
  },
  {
    name: 'TaskList',
    Show: ({ lang }) => (
      <TaskList
        idPrefix="ui-tasks"
        items={[
          { title: t.child[lang], href: '#', status: t.done[lang] },
          {
            title: t.later[lang],
            href: '#',
            hint: t.because[lang],
            status: { text: t.todo[lang], tag: { colour: undefined } },
          },
          {
            title: t.fee[lang],
            status: { text: t.notYet[lang], class: 'govuk-task-list__status--cannot-start-yet' },
          },
        ]}
      />
    ),
  },
  {
    name: 'Details',
    Show: ({ lang }) => (
      <>
        <Details summary={t.why[lang]}>{t.because[lang]}</Details>
        <Details summary={t.why[lang]} open>
          {t.because[lang]}
        </Details>
      </>
    ),
  },
  {
    name: 'NotificationBanner',
    Show: ({ lang }) => (
      <>
        <NotificationBanner titleId="ui-news">{t.closed[lang]}</NotificationBanner>
        <NotificationBanner titleId="ui-success" kind="success" disableAutoFocus>
          {t.saved[lang]}
        </NotificationBanner>
      </>
    ),
  },
  {
    name: 'Panel',
    Show: ({ lang }) => (
      <>
        <Panel title={t.sent[lang]} titleLevel={2}>
          {t.code[lang]}
          <br />
          <strong>SL01.07-261121-0007</strong>
        </Panel>
        <Panel
          kind="interruption"
          title={t.sure[lang]}
          titleLevel={2}
          actions={{
            items: [{ text: t.yes[lang] }, { text: t.no[lang], href: '#' }],
          }}
        />
      </>
    ),
  },
  {
    name: 'Pagination',
    Show: ({ lang }) => (
      <>
        <Pagination
          label={t.june[lang]}
          previous={{ href: '#' }}
          next={{ href: '#' }}
          items={[
            { number: 1, href: '#' },
            { gap: true },
            { number: 7, href: '#', current: true },
            { number: 8, href: '#' },
          ]}
        />
        <Pagination
          label={t.child[lang]}
          previous={{ href: '#', label: t.earlier[lang] }}
          next={{ href: '#', label: t.later[lang] }}
        />
      </>
    ),
  },
  {
    name: 'Tabs',
    Show: ({ lang }) => (
      <Tabs
        items={[
          { id: 'ui-tab-basis', label: t.basis[lang], panel: 'Luật Hộ tịch 2014' },
          { id: 'ui-tab-fee', label: t.fee[lang], panel: t.free[lang] },
        ]}
      />
    ),
  },
  {
    name: 'Accordion',
    Show: ({ lang }) => (
      <Accordion
        id="ui-accordion"
        headingLevel={4}
        rememberExpanded={false}
        items={[
          { heading: t.basis[lang], content: 'Luật Hộ tịch 2014', expanded: true },
          { heading: t.fee[lang], summary: t.free[lang], content: t.because[lang] },
        ]}
      />
    ),
  },
  { name: 'InsetText', Show: ({ lang }) => <InsetText>{t.because[lang]}</InsetText> },
  { name: 'WarningText', Show: ({ lang }) => <WarningText>{t.fined[lang]}</WarningText> },
];
