/** `/viec/phim-tat`: the keys of the inbox, in words. */
import { Table } from '../../../ground/ui/index.ts';
import type { Text } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import { words } from '../words.ts';
import { deskCrumb, KEYS } from './paths.ts';

const keys: readonly (readonly [string, Text])[] = [
  ['J', { vi: 'Xuống việc kế tiếp', en: 'Down to the next item' }],
  ['K', { vi: 'Lên việc phía trên', en: 'Up to the item above' }],
  ['X', { vi: 'Chọn hoặc bỏ chọn việc đang đứng', en: 'Select the item, or not' }],
  ['Enter', { vi: 'Mở việc đang đứng', en: 'Open the item' }],
  [
    'G',
    {
      vi: 'Đi thẳng vào bước cần làm, cả trên trang hồ sơ',
      en: 'Go straight to what is to be done, on the page of a dossier, too',
    },
  ],
  ['B', { vi: 'Trên trang hồ sơ: về bàn làm việc', en: 'On the page of a dossier: back to the desk' }],
  ['/', { vi: 'Đến ô tìm kiếm', en: 'Go to the search field' }],
];

export const keysPage = page({
  path: KEYS,
  who: 'officer',
  example: KEYS,
  gather: async () => null,
  view: (_, { lang }) => ({
    title: words.keysTitle,
    crumbs: [deskCrumb],
    body: (
      <>
        <h1 class="govuk-heading-l">{words.keysTitle[lang]}</h1>
        <p class="govuk-body">{words.keysHint[lang]}</p>
        <Table
          caption={words.keysTitle[lang]}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          rows={keys.map(([key, does]) => [key, does[lang]])}
        />
      </>
    ),
  }),
});
