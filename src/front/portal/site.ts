/** What this site is called and who answers for it. */
import type { FooterGroup } from '../../ground/ui/index.ts';

export const site = {
  name: { vi: 'Tỉnh Sông Lam', en: 'Song Lam Province' },
  subtitle: { vi: 'Cổng thông tin và dịch vụ công', en: 'Information and public services' },
  about: [
    {
      vi: 'Ủy ban nhân dân tỉnh Sông Lam (tỉnh mẫu, không có thật)',
      en: "People's Committee of Song Lam Province (a sample, not a real province)",
    },
    {
      vi: 'Số 1 đường Thí Dụ, phường Sông Mẫu, tỉnh Sông Lam',
      en: '1 Thi Du Street, Song Mau Ward, Song Lam Province',
    },
  ],
  footer: [
    {
      title: { vi: 'Người dân', en: 'For citizens' },
      links: [
        { href: '/thu-tuc', text: { vi: 'Dịch vụ công', en: 'Public services' } },
        { href: '/tra-cuu', text: { vi: 'Tra cứu hồ sơ', en: 'Find my dossier' } },
        { href: '/xac-minh', text: { vi: 'Xác minh giấy tờ', en: 'Check a document' } },
      ],
    },
  ] satisfies FooterGroup[],
} as const;
