import { BackLink } from '../components/back-link.tsx';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { CookieBanner } from '../components/cookie-banner.tsx';
import { ExitThisPage } from '../components/exit-this-page.tsx';
import { Feedback } from '../components/feedback.tsx';
import { Footer } from '../components/footer.tsx';
import { GenericHeader } from '../components/generic-header.tsx';
import { Header } from '../components/header.tsx';
import { LanguageNavigation } from '../components/language-navigation.tsx';
import { PhaseBanner } from '../components/phase-banner.tsx';
import { ServiceNavigation } from '../components/service-navigation.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import { Emblem } from '../layout/emblem.tsx';
import { say, type Sample } from './sample.ts';

const t = {
  home: say('Trang chủ', 'Home'),
  services: say('Dịch vụ công', 'Public services'),
  birth: say('Đăng ký khai sinh', 'Birth registration'),
  province: say('Tỉnh Sông Lam', 'Song Lam Province'),
  isNew: say('Thử nghiệm', 'Beta'),
  tell: say(
    'Dịch vụ này mới. Hãy cho chúng tôi biết chỗ chưa tốt.',
    'This is a new service. Tell us what is not good.',
  ),
  help: say('Trang này có giúp được bạn không?', 'Did this page help you?'),
  write: say('Viết cho chúng tôi', 'Write to us'),
  cookies: say(
    'Chúng tôi chỉ dùng cookie cần thiết để bạn đăng nhập.',
    'We only use the cookie that keeps you signed in.',
  ),
  hide: say('Ẩn thông báo này', 'Hide this message'),
  contact: say('Liên hệ', 'Contact'),
};

/** What stands around a page. */
export const frameSamples: readonly Sample[] = [
  {
    name: 'Breadcrumbs, BackLink, SkipLink',
    Show: ({ lang }) => (
      <>
        <Breadcrumbs
          label={t.birth[lang]}
          items={[
            { text: t.home[lang], href: '#' },
            { text: t.services[lang], href: '#' },
            { text: t.birth[lang] },
          ]}
        />
        <BackLink href="#" />
        <SkipLink />
      </>
    ),
  },
  { name: 'PhaseBanner', Show: ({ lang }) => <PhaseBanner tag={t.isNew[lang]}>{t.tell[lang]}</PhaseBanner> },
  {
    name: 'ServiceNavigation',
    Show: ({ lang }) => (
      <ServiceNavigation
        label={t.birth[lang]}
        navigationId="ui-service-navigation"
        serviceName={t.birth[lang]}
        serviceHref="#"
        items={[
          { text: t.home[lang], href: '#', current: true },
          { text: t.services[lang], href: '#' },
        ]}
      />
    ),
  },
  {
    name: 'LanguageNavigation',
    Show: () => (
      <LanguageNavigation
        label="Ngôn ngữ, Language"
        items={[
          { text: 'Tiếng Việt', lang: 'vi', current: true },
          { text: 'English', lang: 'en', href: '#' },
        ]}
      />
    ),
  },
  {
    name: 'CookieBanner',
    Show: ({ lang }) => (
      <CookieBanner messages={[{ text: t.cookies[lang], actions: [{ text: t.hide[lang], href: '#' }] }]} />
    ),
  },
  { name: 'ExitThisPage', Show: () => <ExitThisPage href="/" /> },
  {
    name: 'Feedback',
    Show: ({ lang }) => (
      <Feedback title={t.help[lang]} headingLevel={4}>
        <a class="govuk-link" href="#ui-feedback">
          {t.write[lang]}
        </a>
      </Feedback>
    ),
  },
  { name: 'GenericHeader', Show: ({ lang }) => <GenericHeader href="#">{t.province[lang]}</GenericHeader> },
  {
    name: 'Header',
    Show: ({ lang }) => (
      <Header href="#" productName={t.services[lang]}>
        <Emblem size={30} />
      </Header>
    ),
  },
  {
    name: 'Footer',
    Show: ({ lang }) => (
      <Footer
        meta={{ items: [{ href: '#', text: t.contact[lang] }] }}
        licence={{ text: t.province[lang] }}
        owner={{ href: '#', text: t.province[lang] }}
      />
    ),
  },
];
