/** Appointing officers to posts, ending it, entering officers in the directory. */
import { Button, Input } from '../../../ground/ui/index.ts';
import { newId } from '../../../ground/record/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { same, type Text } from '../../../ground/text/language.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import { ask, askPage, type Option } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { findPersonByNumber } from '../../people/index.ts';
import { isAdministrator } from '../manage.ts';
import type { Agency, Officer, Post } from '../schema.ts';
import { findOfficers, listPosts, listSeats } from '../staff.ts';
import { appoint, endHolding, putOfficer } from '../staffing.ts';
import { holdingName } from '../words.ts';
import { managed } from './change.tsx';
import { agenciesCrumbs, AGENCIES_PATH, agencyPath, ONE_PATH } from './paths.ts';

const OFFICER_PATH = `${AGENCIES_PATH}/danh-ba/them`;

const own = {
  appoint: { vi: 'Bổ nhiệm, giao việc', en: 'Appoint' },
  find: { vi: 'Tìm cán bộ trong danh bạ', en: 'Find the officer in the directory' },
  findHint: { vi: 'Họ tên, có dấu hoặc không dấu.', en: 'The name, with or without marks.' },
  search: { vi: 'Tìm', en: 'Search' },
  newOfficer: { vi: 'Thêm cán bộ vào danh bạ', en: 'Enter an officer in the directory' },
  officer: { vi: 'Cán bộ', en: 'Officer' },
  post: { vi: 'Chức vụ', en: 'Post' },
  kind: { vi: 'Hình thức', en: 'How' },
  from: { vi: 'Từ ngày', en: 'From the day' },
  to: { vi: 'Đến hết ngày', en: 'Until the day' },
  basis: { vi: 'Căn cứ (quyết định)', en: 'By which decision' },
  end: { vi: 'Thôi giữ chức vụ', en: 'End the holding of a post' },
  last: { vi: 'Ngày cuối giữ chức vụ', en: 'Last day' },
  reason: { vi: 'Lý do, căn cứ', en: 'Reason' },
  name: { vi: 'Họ và tên', en: 'Full name' },
  number: { vi: 'Số định danh cá nhân', en: 'Personal number' },
  numberHint: {
    vi: 'Để nối với dữ liệu về người này nếu đã có.',
    en: 'To link to what is known of this person.',
  },
  staffNumber: { vi: 'Số hiệu cán bộ', en: 'Staff number' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  done: { vi: 'Đã ghi.', en: 'Saved.' },
  doneOfficer: {
    vi: 'Đã thêm vào danh bạ. Bây giờ có thể bổ nhiệm và mở tài khoản.',
    en: 'Entered. Now a post can be given and an account opened.',
  },
} as const satisfies Readonly<Record<string, Text>>;

type Appointing = {
  readonly agency: Agency;
  readonly posts: readonly Post[];
  readonly words: string;
  readonly officers: readonly Officer[];
};

const officerOption = ({ person, name, staffNumber, email }: Officer): Option => ({
  value: person,
  text: same(name),
  hint: same([staffNumber, email].filter(Boolean).join(' · ')),
});

export const appointPage = askPage({
  path: `${ONE_PATH}/bo-nhiem`,
  who: isAdministrator,
  example: null,
  gather: async (visit: Visit): Promise<Appointing> => {
    const agency = await managed(visit);
    const words = visit.query['q']?.slice(0, 100) ?? '';
    return {
      agency,
      words,
      posts: await listPosts(visit.look, agency.id),
      officers: await findOfficers(visit.look, words),
    };
  },
  title: own.appoint,
  about: ({ agency }) => agency.name,
  crumbs: ({ agency }) => agenciesCrumbs(agency),
  lead: ({ agency, words }, { lang }) => (
    <>
      <form method="get" action={`${agencyPath(agency.id)}/bo-nhiem`} role="search">
        <Input id="q" name="q" label={own.find[lang]} hint={own.findHint[lang]} value={words} width={30} />
        <Button kind="secondary">{own.search[lang]}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={OFFICER_PATH}>
          {own.newOfficer[lang]}
        </a>
      </p>
    </>
  ),
  questions: {
    person: ask.choice(own.officer, ({ officers }: Appointing) => officers.map(officerOption)),
    post: ask.choice(own.post, ({ posts }: Appointing) =>
      posts.map((post) => ({ value: post.id, text: post.title })),
    ),
    kind: ask.oneOf(own.kind, holdingName, ['appointed', 'acting', 'in-charge', 'seconded']),
    from: ask.day(own.from),
    to: ask.maybeDay(own.to),
    basis: ask.text(own.basis, { max: 300 }),
  },
  button: own.appoint,
  act: async (act, holding, { gathered: { agency } }) => {
    await appoint(act, holding);
    return { to: agencyPath(agency.id), say: own.done };
  },
});

export const endHoldingPage = askPage({
  path: `${ONE_PATH}/thoi-giu`,
  who: isAdministrator,
  example: null,
  gather: async (visit: Visit) => {
    const agency = await managed(visit);
    const { cv: post, nguoi: person } = visit.query;
    const seats = await listSeats(visit.look, agency.id);
    const seat = seats.find((one) => one.post.id === post && one.officer.person === person);
    if (seat) return { agency, seat };
    throw new NotFound({
      vi: 'Người này không giữ chức vụ này.',
      en: 'This person does not hold this post.',
    });
  },
  title: own.end,
  about: ({ agency }) => agency.name,
  crumbs: ({ agency }) => agenciesCrumbs(agency),
  lead: ({ seat: { officer, post, holding } }, { lang }) => (
    <p class="govuk-body">
      <strong>{officer.name}</strong>, {post.title[lang]}, {own.from[lang]} {formatDay(holding.from, lang)}
    </p>
  ),
  questions: { last: ask.day(own.last), reason: ask.long(own.reason, { max: 500 }) },
  button: own.end,
  grave: true,
  act: async (act, answers, { gathered: { agency, seat } }) => {
    await endHolding(act, { ...answers, post: seat.post.id, person: seat.officer.person });
    return { to: agencyPath(agency.id), say: own.done };
  },
});

export const newOfficerPage = askPage({
  path: OFFICER_PATH,
  who: isAdministrator,
  example: OFFICER_PATH,
  gather: async () => null,
  title: own.newOfficer,
  crumbs: () => agenciesCrumbs(),
  questions: {
    name: ask.text(own.name),
    number: ask.maybe(own.number, { max: 20, width: 20, hint: own.numberHint }),
    staffNumber: ask.maybe(own.staffNumber, { max: 30, width: 20 }),
    phone: ask.maybe(own.phone, { max: 30, width: 20 }),
    email: ask.maybe(own.email, { width: 30 }),
  },
  button: own.newOfficer,
  act: async (act, { number, ...officer }) => {
    const known = number === null ? null : await findPersonByNumber(act, number);
    await putOfficer(act, { ...officer, person: known?.id ?? newId(act.now), sex: known?.sex ?? null });
    return { to: AGENCIES_PATH, say: own.doneOfficer };
  },
});
