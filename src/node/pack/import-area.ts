import { basename } from 'node:path';
import { buildNetwork } from '../../lib/core/network/build-network';
import { encodeLand } from '../../lib/core/grid/land-format';
import { encodeNetwork } from '../../lib/core/network/format';
import type { Network } from '../../lib/core/network/network';
import type { AreaExtent } from '../../lib/core/pack/check-position';
import { comparedPlaces } from '../../lib/core/pack/compare-settlements';
import type { ComparedPlace } from '../../lib/core/pack/compare-settlements';
import { cutOsm } from '../../lib/core/pack/cut-osm';
import { makeFacility, makeVillage } from '../../lib/core/pack/make-records';
import { makeTownships } from '../../lib/core/pack/make-townships';
import type { Imported, PackManifest, Problem } from '../../lib/core/pack/manifest';
import { PACK_FORMAT } from '../../lib/core/pack/manifest';
import { bboxOfPolygons, createContains, growBbox, insideBbox, padBbox } from '../../lib/core/pack/polygon';
import type { Bbox, MultiPolygon, Region } from '../../lib/core/pack/polygon';
import { fieldReader } from '../../lib/core/pack/table';
import { shadeRelief } from '../../lib/core/terrain/relief';
import { CliError } from '../cli/cli-error';
import { BASEMAP_ZOOM, makeBasemap } from './basemap/make-basemap';
import { gatherFacilities } from './gather-facilities';
import { gatherLand } from './gather-land';
import { gatherPopulation } from './gather-population';
import { gatherSettlements } from './gather-settlements';
import { withSimplifiedName } from './simplify-names';
import { describeSources, attributionOf } from './describe-sources';
import type { ImportInput, Say } from './import-input';
import { bboxOfRaster, populationGridOf } from './population-grid-of';
import { readElevation } from './read-elevation';
import { readOsm } from './read-osm';
import { readRaster } from './read-raster';
import { readRegions } from './read-regions';
import { readTable } from './read-table';
import { readWater } from './read-water';
import { reliefPng } from './relief-png';
import { roadCellsOf } from './road-cells';
import { ambulanceTimes } from './travel-table';
import { lines } from './lines';
import { timeZoneOf } from './time-zone-of';
import { openPackWriter } from './write-pack';
import type { PackWriter } from './write-pack';

const RELIEF_PIXELS = 2048;
/** What the map shows round the area, and how far a place may lie beyond the roads when no boundary was given. */
const MARGIN_DEGREES = 0.06;

/**
 * Builds the area pack `out` from raw sources: reads, judges, derives, writes, then swaps the whole pack in. An older
 * pack stays until the new one is whole.
 * @throws CliError for what a person can mend: a bad file, another area's list, an unwritable folder.
 */
export async function importArea(input: ImportInput, say: Say, now: () => Date): Promise<PackManifest> {
  const writer = openPackWriter(input.out);
  try {
    return await build(input, writer, say, now);
  } catch (error) {
    writer.discard();
    throw error;
  }
}

