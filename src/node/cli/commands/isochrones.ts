import { extname } from 'node:path';
import { isochroneCells, isochrones } from '../../../lib/core/grid/isochrones';
import { createLandWalks } from '../../../lib/core/grid/land-walks';
import { createOffRoad } from '../../../lib/core/grid/off-road';
import { complete } from '../../../lib/core/grid/travel-field';
import { buildMetric } from '../../../lib/core/routing/metric';
import { createRouter } from '../../../lib/core/routing/router';
import type { Place } from '../../../lib/core/routing/routing';
import { loadArea } from '../../pack/load-area';
import { CliError } from '../cli-error';
import { notesOutside } from '../note-outside';
import { facilityAnchors } from '../read-area-roads';
import { readRestrictions } from '../read-closures';
import { readPlaces } from '../read-places';
import { oneOf, readOptions, readScenario, readSeason, readVehicle, required } from '../travel-options';
import { tellWritten } from '../tell-written';
import { checkOut, writeLines } from '../write-lines';

export const usage = `isochrones --area DIR --from P.csv --minutes 15,30,60 --out FILE.geojson|FILE.csv [--toward from|to] [--each]
       [--vehicle ambulance|ordinary|motorcycle|walking] [--season dry|wet|snow] [--close C.csv] [--scenario TABLE.json]
    What is reached within so many minutes of the nearest point of P (id,lon,lat), by road and on foot over the land; with
    --toward from what reaches it; with --each of every point for itself. Polygons follow the sides of the cells of the
    pack (100 m unless built otherwise): a time equal to the limit is inside. A .csv has lon,lat,minutes of each cell.`;

const OPTIONS = {
  area: { type: 'string' },
  from: { type: 'string' },
  minutes: { type: 'string' },
  out: { type: 'string' },
  toward: { type: 'string' },
  each: { type: 'boolean' },
  vehicle: { type: 'string' },
  season: { type: 'string' },
  close: { type: 'string' },
  scenario: { type: 'string' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const dir = required(options.area, 'area', usage);
  const fromPath = required(options.from, 'from', usage);
  const minutes = readMinutes(required(options.minutes, 'minutes', usage));
  const out = required(options.out, 'out', usage);
  const kind = oneOf(['.geojson', '.json', '.csv'], extname(out).toLowerCase(), 'out');
  checkOut(out);
  const toSites = oneOf(['from', 'to'], options.toward ?? 'to', 'toward') === 'from';
  if (kind === '.csv' && options.each)
    throw new CliError('--each: a .csv has one time a cell. Give a .geojson for --out.');
  const vehicle = readVehicle(options.vehicle);
  const season = readSeason(options.season);
  const scenario = readScenario(options.scenario);
  const places = readPlaces(fromPath);
  const { manifest, network, land, situation } = await loadArea(dir, { sample: false });
  if (!land) throw new CliError(`${dir}: the pack has no land cells. Build it again.`);
  for (const note of notesOutside(fromPath, places, manifest.bbox)) console.error(`Note: ${note}`);
  const router = createRouter({
    network,
    metric: buildMetric(network, scenario, vehicle, season),
    anchors: facilityAnchors(situation),
    settings: scenario,
    restrictions: readRestrictions(options.close, network)
  });
  const walking = createLandWalks(land, scenario.offRoadKmh);
  const offRoad = createOffRoad(router, walking);
  for (const place of places)
    if (!router.snap(place).snap && walking.cellAt(place.lon, place.lat) < 0)
      console.error(
        `Note: ${fromPath}: nothing is reached from ${place.id}: neither a road nor land to walk on there.`
      );
  if (kind === '.csv') {
    writeLines(out, cellLines(isochroneCells(complete(offRoad.surface(places, toSites)), Math.max(...minutes))));
    tellWritten(`${out}: the minutes of every cell`, options.close);
    return 0;
  }
  const sets: { of: Place[]; properties: Record<string, string | number> }[] = options.each
    ? places.map((place) => ({ of: [place], properties: { from: place.id } }))
    : [{ of: places, properties: {} }];
  const features = sets.flatMap(({ of, properties }) =>
    isochrones(complete(offRoad.surface(of, toSites)), minutes, { ...properties, vehicle, season })
  );
  writeLines(out, [JSON.stringify({ type: 'FeatureCollection', features })]);
  tellWritten(`${out}: ${features.length} features`, options.close);
  return 0;
}

function readMinutes(text: string): number[] {
  const minutes = text.split(',').map((each) => (each.trim() === '' ? NaN : Number(each)));
  if (minutes.every((each) => each >= 0 && Number.isFinite(each))) return minutes;
  throw new CliError(`--minutes ${text}: give minutes, 0 or more, parted by commas, e.g. 15,30,60.`);
}

function* cellLines(cells: Iterable<[number, number, number]>): Generator<string> {
  yield 'lon,lat,minutes';
  for (const [lon, lat, minutes] of cells) yield `${lon},${lat},${minutes}`;
}
