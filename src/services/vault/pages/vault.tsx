/** `/kho`: my papers, newest first. */
import { DataTable, EmptyState, Tag } from '../../../ground/ui/index.ts';
import { formatDay } from '../../../ground/text/dates.ts';
import type { Text } from '../../../ground/text/language.ts';
import { page } from '../../../ground/web/page.ts';
import { listItems, type VaultItem } from '../items.ts';

const words = {
  title: { vi: 'Kho giấy tờ của tôi', en: 'My documents' },
  paper: { vi: 'Giấy tờ', en: 'Document' },
  number: { vi: 'Số', en: 'Number' },
  issuer: { vi: 'Nơi cấp', en: 'Issued by' },
  issued: { vi: 'Ngày cấp', en: 'Issued on' },
  state: { vi: 'Hiệu lực', en: 'Status' },
  empty: { vi: 'Chưa có giấy tờ nào', en: 'No documents yet' },
  emptyHint: {
    vi: 'Kết quả của các hồ sơ bạn nộp sẽ tự nằm ở đây.',
    en: 'Results of your dossiers will appear here by themselves.',
  },
} as const;

const states: Readonly<Record<VaultItem['state'], Text>> = {
  'in-force': { vi: 'Còn hiệu lực', en: 'In force' },
  superseded: { vi: 'Đã được thay thế', en: 'Replaced' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
};

export const vaultPage = page({
  path: '/kho',
  who: 'citizen',
  example: '/kho',
  gather: (visit) => listItems(visit.look),
  view: (items, { lang }) => ({
    title: words.title,
    body: (
      <>
        <h1 class="govuk-heading-l">{words.title[lang]}</h1>
        <DataTable
          caption={words.title[lang]}
          rows={items}
          columns={[
            {
              key: 'title',
              title: words.paper[lang],
              names: true,
              cell: (item) => (
                <a class="govuk-link" href={`/kho/${item.id}/tai`}>
                  {item.title}
                </a>
              ),
            },
            { key: 'number', title: words.number[lang], cell: (item) => item.symbol },
            { key: 'issuer', title: words.issuer[lang], cell: (item) => item.issuer },
            {
              key: 'issued',
              title: words.issued[lang],
              cell: (item) => item.issued_on && formatDay(item.issued_on, lang),
            },
            {
              key: 'state',
              title: words.state[lang],
              cell: (item) => (
                <Tag colour={item.state === 'in-force' ? 'green' : 'red'}>{states[item.state][lang]}</Tag>
              ),
            },
          ]}
          empty={<EmptyState title={words.empty[lang]}>{words.emptyHint[lang]}</EmptyState>}
        />
      </>
    ),
  }),
});
