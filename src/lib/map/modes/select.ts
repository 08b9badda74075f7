import type { MapMode } from './mode';

/** Chooses the symbol under the point, else asks about the road, else clears the choice. */
export const selectMode: MapMode = {
  id: 'select',
  cursor: ({ hit, road }) => (hit || road ? 'pointer' : ''),
  click({ hit, road, lon, lat, reachMetres }) {
    if (hit) return hit;
    if (road) return { kind: 'road-click', intent: 'inspect', lon, lat, maxMetres: reachMetres };
    return { kind: 'background', lon, lat };
  },
  grab: () => null
};
