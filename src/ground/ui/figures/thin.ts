/** Fewer points: boundaries come with more than a screen can show, and the bytes of a page are counted. */
import type { GeoStream } from 'd3-geo';

/** Points nearer than this to the one before, in units of the drawing, are left out. */
const NEAR = 0.6;
/** A ring keeps at least so many points, so that the smallest island stays on the map. */
const LEAST = 4;

/** A stream that passes on only points that can be seen apart. */
export function thinning(to: GeoStream): GeoStream {
  let kept = 0;
  let [lastX, lastY] = [0, 0];
  return {
    point(x, y) {
      if (kept >= LEAST && Math.hypot(x - lastX, y - lastY) < NEAR) return;
      kept++;
      [lastX, lastY] = [x, y];
      to.point(x, y);
    },
    lineStart() {
      kept = 0;
      to.lineStart();
    },
    lineEnd: () => to.lineEnd(),
    polygonStart: () => to.polygonStart(),
    polygonEnd: () => to.polygonEnd(),
  };
}
