/** Words and address of the page of all services. */
import { formatCount } from '../../../../ground/text/money.ts';
import type { Text } from '../../../../ground/text/language.ts';

/** Where the page lies. */
export const PATH = '/thu-tuc';

export const words = {
  title: { vi: 'Dịch vụ công', en: 'Public services' },
  label: { vi: 'Bạn cần làm gì?', en: 'What do you need?' },
  hint: {
    vi: 'Gõ như bạn vẫn nói, có dấu hay không dấu đều được: khai sinh, sổ đỏ, mở quán…',
    en: 'In your own words, with or without diacritics: khai sinh, so do, mo quan…',
  },
  found: (count: number): Text => ({
    vi: `${formatCount(count)} dịch vụ`,
    en: `${formatCount(count, 'en')} services`,
  }),
  asMended: { vi: 'Đã tìm theo', en: 'Searched for' },
  nothing: { vi: 'Không tìm thấy dịch vụ nào', en: 'No service was found' },
  nothingHint: {
    vi: 'Thử dùng từ khác hoặc ít từ hơn, hoặc chọn theo sự kiện, chủ đề.',
    en: 'Try other or fewer words, or choose by event or topic.',
  },
  events: { vi: 'Theo sự kiện trong đời', en: 'By event of life' },
  topics: { vi: 'Theo chủ đề', en: 'By topic' },
  who: { vi: 'Theo người dùng', en: 'By user' },
  level: { vi: 'Theo cấp thực hiện', en: 'By level' },
  publishers: { vi: 'Theo bộ công bố', en: 'By ministry' },
  domains: { vi: 'Theo lĩnh vực', en: 'By domain' },
  all: { vi: 'Tất cả, theo tên', en: 'All, by name' },
  clear: { vi: 'Bỏ lọc', en: 'Clear' },
  here: { vi: 'Nộp trên mạng tại đây', en: 'File online here' },
} as const;

/** Query parameters of the page, and the filter that each is. */
export const parameters = {
  'doi-tuong': 'audience',
  cap: 'level',
  'chu-de': 'topic',
  'su-kien': 'lifeEvent',
  'linh-vuc': 'domain',
  bo: 'publisher',
  'co-quan': 'agency',
} as const;
