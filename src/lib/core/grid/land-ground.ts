import { BARRIER, TRAVEL_MODES, type GridGround } from './grid-ground';
import { LAND_COVERS, NO_ELEVATION, type Land, type LandCover } from './land';

/** Walking speed on the level by cover, km/h; 0 is a barrier. */
export type OffRoadKmh = Record<Exclude<LandCover, 'none'>, number>;

/** Land as one walks it; nobody walks where the elevation is not known, for the slope is not either. */
export function landGround(land: Land, kmh: OffRoadKmh): GridGround {
  const speed = LAND_COVERS.map((cover) => (cover === 'none' ? 0 : kmh[cover]));
  const { elevation } = land;
  const walking = TRAVEL_MODES.indexOf('WALKING');
  const known = (cell: number): boolean => elevation === null || elevation[cell] !== NO_ELEVATION;
  return {
    columns: land.columns,
    rows: land.rows,
    cellMetres: land.cellMetres,
    mode: land.cover.map((cover, cell) => (speed[cover] > 0 && known(cell) ? walking : BARRIER)),
    kmh: Float64Array.from(land.cover, (cover) => speed[cover]),
    elevation: elevation && Float64Array.from(elevation)
  };
}
