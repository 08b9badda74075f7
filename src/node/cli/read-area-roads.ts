import type { Network } from '../../lib/core/network/network';
import type { Situation } from '../../lib/core/model/situation';
import type { PackManifest } from '../../lib/core/pack/manifest';
import type { Place } from '../../lib/core/routing/routing';
import { loadArea } from '../pack/load-area';

/** The roads of an area pack with its facilities, which decide what parts of the network take places. */
export interface AreaRoads {
  /** west, south, east, north in WGS84 degrees. */
  bbox: PackManifest['bbox'];
  network: Network;
  anchors: Place[];
}

/** Throws CliError when the folder holds no usable pack. */
export async function readAreaRoads(dir: string): Promise<AreaRoads> {
  const { manifest, network, situation } = await loadArea(dir, { sample: false });
  return { bbox: manifest.bbox, network, anchors: facilityAnchors(situation) };
}

/** Every facility as an anchor of the road network, open or not. */
export function facilityAnchors({ facilities }: Pick<Situation, 'facilities'>): Place[] {
  return [...facilities.values()].map(({ id, lon, lat }) => ({ id, lon, lat }));
}
