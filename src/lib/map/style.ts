import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { inOrder } from './layer-order';
import type { LayerId } from './layer-order';
import type { MapPack } from './model';
import type { Palette } from './palette';

export const BASEMAP_SOURCE = 'basemap';
export const RELIEF_SOURCE = 'relief-image';
export const PLAN_LINES_SOURCE = 'plan-lines';

/** Metres per pixel above which residential streets vanish. */
export const RESIDENTIAL_METRES_PER_PIXEL = 52;
const EQUATOR_METRES_PER_PIXEL_ZOOM_0 = 78271.517;

/** Zoom at which a pixel covers so many metres at a latitude (tiles of 512 px). */
export function zoomForMetresPerPixel(metres: number, latitude: number): number {
  return Math.log2((EQUATOR_METRES_PER_PIXEL_ZOOM_0 * Math.cos((latitude * Math.PI) / 180)) / metres);
}

type RoadRank = 'p' | 's' | 't' | 'u' | 'r' | 'k';
const ROAD_CLASSES: Record<RoadRank, string[]> = {
  p: ['motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link'],
  s: ['secondary', 'secondary_link'],
  t: ['tertiary', 'tertiary_link'],
  u: ['unclassified', 'road'],
  r: ['residential', 'living_street', 'service', 'pedestrian'],
  k: [
    'track',
    'track_grade1',
    'track_grade2',
    'track_grade3',
    'track_grade4',
    'track_grade5',
    'footway',
    'path',
    'cycleway',
    'bridleway',
    'steps'
  ]
};
/** Widths in pixels at zooms 9, 12 and 16. */
const ROAD_WIDTHS: Record<RoadRank, [number, number, number]> = {
  p: [1.6, 2.6, 7],
  s: [1.2, 2.1, 6],
  t: [1, 1.8, 5],
  u: [0.8, 1.4, 4.5],
  r: [0.6, 1, 4],
  k: [0.6, 1, 2]
};

/** Layers a click may take for a road, all above their `from` zoom. */
export const ROAD_LAYERS: LayerId[] = ['road-p', 'road-s', 'road-t', 'road-u', 'road-r', 'road-k'];
/** Roads that labels shun. */
export const MAIN_ROAD_LAYERS: LayerId[] = ['road-p', 'road-s', 'road-t'];

/** Reach of the three shore bands from the coast, pixels. */
const SHORE_BANDS = [7, 16, 27] as const;

function widths([low, middle, high]: [number, number, number], extra: number, scale: number) {
  const at = (width: number) => (width + extra) * scale;
  return ['interpolate', ['exponential', 1.4], ['zoom'], 9, at(low), 12, at(middle), 16, at(high)] as unknown as number;
}

function roadLayers(palette: Palette, pack: MapPack, scale: number): (LayerSpecification & { id: LayerId })[] {
  const latitude = (pack.bbox[1] + pack.bbox[3]) / 2;
  const streetZoom = zoomForMetresPerPixel(RESIDENTIAL_METRES_PER_PIXEL, latitude);
  const colours: Record<RoadRank, string> = {
    p: palette.roadP,
    s: palette.roadS,
    t: palette.roadT,
    u: palette.roadU,
    r: palette.roadR,
    k: palette.roadK
  };
  const fromZoom: Record<RoadRank, number> = { p: 0, s: 0, t: 8, u: 9, r: streetZoom, k: streetZoom - 0.5 };
  return (Object.keys(ROAD_CLASSES) as RoadRank[]).flatMap((rank) => {
    const common = {
      type: 'line' as const,
      source: BASEMAP_SOURCE,
      'source-layer': 'roads',
      minzoom: fromZoom[rank],
      filter: ['in', ['get', 'class'], ['literal', ROAD_CLASSES[rank]]] as never,
      layout: { 'line-cap': rank === 'k' ? ('butt' as const) : ('round' as const), 'line-join': 'round' as const }
    };
    return [
      {
        ...common,
        id: `road-case-${rank}` as const,
        paint: {
          'line-color': palette.roadCase,
          'line-width': widths(ROAD_WIDTHS[rank], rank === 'k' ? 1 : 1.6, scale)
        }
      },
      {
        ...common,
        id: `road-${rank}` as const,
        paint: {
          'line-color': colours[rank],
          'line-width': widths(ROAD_WIDTHS[rank], 0, scale),
          ...(rank === 'k' ? { 'line-dasharray': [3, 2] } : {})
        }
      }
    ];
  });
}

