import type { Text } from '../../text/language.ts';
import { classes, partOf, type Content, type Part, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { Button } from '../components/button.tsx';
import { Input, type InputProps } from '../components/input.tsx';

export type SearchProps = Styling &
  Speaking & {
    readonly action: string;
    readonly label: Content | Part;
    readonly hint?: Content;
    readonly name?: string | undefined;
    readonly id?: string | undefined;
    readonly value?: string | undefined;
    readonly button?: Content;
    readonly error?: InputProps['error'];
    /** Other answers of the page that a new search keeps. */
    readonly keep?: Readonly<Record<string, string>> | undefined;
  };

const words: Text = { vi: 'Tìm', en: 'Search' };

/** A search, with and without diacritics. */
export function Search(props: SearchProps) {
  const lang = useLanguage(props.lang);
  const name = props.name ?? 'q';
  const label = partOf<Part>(props.label);
  const button = <Button class="moj-search__button">{props.button ?? words[lang]}</Button>;
  return (
    <search class={classes('moj-search', props.class)} {...props.attributes}>
      <form action={props.action} method="get">
        {Object.entries(props.keep ?? {}).map(([key, value]) => (
          <input type="hidden" name={key} value={value} />
        ))}
        <Input
          lang={lang}
          label={{ ...label, class: classes('moj-search__label', label.class) }}
          hint={props.hint && { text: props.hint, class: 'moj-search__hint' }}
          error={props.error}
          id={props.id ?? name}
          name={name}
          type="search"
          value={props.value}
          class="moj-search__input"
          wrapper={{ class: 'moj-search__input-wrapper' }}
          group={{ after: button }}
        />
      </form>
    </search>
  );
}
