import type { Text } from '../../text/language.ts';
import { Emblem } from './emblem.tsx';
import { currentItem, doorsOf, withQuery, type Frame } from './frame.ts';

const words: Readonly<Record<'other' | 'signIn' | 'signOut' | 'main' | 'site', Text>> = {
  other: { vi: 'English', en: 'Tiếng Việt' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signOut: { vi: 'Thoát', en: 'Sign out' },
  main: { vi: 'Mục chính', en: 'Main' },
  site: { vi: 'Ngôn ngữ và tài khoản', en: 'Language and account' },
};

function LanguageSwitch({ frame }: { readonly frame: Frame }) {
  const other = frame.lang === 'vi' ? 'en' : 'vi';
  return (
    <a
      class="tt-header__link"
      href={withQuery(frame.path, { lang: other })}
      lang={other}
      hreflang={other}
      rel="alternate"
    >
      {words.other[frame.lang]}
    </a>
  );
}

function Account({ frame }: { readonly frame: Frame }) {
  const doors = doorsOf(frame);
  if (frame.visitor === null) {
    return (
      <a class="tt-header__link" href={withQuery(doors.signIn, { next: frame.path })}>
        {words.signIn[frame.lang]}
      </a>
    );
  }
  return (
    <>
      <a class="tt-header__link" href={doors.visitor}>
        {frame.visitor}
      </a>
      <form class="tt-header__form" method="post" action={doors.signOut}>
        <input type="hidden" name="csrf" value={frame.csrf} />
        <button class="tt-header__link" type="submit">
          {words.signOut[frame.lang]}
        </button>
      </form>
    </>
  );
}

/** Stripe, emblem, organisation, language, account and main navigation: the same on every page. */
export function Header({ frame }: { readonly frame: Frame }) {
  const { lang, organisation, subtitle, navigation } = frame;
  const current = currentItem(navigation, frame.path);
  return (
    <header>
      <div class="tt-flag" />
      <div class="tt-header">
        <div class="govuk-width-container tt-header__in">
          <a class="tt-header__home" href={doorsOf(frame).home}>
            <Emblem />
            <span>
              <span class="tt-org">{organisation[lang]}</span>{' '}
              {subtitle && <span class="tt-sub">{subtitle[lang]}</span>}
            </span>
          </a>
          <nav class="tt-header__right" aria-label={words.site[lang]}>
            <LanguageSwitch frame={frame} />
            <Account frame={frame} />
          </nav>
        </div>
      </div>
      {navigation.length > 0 && (
        <nav class="tt-nav" aria-label={words.main[lang]}>
          <ul class="govuk-width-container tt-nav__list">
            {navigation.map((item) => (
              <li>
                <a href={item.href} aria-current={item === current ? 'page' : undefined}>
                  {item.text[lang]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
