import {
  classes,
  partOf,
  type Attributes,
  type Content,
  type Maybe,
  type Part,
  type Styling,
} from '../content.ts';

/** One cell. */
export type Cell = Part & {
  /** `numeric` aligns right with tabular figures. */
  readonly format?: 'numeric' | undefined;
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
};

export type TableProps = Styling & {
  readonly caption?: Content;
  readonly captionSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  readonly captionClass?: string | undefined;
  readonly head?: readonly (Content | Cell)[] | undefined;
  readonly rows: readonly Maybe<readonly (Content | Cell)[]>[];
  /** The first cell of each row names the row. */
  readonly firstCellIsHeader?: boolean | undefined;
};

/** The attributes of a cell; only those it has, for a table has many cells. */
function cellAttributes(cell: Cell, block: 'header' | 'cell', withFormat: boolean): Attributes {
  const format = withFormat && cell.format && `govuk-table__${block}--${cell.format}`;
  const attributes: Record<string, Attributes[string]> = {
    class: classes(`govuk-table__${block}`, format, cell.class),
    ...cell.attributes,
  };
  if (cell.colspan) attributes['colspan'] = cell.colspan;
  if (cell.rowspan) attributes['rowspan'] = cell.rowspan;
  return attributes;
}

const headCell = (cell: Cell) => (
  <th scope="col" {...cellAttributes(cell, 'header', true)}>
    {cell.text}
  </th>
);

const rowHeader = (cell: Cell) => (
  <th scope="row" {...cellAttributes(cell, 'header', false)}>
    {cell.text}
  </th>
);

const dataCell = (cell: Cell) => <td {...cellAttributes(cell, 'cell', true)}>{cell.text}</td>;

/** A small table of data; lists that sort, filter and page are `DataTable`. */
export function Table(props: TableProps) {
  const captionSize = props.captionSize && `govuk-table__caption--${props.captionSize}`;
  return (
    <table class={classes('govuk-table', props.class)} {...props.attributes}>
      {props.caption && (
        <caption class={classes('govuk-table__caption', captionSize, props.captionClass)}>
          {props.caption}
        </caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{props.head.map((cell) => headCell(partOf<Cell>(cell)))}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map(
          (row) =>
            row && (
              <tr class="govuk-table__row">
                {row.map((value, column) =>
                  (column === 0 && props.firstCellIsHeader ? rowHeader : dataCell)(partOf<Cell>(value)),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}
