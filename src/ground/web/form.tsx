/** A form of a page: posts to where it stands, carries the hidden field, shows what was wrong. */
import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../ui/index.ts';
import type { Fault } from './page.ts';
import type { Visit } from './visit.ts';

type FormProps = {
  readonly visit: Visit;
  /** Where to post; by default the page itself. */
  readonly action?: string;
  readonly upload?: boolean;
  readonly class?: string;
  readonly children: ComponentChildren;
};

/** A form that posts. */
export const Form = ({ visit, action, upload, class: className, children }: FormProps) => (
  <form
    method="post"
    action={action}
    class={className}
    novalidate
    encType={upload ? 'multipart/form-data' : undefined}
  >
    <input type="hidden" name="csrf" value={visit.csrf} />
    {children}
  </form>
);

/** The summary of everything that was wrong, each a link to its field; nothing when all is well. */
export const Faults = ({ fault, visit }: { readonly fault: Fault | null; readonly visit: Visit }) =>
  fault === null ? null : (
    <ErrorSummary
      errors={fault.errors.map((one) => ({
        text: one.message[visit.lang],
        href: one.field ? `#${one.field}` : undefined,
      }))}
    />
  );

/** What was wrong with one field, for the component of that field. */
export const errorOf = (fault: Fault | null, field: string, visit: Visit): string | undefined =>
  fault?.errors.find((one) => one.field === field)?.message[visit.lang];

/** What was typed into a field, so that nobody types it twice. */
export function typedIn(fault: Fault | null, field: string): string | undefined {
  const value = fault?.typed[field];
  return typeof value === 'string' ? value : undefined;
}
