/** A page with a ruler at its left and what is chosen of it framed; drawn in millimetres, so that the numbers are those to type in. */
import type { Language } from '../../../../ground/text/language.ts';
import type { Band, PageSize } from '../../../scanning/index.ts';
import { gapsBetween } from '../../../scanning/index.ts';
import { orderWords } from '../orders/words.ts';

type Props = {
  readonly href: string;
  readonly page: number;
  readonly sheet: PageSize;
  /** Of this page. */
  readonly bands: readonly Band[];
  readonly lang: Language;
};

/** Room for the ruler. */
const RULER = 14;

const Ruler = ({ height }: { readonly height: number }) => (
  <g fill="#0b0c0c" font-size="5" text-anchor="end" aria-hidden="true">
    {Array.from({ length: Math.floor(height / 5) + 1 }, (_, n) => n * 5).map((at) => (
      <>
        <line
          x1={at % 10 === 0 ? -4 : -2}
          x2="0"
          y1={at}
          y2={at}
          stroke="#0b0c0c"
          stroke-width={at % 10 === 0 ? 0.4 : 0.2}
        />
        {at % 20 === 0 && (
          <text x="-4.6" y={at === 0 ? 3.6 : at + 1.8}>
            {at}
          </text>
        )}
      </>
    ))}
  </g>
);

export const PagePicture = ({ href, page, sheet: { width, height }, bands, lang }: Props) => (
  <svg
    role="img"
    aria-label={orderWords.picture(page)[lang]}
    width="100%"
    viewBox={`${-RULER} 0 ${width + RULER} ${height}`}
  >
    <image href={href} width={width} height={height} preserveAspectRatio="none" />
    <rect width={width} height={height} fill="none" stroke="#b1b4b6" stroke-width="0.4" />
    <Ruler height={height} />
    {bands.length > 0 &&
      gapsBetween(bands, height).map(({ from, to }) => (
        <rect y={from} width={width} height={to - from} fill="#ffffff" fill-opacity="0.75" />
      ))}
    {bands.map(({ from, to }) => (
      <rect
        x="0.4"
        y={from}
        width={width - 0.8}
        height={Math.min(to, height) - from}
        fill="none"
        stroke="#1d70b8"
        stroke-width="0.8"
      />
    ))}
  </svg>
);
