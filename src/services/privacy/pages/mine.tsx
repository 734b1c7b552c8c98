/** `/du-lieu-cua-toi`: what is held of me, why and by which law, who looked, what I asked (N1, D4). */
import {
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  InsetText,
  SummaryList,
  Tag,
} from '../../../ground/ui/index.ts';
import type { By } from '../../../ground/db/act.ts';
import type { Holding } from '../../../ground/record/holdings.ts';
import { formatDay, formatTime, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import { listRestrictions, type Restriction } from '../../../world/people/index.ts';
import { gatherHeld, gatherLooks, type Held, type Looked } from '../gather.ts';
import { listRequestsOf } from '../queries.ts';
import { kindName, stateName, type DataRequest } from '../schema.ts';
import { ASK_PATH, EXPORT_PATH, LIFT_PATH, mineName, MINE_PATH, objectPath } from './paths.ts';

const own = {
  lead: {
    vi: 'Đây là những gì hệ thống giữ về bạn. Bạn có quyền xem, xin bản sao, yêu cầu chỉnh sửa, xóa hoặc hạn chế xử lý.',
    en: 'This is what the platform holds about you. You may see it, have a copy, and ask to correct, erase or restrict it.',
  },
  ask: { vi: 'Yêu cầu chỉnh sửa, xóa, hạn chế', en: 'Ask to correct, erase or restrict' },
  copy: { vi: 'Tải bản sao (JSON)', en: 'Have a copy (JSON)' },
  purpose: { vi: 'Dùng để làm gì', en: 'What for' },
  basis: { vi: 'Theo quy định', en: 'By law' },
  keep: { vi: 'Lưu giữ', en: 'Kept' },
  bound: {
    vi: 'Cơ quan phải giữ theo quy định; sai thì được chỉnh sửa.',
    en: 'The law asks the agency to keep it; what is wrong is corrected.',
  },
  free: { vi: 'Được xóa khi bạn yêu cầu.', en: 'Erased when you ask.' },
  nothing: { vi: 'Chưa có gì', en: 'Nothing' },
  restricted: { vi: 'Dữ liệu của bạn đang được hạn chế xử lý', en: 'The use of your data is restricted' },
  restrictedHint: {
    vi: 'Cơ quan chỉ lưu giữ dữ liệu và dùng cho việc luật bắt buộc, như hồ sơ bạn đã nộp. Tờ khai không được điền sẵn, giấy tờ trong kho không được dùng lại hay chia sẻ, không có nhắc việc.',
    en: 'The agency only keeps your data and uses them for what the law requires, such as dossiers you have submitted. Forms are not filled in for you, papers of your vault are not used again or shared, there are no reminders.',
  },
  restrictedSince: (about: string, code: string, began: Date): Text => ({
    vi: `${about}: theo yêu cầu ${code}, từ ${formatTime(began, 'vi')}`,
    en: `${about}: by request ${code}, since ${formatTime(began, 'en')}`,
  }),
  lift: { vi: 'Bỏ hạn chế', en: 'End the restriction' },
  looks: { vi: 'Ai đã xem dữ liệu của tôi', en: 'Who looked at my data' },
  looksHint: {
    vi: 'Các lần xem gần nhất của cán bộ, ngoài việc của chính bạn.',
    en: 'The latest looks of officers.',
  },
  noLooks: { vi: 'Chưa có cán bộ nào xem', en: 'No officer has looked yet' },
  when: { vi: 'Lúc', en: 'When' },
  who: { vi: 'Ai, ở đâu', en: 'Who, where' },
  why: { vi: 'Để làm gì', en: 'What for' },
  object: { vi: 'Phản đối', en: 'Object' },
  requests: { vi: 'Yêu cầu của tôi', en: 'My requests' },
  code: { vi: 'Mã', en: 'Code' },
  wish: { vi: 'Yêu cầu', en: 'Request' },
  state: { vi: 'Tình trạng', en: 'State' },
  due: { vi: 'Trả lời trước', en: 'Answered by' },
} as const;

/** How many looks are shown. */
const MOST_LOOKS = 100;

/** Whoever is signed in as a person, citizens and officers alike. */
export const isPerson = (by: By): boolean =>
  (by.kind === 'citizen' || by.kind === 'officer') && by.person !== null;

const HeldData = ({ held, lang }: { readonly held: Held; readonly lang: Language }) => (
  <>
    <h2 class="govuk-heading-m">{held.name[lang]}</h2>
    <SummaryList
      rows={[
        { key: own.purpose[lang], value: held.purpose[lang] },
        { key: own.basis[lang], value: held.basis },
        { key: own.keep[lang], value: (held.erase ? own.free : own.bound)[lang] },
        ...(held.rows.length > 0
          ? held.rows.map(({ what, value }) => ({ key: what[lang], value: value[lang] || value.vi }))
          : [{ key: '', value: own.nothing[lang] }]),
      ]}
    />
  </>
);

const Looks = ({ looks, lang }: { readonly looks: readonly Looked[]; readonly lang: Language }) => (
  <DataTable
    caption={own.looks[lang]}
    cards
    rows={looks}
    columns={[
      { key: 'when', title: own.when[lang], names: true, cell: ({ at }) => formatTime(at, lang) },
      {
        key: 'who',
        title: own.who[lang],
        cell: ({ name, agency }) => [name, agency?.[lang] || agency?.vi].filter(Boolean).join(', '),
      },
      { key: 'why', title: own.why[lang], cell: ({ purpose }) => purpose },
      {
        key: 'object',
        title: own.object[lang],
        cell: ({ id, byOfficer, at }) =>
          byOfficer && (
            <a class="govuk-link" href={objectPath(id)}>
              {own.object[lang]}
              <span class="govuk-visually-hidden"> {formatTime(at, lang)}</span>
            </a>
          ),
      },
    ]}
    empty={<EmptyState title={own.noLooks[lang]} level={3} />}
  />
);

const Requests = ({
  requests,
  lang,
}: {
  readonly requests: readonly DataRequest[];
  readonly lang: Language;
}) => (
  <DataTable
    caption={own.requests[lang]}
    rows={requests}
    columns={[
      { key: 'code', title: own.code[lang], names: true, cell: ({ code }) => code },
      {
        key: 'wish',
        title: own.wish[lang],
        cell: ({ kind, about, wish }) => (
          <>
            {kindName[kind][lang]}: {about}
            <br />
            <span class="govuk-hint govuk-!-margin-bottom-0">{wish}</span>
          </>
        ),
      },
      {
        key: 'state',
        title: own.state[lang],
        cell: ({ state, answer }) => (
          <>
            <Tag colour={state === 'open' ? 'yellow' : state === 'granted' ? 'green' : 'grey'}>
              {stateName[state][lang]}
            </Tag>
            {answer && <p class="govuk-body govuk-!-margin-bottom-0">{answer}</p>}
          </>
        ),
      },
      { key: 'due', title: own.due[lang], cell: ({ due_at }) => formatDay(vietnamDay(due_at), lang) },
    ]}
  />
);

const Restricted = ({
  restrictions,
  lang,
}: {
  readonly restrictions: readonly Restriction[];
  readonly lang: Language;
}) => (
  <InsetText>
    <h2 class="govuk-heading-m">{own.restricted[lang]}</h2>
    <p class="govuk-body">{own.restrictedHint[lang]}</p>
    <ul class="govuk-list govuk-list--bullet">
      {restrictions.map(({ about, basis, beganAt }) => (
        <li>{own.restrictedSince(about, basis, beganAt)[lang]}</li>
      ))}
    </ul>
    <Button href={LIFT_PATH} kind="secondary">
      {own.lift[lang]}
    </Button>
  </InsetText>
);

export const myDataPage = (holdings: readonly Holding[]) =>
  page({
    path: MINE_PATH,
    who: isPerson,
    example: MINE_PATH,
    gather: async ({ look, by }) => {
      const subject = by.person!;
      return {
        held: await gatherHeld(look, holdings, subject),
        looks: await gatherLooks(look, subject, MOST_LOOKS),
        requests: await listRequestsOf(look, subject),
        restrictions: await listRestrictions(look, subject),
      };
    },
    view: ({ held, looks, requests, restrictions }, { lang }) => ({
      title: mineName,
      body: (
        <>
          <h1 class="govuk-heading-l">{mineName[lang]}</h1>
          <p class="govuk-body">{own.lead[lang]}</p>
          <ButtonGroup>
            <Button href={ASK_PATH}>{own.ask[lang]}</Button>
            <Button href={EXPORT_PATH} kind="secondary">
              {own.copy[lang]}
            </Button>
          </ButtonGroup>
          {restrictions.length > 0 && <Restricted restrictions={restrictions} lang={lang} />}
          {requests.length > 0 && (
            <>
              <h2 class="govuk-heading-m">{own.requests[lang]}</h2>
              <Requests requests={requests} lang={lang} />
            </>
          )}
          {held.map((one) => (
            <HeldData held={one} lang={lang} />
          ))}
          <h2 class="govuk-heading-m" id="ai-da-xem">
            {own.looks[lang]}
          </h2>
          <p class="govuk-body">{own.looksHint[lang]}</p>
          <Looks looks={looks} lang={lang} />
        </>
      ),
    }),
  });
