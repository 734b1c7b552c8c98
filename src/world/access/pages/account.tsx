/** `/tai-khoan`: my account on one page: who I am here, whom I act for, and the ways to keep it safe. */
import { InsetText, LinkGrid, SummaryList } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import type { View } from '../../../ground/web/page.ts';
import { page } from '../../../ground/web/page.ts';
import { ADMINISTRATION } from '../../../ground/web/administration.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { getAccount } from '../accounts.ts';
import { levels } from '../assurance.ts';
import { listWorkingPosts } from '../posts.ts';
import { listRepresented } from '../represented.ts';
import { isPasswordOld } from '../rules.ts';
import { mayAdminister } from '../scope.ts';
import { words } from '../words.ts';

export const ACCOUNT_PATH = '/tai-khoan';

const own = {
  title: { vi: 'Tài khoản của tôi', en: 'My account' },
  name: { vi: 'Họ và tên', en: 'Name' },
  login: { vi: 'Tên đăng nhập', en: 'Sign-in name' },
  level: { vi: 'Mức độ định danh', en: 'Level of identity' },
  post: { vi: 'Đang làm việc với chức vụ', en: 'Working as' },
  noPost: { vi: 'Chưa giữ chức vụ nào', en: 'No post at present' },
  acting: { vi: 'Đang làm việc thay', en: 'Acting for' },
  self: { vi: 'Chính tôi', en: 'Myself' },
  change: { vi: 'Đổi', en: 'Change' },
  data: { vi: 'Dữ liệu của tôi', en: 'My data' },
  dataHint: { vi: 'Hệ thống giữ gì về tôi, ai đã xem.', en: 'What is held about me, and who looked.' },
  log: { vi: 'Nhật ký an toàn', en: 'Security log' },
  logHint: {
    vi: 'Các lần đăng nhập và thay đổi của tài khoản.',
    en: 'Sign-ins and changes of this account.',
  },
  password: { vi: 'Đổi mật khẩu', en: 'Change password' },
  passwordOld: {
    vi: 'Mật khẩu của người quản trị cần đổi hai tháng một lần. Mật khẩu này đã cũ hơn thế.',
    en: 'Administrators change their password every two months. Yours is older.',
  },
  passkeys: { vi: 'Khóa truy cập', en: 'Passkeys' },
  passkeysHint: {
    vi: 'Đăng nhập bằng vân tay, khuôn mặt hoặc khóa bảo mật.',
    en: 'Sign in by finger, face or security key.',
  },
  leave: { vi: 'Người làm thay khi tôi vắng mặt', en: 'Who fills in while I am away' },
  administration: { vi: 'Quản trị', en: 'Administration' },
  mandates: { vi: 'Uỷ quyền', en: 'Authorisations' },
  mandatesHint: {
    vi: 'Ai được làm thay tôi, tôi được làm thay ai.',
    en: 'Who may act for me, and for whom I may act.',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The way back to this page from those below it. */
export const accountCrumbs: NonNullable<View['crumbs']> = [{ text: own.title, href: ACCOUNT_PATH }];

async function gather({ by, look }: Visit) {
  const account = await getAccount(look, by.account ?? '');
  const posts = by.kind === 'officer' ? await listWorkingPosts(look) : [];
  const represented = by.kind === 'citizen' && by.person ? await listRepresented(look, by.person) : [];
  return { account, posts, represented };
}

export const accountPage = page({
  path: ACCOUNT_PATH,
  who: 'signed-in',
  example: ACCOUNT_PATH,
  gather,
  view: ({ account, posts, represented }, visit) => {
    const { lang, by } = visit;
    const officer = by.kind === 'officer';
    const working = posts.find(({ post }) => post.id === by.post);
    const change = (href: string, spoken: Text) => [{ href, text: own.change[lang], spoken: spoken[lang] }];
    return {
      title: own.title,
      body: (
        <>
          <h1 class="govuk-heading-l">{own.title[lang]}</h1>
          {officer && mayAdminister(by) && isPasswordOld(account.password_set_at, visit.now) && (
            <InsetText>{own.passwordOld[lang]}</InsetText>
          )}
          <SummaryList
            rows={[
              { key: own.name[lang], value: account.name },
              officer && { key: own.login[lang], value: account.login },
              officer && {
                key: own.post[lang],
                value: working
                  ? `${working.post.title[lang]}, ${working.agency.name[lang]}`
                  : own.noPost[lang],
                actions: posts.length > 1 ? change('/tai-khoan/vi-tri', own.post) : [],
              },
              !officer &&
                by.assurance > 0 && { key: own.level[lang], value: levels[by.assurance as 1 | 2].name[lang] },
              !officer && {
                key: own.acting[lang],
                value: by.actingFor?.name ?? own.self[lang],
                actions:
                  represented.length > 0 || by.actingFor ? change('/tai-khoan/thay-mat', own.acting) : [],
              },
            ]}
          />
          <LinkGrid
            items={[
              { href: '/tai-khoan/phien', text: words.sessions[lang], hint: words.sessionsHint[lang] },
              { href: '/tai-khoan/nhat-ky', text: own.log[lang], hint: own.logHint[lang] },
              ...(officer
                ? [
                    { href: '/tai-khoan/khoa', text: own.passkeys[lang], hint: own.passkeysHint[lang] },
                    ...(account.provider ? [] : [{ href: '/tai-khoan/mat-khau', text: own.password[lang] }]),
                    { href: '/tai-khoan/lam-thay', text: own.leave[lang] },
                    { href: ADMINISTRATION, text: own.administration[lang] },
                  ]
                : [{ href: '/tai-khoan/uy-quyen', text: own.mandates[lang], hint: own.mandatesHint[lang] }]),
              { href: '/du-lieu-cua-toi', text: own.data[lang], hint: own.dataHint[lang] },
            ]}
          />
        </>
      ),
    };
  },
});
