import type { MapModeId } from '../model';
import { dragMode } from './drag';
import type { MapMode } from './mode';
import { placeMode } from './place';
import { closeRoadMode, slowRoadMode } from './road';
import { selectMode } from './select';

export const MODES: Record<MapModeId, MapMode> = {
  select: selectMode,
  'close-road': closeRoadMode,
  'slow-road': slowRoadMode,
  drag: dragMode,
  place: placeMode
};
