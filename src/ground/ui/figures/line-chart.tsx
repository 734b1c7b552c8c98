import type { Content } from '../content.ts';
import { Figure, Legend, numberCell, spoken, useNumbers, type FigureProps } from './figure.tsx';
import { axisOf, place, short, thinned, type Axis } from './scale.ts';

/** One line; null where nothing was measured, which breaks the line. */
export type Series = { readonly name: string; readonly values: readonly (number | null)[] };

export type LineChartProps = FigureProps & {
  /** What the points are: days, months. */
  readonly labels: readonly string[];
  readonly labelsHead: Content;
  readonly series: readonly Series[];
};

const HEIGHT = 240;
const BOTTOM = 26;
const MOST_LABELS = 5;

/** The path of a line in a square of 100 × 100, with a new beginning after each gap. */
export function linePath(values: readonly (number | null)[], axis: Axis): string {
  const step = values.length > 1 ? 100 / (values.length - 1) : 0;
  let path = '';
  let broken = true;
  values.forEach((value, index) => {
    if (value === null) return void (broken = true);
    path += `${broken ? 'M' : 'L'}${short(index * step)} ${short(100 - place(axis, value))}`;
    broken = false;
  });
  return path;
}

const height = (axis: Axis, tick: number): string => `${short(100 - place(axis, tick))}%`;

const Grid = ({ axis }: { readonly axis: Axis }) => (
  <>
    {axis.ticks.map((tick) => (
      <line
        class={tick === 0 ? 'tt-chart__zero' : 'tt-chart__grid'}
        x1="0"
        x2="100%"
        y1={height(axis, tick)}
        y2={height(axis, tick)}
      />
    ))}
  </>
);

const Ticks = ({ axis, write }: { readonly axis: Axis; readonly write: (value: number) => string }) => (
  <>
    {axis.ticks.map((tick) => (
      <text class="tt-chart__tick" x="0" dy="-4" y={height(axis, tick)}>
        {write(tick)}
      </text>
    ))}
  </>
);

/** How something goes on in time. */
export function LineChart(props: LineChartProps) {
  const write = useNumbers(props);
  const values = props.series.flatMap((series) => series.values.filter((value) => value !== null));
  const axis = axisOf(values);
  const last = Math.max(props.labels.length - 1, 1);
  const anchor = (index: number): 'start' | 'middle' | 'end' =>
    index === 0 ? 'start' : index === last ? 'end' : 'middle';
  const told = (value: number | null): string => (value === null ? '–' : write(value));
  const rows = props.labels.map((label, index) => [
    label,
    ...props.series.map((series) => numberCell(told(series.values[index] ?? null))),
  ]);
  return (
    <Figure
      figure={props}
      behind={{ head: [props.labelsHead, ...props.series.map((series) => series.name)], rows }}
    >
      {props.series.length > 1 && (
        <Legend
          lines
          names={props.series.map((series) => series.name)}
          sign={(index) => `tt-line-${index + 1}`}
        />
      )}
      <svg class="tt-chart" role="img" aria-label={spoken(props)} width="100%" height={HEIGHT + BOTTOM}>
        <svg y="16" width="100%" height={HEIGHT - 16} class="tt-chart__plot">
          <Grid axis={axis} />
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            class="tt-chart__plot"
          >
            {props.series.map((series, index) => (
              <path class={`tt-line tt-line-${index + 1}`} d={linePath(series.values, axis)} />
            ))}
          </svg>
          <Ticks axis={axis} write={write} />
        </svg>
        {thinned(props.labels, MOST_LABELS).map(({ item, index }) => (
          <text
            class="tt-chart__tick"
            x={`${short((index / last) * 100)}%`}
            y={HEIGHT + 18}
            text-anchor={anchor(index)}
          >
            {item}
          </text>
        ))}
      </svg>
    </Figure>
  );
}