async function build(input: ImportInput, writer: PackWriter, say: Say, now: () => Date): Promise<PackManifest> {
  const problems: Problem[] = [];
  const take = <T>({ result, problems: found }: Imported<T>): T => {
    for (const each of found) problems.push(each);
    return result;
  };

  const boundaryRegions = input.boundary ? readRegions(input.boundary.path) : null;
  const boundary: MultiPolygon | null = boundaryRegions?.flatMap(({ polygons }) => polygons) ?? null;
  const regions = input.regions ? readRegions(input.regions.path) : (boundaryRegions ?? []);

  say(`roads: reading ${basename(input.osm.path)}`);
  const osm = take(await readOsm(input.osm.path, percentSayer(say, 'roads: reading')));
  const elevation = input.dem
    ? (say(`elevation: reading ${basename(input.dem.path)}`), await readElevation(input.dem.path))
    : null;
  say('network: building');
  const clip = boundary ? { type: 'MultiPolygon' as const, coordinates: boundary } : undefined;
  const network = take(buildNetwork(osm, { elevation, clip }));
  if (!network.edgeCount) throw noRoads(input, boundary);
  writer.write('network.bin', encodeNetwork(network));

  const bbox = boundary ? bboxOfPolygons(boundary) : bboxOfNetwork(network);
  const extent = extentOf(boundary, bbox, regions);
  const ground = cutOsm(osm, extent.contains);
  const places = input.compare ? take(readCompared(input.compare.path)) : [];
  const settlements = take(gatherSettlements({ list: input.settlements ?? null, osm: ground, extent, places })).map(
    withSimplifiedName
  );
  const facilities = take(
    gatherFacilities({ list: input.facilities ?? null, where: input.facilitiesWhere ?? null, osm: ground, extent })
  ).map(withSimplifiedName);
  say(`places: ${settlements.length} settlements, ${facilities.length} facilities`);

  if (input.population) say(`population: sharing out ${basename(input.population.path)}`);
  const raster = input.population ? await readRaster(input.population.path) : null;
  const sample = elevation ? (lon: number, lat: number) => elevation.sample(lon, lat) : null;
  const population = gatherPopulation({
    settlements,
    settlementsSource: input.settlements
      ? (input.settlements.source?.title ?? basename(input.settlements.path))
      : 'OpenStreetMap',
    grid: raster ? populationGridOf(raster, padBbox(bbox, MARGIN_DEGREES)) : null,
    gridFile: input.population ?? null,
    rasterBox: raster ? bboxOfRaster(raster) : null,
    areaBox: bbox,
    compare: input.compare ?? null,
    places,
    contains: extent.contains,
    regions,
    elevation: sample,
    roadCells: (cells) => roadCellsOf(network, cells),
    isWater: input.landcover ? await readWater(input.landcover.path) : null
  });
  take({ result: null, problems: population.problems });

  say('land: laying cells');
  const { landcover, cellMetres } = input;
  const land = await gatherLand({ network, bbox, contains: extent.contains, landcover, elevation: sample, cellMetres });
  writer.write('land.bin', encodeLand(land));

  say('townships: deriving');
  const townships = makeTownships({
    area: input.names,
    settlements,
    facilities,
    travel: ambulanceTimes(network, facilities)
  });
  const villages = settlements.map((draft, i) => makeVillage(draft, population.figures[i], townships));
  writer.write('townships.json', lines(townships.townships));
  writer.write('settlements.json', lines(villages));
  writer.write('facilities.json', lines(facilities.map((draft) => makeFacility(draft, townships))));

  const frame = padBbox(bbox, MARGIN_DEGREES);
  const sources = describeSources(input, osm.timestamp);
  const basemap = makeBasemap({
    name: input.names.local,
    osm,
    boundary,
    elevation: sample,
    frame,
    places: villages.map((village, i) => ({ village, kind: settlements[i].kind })),
    attribution: attributionOf(sources),
    onZoom: (zoom) => say(`basemap: zoom ${zoom} of ${BASEMAP_ZOOM.max}`)
  });
  writer.write('basemap.pmtiles', basemap.bytes);
  if (sample) {
    say('relief: shading');
    writer.write(
      'relief.png',
      reliefPng(shadeRelief({ elevation: sample, bounds: frame, longestSide: RELIEF_PIXELS }))
    );
  }
  writer.write('problems.json', lines(problems));
  return writer.commit({
    format: PACK_FORMAT,
    id: input.id,
    names: input.names,
    bbox,
    builtAt: now().toISOString(),
    timeZone: timeZoneOf(villages, bbox),
    sources,
    reliefBounds: sample ? frame : null,
    basemapZoom: BASEMAP_ZOOM,
    mapReviewNumber: input.mapReviewNumber ?? null,
    counts: {
      nodes: network.nodeCount,
      edges: network.edgeCount,
      ways: network.wayCount,
      settlements: villages.length,
      facilities: facilities.length,
      problems: problems.length
    },
    population: population.total,
    sample: input.sample,
    ...(input.inputHash ? { inputHash: input.inputHash } : {})
  });
}

function readCompared(path: string): Imported<ComparedPlace[]> {
  const rows = readTable(path);
  return comparedPlaces(rows, fieldReader(rows));
}

function bboxOfNetwork({ nodeCount, nodeLonE7, nodeLatE7 }: Network): Bbox {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < nodeCount; i++) growBbox(box, nodeLonE7[i] / 1e7, nodeLatE7[i] / 1e7);
  return box;
}

function extentOf(boundary: MultiPolygon | null, bbox: Bbox, regions: readonly Region[]): AreaExtent {
  if (boundary) return { contains: createContains(boundary), bounded: true, regions };
  const box = padBbox(bbox, MARGIN_DEGREES);
  return { contains: (lon, lat) => insideBbox(box, lon, lat), bounded: false, regions };
}

function noRoads(input: ImportInput, boundary: MultiPolygon | null): CliError {
  const where = boundary ? ` inside ${basename(input.boundary!.path)}` : '';
  return new CliError(`${input.osm.path} has no roads${where}. Give the extract of this area, with its highways.`);
}

function percentSayer(say: Say, what: string): (done: number, total: number) => void {
  let next = 25;
  return (done, total) => {
    const percent = total ? Math.floor((100 * done) / total) : 0;
    if (percent < next) return;
    say(`${what} ${percent} %`);
    next = percent + 25;
  };
}
