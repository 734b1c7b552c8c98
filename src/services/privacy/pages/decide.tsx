/** The data steward decides a request: reads it, does what it asks for in the room that holds the data, answers. */
import { InsetText, SummaryList } from '../../../ground/ui/index.ts';
import { hasRole, type Act, type By } from '../../../ground/db/act.ts';
import { Invalid, NotAllowed } from '../../../ground/operate/errors.ts';
import type { Holding } from '../../../ground/record/holdings.ts';
import { look as noteLook } from '../../../ground/record/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { same, type Language, type Text } from '../../../ground/text/language.ts';
import { ask as asks, askPage } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { restrictUse } from '../../../world/people/index.ts';
import { listWorkOf, mayDo } from '../../../work/desk/index.ts';
import { decide } from '../commands.ts';
import { getRequest } from '../queries.ts';
import { kindName, stateName, type DataRequest } from '../schema.ts';
import { requestPath } from './paths.ts';

const own = {
  title: { vi: 'Trả lời yêu cầu về dữ liệu cá nhân', en: 'Answer a request about personal data' },
  person: { vi: 'Người yêu cầu', en: 'Asked by' },
  kind: { vi: 'Yêu cầu', en: 'Request' },
  wish: { vi: 'Nội dung', en: 'In their words' },
  due: { vi: 'Trả lời trước', en: 'To be answered by' },
  state: { vi: 'Tình trạng', en: 'State' },
  how: {
    vi: 'Thực hiện trước ở nơi giữ dữ liệu, rồi trả lời ở đây.',
    en: 'First do it where the data are held, then answer here.',
  },
  erases: {
    vi: 'Khi bạn chọn “Đã thực hiện”, hệ thống xóa ngay dữ liệu này và không lấy lại được. Nhật ký vẫn còn việc xóa, không còn nội dung.',
    en: 'When you choose “Done” the platform erases these data at once, for good. The record keeps that it was done, not what it was.',
  },
  restricts: {
    vi: 'Khi bạn chọn “Đã thực hiện”, dữ liệu của người này chỉ còn được lưu giữ và dùng cho việc luật bắt buộc: không điền sẵn tờ khai, không dùng lại hay chia sẻ giấy tờ trong kho, không nhắc việc. Người này tự bỏ hạn chế được.',
    en: 'When you choose “Done” the data of this person are only kept and used for what the law requires: no prefilled forms, no papers used again or shared from the vault, no reminders. The person can end it at any time.',
  },
  kept: (basis: string): Text => ({
    vi: `Pháp luật buộc giữ dữ liệu này (${basis}). Không xóa được: hãy chọn “Không thực hiện được” và nêu căn cứ.`,
    en: `The law asks to keep these data (${basis}). They cannot be erased: choose “Refused” and name the law.`,
  }),
  objected: {
    vi: 'Xem lại lần xử lý mà người này phản đối: ai làm, vì việc gì, có được đồng ý hoặc có căn cứ pháp luật không. Không đúng thì báo người có thẩm quyền và chấm dứt, rồi trả lời ở đây.',
    en: 'Look into the use that this person objects to: who, for what, with consent or by which law. If it was wrong, tell those in charge and end it, then answer here.',
  },
  open: { vi: 'Mở dữ liệu của người này', en: 'Open the data of this person' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  answer: { vi: 'Trả lời cho người yêu cầu', en: 'Answer to the person' },
  answerHint: {
    vi: 'Nếu không thực hiện được, ghi lý do và căn cứ.',
    en: 'If it cannot be done: why, and by which law.',
  },
  button: { vi: 'Trả lời', en: 'Answer' },
  done: { vi: 'Đã trả lời.', en: 'Answered.' },
  others: {
    vi: 'Yêu cầu này do người khác xử lý hoặc đã được trả lời.',
    en: 'Somebody else has this request, or it was answered.',
  },
} as const;

/** Whether an officer is a data steward at all. */
const isSteward = (by: By): boolean => by.kind === 'officer' && hasRole(by, 'data-steward');

/** The request, if it waits for the one who looks. The look at the person's request is recorded. */
async function gather(visit: Visit): Promise<DataRequest> {
  const { look, tenant, by, requestId, now } = visit;
  const request = await getRequest(look, visit.params['id'] ?? '');
  const work = await listWorkOf(look, request.id);
  if (!work.some((one) => mayDo(by, one))) throw new NotAllowed(own.others);
  await visit.edge.act({ tenant, by, requestId, now }, async (act) =>
    noteLook(act, request.person, `Trả lời yêu cầu ${request.code}`, request.id),
  );
  return request;
}

/** Erases what a granted request names. Throws Invalid where the law asks to keep it. */
async function erase(act: Act, { person, about }: DataRequest, holdings: readonly Holding[]): Promise<void> {
  const holding = holdings.find(({ name }) => name.vi === about);
  if (!holding?.erase) throw new Invalid([{ field: 'decision', message: own.kept(holding?.basis ?? '') }]);
  await holding.erase(act, person);
}

/** What the officer does with a request of this kind. */
function howTo({ kind, about }: DataRequest, holdings: readonly Holding[]): Text {
  if (kind === 'restriction') return own.restricts;
  if (kind === 'objection') return own.objected;
  if (kind !== 'erasure') return own.how;
  const holding = holdings.find(({ name }) => name.vi === about);
  return holding?.erase ? own.erases : own.kept(holding?.basis ?? '');
}

/** What is asked, by whom, until when, and how it is done. */
const leadOf = (
  { person, name, kind, about, wish, due_at, state, code }: DataRequest,
  how: Text,
  lang: Language,
) => (
  <>
    <SummaryList
      rows={[
        { key: own.person[lang], value: name },
        { key: own.kind[lang], value: `${kindName[kind][lang]}: ${about}` },
        { key: own.wish[lang], value: wish },
        { key: own.due[lang], value: formatTime(due_at, lang) },
        { key: own.state[lang], value: stateName[state][lang] },
      ]}
    />
    <InsetText>{how[lang]}</InsetText>
    <p class="govuk-body">
      <a
        class="govuk-link"
        href={`/quan-tri/nguoi/${person}?${new URLSearchParams({ 'ly-do': `Yêu cầu ${code}` })}`}
      >
        {own.open[lang]}
      </a>
    </p>
  </>
);

export const decidePage = (holdings: readonly Holding[]) =>
  askPage({
    path: requestPath(':id'),
    who: isSteward,
    example: null,
    gather,
    title: own.title,
    about: ({ code }) => same(code),
    crumbs: () => [{ text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' }],
    lead: (request, { lang }) => leadOf(request, howTo(request, holdings), lang),
    questions: {
      decision: asks.oneOf(own.decision, { granted: stateName.granted, refused: stateName.refused }, [
        'granted',
        'refused',
      ]),
      answer: asks.long(own.answer, { hint: own.answerHint }),
    },
    button: own.button,
    act: async (act, { decision, answer }, { gathered: request }) => {
      const { id, kind } = request;
      if (decision === 'granted' && kind === 'erasure') await erase(act, request, holdings);
      if (decision === 'granted' && kind === 'restriction')
        restrictUse(act, request.person, { about: request.about, basis: request.code });
      await decide(act, id, { granted: decision === 'granted', answer });
      return { to: '/viec', say: own.done };
    },
  });
