/** One account: how it stands, its sessions, what was done to it, and what can be done. */
import { Button, ButtonGroup, InsetText, SummaryList, Timeline } from '../../../../ground/ui/index.ts';
import { formatTime } from '../../../../ground/text/dates.ts';
import type { Text } from '../../../../ground/text/language.ts';
import { page } from '../../../../ground/web/page.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import { getAgency, heldOn, listHeld } from '../../../agencies/index.ts';
import { vietnamDay } from '../../../../ground/text/dates.ts';
import { listPasskeys } from '../../passkeys.ts';
import { isPasswordOld, needsReview, standingOf } from '../../rules.ts';
import { mayAdminister } from '../../scope.ts';
import { listLog } from '../../security-log.ts';
import { listSessions } from '../../sessions.ts';
import { eventName } from '../../words.ts';
import { LOG_PATH } from '../log.tsx';
import { accountAt } from './at.ts';
import { actsOn, actPath } from './acts.tsx';
import { StandingTag } from './list.tsx';
import { accountsCrumbs, ACCOUNTS_PATH } from './paths.ts';

const own = {
  login: { vi: 'Tên đăng nhập', en: 'Sign-in name' },
  standing: { vi: 'Tình trạng', en: 'State' },
  posts: { vi: 'Chức vụ', en: 'Posts' },
  none: { vi: 'Không giữ chức vụ nào', en: 'None' },
  by: { vi: 'Đăng nhập bằng', en: 'Signs in by' },
  password: { vi: 'mật khẩu và mã xác thực', en: 'password and code' },
  agency: { vi: 'tài khoản của cơ quan', en: 'account of the agency' },
  passkeys: (n: number): Text => ({ vi: `${n} khóa truy cập`, en: n === 1 ? '1 passkey' : `${n} passkeys` }),
  opened: { vi: 'Mở lúc', en: 'Opened' },
  last: { vi: 'Đăng nhập lần cuối', en: 'Last sign-in' },
  reviewed: { vi: 'Rà soát lần cuối', en: 'Last reviewed' },
  never: { vi: 'Chưa lần nào', en: 'Never' },
  sessions: { vi: 'Phiên đang mở', en: 'Open sessions' },
  due: {
    vi: 'Đã đến hạn rà soát: xác nhận tài khoản còn cần, hoặc đóng nó.',
    en: 'Due for review: confirm that the account is still needed, or close it.',
  },
  old: { vi: 'Mật khẩu đã quá hai tháng.', en: 'The password is older than two months.' },
  recent: { vi: 'Gần đây', en: 'Recently' },
  all: { vi: 'Toàn bộ nhật ký của tài khoản', en: 'The whole log of this account' },
} as const;

async function gather(visit: Visit) {
  const { look } = visit;
  const account = await accountAt(visit);
  const held = account.person ? heldOn(await listHeld(look, account.person), vietnamDay(look.now)) : [];
  const posts = await Promise.all(
    held.map(async ({ post }) => ({ title: post.title, agency: (await getAgency(look, post.agency)).name })),
  );
  return {
    account,
    posts,
    passkeys: await listPasskeys(look, account.id),
    sessions: await listSessions(look, account.id, 'officer'),
    log: await listLog(look, { account: account.id }, 10),
  };
}

export const oneAccountPage = page({
  path: `${ACCOUNTS_PATH}/:id`,
  who: mayAdminister,
  example: null,
  gather,
  view: ({ account, posts, passkeys, sessions, log }, visit) => {
    const { lang, now } = visit;
    const time = (at: Date | null): string => (at ? formatTime(at, lang) : own.never[lang]);
    const ways = [
      account.provider ? own.agency : account.password && own.password,
      passkeys.length > 0 && own.passkeys(passkeys.length),
    ];
    return {
      title: { vi: account.name, en: account.name },
      crumbs: accountsCrumbs(),
      body: (
        <>
          <h1 class="govuk-heading-l">{account.name}</h1>
          {account.closed_at === null && needsReview(account, now) && <InsetText>{own.due[lang]}</InsetText>}
          <SummaryList
            rows={[
              { key: own.login[lang], value: account.login },
              { key: own.standing[lang], value: <StandingTag account={account} visit={visit} /> },
              {
                key: own.posts[lang],
                value:
                  posts.length > 0 ? (
                    <ul class="govuk-list govuk-!-margin-bottom-0">
                      {posts.map(({ title, agency }) => (
                        <li>
                          {title[lang]}, {agency[lang]}
                        </li>
                      ))}
                    </ul>
                  ) : (
                    own.none[lang]
                  ),
              },
              {
                key: own.by[lang],
                value: ways.flatMap((way) => (way ? [way[lang]] : [])).join(', ') || own.never[lang],
              },
              { key: own.opened[lang], value: time(account.created_at) },
              { key: own.last[lang], value: time(account.signed_in_at) },
              { key: own.reviewed[lang], value: time(account.reviewed_at) },
              isPasswordOld(account.password_set_at, now) && {
                key: own.password[lang],
                value: own.old[lang],
              },
              { key: own.sessions[lang], value: String(sessions.length) },
            ]}
          />
          <ButtonGroup>
            {actsOn(standingOf(account, now), account).map(({ name, button, grave }, i) => (
              <Button
                href={actPath(account.id, name)}
                kind={grave ? 'warning' : i === 0 ? 'primary' : 'secondary'}
              >
                {button[lang]}
              </Button>
            ))}
          </ButtonGroup>
          {log.length > 0 && <h2 class="govuk-heading-m">{own.recent[lang]}</h2>}
          <Timeline
            headingLevel={3}
            items={log.slice(0, 10).map((line) => ({
              title: eventName[line.what][lang],
              by: line.by_name ?? undefined,
              at: { moment: line.at.toISOString(), text: formatTime(line.at, lang) },
              children: line.what === 'signed-in' ? undefined : (line.detail ?? undefined),
            }))}
          />
          <p class="govuk-body">
            <a class="govuk-link" href={`${LOG_PATH}?tk=${encodeURIComponent(account.login)}`}>
              {own.all[lang]}
            </a>
          </p>
        </>
      ),
    };
  },
});
