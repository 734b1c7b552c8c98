import type { Text } from '../../text/language.ts';
import { classes, isEmpty, type Content, type Styling } from '../content.ts';
import { useLanguage, type Speaking } from '../language.tsx';
import { withQuery } from '../layout/frame.ts';

/** One column. */
export type Column<Row> = {
  readonly key: string;
  readonly title: Content;
  readonly cell: (row: Row) => Content;
  /** Right-aligned with tabular figures. */
  readonly numeric?: boolean | undefined;
  /** People may sort by it: the server must know the key. */
  readonly sortable?: boolean | undefined;
  /** The cell that names the row. */
  readonly names?: boolean | undefined;
};

/** The order of a list: the key of a column, with a minus for descending (`-due`). */
export type Order = string;

/** Boxes at the start of each row, for acts on several at once. */
export type Selection<Row> = {
  readonly name: string;
  readonly value: (row: Row) => string;
  /** Said by screen readers: "Chọn SL01.07-261120-0042". */
  readonly label: (row: Row) => string;
};

export type DataTableProps<Row> = Styling &
  Speaking & {
    /** What the list is; said by screen readers, shown with `captionShown`. */
    readonly caption: Content;
    readonly captionShown?: boolean | undefined;
    readonly columns: readonly Column<Row>[];
    readonly rows: readonly Row[];
    /** Path and query of this page, from which the sort links are made. */
    readonly path?: string | undefined;
    readonly order?: Order | undefined;
    readonly select?: Selection<Row> | undefined;
    /** Dense for officers. */
    readonly dense?: boolean | undefined;
    /** On a phone each row is a card of its own, with the title of the column before each cell: nothing scrolls out of sight. */
    readonly cards?: boolean | undefined;
    /** Shown instead of the table when there are no rows. */
    readonly empty?: Content;
  };

const words: Readonly<Record<'choose' | 'ascending' | 'descending', Text>> = {
  choose: { vi: 'Chọn', en: 'Select' },
  ascending: { vi: 'đang xếp tăng dần', en: 'sorted ascending' },
  descending: { vi: 'đang xếp giảm dần', en: 'sorted descending' },
};

/** Query parameters that hold the place in a list: a new order starts again from its beginning. */
const places = { after: null, before: null };

/** What is laid out as cards stays a table for those who hear it. */
const roleIn = <Row,>(
  { cards }: DataTableProps<Row>,
  role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell',
) => (cards ? role : undefined);

type HeadProps<Row> = {
  readonly column: Column<Row>;
  readonly table: DataTableProps<Row>;
  readonly lang: 'vi' | 'en';
};

function HeadCell<Row>({ column, table, lang }: HeadProps<Row>) {
  const name = classes('govuk-table__header', column.numeric && 'govuk-table__header--numeric');
  const role = roleIn(table, 'columnheader');
  if (!column.sortable || table.path === undefined) {
    return (
      <th scope="col" class={name} role={role}>
        {column.title}
      </th>
    );
  }
  const direction =
    table.order === column.key ? 'ascending' : table.order === `-${column.key}` ? 'descending' : 'none';
  const next = direction === 'ascending' ? `-${column.key}` : column.key;
  return (
    <th scope="col" class={name} role={role} aria-sort={direction}>
      <a class="tt-sort" href={withQuery(table.path, { ...places, sort: next })}>
        {column.title}
        {direction !== 'none' && <span class="govuk-visually-hidden">, {words[direction][lang]}</span>}
      </a>
    </th>
  );
}

// Cells are plain functions, not components: a page of fifty rows has hundreds of them.

const selectCell = <Row,>(row: Row, select: Selection<Row>, table: DataTableProps<Row>) => (
  <td class="govuk-table__cell tt-select" role={roleIn(table, 'cell')}>
    <input type="checkbox" name={select.name} value={select.value(row)} aria-label={select.label(row)} />
  </td>
);

function dataCell<Row>(column: Column<Row>, row: Row, table: DataTableProps<Row>) {
  const content = column.cell(row);
  if (column.names) {
    return (
      <th scope="row" class="govuk-table__header tt-names" role={roleIn(table, 'rowheader')}>
        {content}
      </th>
    );
  }
  return (
    <td
      class={column.numeric ? 'govuk-table__cell govuk-table__cell--numeric' : 'govuk-table__cell'}
      role={roleIn(table, 'cell')}
      data-title={table.cards && typeof column.title === 'string' ? column.title : undefined}
    >
      {content}
    </td>
  );
}

/**
 * A list that sorts, and with a pager below it pages, by links alone. With `select` it stands inside a form.
 * On a phone it scrolls sideways in its own frame, or with `cards` stands as one card below the other.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const lang = useLanguage(props.lang);
  if (props.rows.length === 0 && !isEmpty(props.empty)) return <>{props.empty}</>;
  return (
    <div
      class="tt-scroll"
      // Whoever has no pointer scrolls with the arrow keys.
      tabIndex={0}
      role="group"
      aria-label={typeof props.caption === 'string' ? props.caption : undefined}
      data-module={props.select ? 'tt-list' : undefined}
    >
      <table
        class={classes('govuk-table', props.dense && 'tt-dense', props.cards && 'tt-cards', props.class)}
        role={roleIn(props, 'table')}
        {...props.attributes}
      >
        <caption
          class={classes(
            'govuk-table__caption govuk-table__caption--m',
            !props.captionShown && 'govuk-visually-hidden',
          )}
        >
          {props.caption}
        </caption>
        <thead class="govuk-table__head" role={roleIn(props, 'rowgroup')}>
          <tr class="govuk-table__row" role={roleIn(props, 'row')}>
            {props.select && (
              <th scope="col" class="govuk-table__header tt-select" role={roleIn(props, 'columnheader')}>
                <span class="govuk-visually-hidden">{words.choose[lang]}</span>
              </th>
            )}
            {props.columns.map((column) => (
              <HeadCell column={column} table={props} lang={lang} />
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body" role={roleIn(props, 'rowgroup')}>
          {props.rows.map((row) => (
            <tr class="govuk-table__row" role={roleIn(props, 'row')}>
              {props.select && selectCell(row, props.select, props)}
              {props.columns.map((column) => dataCell(column, row, props))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
