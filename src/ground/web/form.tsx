/** A form of a page: posts to where it stands, carries the hidden field, shows what was wrong. */
import type { ComponentChildren } from 'preact';
import { Button, ErrorSummary } from '../ui/index.ts';
import type { Fault } from './page.ts';
import type { Visit } from './visit.ts';

type FormProps = {
  readonly visit: Visit;
  /** Where to post; by default the page itself. */
  readonly action?: string;
  readonly upload?: boolean;
  readonly class?: string;
  /** Officers work with the keyboard: the cursor begins in the first field. Not where faults are told, which are read first. */
  readonly focusFirst?: boolean;
  readonly children: ComponentChildren;
};

/** A form that posts. */
export const Form = ({ visit, action, upload, class: className, focusFirst, children }: FormProps) => (
  <form
    method="post"
    action={action}
    class={className}
    novalidate
    encType={upload ? 'multipart/form-data' : undefined}
    data-focus-first={focusFirst ? true : undefined}
  >
    <input type="hidden" name="csrf" value={visit.csrf} />
    {children}
  </form>
);

type RowButtonProps = {
  readonly visit: Visit;
  /** What is posted. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** Which row it is, for those who hear the buttons one after the other. */
  readonly of: string;
  readonly text: string;
  /** A field that must be filled in beside the button. */
  readonly children?: ComponentChildren;
};

/** A button in a row of a list: a form of its own that posts which row it stands in. */
export const RowButton = ({ visit, fields, of, text, children }: RowButtonProps) => (
  <Form visit={visit}>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    {children}
    <Button kind="secondary" class="govuk-!-margin-bottom-0">
      {text}
      <span class="govuk-visually-hidden"> {of}</span>
    </Button>
  </Form>
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

/** What a field shows: its name, what was typed, and what was wrong with it (`id` is where the summary of faults leads). */
export const entered = (name: string, fault: Fault | null, visit: Visit) => ({
  id: name,
  name,
  value: typedIn(fault, name),
  error: errorOf(fault, name, visit),
});
