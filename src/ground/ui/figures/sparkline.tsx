import { axisOf } from './scale.ts';
import { linePath } from './line-chart.tsx';

export type SparklineProps = {
  readonly values: readonly (number | null)[];
  /** What it shows, in a sentence: a sparkline stands in a row whose figures are written beside it. */
  readonly label: string;
};

/** The shape of a series in the height of a line of text. */
export const Sparkline = ({ values, label }: SparklineProps) => (
  <svg
    class="tt-spark"
    role="img"
    aria-label={label}
    width="96"
    height="24"
    viewBox="0 -4 100 108"
    preserveAspectRatio="none"
  >
    <path class="tt-line tt-line-1" d={linePath(values, axisOf(values.filter((value) => value !== null)))} />
  </svg>
);
