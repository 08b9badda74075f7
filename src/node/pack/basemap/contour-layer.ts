import { contours } from 'd3-contour';
import type { Bbox, Position } from '../../../lib/core/pack/polygon';
import type { BasemapFeature } from './features';

const INTERVAL_METRES = 200;
const INDEX_METRES = 1000;
const LONGEST_SIDE = 900;
/** Rings shorter than this, in grid cells, are noise of the elevation model. */
const SMALLEST_RING = 8;

/** Contour lines every 200 m (index every 1,000 m) of the elevation inside a box. Sea and voids have none. */
export function contourFeatures(elevation: (lon: number, lat: number) => number | null, box: Bbox): BasemapFeature[] {
  const [west, south, east, north] = box;
  const aspect = (east - west) / (north - south);
  const width = Math.max(8, Math.round(aspect >= 1 ? LONGEST_SIDE : LONGEST_SIDE * aspect));
  const height = Math.max(8, Math.round(aspect >= 1 ? LONGEST_SIDE / aspect : LONGEST_SIDE));
  const lonAt = (x: number) => west + (x / width) * (east - west);
  const latAt = (y: number) => north - (y / height) * (north - south);
  const values = new Float64Array(width * height);
  let top = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const metres = elevation(lonAt(x + 0.5), latAt(y + 0.5)) ?? -1;
      values[y * width + x] = metres;
      top = Math.max(top, metres);
    }
  }
  const levels: number[] = [];
  for (let level = INTERVAL_METRES; level <= top; level += INTERVAL_METRES) levels.push(level);
  const shapes = contours().size([width, height]).thresholds(levels)(Array.from(values));
  return shapes.flatMap(({ value, coordinates }) =>
    coordinates.flat().flatMap((ring) => {
      if (ring.length < SMALLEST_RING) return [];
      return awayFromEdge(ring as Position[], width, height).map((line): BasemapFeature => ({
        layer: 'contours',
        minZoom: value % INDEX_METRES === 0 ? 9 : ring.length > 60 ? 11 : 12,
        properties: { ele: value, index: value % INDEX_METRES === 0 },
        geometry: {
          type: 'LineString',
          coordinates: line.map(([x, y]): Position => [round(lonAt(x)), round(latAt(y))])
        }
      }));
    })
  );
}

/** Rings close along the edge of the grid; that part is no contour. */
function awayFromEdge(ring: Position[], width: number, height: number): Position[][] {
  const onEdge = ([x, y]: Position) => x <= 0.5 || y <= 0.5 || x >= width - 0.5 || y >= height - 0.5;
  const lines: Position[][] = [];
  let line: Position[] = [];
  for (const point of ring) {
    if (onEdge(point)) {
      if (line.length > 1) lines.push(line);
      line = [];
    } else line.push(point);
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
