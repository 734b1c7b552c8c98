/** An officer who holds several posts chooses the one to work in: what is done from now on is done in it. */
import type { Text } from '../../../ground/text/language.ts';
import { ask, askPage, type Option } from '../../../ground/web/ask.tsx';
import type { Visit } from '../../../ground/web/visit.ts';
import { listWorkingPosts, workIn, type WorkingPost } from '../posts.ts';
import { accountCrumbs, ACCOUNT_PATH } from './account.tsx';

const own = {
  title: { vi: 'Chọn chức vụ đang làm việc', en: 'Choose the post you work in' },
  lead: {
    vi: 'Mọi việc bạn làm sau đây được ghi với chức vụ này. Việc chờ ở các đơn vị khác của bạn vẫn hiện trên bàn làm việc.',
    en: 'What you do from now on is recorded in this post. Work that waits in your other units still shows on your desk.',
  },
  post: { vi: 'Chức vụ', en: 'Post' },
  button: { vi: 'Làm việc với chức vụ này', en: 'Work in this post' },
  done: { vi: 'Đã đổi chức vụ đang làm việc.', en: 'You now work in this post.' },
  seconded: { vi: 'biệt phái', en: 'seconded' },
  acting: { vi: 'giao quyền', en: 'acting' },
  'in-charge': { vi: 'giao phụ trách', en: 'in charge' },
} as const satisfies Readonly<Record<string, Text>>;

const optionOf = ({ post, agency, unit, kind }: WorkingPost): Option => {
  const how = kind === 'appointed' ? null : own[kind];
  const line = (lang: 'vi' | 'en'): string =>
    [unit?.[lang], agency.name[lang], how?.[lang]].filter(Boolean).join(' · ');
  return { value: post.id, text: post.title, hint: { vi: line('vi'), en: line('en') } };
};

export const postsPage = askPage({
  path: '/tai-khoan/vi-tri',
  who: 'officer',
  example: '/tai-khoan/vi-tri',
  gather: async ({ look, by }: Visit) => ({ posts: await listWorkingPosts(look), now: by.post }),
  title: own.title,
  crumbs: () => accountCrumbs,
  lead: (_, { lang }) => <p class="govuk-body">{own.lead[lang]}</p>,
  questions: {
    post: ask.choice(own.post, ({ posts }: { posts: readonly WorkingPost[] }) => posts.map(optionOf)),
  },
  initial: ({ now }) => ({ post: now ?? [] }),
  button: own.button,
  act: async (act, { post }, { visit }) => {
    if (visit.session) await workIn(act, visit.session.id, post, visit);
    return { to: ACCOUNT_PATH, say: own.done };
  },
});
