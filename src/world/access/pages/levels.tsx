/** What the levels of assurance are, and how one gets them. */
import { SummaryList } from '../../../ground/ui/index.ts';
import { page } from '../../../ground/web/page.ts';
import { levels, LEVELS_PATH } from '../assurance.ts';
import { words } from '../words.ts';

const own = {
  title: { vi: 'Mức độ định danh điện tử', en: 'Levels of electronic identity' },
  lead: {
    vi: 'Mỗi dịch vụ ghi rõ cần mức độ nào. Tổ chức không có mức độ riêng: người đại diện đăng nhập bằng mức độ 2 của mình.',
    en: 'Every service says which level it asks for. Organisations have no level of their own: their representative signs in at level 2.',
  },
  what: { vi: 'Dùng cho', en: 'Good for' },
  how: { vi: 'Cách có', en: 'How to get it' },
} as const;

export const levelsPage = page({
  path: LEVELS_PATH,
  who: 'anyone',
  example: LEVELS_PATH,
  cache: 300,
  gather: async () => null,
  view: (_, { lang }) => ({
    title: own.title,
    crumbs: [{ text: words.signIn, href: '/dang-nhap' }],
    body: (
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{own.title[lang]}</h1>
          <p class="govuk-body">{own.lead[lang]}</p>
          {([1, 2] as const).map((level) => (
            <>
              <h2 class="govuk-heading-m">{levels[level].name[lang]}</h2>
              <SummaryList
                rows={[
                  { key: own.what[lang], value: levels[level].what[lang] },
                  { key: own.how[lang], value: levels[level].how[lang] },
                ]}
              />
            </>
          ))}
        </div>
      </div>
    ),
  }),
});
