/** The frame of every page: header, navigation and footer are identical everywhere (Circular 22/2023/TT-BTTTT). */
import {
  NotificationBanner,
  renderPage,
  type NavigationItem,
  type PageAssets,
} from '../../ground/ui/index.ts';
import type { By } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import type { View } from '../../ground/web/page.ts';
import type { Visit } from '../../ground/web/visit.ts';
import { site } from './site.ts';

const forCitizens: readonly NavigationItem[] = [
  { href: '/thu-tuc', text: { vi: 'Dịch vụ công', en: 'Public services' } },
  { href: '/tra-cuu', text: { vi: 'Tra cứu hồ sơ', en: 'Find my dossier' } },
  { href: '/xac-minh', text: { vi: 'Xác minh giấy tờ', en: 'Check a document' } },
];

const forOfficers: readonly NavigationItem[] = [
  { href: '/viec', text: { vi: 'Bàn làm việc', en: 'My desk' } },
  { href: '/mot-cua', text: { vi: 'Một cửa', en: 'One-stop counter' } },
  { href: '/thu-tuc', text: { vi: 'Thủ tục', en: 'Procedures' } },
];

const forPersons: readonly NavigationItem[] = [
  ...forCitizens,
  { href: '/cua-toi', text: { vi: 'Trang của tôi', en: 'My page' } },
];

const navigationOf = (by: By): readonly NavigationItem[] =>
  by.kind === 'officer' ? forOfficers : by.kind === 'citizen' ? forPersons : forCitizens;

/** Makes the function that frames views as whole documents. */
export const frameOf =
  (assets: PageAssets, scriptOf: (island: string) => string) =>
  (view: View, visit: Visit, message: Text | null): string =>
    renderPage({
      lang: visit.lang,
      title: view.title[visit.lang],
      crumbs: (view.crumbs ?? []).map(({ href, text }) => ({ href, text: text[visit.lang] })),
      organisation: site.name,
      subtitle: site.subtitle,
      about: site.about,
      navigation: navigationOf(visit.by),
      footer: site.footer,
      visitor: visit.by.kind === 'nobody' ? null : visit.by.name,
      path: visit.path + queryOf(visit),
      body: view.body,
      assets,
      scripts: view.scripts?.map(scriptOf),
      wide: view.wide,
      csrf: visit.csrf,
      doors: visit.by.kind === 'officer' ? { visitor: '/tai-khoan' } : undefined,
      description: view.description?.[visit.lang],
      notice: message && (
        <NotificationBanner>
          <p class="govuk-notification-banner__heading">{message[visit.lang]}</p>
        </NotificationBanner>
      ),
    });

const queryOf = ({ query }: Visit): string => {
  const text = new URLSearchParams(query).toString();
  return text ? `?${text}` : '';
};
