import { createTravelCache } from '../../src/lib/core/evaluate/travel-cache';
import { evaluate } from '../../src/lib/core/evaluate/evaluate';
import { applyChange } from '../../src/lib/core/change/apply-change';
import { closeRoad } from '../../src/lib/core/change/close-road';
import { DEFAULT_THRESHOLDS, type AnalysisSettings } from '../../src/lib/core/model/situation';
import { createSearch } from '../../src/lib/core/routing/dijkstra';
import { randomOf } from '../../src/lib/core/sample/random';
import { loadArea } from '../../src/node/pack/load-area';
import { medianMs, mustEqual, type Bench } from './bench';
import { plainSearch } from './plain-search';

const SEED = 20261122;

/** Times on the shipped area: one-to-all beside the textbook search, the matrix, and a closure to refreshed figures. */
export const run: Bench = async () => {
  const area = await loadArea('geodata/areas/ngazidja');
  const { network, situation } = area;
  const travel = createTravelCache(network);
  const settings: AnalysisSettings = {
    vehicle: 'ambulance',
    season: 'dry',
    careLevel: 'severe',
    thresholds: [...DEFAULT_THRESHOLDS],
    now: Date.parse(area.manifest.builtAt)
  };
  const router = travel.routerFor(situation, settings);
  const { metric, topology } = router.ground;
  const random = randomOf(SEED, 'sources');
  const sources = Array.from({ length: 21 }, () => random.whole(0, network.nodeCount - 1));

  const search = createSearch(network, topology, metric);
  const reference = plainSearch(network, metric.ms);
  for (const source of sources.slice(0, 3)) {
    search.run({ seeds: [{ node: source, ms: 0, mm: 0 }] });
    const plain = reference(source);
    for (let node = 0; node < network.nodeCount; node++) mustEqual(`node ${node}`, search.ms[node], plain[node]);
  }
  const oneToAll = medianMs(20, (i) => search.run({ seeds: [{ node: sources[i], ms: 0, mm: 0 }] }));
  const plainOneToAll = medianMs(20, (i) => void reference(sources[i]));

  const villages = [...situation.villages.values()];
  const facilities = [...situation.facilities.values()];
  const matrix = medianMs(5, () => void router.matrix(villages, facilities));

  const busy = mainRoads(area.network);
  let revision = 1;
  const closure = medianMs(9, (i) => {
    const { wayId, fromNode, toNode } = busy[i];
    const change = closeRoad(situation, { wayId, fromNode, toNode, reason: '', startsAt: area.manifest.builtAt });
    const after = applyChange(situation, change);
    evaluate({ situation: after, settings, travel, revision: revision++ });
  });
  const graph = `area ${area.manifest.id}, ${network.nodeCount} nodes`;
  const pairs = `${villages.length}x${facilities.length}`;
  return [
    {
      name: 'one-to-all-ms',
      graph,
      value: oneToAll,
      unit: 'ms',
      reference: plainOneToAll,
      ratio: plainOneToAll / oneToAll
    },
    { name: `matrix-${pairs}-ms`, graph, value: matrix, unit: 'ms', reference: null, ratio: null },
    { name: 'closure-to-all-figures-ms', graph, value: closure, unit: 'ms', reference: null, ratio: null }
  ];
};

/** Ten longest primary segments: closing one changes the most. */
function mainRoads(network: Awaited<ReturnType<typeof loadArea>>['network']) {
  return [...network.edgeLengthMm.keys()]
    .filter((edge) => network.wayClass[network.edgeWay[edge]] <= 9)
    .sort((a, b) => network.edgeLengthMm[b] - network.edgeLengthMm[a] || a - b)
    .slice(0, 10)
    .map((edge) => ({
      wayId: network.wayOsmId[network.edgeWay[edge]],
      fromNode: network.nodeOsmId[network.edgeFrom[edge]],
      toNode: network.nodeOsmId[network.edgeTo[edge]]
    }));
}
