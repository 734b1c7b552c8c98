/** My sessions: where I am signed in, and how to end a session that is not mine. */
import { Button, Table } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { Form } from '../../../ground/web/form.tsx';
import { input, text } from '../../../ground/web/input.ts';
import { page } from '../../../ground/web/page.ts';
import { endSession, listSessions } from '../sessions.ts';
import { words } from '../words.ts';

export const sessionsPage = page({
  path: '/tai-khoan/phien',
  who: 'signed-in',
  example: '/tai-khoan/phien',
  input: input({ session: text({ label: words.sessions, max: 100 }) }),
  gather: (visit) => listSessions(visit.look),
  view: (sessions, visit) => ({
    title: words.sessions,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.sessions[visit.lang]}</h1>
        <p class="govuk-body">{words.sessionsHint[visit.lang]}</p>
        <Table
          head={[words.device, words.since, words.lastSeen, words.end].map((one) => ({
            text: one[visit.lang],
          }))}
          rows={sessions.map((one) => [
            { text: `${one.agent.slice(0, 80)} · ${one.address}` },
            { text: formatTime(one.started_at, visit.lang) },
            { text: formatTime(one.seen_at, visit.lang) },
            {
              text:
                one.id === visit.session?.id ? (
                  words.thisOne[visit.lang]
                ) : (
                  <Form visit={visit}>
                    <input type="hidden" name="session" value={one.id} />
                    <Button kind="secondary">{words.end[visit.lang]}</Button>
                  </Form>
                ),
            },
          ])}
        />
      </>
    ),
  }),
  act: async (act, { session }, { visit }) => {
    await endSession(act, session, visit, 'ended');
    return { to: visit.path, say: words.ended };
  },
});
