import { extname } from 'node:path';
import { asciiGridLines, sameCells, type AsciiGrid } from '../../../lib/core/grid/ascii-grid';
import { BARRIER, type GridGround } from '../../../lib/core/grid/grid-ground';
import { tableGround } from '../../../lib/core/grid/table-ground';
import { wholeMinutes } from '../../../lib/core/grid/minutes';
import type { Neighbours } from '../../../lib/core/grid/steps';
import { travelField, type TravelField } from '../../../lib/core/grid/travel-field';
import { CliError } from '../cli-error';
import { readAsciiGrid } from '../read-ascii-grid';
import { readCoverTable } from '../read-cover-table';
import { readGridPoints, type GridPoint } from '../read-grid-points';
import { oneOf, readOptions, required } from '../travel-options';
import { checkOut, csvField, writeLines } from '../write-lines';

export const usage = `travel-grid --landcover LC.asc --scenario TABLE.csv --from P.csv --out FILE.asc|FILE.csv [--to P.csv]
       [--dem DEM.asc] [--max-minutes N] [--neighbours 8|16] [--toward from|to]
    Travel times over a raster as WHO AccessMod 5 counts them. TABLE has class,label,speed (km/h, 0 = barrier),mode (WALKING,
    BICYCLING, MOTORIZED); P has id or cat, and x,y or x_utm36,y_utm36 in the raster's coordinates (metres). With --dem
    walking and bicycling heed the slope in the direction of travel. Travel goes from --from to --to, with one list away
    from its points; --toward from turns it round. An .asc has whole minutes to the nearest point (of --from) per cell, a
    .csv from,to,minutes,metres for each pair of --from and --to (or of --from with itself); beyond --max-minutes or
    without a way: NODATA, or empty.`;

const OPTIONS = {
  landcover: { type: 'string' },
  scenario: { type: 'string' },
  dem: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  'max-minutes': { type: 'string' },
  neighbours: { type: 'string' },
  toward: { type: 'string' },
  out: { type: 'string' }
} as const;

type Toward = 'away' | 'seeds';
interface Search {
  neighbours: Neighbours;
  toward: Toward;
  mostMinutes: number;
}

export function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const coverPath = required(options.landcover, 'landcover', usage);
  const tablePath = required(options.scenario, 'scenario', usage);
  const fromPath = required(options.from, 'from', usage);
  const out = required(options.out, 'out', usage);
  const kind = oneOf(['.asc', '.csv'], extname(out).toLowerCase(), 'out');
  checkOut(out);
  if (kind === '.asc' && options.to !== undefined)
    throw new CliError(`--out ${out}: a raster has one set of points. Leave --to out, or give a .csv for --out.`);
  const search: Search = {
    neighbours: Number(oneOf(['8', '16'], options.neighbours ?? '8', 'neighbours')) as Neighbours,
    toward: oneOf(['from', 'to'], options.toward ?? 'to', 'toward') === 'to' ? 'away' : 'seeds',
    mostMinutes: readMinutes(options['max-minutes'])
  };
  const cover = readAsciiGrid(coverPath);
  const table = readCoverTable(tablePath);
  const dem = options.dem === undefined ? null : readAsciiGrid(options.dem);
  if (dem && !sameCells(cover, dem))
    throw new CliError(
      `${options.dem}, line 1: ${cellsOf(dem)}, but ${coverPath} has ${cellsOf(cover)}. Resample it to the cells of the land cover.`
    );
  const { ground, unknown, withoutElevation } = tableGround(cover, table, dem?.values ?? null);
  if (unknown.size > 0) {
    const list = [...unknown].map(([each, cells]) => `${each} (${cells} cells)`).join(', ');
    throw new CliError(
      `${tablePath}: no row for the land cover's class ${list}. Add a row; speed 0 makes it a barrier.`
    );
  }
  if (withoutElevation > 0)
    console.error(`Note: ${withoutElevation} passable cells without elevation in ${options.dem} count as barriers.`);
  const from = readPoints(fromPath, cover, ground);
  const to = options.to === undefined ? from : readPoints(options.to, cover, ground);
  writeLines(out, kind === '.asc' ? rasterLines(cover, from, ground, search) : pairLines(from, to, ground, search));
  return Promise.resolve(0);
}

function readMinutes(text: string | undefined): number {
  if (text === undefined) return Infinity;
  const minutes = Number(text);
  if (text.trim() !== '' && Number.isFinite(minutes) && minutes >= 0) return minutes;
  throw new CliError(`--max-minutes ${text}: wanted a number of minutes, 0 or more.`);
}

/** Points with their cells; those on a barrier are named, for they have no way to anywhere. */
function readPoints(path: string, cover: AsciiGrid, ground: GridGround): GridPoint[] {
  const points = readGridPoints(path, cover);
  const stuck = points.filter(({ cell }) => ground.mode[cell] === BARRIER).map(({ id }) => id);
  if (stuck.length > 0) console.error(`Note: ${path}: no way from or to ${stuck.join(', ')}: on a barrier.`);
  return points;
}

function fieldOf(
  cells: readonly number[],
  ground: GridGround,
  { neighbours, toward, mostMinutes }: Search
): TravelField {
  return travelField(ground, {
    seeds: cells.map((cell) => ({ cell, time: 0 })),
    unit: 'seconds',
    neighbours,
    toward,
    // A minute more than the limit, which is judged in whole minutes.
    most: (mostMinutes + 1) * 60
  });
}

/** Whole minutes, NaN beyond the limit. */
function minutesWithin(seconds: number, mostMinutes: number): number {
  const minutes = wholeMinutes(seconds);
  return Number.isFinite(minutes) && minutes <= mostMinutes ? minutes : NaN;
}

function rasterLines(
  cover: AsciiGrid,
  from: readonly GridPoint[],
  ground: GridGround,
  search: Search
): Generator<string> {
  const cells = from.map(({ cell }) => cell);
  const { time } = fieldOf(cells, ground, search);
  return asciiGridLines(
    cover,
    time.map((each) => minutesWithin(each, search.mostMinutes))
  );
}

function* pairLines(
  from: readonly GridPoint[],
  to: readonly GridPoint[],
  ground: GridGround,
  search: Search
): Generator<string> {
  yield 'from,to,minutes,metres';
  for (const start of from) {
    const { time, metres } = fieldOf([start.cell], ground, search);
    for (const end of to) {
      const minutes = minutesWithin(time[end.cell], search.mostMinutes);
      const figures = Number.isNaN(minutes) ? ',' : `${minutes},${metres[end.cell].toFixed(3)}`;
      yield `${csvField(start.id)},${csvField(end.id)},${figures}`;
    }
  }
}

function cellsOf({ columns, rows, west, south, cellSize }: AsciiGrid): string {
  return `${columns} × ${rows} cells of ${cellSize} from ${west}, ${south}`;
}
