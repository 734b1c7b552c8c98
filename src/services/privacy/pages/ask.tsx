/** Asking to correct, erase or restrict what is held, or objecting to a look at it (`lan-xem`: which of one's own). */
import type { Holding } from '../../../ground/record/holdings.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { findLook } from '../../../ground/record/index.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { ask as asks, askPage } from '../../../ground/web/ask.tsx';
import { ask } from '../commands.ts';
import { kindName, requestKinds } from '../schema.ts';
import { isPerson } from './mine.tsx';
import { ASK_PATH, mineName, MINE_PATH } from './paths.ts';

const own = {
  title: { vi: 'Yêu cầu về dữ liệu của tôi', en: 'A request about my data' },
  lead: {
    vi: 'Người quản trị dữ liệu của cơ quan trả lời: chỉnh sửa trong 10 ngày, hạn chế hoặc phản đối trong 15 ngày, xóa trong 20 ngày. Nếu không làm được, bạn nhận lý do.',
    en: 'The data steward of the agency answers: corrections within 10 days, restrictions and objections within 15, erasure within 20. If it cannot be done, you hear why.',
  },
  kind: { vi: 'Bạn muốn', en: 'You want to' },
  about: { vi: 'Dữ liệu nào', en: 'Which data' },
  wish: { vi: 'Nội dung yêu cầu', en: 'What you ask' },
  wishHint: { vi: 'Ví dụ: địa chỉ đúng là …, vì …', en: 'For example: the right address is …, because …' },
  objects: (at: string, { name, purpose }: { readonly name: string; readonly purpose: string }): Text => ({
    vi: `Tôi phản đối lần xem lúc ${at} của ${name} (${purpose}), vì: `,
    en: `I object to the look at ${at} by ${name} (${purpose}), because: `,
  }),
  button: { vi: 'Gửi yêu cầu', en: 'Send' },
} as const;

type Gathered = { readonly objected: Awaited<ReturnType<typeof findLook>> };

export const requestPage = (holdings: readonly Holding[]) =>
  askPage({
    path: ASK_PATH,
    who: isPerson,
    example: ASK_PATH,
    gather: async ({ look, by, query }: Visit): Promise<Gathered> => ({
      objected: by.person && query['lan-xem'] ? await findLook(look, by.person, query['lan-xem']) : null,
    }),
    title: own.title,
    crumbs: () => [{ text: mineName, href: MINE_PATH }],
    lead: (_, { lang }) => <p class="govuk-body">{own.lead[lang]}</p>,
    initial: ({ objected }) =>
      objected ? { kind: 'objection', wish: own.objects(formatTime(objected.at), objected).vi } : {},
    questions: {
      kind: asks.oneOf(own.kind, kindName, requestKinds),
      about: asks.choice(own.about, (_: Gathered) =>
        holdings.map(({ name }) => ({ value: name.vi, text: name })),
      ),
      wish: asks.long(own.wish, { hint: own.wishHint, max: 2000 }),
    },
    button: own.button,
    act: async (act, wish) => {
      const { code } = await ask(act, act.by.person!, wish);
      return {
        to: MINE_PATH,
        say: { vi: `Đã nhận yêu cầu ${code}.`, en: `Your request ${code} has been received.` },
      };
    },
  });
