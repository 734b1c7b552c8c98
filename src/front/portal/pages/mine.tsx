/** `/cua-toi`: what waits for me, where my dossiers are, my papers. */
import { DataTable, EmptyState, KeysetPager, withQuery } from '../../../ground/ui/index.ts';
import { formatTime } from '../../../ground/text/dates.ts';
import { page } from '../../../ground/web/page.ts';
import { listMirroredOf, statusName } from '../../../outside/exchange/index.ts';
import { NOTICES } from '../../../outside/messages/index.ts';
import { draftPath, listDrafts } from '../../../services/applications/index.ts';
import type { Language } from '../../../ground/text/language.ts';
import {
  dossierPath,
  listFiledFor,
  listMine,
  stateName,
  waitsForPerson,
  type Mine,
} from '../../../services/dossiers/index.ts';
import { titlesOf } from '../../../services/catalogue/index.ts';
import { listItems } from '../../../services/vault/index.ts';

const words = {
  title: { vi: 'Trang của tôi', en: 'My page' },
  drafts: { vi: 'Đang khai dở', en: 'Begun and not submitted' },
  dossiers: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  dossier: { vi: 'Hồ sơ', en: 'Dossier' },
  state: { vi: 'Tình trạng', en: 'Status' },
  you: { vi: 'Chờ bạn', en: 'Waiting for you' },
  answer: (when: string) => ({ vi: `Trả lời tiếp nhận trước ${when}`, en: `Answer by ${when}` }),
  promised: (when: string) => ({ vi: `Hẹn trả ${when}`, en: `Promised for ${when}` }),
  filed: { vi: 'Hồ sơ tôi nộp thay con, người được giám hộ', en: 'What I filed for my child or ward' },
  none: { vi: 'Bạn chưa nộp hồ sơ nào', en: 'You have no dossiers yet' },
  begin: { vi: 'Tìm dịch vụ bạn cần', en: 'Find the service you need' },
  elsewhere: { vi: 'Hồ sơ của tôi ở hệ thống của bộ, ngành', en: 'My dossiers in other systems' },
  elsewhereHint: {
    vi: 'Hệ thống đó giữ hồ sơ; ở đây chỉ theo dõi. Muốn bổ sung hay nhận kết quả, hãy vào hệ thống nơi bạn đã nộp.',
    en: 'That system keeps them; here they are only followed. To supplement or to receive a result, go where you filed.',
  },
  told: { vi: 'Cập nhật lúc', en: 'Told' },
  papers: { vi: 'Giấy tờ của tôi', en: 'My documents' },
  papersCount: (n: number) => ({ vi: `${n} giấy tờ trong kho`, en: `${n} documents` }),
  resume: { vi: 'Khai tiếp', en: 'Go on' },
  supplement: { vi: 'Bổ sung tiếp', en: 'Go on supplementing' },
  more: { vi: 'Việc khác của tôi', en: 'More of mine' },
  notices: { vi: 'Tin nhắn từ cơ quan', en: 'Notices from the offices' },
  data: { vi: 'Dữ liệu của tôi, ai đã xem', en: 'My data, and who looked at it' },
  account: { vi: 'Tài khoản, ủy quyền, phiên đăng nhập', en: 'Account, powers I gave, sessions' },
} as const;

const others = [
  [NOTICES, words.notices],
  ['/du-lieu-cua-toi', words.data],
  ['/tai-khoan', words.account],
] as const;

/** What this dossier waits for, until when: a date of return exists only after acceptance, and none once it is over. */
function timeOf(one: Mine, lang: Language): string {
  if (waitsForPerson.has(one.state)) return words.you[lang];
  if (one.state === 'submitted') return words.answer(formatTime(one.intake_due_at, lang))[lang];
  return one.due_at && (one.state === 'accepted' || one.state === 'processing')
    ? words.promised(formatTime(one.due_at, lang))[lang]
    : '';
}

type LinesProps = { readonly caption: string; readonly rows: readonly Mine[]; readonly lang: Language };

