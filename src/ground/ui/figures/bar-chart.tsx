import type { Content } from '../content.ts';
import { Figure, numberCell, spoken, useNumbers, type FigureProps } from './figure.tsx';
import { axisOf, place, short } from './scale.ts';

/** One bar. */
export type Bar = {
  readonly label: string;
  readonly value: number;
  /** Red for what is late, amber for what soon will be; blue otherwise. */
  readonly tone?: 'late' | 'soon' | undefined;
  /** Where the items behind this bar are. */
  readonly href?: string | undefined;
};

export type BarChartProps = FigureProps & {
  readonly items: readonly Bar[];
  /** What the labels are and what the values are: heads of the table. */
  readonly heads: readonly [Content, Content];
};

const ROW = 46;

/** Lengths to compare, one under the other: Vietnamese names are long and stand above their bars. */
export function BarChart(props: BarChartProps) {
  const write = useNumbers(props);
  const axis = axisOf(props.items.map((item) => item.value));
  const zero = place(axis, 0);
  // Room for the number to the right of the longest bar.
  const width = (percent: number): string => `${short(percent * 0.86)}%`;
  const rows = props.items.map((item) => [
    item.href ? (
      <a class="govuk-link" href={item.href}>
        {item.label}
      </a>
    ) : (
      item.label
    ),
    numberCell(write(item.value)),
  ]);
  return (
    <Figure figure={props} behind={{ head: props.heads, rows }}>
      <svg
        class="tt-chart"
        role="img"
        aria-label={spoken(props)}
        width="100%"
        height={props.items.length * ROW}
      >
        {props.items.map((item, index) => {
          const at = place(axis, item.value);
          const top = index * ROW;
          return (
            <>
              <text class="tt-chart__label" x="0" y={top + 15}>
                {item.label}
              </text>
              <rect
                class={item.tone ? `tt-fill-${item.tone}` : 'tt-fill-1'}
                x={width(Math.min(zero, at))}
                y={top + 21}
                width={width(Math.max(Math.abs(at - zero), 0.2))}
                height="14"
              />
              <text class="tt-chart__value" x={width(Math.max(zero, at))} dx="8" y={top + 33}>
                {write(item.value)}
              </text>
            </>
          );
        })}
      </svg>
    </Figure>
  );
}
