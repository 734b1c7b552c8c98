/** `/ho-so-he-thong-khac`: dossiers of which a ministry's system keeps the record, for follow-up; nothing is done on them here. */
import { DataTable, EmptyState, InsetText } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import { findAgency } from '../../../world/agencies/index.ts';
import { hasRole } from '../../../ground/db/act.ts';
import { FOLLOWED, MIRRORED_FIGURES } from '../paths.ts';
import { listFollowed } from '../queries.ts';
import { mayFollow } from '../policy.ts';
import { statusName } from '../statuses.ts';

const words = {
  title: { vi: 'Hồ sơ của hệ thống khác', en: 'Dossiers of other systems' },
  hint: {
    vi: 'Hệ thống của bộ, ngành giữ những hồ sơ này. Ở đây chỉ để theo dõi và đôn đốc; muốn xử lý, hãy vào hệ thống đó.',
    en: 'Systems of ministries keep these. They are shown here to be followed; to work on them, use that system.',
  },
  figures: { vi: 'Số liệu theo tháng', en: 'Figures by month' },
  none: { vi: 'Không có hồ sơ nào đang giải quyết.', en: 'Nothing is under way.' },
  code: { vi: 'Mã hồ sơ', en: 'Code' },
  what: { vi: 'Thủ tục', en: 'Procedure' },
  who: { vi: 'Người nộp', en: 'Applicant' },
  status: { vi: 'Trạng thái', en: 'Status' },
  due: { vi: 'Hẹn trả', en: 'Due' },
  told: { vi: 'Cập nhật lúc', en: 'Told' },
  late: { vi: 'quá hạn', en: 'late' },
} satisfies Record<string, Text>;

export const followedPage = page({
  path: FOLLOWED,
  who: mayFollow,
  example: FOLLOWED,
  gather: async ({ look, by }) => {
    // Administrators follow all of them; others those of the agencies in which they work.
    if (hasRole(by, 'it-admin')) return listFollowed(look, null);
    const ids = [...new Set(by.powers.map(({ agency }) => agency))];
    const agencies = await Promise.all(ids.map((id) => findAgency(look, id)));
    return listFollowed(
      look,
      agencies.flatMap((one) => (one ? [one.identifier] : [])),
    );
  },
  view: (rows, { lang, now }) => ({
    title: words.title,
    crumbs: [{ text: { vi: 'Bàn làm việc', en: 'My desk' }, href: '/viec' }],
    wide: true,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        <InsetText>{words.hint[lang]}</InsetText>
        <p class="govuk-body">
          <a class="govuk-link" href={MIRRORED_FIGURES}>
            {words.figures[lang]}
          </a>
        </p>
        <DataTable
          caption={words.title[lang]}
          dense
          lang={lang}
          rows={rows}
          empty={<EmptyState title={words.none[lang]} />}
          columns={[
            { key: 'code', title: words.code[lang], names: true, cell: ({ code }) => code },
            { key: 'what', title: words.what[lang], cell: ({ title }) => title },
            { key: 'who', title: words.who[lang], cell: (one) => one.applicant_name },
            {
              key: 'status',
              title: words.status[lang],
              cell: ({ status }) => statusName(status)[lang],
            },
            {
              key: 'due',
              title: words.due[lang],
              cell: ({ due_at: due }) =>
                due && (
                  <span class={due < now ? 'tt-late' : undefined}>
                    {formatTime(due, lang)}
                    {due < now && ` (${words.late[lang]})`}
                  </span>
                ),
            },
            { key: 'told', title: words.told[lang], cell: (one) => formatTime(one.told_at, lang) },
          ]}
        />
      </>
    ),
  }),
});
