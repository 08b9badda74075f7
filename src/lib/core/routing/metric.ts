import { BARRIER_KINDS, IMPASSABLE, ROAD_CLASSES, SURFACES, WayFlag, type Network } from '../network/network';
import type { Season, VehicleClass } from '../model/records';
import type { TravelScenario } from './scenario';

/** Milliseconds per arc (`2·edge` forward, `2·edge+1` back); IMPASSABLE where the vehicle may not or cannot pass. */
export interface Metric {
  ms: Uint32Array;
}

/** Speed of one arc with everything that had a say; `maxspeed` and `gradeLimit` are null where they set no bound. */
export interface ArcSpeed {
  kmh: number;
  tableKmh: number;
  surfaceFactor: number;
  maxspeed: number | null;
  /** For walking: the speed Tobler's function gives, which may exceed the table downhill. */
  gradeLimit: number | null;
}

const FERRY = ROAD_CLASSES.indexOf('ferry');

/** Travel times of every arc of the open network for one vehicle in one season. */
export function buildMetric(network: Network, scenario: TravelScenario, vehicle: VehicleClass, season: Season): Metric {
  const ms = new Uint32Array(network.edgeCount * 2).fill(IMPASSABLE);
  const rules = vehicleRules(scenario, vehicle, season);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    for (let side = 0; side < 2; side++) ms[2 * edge + side] = arcMs(network, rules, edge, side === 1);
  }
  return { ms };
}

/** How fast the vehicle drives an arc and why; null where it is barred. */
export function explainSpeed(
  network: Network,
  scenario: TravelScenario,
  arc: { edge: number; reverse: boolean; vehicle: VehicleClass; season: Season }
): ArcSpeed | null {
  const rules = vehicleRules(scenario, arc.vehicle, arc.season);
  const speed = arcSpeed(network, rules, arc.edge, arc.reverse);
  if (!speed) return null;
  const ferryMs = ferryDurationMs(network, arc.edge);
  if (ferryMs === null) return speed;
  const kmh = ferryMs === 0 ? speed.kmh : (network.edgeLengthMm[arc.edge] * 3.6) / ferryMs;
  return { ...speed, kmh };
}

/** Milliseconds for a length at a speed, half-up. */
export function travelMs(mm: number, kmh: number): number {
  return Math.floor((mm * 3.6) / kmh + 0.5);
}

/** Greatest speed at a grade (in per cent, either sign), null where the table sets no bound. */
export function gradeLimitKmh(limits: TravelScenario['gradeLimits'], gradePercent: number): number | null {
  const grade = Math.abs(gradePercent);
  if (limits.length === 0 || grade < limits[0].gradePercent) return null;
  const next = limits.findIndex((limit) => limit.gradePercent >= grade);
  if (next < 0) return limits[limits.length - 1].kmh;
  const high = limits[next];
  if (high.gradePercent === grade) return high.kmh;
  const low = limits[next - 1];
  return low.kmh + ((high.kmh - low.kmh) * (grade - low.gradePercent)) / (high.gradePercent - low.gradePercent);
}

/** Tobler's hiking function (1993), scaled so that flat ground gives `flatKmh`; `slope` is rise over run. */
export function toblerKmh(flatKmh: number, slope: number): number {
  return (flatKmh * Math.exp(-3.5 * Math.abs(slope + 0.05))) / Math.exp(-0.175);
}

interface VehicleRules {
  scenario: TravelScenario;
  kmh: number[];
  surfaceFactor: number[];
  shut: boolean[];
  forward: number;
  backward: number;
  obeysMaxspeed: boolean;
  walking: boolean;
}

function vehicleRules(scenario: TravelScenario, vehicle: VehicleClass, season: Season): VehicleRules {
  const access = ACCESS[vehicle];
  return {
    scenario,
    kmh: ROAD_CLASSES.map((each) => scenario.kmh[vehicle][season][each]),
    surfaceFactor: SURFACES.map((each) => scenario.surfaceFactor[vehicle][season][each]),
    shut: BARRIER_KINDS.map((each) => scenario.shutBarriers[vehicle].includes(each)),
    forward: access.forward,
    backward: access.backward,
    obeysMaxspeed: scenario.obeysMaxspeed[vehicle],
    walking: vehicle === 'walking'
  };
}

/** An ambulance may also go where only emergency vehicles may. */
const ACCESS: Record<VehicleClass, { forward: number; backward: number }> = {
  ambulance: {
    forward: WayFlag.carForward | WayFlag.emergencyForward,
    backward: WayFlag.carBackward | WayFlag.emergencyBackward
  },
  ordinary: { forward: WayFlag.carForward, backward: WayFlag.carBackward },
  motorcycle: { forward: WayFlag.motorcycleForward, backward: WayFlag.motorcycleBackward },
  walking: { forward: WayFlag.footForward, backward: WayFlag.footBackward }
};

function arcMs(network: Network, rules: VehicleRules, edge: number, reverse: boolean): number {
  const speed = arcSpeed(network, rules, edge, reverse);
  if (!speed) return IMPASSABLE;
  const ms = ferryDurationMs(network, edge) ?? travelMs(network.edgeLengthMm[edge], speed.kmh);
  if (ms >= IMPASSABLE) throw new RangeError(`edge ${edge} takes ${ms} ms, more than 32 bits hold`);
  return ms;
}

function arcSpeed(network: Network, rules: VehicleRules, edge: number, reverse: boolean): ArcSpeed | null {
  const way = network.edgeWay[edge];
  if ((network.wayFlags[way] & (reverse ? rules.backward : rules.forward)) === 0) return null;
  if (rules.shut[network.nodeBarrier[network.edgeFrom[edge]]]) return null;
  if (rules.shut[network.nodeBarrier[network.edgeTo[edge]]]) return null;
  const roadClass = network.wayClass[way];
  const tableKmh = rules.kmh[roadClass];
  const surfaceFactor = roadClass === FERRY ? 1 : rules.surfaceFactor[network.waySurface[way]];
  const base = tableKmh * surfaceFactor;
  if (!(base > 0)) return null;
  if (roadClass === FERRY) return { kmh: base, tableKmh, surfaceFactor, maxspeed: null, gradeLimit: null };
  const signed = reverse ? network.wayMaxspeedBackward[way] : network.wayMaxspeedForward[way];
  const maxspeed = rules.obeysMaxspeed && signed > 0 ? signed : null;
  const grade = (reverse ? -1 : 1) * network.edgeGrade[edge];
  if (rules.walking) {
    const walked = Math.max(toblerKmh(base, grade / 10_000), Math.min(base, rules.scenario.walkingFloorKmh));
    return { kmh: Math.min(walked, maxspeed ?? walked), tableKmh, surfaceFactor, maxspeed, gradeLimit: walked };
  }
  const gradeLimit = gradeLimitKmh(rules.scenario.gradeLimits, grade / 100);
  return { kmh: Math.min(base, maxspeed ?? base, gradeLimit ?? base), tableKmh, surfaceFactor, maxspeed, gradeLimit };
}

/** An edge's share, by length, of a ferry's stated duration; null where none is stated. */
function ferryDurationMs(network: Network, edge: number): number | null {
  const way = network.edgeWay[edge];
  if (network.wayClass[way] !== FERRY || network.wayDuration[way] === 0 || !(network.wayLengthMm[way] > 0)) return null;
  return Math.floor((network.wayDuration[way] * 1000 * network.edgeLengthMm[edge]) / network.wayLengthMm[way] + 0.5);
}
