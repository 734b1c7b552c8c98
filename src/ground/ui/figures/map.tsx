import { later } from '../../operate/later.ts';
import type { Text } from '../../text/language.ts';
import type { Content } from '../content.ts';
import { useLanguage } from '../language.tsx';
import { Figure, Legend, numberCell, spoken, useNumbers, type FigureProps } from './figure.tsx';
import { rewound, type Geometry } from './rewind.ts';
import { classOf, quantiles } from './scale.ts';
import { thinning } from './thin.ts';

/** One place: its boundary as GeoJSON, and what is shown of it. */
export type Place = {
  readonly id: string;
  readonly name: string;
  readonly boundary: Geometry;
  /** Null where nothing is known: drawn grey, said so in the table. */
  readonly value: number | null;
  readonly href?: string | undefined;
};

export type PlaceMapProps = FigureProps & {
  /**
   * The caller answers for the boundaries: a map of Vietnam has Hoàng Sa and Trường Sa among them.
   */
  readonly places: readonly Place[];
  readonly heads: readonly [Content, Content];
  readonly width?: number | undefined;
  readonly height?: number | undefined;
};

const geo = later<typeof import('d3-geo')>('d3-geo');

const SHADES = 5;
const unknown: Text = { vi: 'chưa có số liệu', en: 'no data' };

/** Draws boundaries to fit a box; coordinates in tenths of a unit keep the page small. */
export function boundaryPaths(boundaries: readonly Geometry[], width: number, height: number): string[] {
  const geometries = boundaries.map(rewound);
  const projection = geo().geoMercator().fitSize([width, height], { type: 'GeometryCollection', geometries });
  const path = geo()
    .geoPath({ stream: (to) => projection.stream(thinning(to)) })
    .digits(1);
  return geometries.map((geometry) => path(geometry) ?? '');
}

/** Values by place, darker where there is more. */
export function PlaceMap(props: PlaceMapProps) {
  const lang = useLanguage(props.lang);
  const write = useNumbers(props);
  const { places, width = 640, height = 480 } = props;
  const known = places.flatMap((place) => (place.value === null ? [] : [place.value]));
  const borders = quantiles(known, SHADES);
  const paths = boundaryPaths(
    places.map((place) => place.boundary),
    width,
    height,
  );
  const anyUnknown = known.length < places.length;
  const steps =
    known.length > 0 ? [...borders, Math.max(...known)].map((border) => `≤ ${write(border)}`) : [];
  const told = (place: Place): string => (place.value === null ? unknown[lang] : write(place.value));
  const rows = places.map((place) => [
    place.href ? (
      <a class="govuk-link" href={place.href}>
        {place.name}
      </a>
    ) : (
      place.name
    ),
    numberCell(told(place)),
  ]);
  return (
    <Figure figure={props} behind={{ head: props.heads, rows }}>
      <Legend
        names={anyUnknown ? [...steps, unknown[lang]] : steps}
        sign={(index) => `tt-shade-${index < steps.length ? index + 1 : 0}`}
      />
      <svg class="tt-map" role="img" aria-label={spoken(props)} viewBox={`0 0 ${width} ${height}`}>
        {places.map((place, index) => (
          <path
            class={place.value === null ? 'tt-shade-0' : `tt-shade-${classOf(place.value, borders) + 1}`}
            d={paths[index]}
          >
            <title>{`${place.name}: ${told(place)}`}</title>
          </path>
        ))}
      </svg>
    </Figure>
  );
}