/** Dossiers, each with what it waits for. */
const Lines = ({ caption, rows, lang }: LinesProps) => (
  <DataTable
    caption={caption}
    cards
    rows={rows}
    columns={[
      {
        key: 'dossier',
        title: words.dossier[lang],
        names: true,
        cell: (one) => (
          <a class="govuk-link" href={dossierPath(one.code)}>
            <span class="tt-code">{one.code}</span> {one.title}
          </a>
        ),
      },
      {
        key: 'state',
        title: words.state[lang],
        cell: (one) => (
          <>
            {stateName[one.state][lang]} <span class="tt-quiet">{timeOf(one, lang)}</span>
          </>
        ),
      },
    ]}
    empty={
      <EmptyState title={words.none[lang]} level={3}>
        <a class="govuk-link" href="/thu-tuc">
          {words.begin[lang]}
        </a>
      </EmptyState>
    }
  />
);

export const minePage = page({
  path: '/cua-toi',
  who: 'citizen',
  example: '/cua-toi',
  gather: async ({ look, by, query, lang }) => {
    const drafts = await listDrafts(look);
    const dossiers = await listMine(look, query['after']);
    const filed = query['after'] ? [] : await listFiledFor(look);
    // A dossier keeps the Vietnamese name of its procedure.
    const named = lang === 'vi' ? drafts : [...drafts, ...dossiers.rows, ...filed];
    const titles = await titlesOf(
      look,
      named.map(({ procedure }) => procedure),
    );
    const inLanguage = (one: Mine): Mine => ({
      ...one,
      title: titles.get(one.procedure)?.[lang] ?? one.title,
    });
    return {
      // Under a mandate one sees what the mandate is about; what other systems keep is the person's own.
      elsewhere: by.person && !by.actingFor ? await listMirroredOf(look, by.person) : [],
      drafts: drafts.map((one) => ({ ...one, name: titles.get(one.procedure)?.[lang] ?? one.procedure })),
      dossiers: { ...dossiers, rows: lang === 'vi' ? dossiers.rows : dossiers.rows.map(inLanguage) },
      filed: lang === 'vi' ? filed : filed.map(inLanguage),
      items: await listItems(look),
    };
  },
  view: ({ drafts, dossiers, filed, elsewhere, items }, { lang, path, query }) => ({
    title: words.title,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        {drafts.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{words.drafts[lang]}</h2>
            <ul class="govuk-list">
              {drafts.map((draft) => (
                <li>
                  <a class="govuk-link" href={draftPath(draft.id)}>
                    {(draft.answers_to ? words.supplement : words.resume)[lang]}: {draft.name}
                  </a>{' '}
                  <span class="govuk-hint">{formatTime(draft.updated_at, lang)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2 class="govuk-heading-m">{words.dossiers[lang]}</h2>
        <Lines caption={words.dossiers[lang]} rows={dossiers.rows} lang={lang} />
        <KeysetPager
          lang={lang}
          before={query['after'] ? path : null}
          after={dossiers.next && withQuery(path, { after: dossiers.next })}
        />
        {filed.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{words.filed[lang]}</h2>
            <Lines caption={words.filed[lang]} rows={filed} lang={lang} />
          </>
        )}
        {elsewhere.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{words.elsewhere[lang]}</h2>
            <p class="govuk-body">{words.elsewhereHint[lang]}</p>
            <DataTable
              caption={words.elsewhere[lang]}
              cards
              lang={lang}
              rows={elsewhere}
              columns={[
                {
                  key: 'dossier',
                  title: words.dossier[lang],
                  names: true,
                  cell: ({ code, title }) => (
                    <>
                      <span class="tt-code">{code}</span> {title}
                    </>
                  ),
                },
                {
                  key: 'state',
                  title: words.state[lang],
                  cell: ({ status, due_at: due }) => (
                    <>
                      {statusName(status)[lang]}{' '}
                      <span class="tt-quiet">{due && words.promised(formatTime(due, lang))[lang]}</span>
                    </>
                  ),
                },
                { key: 'told', title: words.told[lang], cell: (one) => formatTime(one.told_at, lang) },
              ]}
            />
          </>
        )}
        <h2 class="govuk-heading-m">{words.papers[lang]}</h2>
        <p class="govuk-body">
          <a class="govuk-link" href="/kho">
            {words.papersCount(items.length)[lang]}
          </a>
        </p>
        <h2 class="govuk-heading-m">{words.more[lang]}</h2>
        <ul class="govuk-list govuk-list--spaced">
          {others.map(([href, name]) => (
            <li>
              <a class="govuk-link" href={href}>
                {name[lang]}
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  }),
});
