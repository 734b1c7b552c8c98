/**
 * The direction of rings. GeoJSON (RFC 7946) runs outer rings against the clock, d3-geo with it: a ring that runs the
 * wrong way means "the whole earth except this". Files come either way, so each polygon is turned as d3-geo needs it.
 */
import type { GeoGeometryObjects } from 'd3-geo';
import { later } from '../../operate/later.ts';

const geo = later<typeof import('d3-geo')>('d3-geo');

/** A geometry of GeoJSON. */
export type Geometry = Exclude<GeoGeometryObjects, { type: 'Sphere' }>;

/** Area of half the earth on the unit sphere: no polygon of ours is that large. */
const HALF_THE_EARTH = 2 * Math.PI;

const turned = (rings: number[][][]): number[][][] =>
  geo().geoArea({ type: 'Polygon', coordinates: rings }) > HALF_THE_EARTH
    ? rings.map((ring) => ring.slice().reverse())
    : rings;

/** The same geometry with its rings in the direction that d3-geo needs. */
export function rewound(geometry: Geometry): Geometry {
  switch (geometry.type) {
    case 'Polygon':
      return { ...geometry, coordinates: turned(geometry.coordinates) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map(turned) };
    case 'GeometryCollection':
      return { ...geometry, geometries: geometry.geometries.map(rewound) };
    default:
      return geometry;
  }
}
