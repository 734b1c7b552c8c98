import { isEmpty, type Content } from '../content.ts';

export type EmptyStateProps = {
  readonly title: Content;
  readonly level?: 2 | 3 | undefined;
  /** Why there is nothing, and what to do. */
  readonly children?: Content;
};

/** Nothing is here: said plainly, with what to do next. */
export function EmptyState({ title, level, children }: EmptyStateProps) {
  const Heading = `h${level ?? 2}` as 'h2';
  return (
    <div class="tt-empty">
      <Heading class="govuk-heading-m">{title}</Heading>
      {typeof children === 'string' ? <p class="govuk-body">{children}</p> : !isEmpty(children) && children}
    </div>
  );
}
