import { Alert, type AlertKind } from '../casework/alert.tsx';
import { Badge } from '../casework/badge.tsx';
import { Banner } from '../casework/banner.tsx';
import { ButtonMenu } from '../casework/button-menu.tsx';
import { DatePicker } from '../casework/date-picker.tsx';
import { Filter, FilterBar, FilterLayout } from '../casework/filter.tsx';
import { IdentityBar } from '../casework/identity-bar.tsx';
import { Messages } from '../casework/messages.tsx';
import { MultiFileUpload } from '../casework/multi-file-upload.tsx';
import { PrimaryNavigation, SideNavigation, SubNavigation } from '../casework/navigation.tsx';
import { NotificationBadge } from '../casework/notification-badge.tsx';
import { PageHeaderActions } from '../casework/page-header-actions.tsx';
import { ResultsPagination } from '../casework/results-pagination.tsx';
import { Search } from '../casework/search.tsx';
import { TicketPanel } from '../casework/ticket-panel.tsx';
import { Timeline } from '../casework/timeline.tsx';
import { Input } from '../components/input.tsx';
import { Radios } from '../components/radios.tsx';
import { Select } from '../components/select.tsx';
import { say, type Sample } from './sample.ts';

const t = {
  accepted: say('Đã tiếp nhận hồ sơ', 'Dossier accepted'),
  assigned: say('Đã phân công thụ lý', 'Case officer assigned'),
  due: say('Hẹn trả kết quả 17:30 ngày 23/11/2026', 'Result promised for 17:30 on 23/11/2026'),
  dossier: say('Hồ sơ', 'Dossier'),
  papers: say('Giấy tờ', 'Documents'),
  history: say('Quá trình', 'History'),
  urgent: say('Hoả tốc', 'Most urgent'),
  waiting: say('việc chờ', 'items waiting'),
  moved: say('Hồ sơ này vừa được chuyển cho người khác', 'This dossier has just been handed over'),
  see: say('Xem lại trước khi làm tiếp.', 'Look at it again before you go on.'),
  assign: say('Phân công', 'Assign'),
  pause: say('Tạm dừng', 'Pause'),
  forward: say('Chuyển', 'Hand over'),
  accept: say('Tiếp nhận', 'Accept'),
  state: say('Trạng thái', 'State'),
  open: say('Đang xử lý', 'Open'),
  late: say('Quá hạn', 'Overdue'),
  code: say('Mã hồ sơ', 'Dossier code'),
  list: say('Danh sách ở đây.', 'The list is here.'),
  file: say('Thêm giấy tờ', 'Add a document'),
  refused: say('Tệp có mã độc. Hãy gửi tệp khác.', 'The file has a virus. Send another one.'),
  ask: say('Bản chụp mặt sau bị mờ, xin gửi lại.', 'The back side is blurred, please send it again.'),
  answer: say('Tôi đã gửi lại.', 'I have sent it again.'),
  officer: say('Chuyên viên Lê Ví Dụ', 'Officer Lê Ví Dụ'),
  appointment: say('Ngày hẹn', 'Appointment'),
  search: say('Tìm hồ sơ', 'Find a dossier'),
  withMarks: say('Gõ có dấu hay không dấu đều được', 'With or without diacritics'),
  note: say('Bản chính đã đối chiếu.', 'Checked against the original.'),
};

const kinds: readonly AlertKind[] = ['information', 'success', 'warning', 'error'];

