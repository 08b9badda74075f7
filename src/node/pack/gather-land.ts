import { DEFAULT_CELL_METRES, frameLand, type Land } from '../../lib/core/grid/land';
import { makeLand } from '../../lib/core/grid/make-land';
import type { Network } from '../../lib/core/network/network';
import type { Bbox, Contains } from '../../lib/core/pack/polygon';
import { CliError } from '../cli/cli-error';
import type { InputFile } from './import-input';
import { readLandCover } from './read-land-cover';

const MOST_CELLS = 16_000_000;

export interface LandInput {
  network: Network;
  bbox: Bbox;
  contains: Contains;
  /** Folder of land-cover fractions; without it all ground of the area is of one unknown cover. */
  landcover: InputFile | undefined;
  elevation: ((lon: number, lat: number) => number | null) | null;
  cellMetres: number | undefined;
}

/** What walks off the road rest on. @throws CliError where the cells are too many. */
export async function gatherLand(input: LandInput): Promise<Land> {
  const { network, bbox, contains, landcover, elevation, cellMetres = DEFAULT_CELL_METRES } = input;
  const frame = frameLand(bbox, cellMetres);
  if (frame.columns * frame.rows > MOST_CELLS)
    throw new CliError(
      `${frame.columns} × ${frame.rows} cells of ${cellMetres} m are too many (${MOST_CELLS} at most). Give a larger --cell-metres.`
    );
  const cover = landcover
    ? await readLandCover(landcover.path)
    : (lon: number, lat: number) => (contains(lon, lat) ? 'unknown' : 'none');
  return makeLand({ frame, network, cover, elevation });
}
