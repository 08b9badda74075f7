import type { MapEvent, MapModeId } from '../model';
import type { Hit } from '../pick';

export interface ModePoint {
  lon: number;
  lat: number;
  /** Symbol under the point. */
  hit: Hit | null;
  /** Whether a road is drawn within the reach. */
  road: boolean;
  /** Reach of a click on a road, metres on the ground. */
  reachMetres: number;
}

/** A mode turns acts into ids and coordinates; it changes nothing itself. */
export interface MapMode {
  id: MapModeId;
  cursor(point: ModePoint): string;
  click(point: ModePoint): MapEvent;
  /** What a press here would carry along; null leaves the press to the camera. */
  grab(point: ModePoint): Hit | null;
}
