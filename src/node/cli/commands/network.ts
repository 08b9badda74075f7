import { join } from 'node:path';
import { IMPASSABLE, type Network } from '../../../lib/core/network/network';
import { buildMetric } from '../../../lib/core/routing/metric';
import { readAreaRoads } from '../read-area-roads';
import { readOptions, readScenario, readSeason, readVehicle, required } from '../travel-options';
import { checkOut, writeLines } from '../write-lines';

export const usage = `network --area DIR --out DIR [--vehicle ambulance|ordinary|motorcycle|walking] [--season dry|wet|snow]
        [--scenario TABLE.json]
    Writes the road network as one vehicle meets it, so that outsiders can check a time: nodes.csv id,lon,lat
    (OSM node ids), arcs.csv from,to,way_id,ms,metres (one row per OSM segment and passable direction) and
    scenario.json, the travel table the times come from.`;

const OPTIONS = {
  area: { type: 'string' },
  out: { type: 'string' },
  vehicle: { type: 'string' },
  season: { type: 'string' },
  scenario: { type: 'string' }
} as const;

export async function run(argv: string[]): Promise<number> {
  const options = readOptions(argv, OPTIONS);
  const area = required(options.area, 'area', usage);
  const out = required(options.out, 'out', usage);
  checkOut(join(out, 'nodes.csv'));
  const vehicle = readVehicle(options.vehicle);
  const season = readSeason(options.season);
  const scenario = readScenario(options.scenario);
  const { network } = await readAreaRoads(area);
  const { ms } = buildMetric(network, scenario, vehicle, season);
  writeLines(join(out, 'nodes.csv'), nodeLines(network));
  writeLines(join(out, 'arcs.csv'), arcLines(network, ms));
  writeLines(join(out, 'scenario.json'), [JSON.stringify(scenario, null, 2)]);
  return 0;
}

function* nodeLines({ nodeCount, nodeOsmId, nodeLonE7, nodeLatE7 }: Network): Generator<string> {
  yield 'id,lon,lat';
  for (let node = 0; node < nodeCount; node++)
    yield `${nodeOsmId[node]},${degrees(nodeLonE7[node])},${degrees(nodeLatE7[node])}`;
}

function* arcLines(network: Network, ms: Uint32Array): Generator<string> {
  const { edgeCount, edgeFrom, edgeTo, edgeWay, edgeLengthMm, nodeOsmId, wayOsmId } = network;
  yield 'from,to,way_id,ms,metres';
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = nodeOsmId[edgeFrom[edge]];
    const to = nodeOsmId[edgeTo[edge]];
    const way = wayOsmId[edgeWay[edge]];
    const metres = (edgeLengthMm[edge] / 1000).toFixed(3);
    if (ms[2 * edge] !== IMPASSABLE) yield `${from},${to},${way},${ms[2 * edge]},${metres}`;
    if (ms[2 * edge + 1] !== IMPASSABLE) yield `${to},${from},${way},${ms[2 * edge + 1]},${metres}`;
  }
}

/** Degrees × 1e7 with all seven decimals, read back to the same double as the division gives. */
function degrees(e7: number): string {
  return (e7 / 1e7).toFixed(7);
}
