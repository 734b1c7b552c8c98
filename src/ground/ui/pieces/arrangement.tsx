/** How the parts of a page stand to each other. */
import type { Content } from '../content.ts';

/** The matter in two thirds, what is beside the matter in one; on a phone one after the other. */
export const TwoColumns = ({ aside, children }: { readonly aside: Content; readonly children?: Content }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">{children}</div>
    <div class="govuk-grid-column-one-third">
      <aside class="tt-aside">{aside}</aside>
    </div>
  </div>
);

/** The head of a front page: what this is, and the search. */
export const Hero = ({ children }: { readonly children?: Content }) => <div class="tt-hero">{children}</div>;

/** One place to go. */
export type GridLink = { readonly href: string; readonly text: Content; readonly hint?: Content };

/** Places to go in even columns, each with a remark. */
export const LinkGrid = ({ items }: { readonly items: readonly GridLink[] }) => (
  <ul class="govuk-list tt-grid">
    {items.map((item) => (
      <li>
        <a class="govuk-link" href={item.href}>
          {item.text}
        </a>
        {item.hint && <div class="tt-quiet">{item.hint}</div>}
      </li>
    ))}
  </ul>
);

/** A place to go of a row; `shortcut` is the key that goes there where the page listens to keys. */
export type RowLink = Omit<GridLink, 'hint'> & { readonly shortcut?: string };

/** A few places to go in one line of small type. */
export const LinkRow = ({ items }: { readonly items: readonly RowLink[] }) => (
  <p class="govuk-body tt-row">
    {items.map((item) => (
      <a class="govuk-link" href={item.href} data-key={item.shortcut}>
        {item.text}
      </a>
    ))}
  </p>
);
