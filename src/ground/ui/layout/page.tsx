/** The whole HTML document of a page. No inline script and no inline style: the content policy forbids both. */
import { renderToString } from 'preact-render-to-string';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { SkipLink } from '../components/skip-link.tsx';
import { classes } from '../content.ts';
import { Speak } from '../language.tsx';
import { Footer } from './footer.tsx';
import type { Frame } from './frame.ts';
import { Header } from './header.tsx';

/** Id of `<main>`, the target of the skip link. */
export const MAIN_ID = 'content';

function Head({ frame }: { readonly frame: Frame }) {
  const { lang, title, assets, organisation } = frame;
  const site = organisation[lang];
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === site ? site : `${title} – ${site}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#0b3d6e" />
      {frame.description && <meta name="description" content={frame.description} />}
      {frame.visitor !== null && <meta name="robots" content="noindex" />}
      {assets.preload.map((font) => (
        <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.css} />
      {frame.styles?.map((style) => (
        <link rel="stylesheet" href={style} />
      ))}
      <link rel="icon" href={assets.icon} type="image/svg+xml" />
      <script type="module" src={assets.js} />
      {frame.scripts?.map((script) => (
        <script type="module" src={script} />
      ))}
    </head>
  );
}

const Document = ({ frame }: { readonly frame: Frame }) => (
  <html lang={frame.lang} class="govuk-template">
    <Head frame={frame} />
    <body class={classes('govuk-template__body', frame.wide && 'tt-wide')}>
      <Speak lang={frame.lang}>
        <SkipLink href={`#${MAIN_ID}`} />
        <Header frame={frame} />
        <div class="govuk-width-container tt-page">
          {frame.notice}
          {frame.crumbs.length > 0 && <Breadcrumbs items={frame.crumbs} collapseOnMobile />}
          <main class="govuk-main-wrapper" id={MAIN_ID}>
            {frame.body}
          </main>
        </div>
        <Footer frame={frame} />
      </Speak>
    </body>
  </html>
);

/** Renders a page as a whole HTML document. */
export const renderPage = (frame: Frame): string =>
  `<!doctype html>${renderToString(<Document frame={frame} />)}`;
