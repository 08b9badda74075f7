import type { MapMode } from './mode';

/** Gives the place of a click: a new site, or where a vehicle is wanted. */
export const placeMode: MapMode = {
  id: 'place',
  cursor: () => 'crosshair',
  click: ({ lon, lat }) => ({ kind: 'place', lon, lat }),
  grab: () => null
};
