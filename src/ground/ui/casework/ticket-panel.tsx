import { classes, type Part, type Styling } from '../content.ts';

/** One part, with the colour of its edge. */
export type Ticket = Part & {
  readonly colour?: 'grey' | 'blue' | 'red' | 'yellow' | 'green' | 'purple' | 'orange' | undefined;
};

export type TicketPanelProps = Styling & {
  readonly inline?: boolean | undefined;
  readonly items: readonly Ticket[];
};

/** Remarks on a case, set apart. */
export const TicketPanel = (props: TicketPanelProps) => (
  <article
    class={classes('moj-ticket-panel', props.inline && 'moj-ticket-panel--inline', props.class)}
    {...props.attributes}
  >
    {props.items.map((item) => (
      <section
        class={classes(
          'moj-ticket-panel__content',
          item.colour && `moj-ticket-panel__content--${item.colour}`,
          item.class,
        )}
        {...item.attributes}
      >
        {item.text}
      </section>
    ))}
  </article>
);
