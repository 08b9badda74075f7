import type { MapEvent, MapModeId, Position } from '../model';
import type { Hit } from '../pick';

export interface ModePoint {
  lon: number;
  lat: number;
  /** Symbol under the point. */
  hit: Hit | null;
  /** Point of the nearest drawn road within reach; null without one. */
  road: Position | null;
  /** How far the real road may lie from the drawn one, metres: tiles are simplified. */
  slackMetres: number;
  /** Reach of a click, metres on the ground. */
  reachMetres: number;
}

/** A click meant for a road: on the drawn road where there is one, else on the nearest within reach. */
export function roadClick(intent: 'inspect' | 'close' | 'slow', point: ModePoint): MapEvent {
  const { road, lon, lat, slackMetres, reachMetres } = point;
  if (road) return { kind: 'road-click', intent, lon: road[0], lat: road[1], maxMetres: slackMetres };
  return { kind: 'road-click', intent, lon, lat, maxMetres: reachMetres };
}

/** A mode turns acts into ids and coordinates; it changes nothing itself. */
export interface MapMode {
  id: MapModeId;
  cursor(point: ModePoint): string;
  click(point: ModePoint): MapEvent;
  /** What a press here would carry along; null leaves the press to the camera. */
  grab(point: ModePoint): Hit | null;
}
