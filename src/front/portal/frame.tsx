/** The frame of every page: header, navigation and footer are identical everywhere (Circular 22/2023/TT-BTTTT). */
import {
  NotificationBanner,
  renderPage,
  type NavigationItem,
  type PageAssets,
} from '../../ground/ui/index.ts';
import { hasRole, type By } from '../../ground/db/act.ts';
import type { Text } from '../../ground/text/language.ts';
import { ADMINISTRATION } from '../../ground/web/administration.ts';
import type { View } from '../../ground/web/page.ts';
import type { Visit } from '../../ground/web/visit.ts';
import { SessionEnd } from './session-end.tsx';
import { site } from './site.ts';

/** The script that warns before a session ends. */
const IDLE = 'idle';

const forCitizens: readonly NavigationItem[] = [
  { href: '/thu-tuc', text: { vi: 'Dịch vụ công', en: 'Public services' } },
  { href: '/tra-cuu', text: { vi: 'Tra cứu hồ sơ', en: 'Find my dossier' } },
  { href: '/xac-minh', text: { vi: 'Xác minh giấy tờ', en: 'Check a document' } },
];

/** What officers find; `roles` are those whose work lies there, where it is not everybody's. */
const forOfficers: readonly (NavigationItem & { readonly roles?: readonly string[] })[] = [
  { href: '/viec', text: { vi: 'Bàn làm việc', en: 'My desk' } },
  { href: '/mot-cua', text: { vi: 'Một cửa', en: 'One-stop counter' }, roles: ['counter'] },
  { href: '/thu-tuc', text: { vi: 'Thủ tục', en: 'Procedures' } },
  { href: '/so-lieu', text: { vi: 'Số liệu', en: 'Figures' } },
  {
    href: ADMINISTRATION,
    text: { vi: 'Quản trị', en: 'Administration' },
    roles: ['it-admin', 'data-steward', 'editor'],
  },
];

const forPersons: readonly NavigationItem[] = [
  ...forCitizens,
  { href: '/cua-toi', text: { vi: 'Trang của tôi', en: 'My page' } },
];

const officerNavigation = (by: By): readonly NavigationItem[] =>
  forOfficers.filter(({ roles }) => !roles || hasRole(by, ...roles));

const navigationOf = (by: By): readonly NavigationItem[] =>
  by.kind === 'officer' ? officerNavigation(by) : by.kind === 'citizen' ? forPersons : forCitizens;

/** Makes the function that frames views as whole documents. */
export const frameOf =
  (assets: PageAssets, scriptOf: (island: string) => string, styleOf: (island: string) => string | null) =>
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
      visitor: visitorOf(visit),
      path: visit.path + queryOf(visit),
      body: (
        <>
          {view.body}
          <SessionEnd visit={visit} />
        </>
      ),
      assets,
      scripts: [...(view.scripts ?? []), ...(visit.session?.endsAt ? [IDLE] : [])].map(scriptOf),
      styles: (view.scripts ?? []).map(styleOf).filter((style) => style !== null),
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

const actingFor: Text = { vi: 'thay mặt', en: 'for' };

/** Who is signed in and, under a mandate, for whom they act: never forgotten on any page. */
const visitorOf = ({ by, lang }: Visit): string | null =>
  by.kind === 'nobody'
    ? null
    : by.actingFor
      ? `${by.name} (${actingFor[lang]} ${by.actingFor.name})`
      : by.name;

const queryOf = ({ query }: Visit): string => {
  const text = new URLSearchParams(query).toString();
  return text ? `?${text}` : '';
};
