/**
 * Every layer of the map, lowest first. MapLibre layers and deck.gl layers share this one list; whoever draws asks
 * `orderOf`, and an id that is not here throws.
 */
export const LAYER_ORDER = [
  'sea',
  'shore-3-line',
  'shore-3',
  'shore-2-line',
  'shore-2',
  'shore-1-line',
  'shore-1',
  'land',
  'landuse',
  'relief',
  'contours',
  'contours-index',
  'surface',
  'water',
  'coast',
  'boundary',
  'road-ferry',
  'road-case-k',
  'road-case-r',
  'road-case-u',
  'road-case-t',
  'road-case-s',
  'road-case-p',
  'road-k',
  'road-r',
  'road-u',
  'road-t',
  'road-s',
  'road-p',
  'catchment-line',
  'route-case',
  'route-line',
  'approach-line',
  'detour-line',
  'closure-case',
  'closure-line',
  'closure-bars',
  'slow-line',
  'seats',
  'village-rings',
  'villages',
  'village-hatches',
  'suppliers',
  'facilities',
  'samples',
  'candidates',
  'closure-signs',
  'vehicles'
] as const;

export type LayerId = (typeof LAYER_ORDER)[number];

const places = new Map<string, number>(LAYER_ORDER.map((id, index) => [id, index]));

/** Place of a layer in the order; throws on an id the order does not hold. */
export function orderOf(id: string): number {
  const place = places.get(id);
  if (place === undefined) throw new Error(`Layer "${id}" is not in LAYER_ORDER; give it a place there.`);
  return place;
}

/** Layers in drawing order, lowest first; throws on an id the order does not hold. */
export function inOrder<T extends { id: string }>(layers: readonly T[]): T[] {
  return layers
    .map((layer) => ({ layer, place: orderOf(layer.id) }))
    .sort((a, b) => a.place - b.place)
    .map(({ layer }) => layer);
}
