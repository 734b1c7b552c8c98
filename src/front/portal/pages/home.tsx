/** The home page: one search field, the events of life, and the two things people come back for. */
import { Button } from '../../../ground/ui/index.ts';
import { page } from '../../../ground/web/page.ts';

const words = {
  title: { vi: 'Bạn cần làm gì hôm nay?', en: 'What do you need today?' },
  search: { vi: 'Tìm dịch vụ', en: 'Find a service' },
  hint: {
    vi: 'Gõ như bạn vẫn nói: khai sinh, sổ đỏ, mở quán…',
    en: 'In your own words: birth, land certificate, open a shop…',
  },
  find: { vi: 'Tìm', en: 'Search' },
  follow: { vi: 'Theo dõi hồ sơ', en: 'Follow a dossier' },
  followHint: {
    vi: 'Biết hồ sơ đang ở đâu, chờ ai, đến bao giờ.',
    en: 'See where it is, who must act, and until when.',
  },
  check: { vi: 'Xác minh giấy tờ', en: 'Check a document' },
  checkHint: {
    vi: 'Quét mã trên giấy hoặc tải tệp lên để biết giấy thật hay không, còn giá trị không.',
    en: 'Scan the code or upload the file to see whether it is genuine and still in force.',
  },
  mine: { vi: 'Giấy tờ của tôi', en: 'My documents' },
  mineHint: {
    vi: 'Mọi kết quả đã cấp nằm ở đây, dùng lại được.',
    en: 'Every result issued to you, ready to use again.',
  },
} as const;

export const homePage = page({
  path: '/',
  who: 'anyone',
  example: '/',
  cache: 1,
  gather: async () => null,
  view: (_, { lang }) => ({
    title: { vi: 'Tỉnh Sông Lam', en: 'Song Lam Province' },
    description: words.title,
    body: (
      <>
        <h1 class="govuk-heading-xl">{words.title[lang]}</h1>
        <form action="/thu-tuc" method="get" role="search">
          <div class="govuk-form-group">
            <label class="govuk-label govuk-label--m" for="q">
              {words.search[lang]}
            </label>
            <div class="govuk-hint" id="q-hint">
              {words.hint[lang]}
            </div>
            <input
              class="govuk-input govuk-!-width-two-thirds"
              id="q"
              name="q"
              type="search"
              aria-describedby="q-hint"
              autocomplete="off"
            />
          </div>
          <Button>{words.find[lang]}</Button>
        </form>
        <div class="govuk-grid-row">
          {(
            [
              ['/tra-cuu', words.follow, words.followHint],
              ['/xac-minh', words.check, words.checkHint],
              ['/cua-toi', words.mine, words.mineHint],
            ] as const
          ).map(([href, name, hint]) => (
            <div class="govuk-grid-column-one-third">
              <h2 class="govuk-heading-m">
                <a class="govuk-link" href={href}>
                  {name[lang]}
                </a>
              </h2>
              <p class="govuk-body">{hint[lang]}</p>
            </div>
          ))}
        </div>
      </>
    ),
  }),
});
