import { classes, partOf, type Content, type Part, type Styling } from '../content.ts';
import { Tag } from './tag.tsx';

export type PhaseBannerProps = Styling & { readonly tag: Content | Part; readonly children?: Content };

/** Tells that a service is new and where to say what is wrong with it. */
export function PhaseBanner(props: PhaseBannerProps) {
  const { text, ...look } = partOf<Part>(props.tag);
  return (
    <div class={classes('govuk-phase-banner govuk-width-container', props.class)} {...props.attributes}>
      <p class="govuk-phase-banner__content">
        <Tag {...look} class={classes('govuk-phase-banner__content__tag', look.class)}>
          {text}
        </Tag>{' '}
        <span class="govuk-phase-banner__text">{props.children}</span>
      </p>
    </div>
  );
}
