import { Table, type TableProps } from '../components/table.tsx';

/** Its title is the caption, which only those hear who do not see the heading above it. */
export type WideTableProps = Omit<TableProps, 'caption' | 'captionSize' | 'captionClass'> & {
  readonly title: string;
};

/** A table of several columns: on a narrow screen it is moved sideways by itself, also with the keyboard. */
export function WideTable({ title, ...table }: WideTableProps) {
  return (
    <div class="tt-scroll" tabIndex={0} role="group" aria-label={title}>
      <Table caption={title} captionClass="govuk-visually-hidden" {...table} />
    </div>
  );
}
