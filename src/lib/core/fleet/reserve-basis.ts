import { equalValues } from '../change/equal-values';
import type { Season, VehicleClass } from '../model/records';
import type { Situation } from '../model/situation';
import { activeTravelScenario } from '../routing/active-scenario';
import { reserveCandidates } from './reserve-candidates';

/** What the answer to a reserve plan rests on besides what was asked of it. */
export interface ReserveBasis {
  situation: Pick<Situation, 'villages' | 'facilities' | 'vehicles' | 'closures' | 'scenarios'>;
  vehicle: VehicleClass;
  season: Season;
}

/**
 * Whether the same question would be put to the solver from both: same villages, candidates and roads. Where vehicles are
 * just now, stock, reports and names of plans do not matter.
 */
export function sameReserveBasis(a: ReserveBasis, b: ReserveBasis): boolean {
  const [before, now] = [a.situation, b.situation];
  return (
    a.vehicle === b.vehicle &&
    a.season === b.season &&
    (before.villages === now.villages || equalValues(weights(before), weights(now))) &&
    (before.closures === now.closures || equalValues(cuts(before), cuts(now))) &&
    (before.scenarios === now.scenarios || equalValues(activeTravelScenario(before), activeTravelScenario(now))) &&
    equalValues(reserveCandidates(before), reserveCandidates(now))
  );
}

type Facts = ReserveBasis['situation'];

const weights = ({ villages }: Facts) =>
  [...villages.values()].map(({ id, lon, lat, residents }) => [id, lon, lat, residents]);

const cuts = ({ closures }: Facts) =>
  [...closures.values()].map(({ wayId, fromNode, toNode, speedPercent, startsAt, endsAt }) => [
    wayId,
    fromNode,
    toNode,
    speedPercent,
    startsAt,
    endsAt
  ]);
