import type { Content } from '../content.ts';
import { Figure, Legend, numberCell, spoken, useNumbers, type FigureProps } from './figure.tsx';
import { short } from './scale.ts';

/** One bar of 100 per cent: its parts in the order of the names. */
export type Share = {
  readonly label: string;
  readonly parts: readonly number[];
  readonly href?: string | undefined;
};

export type ShareChartProps = FigureProps & {
  readonly heads: Content;
  /** Names of the parts. */
  readonly parts: readonly string[];
  readonly items: readonly Share[];
};

const ROW = 50;
/** Below this share the number does not fit into its part. */
const LEGIBLE = 9;

/** The beginnings and lengths of the parts, in per cent. */
export function sharesOf(
  parts: readonly number[],
): readonly { readonly from: number; readonly width: number }[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total <= 0) return parts.map(() => ({ from: 0, width: 0 }));
  let from = 0;
  return parts.map((part) => {
    const share = { from, width: (part / total) * 100 };
    from += share.width;
    return share;
  });
}

/** How wholes divide, one under the other. */
export function ShareChart(props: ShareChartProps) {
  const write = useNumbers(props);
  const rows = props.items.map((item) => [
    item.href ? (
      <a class="govuk-link" href={item.href}>
        {item.label}
      </a>
    ) : (
      item.label
    ),
    ...item.parts.map((part) => numberCell(write(part))),
  ]);
  return (
    <Figure figure={props} behind={{ head: [props.heads, ...props.parts], rows }}>
      <Legend names={props.parts} sign={(index) => `tt-fill-${index + 1}`} />
      <svg
        class="tt-chart"
        role="img"
        aria-label={spoken(props)}
        width="100%"
        height={props.items.length * ROW}
      >
        {props.items.map((item, index) => (
          <>
            <text class="tt-chart__label" x="0" y={index * ROW + 15}>
              {item.label}
            </text>
            {sharesOf(item.parts).map(({ from, width }, part) => (
              <>
                <rect
                  class={`tt-fill-${part + 1}`}
                  x={`${short(from)}%`}
                  y={index * ROW + 21}
                  width={`${short(width)}%`}
                  height="20"
                />
                {width >= LEGIBLE && (
                  <text
                    class={`tt-chart__in tt-on-${part + 1}`}
                    x={`${short(from)}%`}
                    dx="6"
                    y={index * ROW + 36}
                  >
                    {Math.round(width)}%
                  </text>
                )}
              </>
            ))}
          </>
        ))}
      </svg>
    </Figure>
  );
}
