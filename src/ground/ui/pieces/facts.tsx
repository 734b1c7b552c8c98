import { classes, isEmpty, type Content, type Maybe, type Styling } from '../content.ts';

/** One fact: what it is about, the fact itself in large figures, and a remark. */
export type Fact = {
  readonly label: Content;
  readonly value: Content;
  readonly note?: Content;
  /** Late is red, soon is amber: only where the fact is a matter of time. */
  readonly tone?: 'late' | 'soon' | undefined;
  readonly href?: string | undefined;
};

/** The few facts that a person needs before starting, or an officer on opening the desk, in one row. */
export const Facts = (props: Styling & { readonly items: readonly Maybe<Fact>[] }) => (
  <dl class={classes('tt-facts', props.class)} {...props.attributes}>
    {props.items.map(
      (fact) =>
        fact && (
          <div class="tt-facts__item">
            <dt>{fact.label}</dt>
            <dd class={classes('tt-facts__value', fact.tone && `tt-${fact.tone}`)}>
              {fact.href ? (
                <a class="govuk-link govuk-link--no-underline" href={fact.href}>
                  {fact.value}
                </a>
              ) : (
                fact.value
              )}
            </dd>
            {!isEmpty(fact.note) && <dd class="tt-facts__note">{fact.note}</dd>}
          </div>
        ),
    )}
  </dl>
);
