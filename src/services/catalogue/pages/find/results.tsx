/** What a search or a class came to, page by page. */
import { EmptyState, InsetText, KeysetPager, Tag, withQuery } from '../../../../ground/ui/index.ts';
import type { Language } from '../../../../ground/text/language.ts';
import type { Visit } from '../../../../ground/web/visit.ts';
import type { ListLine } from '../../lists.ts';
import type { Audience, Level } from '../../schema.ts';
import { lifeEvents, topics } from '../../topics.ts';
import { audienceWords, levelWords } from '../../words.ts';
import { parameters, PATH, words } from './words.ts';

/** Results of one page; `count` of a search, `next` where the following page begins. */
export type Results = {
  readonly items: readonly ListLine[];
  readonly count: number | null;
  readonly mended: string | null;
  readonly next: string | null;
};

const Line = ({ one, lang }: { readonly one: ListLine; readonly lang: Language }) => (
  <li class="govuk-!-margin-bottom-4">
    <a
      class="govuk-link govuk-!-font-weight-bold"
      href={`${PATH}/${one.code}`}
      lang={lang === 'en' && one.nameEn ? undefined : 'vi'}
    >
      {lang === 'en' && one.nameEn ? one.nameEn : one.name}
    </a>{' '}
    {one.workedOut && <Tag colour="green">{words.here[lang]}</Tag>}
    <div class="govuk-hint govuk-!-margin-bottom-0">
      {one.code} · <span lang="vi">{one.domain}</span> ·{' '}
      {one.levels.map((level) => levelWords[level][lang]).join(', ')}
    </div>
  </li>
);

/** What the list is narrowed to, in words, each with a way out. */
function chosen(visit: Visit, here: string): readonly { readonly text: string; readonly without: string }[] {
  const { lang, query } = visit;
  return Object.keys(parameters).flatMap((name) => {
    const value = query[name];
    if (!value) return [];
    const word =
      [...topics, ...lifeEvents].find(({ code }) => code === value)?.name[lang] ??
      audienceWords[value as Audience]?.[lang] ??
      levelWords[value as Level]?.[lang] ??
      value;
    return [{ text: word, without: withQuery(here, { [name]: null, tu: null }) }];
  });
}

/** The list of results, with what it is narrowed to. */
export const ResultList = ({
  results,
  visit,
  here,
}: {
  readonly results: Results;
  readonly visit: Visit;
  readonly here: string;
}) => {
  const { lang } = visit;
  const filters = chosen(visit, here);
  return (
    <>
      {filters.length > 0 && (
        <p class="govuk-body">
          {filters.map(({ text, without }) => (
            <span class="govuk-!-margin-right-4">
              <strong>{text}</strong>{' '}
              <a class="govuk-link" href={without}>
                {words.clear[lang]}
                <span class="govuk-visually-hidden"> {text}</span>
              </a>
            </span>
          ))}
        </p>
      )}
      {results.mended && (
        <InsetText>
          {words.asMended[lang]} «<span lang="vi">{results.mended}</span>»
        </InsetText>
      )}
      {results.items.length === 0 ? (
        <EmptyState title={words.nothing[lang]}>{words.nothingHint[lang]}</EmptyState>
      ) : (
        <>
          {results.count !== null && <p class="govuk-body">{words.found(results.count)[lang]}</p>}
          <ul class="govuk-list">
            {results.items.map((one) => (
              <Line one={one} lang={lang} />
            ))}
          </ul>
        </>
      )}
      <KeysetPager
        by="order"
        before={visit.query['tu'] ? withQuery(here, { tu: null }) : null}
        after={results.next && withQuery(here, { tu: results.next })}
      />
    </>
  );
};
