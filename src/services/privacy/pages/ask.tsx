/** Asking to correct, erase or restrict what is held. */
import type { Holding } from '../../../ground/record/holdings.ts';
import type { Text } from '../../../ground/text/language.ts';
import { ask as asks, askPage } from '../../../ground/web/ask.tsx';
import { ask } from '../commands.ts';
import { kindName, requestKinds } from '../schema.ts';
import { isPerson } from './mine.tsx';
import { ASK_PATH, mineName, MINE_PATH } from './paths.ts';

const own = {
  title: { vi: 'Yêu cầu về dữ liệu của tôi', en: 'A request about my data' },
  lead: {
    vi: 'Người quản trị dữ liệu của cơ quan trả lời: chỉnh sửa trong 10 ngày, hạn chế trong 15 ngày, xóa trong 20 ngày. Nếu không làm được, bạn nhận lý do.',
    en: 'The data steward of the agency answers: corrections within 10 days, restrictions within 15, erasure within 20. If it cannot be done, you hear why.',
  },
  kind: { vi: 'Bạn muốn', en: 'You want to' },
  about: { vi: 'Dữ liệu nào', en: 'Which data' },
  wish: { vi: 'Nội dung yêu cầu', en: 'What you ask' },
  wishHint: { vi: 'Ví dụ: địa chỉ đúng là …, vì …', en: 'For example: the right address is …, because …' },
  button: { vi: 'Gửi yêu cầu', en: 'Send' },
} as const satisfies Readonly<Record<string, Text>>;

export const requestPage = (holdings: readonly Holding[]) =>
  askPage({
    path: ASK_PATH,
    who: isPerson,
    example: ASK_PATH,
    gather: async () => holdings,
    title: own.title,
    crumbs: () => [{ text: mineName, href: MINE_PATH }],
    lead: (_, { lang }) => <p class="govuk-body">{own.lead[lang]}</p>,
    questions: {
      kind: asks.oneOf(own.kind, kindName, requestKinds),
      about: asks.choice(own.about, (all: readonly Holding[]) =>
        all.map(({ name }) => ({ value: name.vi, text: name })),
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
