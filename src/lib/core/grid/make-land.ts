import { ROAD_CLASSES, WayFlag, type Network } from '../network/network';
import { LAND_COVERS, landCell, landCentre, NO_ELEVATION, type Land, type LandCover, type LandFrame } from './land';

export interface LandSources {
  frame: LandFrame;
  network: Network;
  /** Cover at a position. */
  cover: (lon: number, lat: number) => LandCover;
  /** Metres above the sea, null where unknown; absent where the area has no elevation. */
  elevation: ((lon: number, lat: number) => number | null) | null;
}

const FERRY = ROAD_CLASSES.indexOf('ferry');
const ON_FOOT = WayFlag.footForward | WayFlag.footBackward;

/** Land of an area: each cell as it is at its centre, `way` where a road or path open to walkers crosses it. */
export function makeLand({ frame, network, cover, elevation }: LandSources): Land {
  const cells = frame.columns * frame.rows;
  const land: Land = {
    ...frame,
    cover: new Uint8Array(cells),
    elevation: elevation && new Int16Array(cells).fill(NO_ELEVATION)
  };
  for (let cell = 0; cell < cells; cell++) {
    const [lon, lat] = landCentre(frame, cell);
    land.cover[cell] = LAND_COVERS.indexOf(cover(lon, lat));
    const metres = elevation?.(lon, lat) ?? null;
    if (land.elevation && metres !== null) land.elevation[cell] = Math.round(metres);
  }
  const way = LAND_COVERS.indexOf('way');
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const { edgeWay, wayClass, wayFlags } = network;
    if (wayClass[edgeWay[edge]] === FERRY || !(wayFlags[edgeWay[edge]] & ON_FOOT)) continue;
    for (const { cell } of pointsOnEdge(network, edge, frame)) if (cell >= 0) land.cover[cell] = way;
  }
  return land;
}

/** Points of an edge, its ends first and last, no farther apart than half a cell; `cell` -1 outside the grid. */
export function pointsOnEdge(network: Network, edge: number, frame: LandFrame): { cell: number; fraction: number }[] {
  const [from, to] = [network.edgeFrom[edge], network.edgeTo[edge]];
  const [lon, lat] = [network.nodeLonE7[from] / 1e7, network.nodeLatE7[from] / 1e7];
  const [dLon, dLat] = [network.nodeLonE7[to] / 1e7 - lon, network.nodeLatE7[to] / 1e7 - lat];
  const parts = Math.max(1, Math.ceil(network.edgeLengthMm[edge] / (500 * frame.cellMetres)));
  return Array.from({ length: parts + 1 }, (_, i) => {
    const fraction = i / parts;
    return { cell: landCell(frame, lon + dLon * fraction, lat + dLat * fraction), fraction };
  });
}