/** Sea, three shore bands and land: bands are wide lines under the land, so their outline is a true offset. */
function groundLayers(palette: Palette, scale: number): (LayerSpecification & { id: LayerId })[] {
  const land = { source: BASEMAP_SOURCE, 'source-layer': 'land' };
  const bandColours = [palette.sea1, palette.sea2, palette.sea];
  const lineColours = [
    palette.theme === 'dark' ? '#1B2A36' : '#C3D3DC',
    palette.theme === 'dark' ? '#16232D' : '#CAD8E0',
    palette.theme === 'dark' ? '#121C25' : '#D0DDE4'
  ];
  const bands = SHORE_BANDS.flatMap((reach, index) => {
    const rank = (index + 1) as 1 | 2 | 3;
    const layout = { 'line-join': 'round' as const, 'line-cap': 'round' as const };
    return [
      {
        ...land,
        id: `shore-${rank}-line` as const,
        type: 'line' as const,
        layout,
        paint: { 'line-color': lineColours[index], 'line-width': (reach * 2 + 1.8) * scale }
      },
      {
        ...land,
        id: `shore-${rank}` as const,
        type: 'line' as const,
        layout,
        paint: { 'line-color': bandColours[index], 'line-width': reach * 2 * scale }
      }
    ];
  });
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    ...bands,
    { ...land, id: 'land', type: 'fill', paint: { 'fill-color': palette.land, 'fill-antialias': false } },
    { ...land, id: 'coast', type: 'line', paint: { 'line-color': palette.coast, 'line-width': 1 * scale } }
  ];
}

function reliefLayer(palette: Palette): LayerSpecification & { id: LayerId } {
  const dark = palette.theme === 'dark';
  return {
    id: 'relief',
    type: 'raster',
    source: RELIEF_SOURCE,
    // On dark ground black shadow says little: shadows are lifted a little, so that south-east slopes keep their form.
    paint: { 'raster-opacity': dark ? 0.9 : 0.75, 'raster-fade-duration': 0, 'raster-resampling': 'linear' }
  };
}

function terrainLayers(palette: Palette, scale: number): (LayerSpecification & { id: LayerId })[] {
  const contour = (id: LayerId, index: boolean): LayerSpecification & { id: LayerId } => ({
    id,
    type: 'line',
    source: BASEMAP_SOURCE,
    'source-layer': 'contours',
    minzoom: index ? 8 : 9.5,
    filter: ['==', ['to-boolean', ['get', 'index']], index] as never,
    paint: {
      'line-color': palette.contour,
      'line-opacity': palette.contourO * (index ? 1.6 : 1),
      'line-width': (index ? 1 : 0.8) * scale
    }
  });
  return [
    contour('contours', false),
    contour('contours-index', true),
    {
      id: 'water',
      type: 'fill',
      source: BASEMAP_SOURCE,
      'source-layer': 'water',
      filter: ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]] as never,
      paint: { 'fill-color': palette.sea1, 'fill-outline-color': palette.coast }
    },
    {
      id: 'boundary',
      type: 'line',
      source: BASEMAP_SOURCE,
      'source-layer': 'boundary',
      paint: {
        'line-color': palette.edgeStrong,
        'line-width': 1 * scale,
        'line-dasharray': [4, 2, 1, 2],
        'line-opacity': 0.6
      }
    },
    {
      id: 'road-ferry',
      type: 'line',
      source: BASEMAP_SOURCE,
      'source-layer': 'roads',
      filter: ['==', ['get', 'class'], 'ferry'] as never,
      paint: { 'line-color': palette.labelSea, 'line-width': 1 * scale, 'line-dasharray': [4, 3] }
    }
  ];
}

