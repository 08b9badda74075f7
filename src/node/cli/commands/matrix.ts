import { buildMetric } from '../../../lib/core/routing/metric';
import { createRouter } from '../../../lib/core/routing/router';
import { MATRIX_REASONS, type Place, type TravelMatrix } from '../../../lib/core/routing/routing';
import { notesOutside } from '../note-outside';
import { readAreaRoads } from '../read-area-roads';
import { readRestrictions } from '../read-closures';
import { readPlaces } from '../read-places';
import { tellWritten } from '../tell-written';
import { readOptions, readScenario, readSeason, readVehicle, required } from '../travel-options';
import { checkOut, csvField, writeLines } from '../write-lines';

export const usage = `matrix --area DIR --from A.csv --to B.csv --out M.csv [--vehicle ambulance|ordinary|motorcycle|walking]
       [--season dry|wet|snow] [--close C.csv] [--scenario TABLE.json]
    Travel times between every place of A and every place of B (id,lon,lat in WGS84 degrees). Closures are
    way_id,from_node,to_node; without nodes the whole way. Writes from,to,seconds,metres,reason: seconds with
    the walks to the road, metres of road; seconds and metres empty where there is no way, reason says why.`;

const OPTIONS = {
  area: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  vehicle: { type: 'string' },
  season: { type: 'string' },
  close: { type: 'string' },
  scenario: { type: 'string' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const area = required(options.area, 'area', usage);
  const fromPath = required(options.from, 'from', usage);
  const toPath = required(options.to, 'to', usage);
  const from = readPlaces(fromPath);
  const to = readPlaces(toPath);
  const out = required(options.out, 'out', usage);
  checkOut(out);
  const vehicle = readVehicle(options.vehicle);
  const season = readSeason(options.season);
  const scenario = readScenario(options.scenario);
  const { bbox, network, anchors } = await readAreaRoads(area);
  const notes = [...notesOutside(fromPath, from, bbox), ...notesOutside(toPath, to, bbox)];
  for (const note of new Set(notes)) console.error(`Note: ${note}`);
  const metric = buildMetric(network, scenario, vehicle, season);
  const restrictions = readRestrictions(options.close, network);
  const router = createRouter({ network, metric, anchors, settings: scenario, restrictions });
  writeLines(out, matrixLines(from, to, router.matrix(from, to)));
  tellWritten(`${out}: ${from.length * to.length} pairs`, options.close);
  return 0;
}

function* matrixLines(from: readonly Place[], to: readonly Place[], matrix: TravelMatrix): Generator<string> {
  yield 'from,to,seconds,metres,reason';
  for (let row = 0; row < matrix.rows; row++) {
    for (let column = 0; column < matrix.columns; column++) {
      const cell = row * matrix.columns + column;
      const reason = MATRIX_REASONS[matrix.reason[cell]];
      const figures = reason ? `,,${reason}` : `${thousandths(matrix.ms[cell])},${thousandths(matrix.mm[cell])},`;
      yield `${csvField(from[row].id)},${csvField(to[column].id)},${figures}`;
    }
  }
}

/** Milliseconds as seconds, millimetres as metres: three decimals, exact. */
function thousandths(whole: number): string {
  return (whole / 1000).toFixed(3);
}
