/** An officer names who fills in during leave (làm thay khi vắng mặt). */
import type { Text } from '../../../ground/text/language.ts';
import { vietnamDay } from '../../../ground/text/dates.ts';
import { ask, askPage, type Option } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { heldOn, listHeld, listSeats, type Seat } from '../../agencies/index.ts';
import { grantMandate } from '../commands.ts';
import { withNames, type NamedMandate } from '../names.ts';
import { listMandatesFor } from '../queries.ts';
import { unlimited } from '../schema.ts';
import { accountCrumbs, LEAVE_PATH } from './paths.ts';
import { MandateTable } from './table.tsx';

const own = {
  title: { vi: 'Người làm thay khi tôi vắng mặt', en: 'Who fills in while I am away' },
  lead: {
    vi: 'Người làm thay thấy và làm được việc của chức vụ này trong thời gian bạn ghi. Việc được ghi với tên người làm thay. Thẩm quyền ký giao riêng.',
    en: 'Who fills in sees and does the work of this post in the time you enter, under their own name. Signing authority is granted apart.',
  },
  now: { vi: 'Đã giao', en: 'Granted' },
  post: { vi: 'Chức vụ của tôi', en: 'My post' },
  person: { vi: 'Người làm thay', en: 'Who fills in' },
  from: { vi: 'Từ ngày', en: 'From the day' },
  to: { vi: 'Đến hết ngày', en: 'Until the day' },
  basis: { vi: 'Căn cứ (đơn nghỉ, phân công)', en: 'On what ground (leave request, assignment)' },
  button: { vi: 'Giao làm thay', en: 'Name them' },
  done: {
    vi: 'Đã giao. Người làm thay thấy việc từ ngày bạn ghi.',
    en: 'Granted. They see the work from the day you entered.',
  },
} as const satisfies Readonly<Record<string, Text>>;

type Gathered = {
  readonly mine: readonly Seat[];
  readonly colleagues: readonly Seat[];
  readonly granted: readonly NamedMandate[];
};

async function gather({ look, by }: Visit): Promise<Gathered> {
  const mine = heldOn(by.person ? await listHeld(look, by.person) : [], vietnamDay(look.now)) as Seat[];
  const agencies = [...new Set(mine.map(({ post }) => post.agency))];
  const seats = (await Promise.all(agencies.map((agency) => listSeats(look, agency)))).flat();
  const posts = await Promise.all(
    mine.map(({ post }) => listMandatesFor(look, { kind: 'post', id: post.id })),
  );
  return {
    mine,
    colleagues: seats.filter(({ officer }) => officer.person !== by.person),
    granted: await withNames(
      look,
      posts.flat().filter(({ kind }) => kind === 'substitution'),
    ),
  };
}

/** One entry for each colleague, with the first post held. */
const colleagueOptions = (colleagues: readonly Seat[]): Option[] => [
  ...new Map(
    colleagues.map(({ officer, post }) => [
      officer.person,
      {
        value: officer.person,
        text: {
          vi: `${officer.name}, ${post.title.vi}`,
          en: `${officer.name}, ${post.title.en || post.title.vi}`,
        },
      },
    ]),
  ).values(),
];

export const leavePage = askPage({
  path: LEAVE_PATH,
  who: 'officer',
  example: LEAVE_PATH,
  gather,
  title: own.title,
  crumbs: () => accountCrumbs,
  lead: ({ granted }, visit) => (
    <>
      <p class="govuk-body">{own.lead[visit.lang]}</p>
      {granted.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{own.now[visit.lang]}</h2>
          <MandateTable caption={own.now} mandates={granted} visit={visit} mayRevoke={() => true} />
        </>
      )}
    </>
  ),
  questions: {
    post: ask.choice(own.post, ({ mine }: Gathered) =>
      mine.map(({ post }) => ({ value: post.id, text: post.title })),
    ),
    person: ask.choice(own.person, ({ colleagues }: Gathered) => colleagueOptions(colleagues)),
    from: ask.day(own.from),
    to: ask.day(own.to),
    basis: ask.text(own.basis, { max: 300 }),
  },
  initial: ({ mine }) => ({ post: mine.length === 1 ? mine[0]!.post.id : [] }),
  button: own.button,
  act: async (act, { post, person, ...rest }, { gathered: { mine } }) => {
    const agency = mine.find((one) => one.post.id === post)?.post.agency ?? null;
    await grantMandate(act, {
      ...unlimited,
      ...rest,
      kind: 'substitution',
      agent: { kind: 'person', id: person },
      principal: { kind: 'post', id: post },
      grantedBy: act.by.person,
      agency,
    });
    return { to: LEAVE_PATH, say: own.done };
  },
});
