/** My sessions: where I am signed in, and how to end a session that is not mine. */
import { Button, DataTable, Tag, type Column } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import type { Visit } from '../../../ground/web/visit.ts';
import { deviceOf } from '../device.ts';
import type { SessionRow } from '../schema.ts';
import { endSession, endSessions, listSessions } from '../sessions.ts';
import { methodName, words } from '../words.ts';
import { accountCrumbs } from './account.tsx';

const own = {
  how: { vi: 'Cách đăng nhập', en: 'Signed in by' },
  endOthers: { vi: 'Kết thúc mọi phiên khác', en: 'End all other sessions' },
} as const satisfies Readonly<Record<string, Text>>;

/** Ends every session but this one. */
const OTHERS = 'others';

const columnsFor = (visit: Visit): Column<SessionRow>[] => {
  const { lang, session } = visit;
  return [
    {
      key: 'device',
      title: words.device[lang],
      names: true,
      cell: (one) => (
        <>
          {deviceOf(one.agent)[lang]}
          <br />
          <span class="govuk-hint govuk-!-margin-bottom-0">{one.address}</span>
        </>
      ),
    },
    { key: 'how', title: own.how[lang], cell: (one) => one.method && methodName[one.method][lang] },
    { key: 'since', title: words.since[lang], cell: (one) => formatTime(one.started_at, lang) },
    { key: 'seen', title: words.lastSeen[lang], cell: (one) => formatTime(one.seen_at, lang) },
    {
      key: 'end',
      title: words.end[lang],
      cell: (one) =>
        one.id === session?.id ? (
          <Tag colour="green">{words.thisOne[lang]}</Tag>
        ) : (
          <Form visit={visit}>
            <input type="hidden" name="session" value={one.id} />
            <Button kind="secondary" class="govuk-!-margin-bottom-0">
              {words.end[lang]}
              <span class="govuk-visually-hidden"> {deviceOf(one.agent)[lang]}</span>
            </Button>
          </Form>
        ),
    },
  ];
};

export const sessionsPage = page({
  path: '/tai-khoan/phien',
  who: 'signed-in',
  example: '/tai-khoan/phien',
  input: input({ session: text({ label: words.sessions, max: 100 }) }),
  gather: (visit) => listSessions(visit.look),
  view: (sessions, visit) => ({
    title: words.sessions,
    crumbs: accountCrumbs,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.sessions[visit.lang]}</h1>
        <p class="govuk-body">{words.sessionsHint[visit.lang]}</p>
        <DataTable caption={words.sessions[visit.lang]} rows={sessions} columns={columnsFor(visit)} />
        {sessions.length > 1 && (
          <Form visit={visit}>
            <input type="hidden" name="session" value={OTHERS} />
            <Button kind="warning">{own.endOthers[visit.lang]}</Button>
          </Form>
        )}
      </>
    ),
  }),
  act: async (act, { session }, { visit }) => {
    if (session === OTHERS) await endSessions(act, act.by.account ?? '', visit.session?.id ?? null, visit);
    else await endSession(act, session, visit, 'ended');
    return { to: visit.path, say: words.ended };
  },
});
