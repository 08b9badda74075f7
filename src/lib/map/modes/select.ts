import { roadClick } from './mode';
import type { MapMode } from './mode';

/** Chooses the symbol under the point, else asks about the road, else clears the choice. */
export const selectMode: MapMode = {
  id: 'select',
  cursor: ({ hit, road }) => (hit || road ? 'pointer' : ''),
  click(point) {
    const { hit, road, lon, lat } = point;
    if (hit) return hit;
    if (road) return roadClick('inspect', point);
    return { kind: 'background', lon, lat };
  },
  grab: () => null
};
