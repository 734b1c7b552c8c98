/** `/du-lieu-cua-toi/bo-han-che`: the person ends the restriction of the use of their data. */
import type { Text } from '../../../ground/text/language.ts';
import { askPage } from '../../../ground/web/ask.tsx';
import { endRestrictions } from '../../../world/people/index.ts';
import { isPerson } from './mine.tsx';
import { LIFT_PATH, mineName, MINE_PATH } from './paths.ts';

const own = {
  title: { vi: 'Bỏ hạn chế xử lý dữ liệu', en: 'End the restriction of my data' },
  lead: {
    vi: 'Từ lúc này tờ khai lại được điền sẵn, giấy tờ trong kho lại dùng và chia sẻ được. Bạn có thể yêu cầu hạn chế lại bất cứ lúc nào.',
    en: 'From now on forms are filled in for you again, and papers of your vault can be used and shared. You may ask for a restriction again at any time.',
  },
  button: { vi: 'Bỏ hạn chế', en: 'End the restriction' },
  done: { vi: 'Đã bỏ hạn chế.', en: 'The restriction has ended.' },
} as const satisfies Readonly<Record<string, Text>>;

export const liftPage = askPage({
  path: LIFT_PATH,
  who: isPerson,
  example: LIFT_PATH,
  gather: async () => null,
  title: own.title,
  crumbs: () => [{ text: mineName, href: MINE_PATH }],
  lead: (_, { lang }) => <p class="govuk-body">{own.lead[lang]}</p>,
  questions: {},
  button: own.button,
  act: async (act) => {
    await endRestrictions(act, act.by.person!);
    return { to: MINE_PATH, say: own.done };
  },
});
