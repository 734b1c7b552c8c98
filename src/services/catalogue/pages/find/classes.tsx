/** The classes by which services are found: events of life, topics, users, levels, ministries, domains. */
import type { VNode } from 'preact';
import { withQuery } from '../../../../ground/ui/index.ts';
import { formatCount } from '../../../../ground/text/money.ts';
import type { Language } from '../../../../ground/text/language.ts';
import type { Share, Shares } from '../../lists.ts';
import { lifeEvents, topics } from '../../topics.ts';
import { audiences, audienceWords, levels, levelWords } from '../../words.ts';
import { PATH, words } from './words.ts';

type Choice = {
  readonly href: string;
  readonly text: string;
  readonly count?: number | undefined;
  readonly vietnamese?: boolean;
};

const Choices = ({
  id,
  title,
  choices,
  lang,
}: {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly lang: Language;
}) => (
  <section aria-labelledby={id} class="govuk-!-margin-bottom-6">
    <h2 class="govuk-heading-m" id={id}>
      {title}
    </h2>
    <ul class="govuk-list tt-grid">
      {choices.map(({ href, text, count, vietnamese }) => (
        <li>
          <a class="govuk-link" href={href} lang={vietnamese ? 'vi' : undefined}>
            {text}
          </a>
          {count !== undefined && (
            <span class="govuk-hint govuk-!-display-inline"> {formatCount(count, lang)}</span>
          )}
        </li>
      ))}
    </ul>
  </section>
);

/** Classes of many values show so many, the largest. */
const MOST_CHOICES = 24;

/** All classes with their counts. */
export function Classes({ shares, lang }: { readonly shares: Shares; readonly lang: Language }): VNode {
  const named = (classes: typeof topics, counts: readonly Share[], parameter: string): readonly Choice[] =>
    classes.flatMap(({ code, name }) => {
      const count = counts.find(({ value }) => value === code)?.count;
      return count ? [{ href: withQuery(PATH, { [parameter]: code }), text: name[lang], count }] : [];
    });
  const plain = (counts: readonly Share[], parameter: string): readonly Choice[] =>
    counts.slice(0, MOST_CHOICES).map(({ value, count }) => ({
      href: withQuery(PATH, { [parameter]: value }),
      text: value,
      count,
      vietnamese: true,
    }));
  return (
    <>
      <Choices
        id="su-kien"
        title={words.events[lang]}
        choices={named(lifeEvents, shares.lifeEvents, 'su-kien')}
        lang={lang}
      />
      <Choices
        id="chu-de"
        title={words.topics[lang]}
        choices={named(topics, shares.topics, 'chu-de')}
        lang={lang}
      />
      <Choices
        id="doi-tuong"
        title={words.who[lang]}
        choices={audiences.map((one) => ({
          href: withQuery(PATH, { 'doi-tuong': one }),
          text: audienceWords[one][lang],
        }))}
        lang={lang}
      />
      <Choices
        id="cap"
        title={words.level[lang]}
        choices={levels.map((one) => ({ href: withQuery(PATH, { cap: one }), text: levelWords[one][lang] }))}
        lang={lang}
      />
      <Choices id="bo" title={words.publishers[lang]} choices={plain(shares.publishers, 'bo')} lang={lang} />
      <Choices
        id="linh-vuc"
        title={words.domains[lang]}
        choices={plain(shares.domains, 'linh-vuc')}
        lang={lang}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={withQuery(PATH, { 'tat-ca': '1' })}>
          {words.all[lang]}: {words.found(shares.total)[lang]}
        </a>
      </p>
    </>
  );
}
