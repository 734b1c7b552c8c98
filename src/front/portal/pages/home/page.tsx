/** `/`: one search field, the events of life, what others ask for, and the things people come back for. */
import { Button, Hero, Input, Search } from '../../../../ground/ui/index.ts';
import type { By } from '../../../../ground/db/act.ts';
import type { Language, Text } from '../../../../ground/text/language.ts';
import { page } from '../../../../ground/web/page.ts';
import { lifeEvents } from '../../../../services/catalogue/index.ts';
import { site } from '../../site.ts';
import { gatherHome, type Home, type Offered } from './gather.ts';
import { words } from './words.ts';

type Part = Home & { readonly lang: Language };

/** The events of life for which there are services. */
const Events = ({ shares, lang }: Part) => (
  <section aria-labelledby="su-kien">
    <h2 class="govuk-heading-l" id="su-kien">
      {words.events[lang]}
    </h2>
    <ul class="tt-tiles">
      {lifeEvents.flatMap(({ code, name }) => {
        const count = shares.lifeEvents.find(({ value }) => value === code)?.count;
        return count ? (
          <li>
            <a class="govuk-link" href={`/thu-tuc?su-kien=${code}`}>
              {name[lang]}
            </a>
            <span class="tt-quiet">{words.services(count)[lang]}</span>
          </li>
        ) : (
          []
        );
      })}
    </ul>
    <p class="govuk-body">
      <a class="govuk-link" href="/thu-tuc">
        {words.all[lang]} ({words.services(shares.total)[lang]})
      </a>
    </p>
  </section>
);

/** What others ask for most. */
const MostUsed = ({ used, lang }: Part) => (
  <section aria-labelledby="hay-lam">
    <h2 class="govuk-heading-m" id="hay-lam">
      {words.used[lang]}
    </h2>
    <ul class="govuk-list govuk-list--spaced">
      {used.map((one) => (
        <li>
          <Service {...one} />
          <span class="tt-quiet"> · {words.usedTimes(one.times)[lang]}</span>
        </li>
      ))}
    </ul>
  </section>
);

/** What is ready to be asked for. */
const Ready = ({ ready, lang }: Part) => (
  <section aria-labelledby="nop-duoc">
    <h2 class="govuk-heading-m" id="nop-duoc">
      {words.ready[lang]}
    </h2>
    <ul class="govuk-list govuk-list--spaced">
      {ready.map((one) => (
        <li>
          <Service {...one} />
        </li>
      ))}
    </ul>
  </section>
);

const Service = ({ code, name }: Offered) => (
  <a class="govuk-link" href={`/thu-tuc/${code}`} lang="vi">
    {name}
  </a>
);

/** How far a dossier is, by its code alone. */
const Follow = ({ lang }: { readonly lang: Language }) => (
  <section class="tt-card" aria-labelledby="theo-doi">
    <h2 class="govuk-heading-m" id="theo-doi">
      {words.follow[lang]}
    </h2>
    <form action="/tra-cuu" method="get">
      <Input
        id="ma"
        name="ma"
        label={words.code[lang]}
        hint={words.codeHint[lang]}
        autocapitalize="characters"
        spellcheck={false}
      />
      <Button kind="secondary">{words.find[lang]}</Button>
    </form>
  </section>
);

type Door = readonly [href: string, name: Text, hint: Text];

const check: Door = ['/xac-minh', words.check, words.checkHint];

/** Where visitors go from here; officers have a desk instead of a page and papers of their own. */
const doorsOf = ({ kind }: By): readonly Door[] =>
  kind === 'officer'
    ? [['/viec', words.desk, words.deskHint], check]
    : [['/cua-toi', words.mine, words.mineHint], ['/kho', words.vault, words.vaultHint], check];

export const homePage = page({
  path: '/',
  who: 'anyone',
  example: '/',
  cache: 1,
  gather: ({ look }) => gatherHome(look),
  view: (home, { by, lang }) => ({
    title: site.name,
    description: words.title,
    body: (
      <>
        <Hero>
          <h1 class="govuk-heading-xl">{words.title[lang]}</h1>
          <Search action="/thu-tuc" label={words.search[lang]} hint={words.hint[lang]} />
        </Hero>
        <Events {...home} lang={lang} />
        <div class="govuk-grid-row govuk-!-margin-top-6">
          <div class="govuk-grid-column-two-thirds">
            {home.used.length > 0 && <MostUsed {...home} lang={lang} />}
            {home.ready.length > 0 && <Ready {...home} lang={lang} />}
          </div>
          <div class="govuk-grid-column-one-third">
            <Follow lang={lang} />
          </div>
        </div>
        <div class="govuk-grid-row govuk-!-margin-top-6">
          {doorsOf(by).map(([href, name, hint]) => (
            <div class="govuk-grid-column-one-third">
              <h2 class="govuk-heading-m">
                <a class="govuk-link" href={href}>
                  {name[lang]}
                </a>
              </h2>
              <p class="govuk-body">{hint[lang]}</p>
            </div>
          ))}
        </div>
      </>
    ),
  }),
});
