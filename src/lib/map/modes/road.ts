import { roadClick } from './mode';
import type { MapMode } from './mode';

function roadMode(id: 'close-road' | 'slow-road', intent: 'close' | 'slow'): MapMode {
  return {
    id,
    cursor: ({ hit, road }) => (road || hit?.kind === 'closure' ? 'pointer' : 'crosshair'),
    // A sign on the road names its closure; any other symbol may cover a road, which is what this mode is after.
    click: (point) => (point.hit?.kind === 'closure' ? point.hit : roadClick(intent, point)),
    grab: () => null
  };
}

export const closeRoadMode = roadMode('close-road', 'close');
export const slowRoadMode = roadMode('slow-road', 'slow');
