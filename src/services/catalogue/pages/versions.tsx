/** `/thu-tuc/:code/phien-ban`: the published versions, and what two of them say differently. */
import type { VNode } from 'preact';
import { EmptyState, WideTable } from '../../../ground/ui/index.ts';
import { NotFound } from '../../../ground/operate/errors.ts';
import { formatDay, vietnamDay } from '../../../ground/text/dates.ts';
import type { Language, Text } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import { getVersion, listVersions, type VersionLine } from '../queries.ts';
import { compareVersions, type Difference } from '../rules/compare.ts';
import { isEditor } from '../rules/states.ts';
import { words as service } from './service/words.ts';

const words = {
  title: { vi: 'Các phiên bản', en: 'Versions' },
  version: { vi: 'Phiên bản', en: 'Version' },
  from: { vi: 'Hiệu lực', en: 'In force' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  state: { vi: 'Tình trạng', en: 'State' },
  compare: { vi: 'So với bản trước', en: 'Against the one before' },
  differs: (before: number, after: number): Text => ({
    vi: `Phiên bản ${after} khác phiên bản ${before}`,
    en: `How version ${after} differs from ${before}`,
  }),
  same: { vi: 'Hai bản giống nhau ở mọi mục so sánh', en: 'Both say the same in everything compared' },
  was: { vi: 'Trước', en: 'Before' },
  is: { vi: 'Sau', en: 'After' },
  what: { vi: 'Mục', en: 'What' },
  national: { vi: 'lớp quốc gia', en: 'national layer' },
  local: { vi: 'lớp của tỉnh', en: 'local layer' },
} as const;

export const stateWords: Readonly<Record<VersionLine['state'], Text>> = {
  draft: { vi: 'Đang soạn', en: 'Draft' },
  reviewed: { vi: 'Đã rà soát, chờ công bố', en: 'Reviewed, to be published' },
  published: { vi: 'Đang hiệu lực', en: 'In force' },
  replaced: { vi: 'Đã thay thế', en: 'Replaced' },
};

/** A published version whose day has not come yet. */
const coming: Text = { vi: 'Sắp có hiệu lực', en: 'To come into force' };

const lines = (all: readonly string[]): VNode => (
  <ul class="govuk-list govuk-!-margin-bottom-0" lang="vi">
    {all.map((one) => (
      <li>{one.slice(0, 1500)}</li>
    ))}
  </ul>
);

/** The differences of two versions as a table. */
export const Differences = ({
  all,
  lang,
}: {
  readonly all: readonly Difference[];
  readonly lang: Language;
}): VNode =>
  all.length === 0 ? (
    <EmptyState title={words.same[lang]} level={3} />
  ) : (
    <WideTable
      title={words.compare[lang]}
      head={[words.what, words.was, words.is].map((one) => ({ text: one[lang] }))}
      firstCellIsHeader
      rows={all.map(({ layer, label, before, after }) => [
        { text: `${label[lang]} (${words[layer][lang]})` },
        { text: lines(before) },
        { text: lines(after) },
      ])}
    />
  );

const period = ({ validFrom, validTo }: VersionLine, lang: Language): string =>
  [formatDay(validFrom, lang), validTo && formatDay(validTo, lang)].filter(Boolean).join(' – ');

/** The page of the versions; `?so=3` compares version 3 with the one before it. */
export const versionsPage = page({
  path: '/thu-tuc/:code/phien-ban',
  who: 'anyone',
  example: '/thu-tuc/1.001193/phien-ban',
  gather: async ({ look, params, query, by }) => {
    const code = params['code'] ?? '';
    const versions = await listVersions(look, code, isEditor(by));
    if (versions.length === 0)
      throw new NotFound({ vi: 'Không có thủ tục này.', en: 'There is no such procedure.' });
    const at = versions.findIndex(({ version }) => String(version) === query['so']);
    const [after, before] = [versions[at], versions[at + 1]];
    if (at < 0 || !after || !before) return { code, versions, compared: null };
    const [newer, older] = await Promise.all([
      getVersion(look, code, after.version),
      getVersion(look, code, before.version),
    ]);
    return { code, versions, compared: { newer, older, all: compareVersions(older, newer) } };
  },
  view: ({ code, versions, compared }, { lang, look }) => ({
    title: words.title,
    crumbs: [
      { text: service.services, href: '/thu-tuc' },
      { text: { vi: code, en: code }, href: `/thu-tuc/${code}` },
    ],
    part: '/thu-tuc',
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        <WideTable
          title={words.title[lang]}
          head={[words.version, words.from, words.decision, words.state, words.compare].map((one) => ({
            text: one[lang],
          }))}
          rows={versions.map((one, i) => [
            { text: String(one.version) },
            { text: period(one, lang) },
            { text: <span lang="vi">{one.cause || one.decision.number}</span> },
            {
              text:
                one.state === 'published' && one.validFrom > vietnamDay(look.now)
                  ? coming[lang]
                  : stateWords[one.state][lang],
            },
            {
              text:
                i + 1 < versions.length ? (
                  <a class="govuk-link" href={`/thu-tuc/${code}/phien-ban?so=${one.version}`}>
                    {words.compare[lang]}
                    <span class="govuk-visually-hidden"> {one.version}</span>
                  </a>
                ) : (
                  '–'
                ),
            },
          ])}
        />
        {compared && (
          <section>
            <h2 class="govuk-heading-m">
              {words.differs(compared.older.version, compared.newer.version)[lang]}
            </h2>
            <Differences all={compared.all} lang={lang} />
          </section>
        )}
      </>
    ),
  }),
});