/** The markup of case work. */
export const caseworkSamples: readonly Sample[] = [
  {
    name: 'Timeline',
    Show: ({ lang }) => (
      <Timeline
        headingLevel={4}
        items={[
          {
            title: t.assigned[lang],
            by: 'Trần Thị Mẫu',
            at: { moment: '2026-11-21T09:10:00+07:00', text: '21/11/2026, 09:10' },
          },
          {
            title: t.accepted[lang],
            by: 'Lê Ví Dụ',
            at: { moment: '2026-11-21T08:42:00+07:00', text: '21/11/2026, 08:42' },
            children: <p class="govuk-body">{t.due[lang]}</p>,
          },
        ]}
      />
    ),
  },
  {
    name: 'SubNavigation',
    Show: ({ lang }) => (
      <SubNavigation
        items={[
          { href: '#', text: t.dossier[lang], current: true },
          { href: '#', text: t.papers[lang] },
          { href: '#', text: t.history[lang] },
        ]}
      />
    ),
  },
  {
    name: 'PrimaryNavigation',
    Show: ({ lang }) => (
      <PrimaryNavigation
        items={[
          {
            href: '#',
            text: [t.dossier[lang], ' ', <NotificationBadge count={12} of={t.waiting[lang]} />],
            current: true,
          },
          { href: '#', text: t.papers[lang] },
        ]}
      />
    ),
  },
  {
    name: 'SideNavigation',
    Show: ({ lang }) => (
      <SideNavigation
        headingLevel={4}
        label={t.dossier[lang]}
        sections={[
          {
            heading: t.dossier[lang],
            items: [
              { href: '#', text: t.papers[lang], current: true },
              { href: '#', text: t.history[lang] },
            ],
          },
        ]}
      />
    ),
  },
  {
    name: 'Badge, NotificationBadge',
    Show: ({ lang }) => (
      <p class="govuk-body">
        <Badge>{t.open[lang]}</Badge> <Badge colour="red">{t.urgent[lang]}</Badge>{' '}
        <Badge colour="grey" large>
          {t.pause[lang]}
        </Badge>{' '}
        {t.dossier[lang]} <NotificationBadge count={7} of={t.waiting[lang]} />{' '}
        <NotificationBadge count={240} of={t.waiting[lang]} />
      </p>
    ),
  },
  {
    name: 'Alert',
    Show: ({ lang }) => (
      <>
        {kinds.map((kind) => (
          <Alert kind={kind} title={t.moved[lang]} showTitle dismissible={kind === 'success'} level={4}>
            {t.see[lang]}
          </Alert>
        ))}
      </>
    ),
  },
  {
    name: 'Banner',
    Show: ({ lang }) => (
      <>
        <Banner>{t.due[lang]}</Banner>
        <Banner kind="information">{t.due[lang]}</Banner>
        <Banner kind="success">{t.accepted[lang]}</Banner>
        <Banner kind="warning">{t.moved[lang]}</Banner>
      </>
    ),
  },
  {
    name: 'IdentityBar, ButtonMenu',
    Show: ({ lang }) => (
      <>
        <IdentityBar
          title="SL01.07-261121-0007 · Nguyễn Văn Thí Dụ"
          menus={[{ items: [{ text: t.assign[lang] }, { text: t.pause[lang] }] }]}
        />
        <ButtonMenu items={[{ text: t.forward[lang], href: '#' }, { text: t.pause[lang] }]} />
      </>
    ),
  },
  {
    name: 'PageHeaderActions',
    Show: ({ lang }) => (
      <PageHeaderActions
        heading={t.dossier[lang]}
        level={3}
        size="m"
        items={[{ text: t.pause[lang] }, { text: t.accept[lang], primary: true }]}
      />
    ),
  },
  {
    name: 'Filter, FilterLayout',
    Show: ({ lang }) => (
      <FilterLayout
        filter={
          <Filter
            action="#"
            clearHref="#"
            chosen={[{ heading: t.state[lang], items: [{ text: t.late[lang], href: '#' }] }]}
          >
            <Radios
              name="ui-state"
              legend={t.state[lang]}
              small
              items={[
                { value: 'open', text: t.open[lang] },
                { value: 'late', text: t.late[lang], checked: true },
              ]}
            />
          </Filter>
        }
      >
        <p class="govuk-body">{t.list[lang]}</p>
      </FilterLayout>
    ),
  },
  {
    name: 'FilterBar',
    Show: ({ lang }) => (
      <FilterBar action="#" clearHref="#">
        <Input name="ui-code" label={t.code[lang]} width={20} />
        <Select
          name="ui-state-bar"
          label={t.state[lang]}
          items={[{ text: t.open[lang] }, { text: t.late[lang] }]}
        />
      </FilterBar>
    ),
  },
  {
    name: 'Search',
    Show: ({ lang }) => <Search action="#" id="ui-search" label={t.search[lang]} hint={t.withMarks[lang]} />,
  },
  {
    name: 'DatePicker',
    Show: ({ lang }) => <DatePicker name="ui-appointment" label={t.appointment[lang]} min="2026-11-22" />,
  },
  {
    name: 'MultiFileUpload',
    Show: ({ lang }) => (
      <MultiFileUpload
        files={[
          {
            id: '1',
            name: 'giay-chung-sinh.pdf',
            size: '1,2 MB',
            state: 'checked',
            href: '#',
            removable: true,
          },
          { id: '2', name: 'anh-can-cuoc.jpg', size: '840 KB', state: 'checking', removable: true },
          { id: '3', name: 'ho-khau.pdf', size: '2,1 MB', state: 'received', removable: true },
          { id: '4', name: 'to-khai.exe', size: '90 KB', state: 'refused', reason: t.refused[lang] },
        ]}
        upload={{ name: 'ui-more-files', label: t.file[lang], multiple: true }}
      />
    ),
  },
  {
    name: 'Messages',
    Show: ({ lang }) => (
      <Messages
        items={[
          {
            direction: 'received',
            text: t.ask[lang],
            sender: t.officer[lang],
            moment: '2026-11-20T15:02:00+07:00',
            day: '20/11/2026',
            time: '15:02',
          },
          {
            direction: 'sent',
            text: t.answer[lang],
            sender: 'Nguyễn Văn Thí Dụ',
            moment: '2026-11-21T07:55:00+07:00',
            day: '21/11/2026',
            time: '07:55',
          },
        ]}
      />
    ),
  },
  {
    name: 'TicketPanel',
    Show: ({ lang }) => (
      <TicketPanel
        items={[
          { text: <p class="govuk-body">{t.note[lang]}</p>, colour: 'blue' },
          { text: <p class="govuk-body">{t.due[lang]}</p>, colour: 'orange' },
        ]}
      />
    ),
  },
  {
    name: 'ResultsPagination',
    Show: ({ lang }) => (
      <ResultsPagination
        label={t.list[lang]}
        from={11}
        to={20}
        total={42}
        previous={{ href: '#' }}
        next={{ href: '#' }}
        items={[
          { number: 1, href: '#' },
          { number: 2, href: '#', current: true },
          { number: 3, href: '#' },
        ]}
      />
    ),
  },
];
