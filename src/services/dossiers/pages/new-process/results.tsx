/** `/quy-trinh-moi/:procedure/chuyen/:id`: how far an order is that dossiers go over to the newest process, and what came of each. */
import { Button, ButtonGroup, DataTable, KeysetPager, Progress, Tag } from '../../../../ground/ui/index.ts';
import { formatCount } from '../../../../ground/text/money.ts';
import type { Language, Text } from '../../../../ground/text/language.ts';
import { nothing } from '../../../../ground/web/input.ts';
import { page } from '../../../../ground/web/page.ts';
import { mayChangeProcess } from '../../new-process/preview.ts';
import { countMoved, getMove, listMoved, type Moved } from '../../new-process/queries.ts';
import { dossierPath, newProcessPath, processMovePath } from '../../paths.ts';

const words = {
  title: { vi: 'Chuyển hồ sơ sang quy trình mới', en: 'Dossiers that go over to the new process' },
  older: { vi: 'Hồ sơ đang chạy theo quy trình cũ', en: 'Dossiers that run by an older process' },
  progress: { vi: 'Đã xử lý', en: 'Finished' },
  note: (n: number, of: number): Text => ({
    vi: `${formatCount(n)} trên ${formatCount(of)} hồ sơ`,
    en: `${formatCount(n, 'en')} of ${formatCount(of, 'en')} dossiers`,
  }),
  sums: (done: number, failed: number): Text => ({
    vi: `Đã chuyển ${formatCount(done)} hồ sơ; ${formatCount(failed)} hồ sơ ở lại quy trình cũ.`,
    en: `${formatCount(done, 'en')} went over; ${formatCount(failed, 'en')} stay with the old process.`,
  }),
  keepsOn: {
    vi: 'Máy chủ tự làm tiếp, kể cả khi bạn đóng trang này.',
    en: 'The server goes on by itself, even if you close this page.',
  },
  refresh: { vi: 'Xem tiến độ mới nhất', en: 'Show the latest progress' },
  back: { vi: 'Về danh sách hồ sơ theo quy trình cũ', en: 'Back to those that run by an older process' },
  reason: { vi: 'Lý do chuyển', en: 'Why they go over' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  result: { vi: 'Kết quả', en: 'Result' },
} as const;

const states = {
  waiting: { colour: 'grey', text: { vi: 'Đang chờ', en: 'Waiting' } },
  done: { colour: 'green', text: { vi: 'Đã chuyển', en: 'Went over' } },
  failed: { colour: 'red', text: { vi: 'Ở lại quy trình cũ', en: 'Stays with the old process' } },
} as const;

const columns = (lang: Language) => [
  {
    key: 'dossier',
    title: words.dossier[lang],
    names: true,
    cell: ({ code }: Moved) => (
      <a class="govuk-link" href={dossierPath(code)}>
        {code}
      </a>
    ),
  },
  {
    key: 'result',
    title: words.result[lang],
    cell: ({ state, problem }: Moved) => (
      <>
        <Tag class={`govuk-tag--${states[state].colour}`}>{states[state].text[lang]}</Tag>
        {problem && <div>{problem[lang]}</div>}
      </>
    ),
  },
];

export const processMovePage = page({
  path: '/quy-trinh-moi/:procedure/chuyen/:id',
  who: mayChangeProcess,
  example: null,
  input: nothing,
  gather: async ({ look, params, query }) => {
    const order = await getMove(look, params['id'] ?? '');
    return {
      order,
      counts: await countMoved(look, order.id),
      moved: await listMoved(look, order.id, query['sau']),
    };
  },
  view: ({ order, counts: { waiting, done, failed }, moved }, { lang, query }) => {
    const here = processMovePath(order.procedure, order.id);
    const all = waiting + done + failed;
    return {
      title: words.title,
      crumbs: [
        { text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' },
        { text: words.older, href: newProcessPath(order.procedure) },
      ],
      body: (
        <>
          <span class="govuk-caption-l">{order.procedure}</span>
          <h1 class="govuk-heading-l">{words.title[lang]}</h1>
          <p class="govuk-body">
            {words.reason[lang]}: {order.reason}
          </p>
          <Progress
            id="progress"
            label={words.progress[lang]}
            done={done + failed}
            of={all}
            note={words.note(done + failed, all)[lang]}
          />
          <p class="govuk-body">{(waiting > 0 ? words.keepsOn : words.sums(done, failed))[lang]}</p>
          <ButtonGroup>
            {waiting > 0 && <Button href={here}>{words.refresh[lang]}</Button>}
            <Button kind="secondary" href={newProcessPath(order.procedure)}>
              {words.back[lang]}
            </Button>
          </ButtonGroup>
          <DataTable caption={words.result[lang]} columns={columns(lang)} rows={moved.rows} dense />
          <KeysetPager
            by="order"
            before={query['sau'] ? here : null}
            after={moved.next && `${here}?sau=${encodeURIComponent(moved.next)}`}
          />
        </>
      ),
    };
  },
});
