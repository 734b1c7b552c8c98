import type { Frame } from './frame.ts';

/** Who answers for this site, and links: the same on every page. */
export function Footer({ frame }: { readonly frame: Frame }) {
  const { lang, organisation, about, footer = [] } = frame;
  return (
    <footer class="tt-foot">
      <div class="govuk-width-container tt-foot__in">
        <div class="tt-foot__about">
          <p class="tt-foot__name">{organisation[lang]}</p>
          {about?.map((line) => (
            <p>{line[lang]}</p>
          ))}
        </div>
        {footer.map((group) => (
          <nav class="tt-foot__group" aria-label={group.title[lang]}>
            <h2 class="tt-foot__title">{group.title[lang]}</h2>
            <ul>
              {group.links.map((link) => (
                <li>
                  <a class="govuk-link" href={link.href}>
                    {link.text[lang]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  );
}
