import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { JobFindings, LostRoadFact, OffRoadPlace } from '../../../lib/core/model/job';
import type { Network } from '../../../lib/core/network/network';
import type { Problem } from '../../../lib/core/pack/manifest';
import { resolveClosures, type ClosureFacts } from '../../../lib/core/routing/closures';
import { describeParts, prepareGround, type Ground } from '../../../lib/core/routing/ground';
import { buildMetric } from '../../../lib/core/routing/metric';
import { DEFAULT_TRAVEL_SCENARIO } from '../../../lib/core/routing/scenario';
import { loadArea } from '../../pack/load-area';
import type { GroundFacts } from './job-messages';

const PROBLEMS_SHOWN = 200;
const PARTS_SHOWN = 50;
const PLACES_SHOWN = 200;
const LOST_SHOWN = 500;

/**
 * What the checker says of a built pack, and which closures of the area no longer match a road of it. Tried for
 * ambulances on dry roads with the shipped travel table.
 */
export async function examinePack(dir: string, facts: GroundFacts, now: number): Promise<Omit<JobFindings, 'changes'>> {
  const { manifest, network, situation, problems } = await loadArea(dir, { sample: false });
  if (statSync(join(dir, 'network.bin')).size === 0) throw new Error(`${dir}: network.bin is empty`);
  const own = new Set(facts.facilities.map(({ id }) => id));
  const facilities = [...facts.facilities, ...[...situation.facilities.values()].filter(({ id }) => !own.has(id))];
  const known = new Set(facts.villages.map(({ id }) => id));
  const villages = [...facts.villages, ...[...situation.villages.values()].filter(({ id }) => !known.has(id))];
  const metric = buildMetric(network, DEFAULT_TRAVEL_SCENARIO, 'ambulance', 'dry');
  const ground = prepareGround({ network, metric, anchors: facilities, settings: DEFAULT_TRAVEL_SCENARIO });
  const { lost, kept } = tryClosures(network, facts, now);
  return {
    counts: {
      roadKm: Math.round(sumKm(network)),
      ways: manifest.counts.ways,
      settlements: manifest.counts.settlements,
      facilities: manifest.counts.facilities
    },
    dataDate: manifest.sources.find(({ role }) => role === 'roads')?.date ?? null,
    bbox: manifest.bbox,
    problems: countProblems(problems),
    unconnected: unconnectedOf(ground),
    offRoad: offRoadOf(ground, [
      ...facilities.map((each) => ({ ...each, kind: 'facility' as const })),
      ...villages.map((each) => ({ ...each, kind: 'village' as const }))
    ]),
    lost: lost.slice(0, LOST_SHOWN),
    kept
  };
}

function sumKm({ edgeLengthMm }: Network): number {
  let mm = 0;
  for (const each of edgeLengthMm) mm += each;
  return mm / 1e6;
}

function countProblems(problems: readonly Problem[]): JobFindings['problems'] {
  const order = { error: 0, warning: 1, note: 2 };
  const count = { error: 0, warning: 0, note: 0 };
  for (const { severity } of problems) count[severity] += 1;
  const first = [...problems]
    .sort((a, b) => order[a.severity] - order[b.severity])
    .slice(0, PROBLEMS_SHOWN)
    .map(({ severity, where, read, cure }) => ({ severity, where, read, cure }));
  return { ...count, first };
}

/** All but the longest part: what lies apart from the main network. */
function unconnectedOf(ground: Ground): JobFindings['unconnected'] {
  const apart = describeParts(ground)
    .slice(1)
    .filter(({ roadMm }) => roadMm > 0);
  return {
    total: apart.length,
    roadKm: Math.round(apart.reduce((sum, { roadMm }) => sum + roadMm, 0) / 1e5) / 10,
    first: apart.slice(0, PARTS_SHOWN).map(({ roadMm, bbox: [west, south, east, north], anchorIds }) => ({
      roadKm: Math.round(roadMm / 1e5) / 10,
      lon: (west + east) / 2,
      lat: (south + north) / 2,
      facilityIds: [...anchorIds]
    }))
  };
}

type Placed = OffRoadPlace & { lon: number | null; lat: number | null };

function offRoadOf(ground: Ground, places: readonly Placed[]): JobFindings['offRoad'] {
  const off = places.filter(({ lon, lat }) => lon !== null && lat !== null && !ground.snapOpen(lon, lat));
  return { total: off.length, first: off.slice(0, PLACES_SHOWN).map(({ kind, id, names }) => ({ kind, id, names })) };
}

/** Closures that have not ended, and those that saved scenarios plan, tried on the new network. */
function tryClosures(network: Network, facts: GroundFacts, now: number): { lost: LostRoadFact[]; kept: number } {
  const ends = ({ endsAt }: ClosureFacts) => (endsAt ? Date.parse(endsAt) : Infinity);
  const open = facts.closures
    .filter((each) => !(ends(each) <= now))
    .map((facts) => ({ kind: 'closure' as const, id: facts.id, label: facts.reason, facts }));
  const planned = facts.scenarios.flatMap(({ id, name, content }) =>
    closuresOf(content).map((facts) => ({ kind: 'scenario' as const, id, label: name, facts }))
  );
  const all = [...open, ...planned];
  // Each under a number of its own, as one closure may stand in several scenarios; all as in force.
  const asked = all.map(({ facts }, i) => ({ ...facts, id: String(i), startsAt: '', endsAt: null }));
  const lost = resolveClosures(network, asked, now).lost.map(({ closureId, wayId, reason }) => {
    const { kind, id, label } = all[Number(closureId)];
    return { kind, id, label, wayId, reason };
  });
  return { lost, kept: all.length - lost.length };
}

/** Closures among the edits of a saved plan; anything else in it is left alone. */
function closuresOf(content: unknown): ClosureFacts[] {
  const edits = (content as { edits?: unknown } | null)?.edits;
  if (!Array.isArray(edits)) return [];
  return (edits as { collection?: unknown; after?: unknown }[])
    .filter(({ collection, after }) => collection === 'closures' && !!after)
    .map(({ after }) => after as ClosureFacts);
}
