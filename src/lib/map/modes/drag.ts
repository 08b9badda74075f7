import type { MapMode } from './mode';

/** Carries a facility or a vehicle's base; a plain click chooses. */
export const dragMode: MapMode = {
  id: 'drag',
  cursor: ({ hit }) => (hit?.kind === 'facility' || hit?.kind === 'vehicle' ? 'grab' : hit ? 'pointer' : ''),
  click: ({ hit, lon, lat }) => hit ?? { kind: 'background', lon, lat },
  grab: ({ hit }) => (hit?.kind === 'facility' || hit?.kind === 'vehicle' ? hit : null)
};
