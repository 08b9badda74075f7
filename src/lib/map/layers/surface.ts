import type { CanvasSourceSpecification, GeoJSONSource, Map, RasterLayerSpecification } from 'maplibre-gl';
import { UNREACHED } from '../../core/grid/land';
import { classOf, rampStep } from '../classes';
import { orderOf } from '../layer-order';
import type { MapSurface } from '../model';
import { minuteColours, rgba, type Palette } from '../palette';

const ID = 'surface';
const OPACITY = 0.62;

/** Puts a surface on the map, replaces it, or with null takes it off. The style must be there. */
export function drawSurface(
  map: Map,
  surface: MapSurface | null,
  { palette, thresholds }: { palette: Palette; thresholds: readonly number[] }
): void {
  if (map.getLayer(ID)) map.removeLayer(ID);
  if (map.getSource<GeoJSONSource>(ID)) map.removeSource(ID);
  if (!surface) return;
  const { west, north, columns, rows, cellLon, cellLat } = surface.land;
  const [east, south] = [west + columns * cellLon, north - rows * cellLat];
  map.addSource(ID, {
    type: 'canvas',
    canvas: paintSurface(surface, palette, thresholds),
    animate: false,
    coordinates: [
      [west, north],
      [east, north],
      [east, south],
      [west, south]
    ]
  } satisfies CanvasSourceSpecification);
  const layer: RasterLayerSpecification = {
    id: ID,
    type: 'raster',
    source: ID,
    paint: { 'raster-opacity': OPACITY, 'raster-resampling': 'nearest', 'raster-fade-duration': 0 }
  };
  map.addLayer(layer, above(map));
}

/** The lowest layer that the order puts above surfaces; deck.gl's own follow the lines of the plan. */
function above(map: Map): string | undefined {
  return map.getLayersOrder().find((id) => map.getLayer(id)?.type !== 'custom' && orderOf(id) > orderOf(ID));
}

/** Cells as pixels; rows are laid as the map's projection wants them, for the picture is only stretched at its corners. */
function paintSurface({ land, ms }: MapSurface, palette: Palette, thresholds: readonly number[]): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: land.columns, height: land.rows });
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(land.columns, land.rows);
  const colours = Array.from({ length: thresholds.length + 1 }, (_, minuteClass) =>
    rgba(minuteColours(palette)[rampStep(minuteClass, thresholds.length + 1)])
  );
  const top = mercator(land.north);
  const bottom = mercator(land.north - land.rows * land.cellLat);
  for (let y = 0; y < land.rows; y++) {
    const latitude = latitudeOf(top + ((bottom - top) * (y + 0.5)) / land.rows);
    const row = Math.min(land.rows - 1, Math.max(0, Math.floor((land.north - latitude) / land.cellLat)));
    for (let x = 0; x < land.columns; x++) {
      const time = ms[row * land.columns + x];
      if (time === UNREACHED) continue;
      const minuteClass = classOf({ ms: time, assessed: true, baselineMs: null }, thresholds) as number;
      image.data.set(colours[minuteClass], 4 * (y * land.columns + x));
    }
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

const RADIANS = Math.PI / 180;
const mercator = (latitude: number): number => Math.asinh(Math.tan(latitude * RADIANS));
const latitudeOf = (y: number): number => Math.atan(Math.sinh(y)) / RADIANS;