/** Routes, detours and closures: few lines, so a GeoJSON source serves. Dashes are of the line's width. */
function planLayers(palette: Palette, scale: number): (LayerSpecification & { id: LayerId })[] {
  const line = (
    id: LayerId,
    kinds: string[],
    paint: Record<string, unknown>,
    cap: 'butt' | 'round' = 'round'
  ): LayerSpecification & { id: LayerId } => ({
    id,
    type: 'line',
    source: PLAN_LINES_SOURCE,
    filter: ['in', ['get', 'kind'], ['literal', kinds]] as never,
    layout: { 'line-join': 'round', 'line-cap': cap },
    paint: paint as never
  });
  const paper = palette.theme === 'dark' ? palette.halo : palette.s1;
  return [
    line('catchment-line', ['catchment'], {
      'line-color': palette.ink,
      'line-width': 0.9 * scale,
      'line-opacity': 0.32
    }),
    line('route-case', ['route', 'approach', 'detour'], { 'line-color': paper, 'line-width': 6 * scale }),
    line('route-line', ['route'], { 'line-color': palette.ink, 'line-width': 3 * scale }),
    line('approach-line', ['approach'], { 'line-color': palette.moving, 'line-width': 4 * scale }),
    line(
      'detour-line',
      ['detour'],
      { 'line-color': palette.ink, 'line-width': 2.6 * scale, 'line-dasharray': [2.6, 1.6] },
      'butt'
    ),
    line(
      'closure-case',
      ['closed', 'closed-plan', 'slow', 'slow-plan'],
      { 'line-color': paper, 'line-width': 9 * scale },
      'butt'
    ),
    line('closure-line', ['closed', 'closed-plan'], { 'line-color': palette.alert, 'line-width': 6 * scale }, 'butt'),
    line(
      'closure-bars',
      ['closed', 'closed-plan'],
      { 'line-color': paper, 'line-width': 2.4 * scale, 'line-dasharray': [2.2, 1.8] },
      'butt'
    ),
    line(
      'slow-line',
      ['slow', 'slow-plan'],
      { 'line-color': palette.warn, 'line-width': 5 * scale, 'line-dasharray': [0.9, 0.5] },
      'butt'
    )
  ];
}

export interface StyleOptions {
  palette: Palette;
  pack: MapPack;
  /** Symbol scale: 1 on desks, 2 on a 5760-wide wall. */
  scale: number;
}

/** The whole MapLibre style, built from the tokens. Labels and symbols are drawn above it and need no glyphs. */
export function buildStyle({ palette, pack, scale }: StyleOptions): StyleSpecification {
  const relief = pack.reliefUrl !== null && pack.reliefBounds !== null;
  const layers = inOrder([
    ...groundLayers(palette, scale),
    ...(relief ? [reliefLayer(palette)] : []),
    ...terrainLayers(palette, scale),
    ...roadLayers(palette, pack, scale),
    ...planLayers(palette, scale)
  ]);
  const sources: StyleSpecification['sources'] = {
    [BASEMAP_SOURCE]: { type: 'vector', url: `pmtiles://${pack.basemapUrl}` },
    [PLAN_LINES_SOURCE]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
  };
  if (relief) {
    const [west, south, east, north] = pack.reliefBounds!;
    sources[RELIEF_SOURCE] = {
      type: 'image',
      url: pack.reliefUrl!,
      coordinates: [
        [west, north],
        [east, north],
        [east, south],
        [west, south]
      ]
    };
  }
  return { version: 8, sources, layers };
}
