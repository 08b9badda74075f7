import type { VillageId } from '../core/model/ids';
import type { Capability, Grade } from '../core/model/records';
import type {
  Explanation,
  FigureRef,
  PatientCase,
  ReferralAnswer,
  ReservePlan,
  VehicleRanking
} from '../core/model/results';
import type { Place } from '../core/routing/routing';
import { engine } from '../state/engine.svelte';

/** Questions to the engine. Each rejects when the area is not open or the engine stopped. */
export const explain = (figure: FigureRef): Promise<Explanation> => engine.ask('explain', { figure });

/** The same without the planned changes of this screen. */
export const explainFacts = (figure: FigureRef): Promise<Explanation> => engine.ask('explain', { figure, facts: true });

export const refer = (villageId: VillageId, patient: PatientCase): Promise<ReferralAnswer> =>
  engine.ask('refer', { villageId, patient });

export const rankVehicles = (place: Place, grade: Grade, needs: Capability[]): Promise<VehicleRanking> =>
  engine.ask('rank', { place, grade, needs });

export const planReserve = (input: {
  vehicles: number;
  minutes: number;
  existing: 'fixed' | 'free';
  timeLimitSeconds: number;
}): Promise<ReservePlan> => engine.ask('planReserve', input);

/** The road under a point, with the stretch that a click would close; null when none lies within the distance. */
export const findRoad = (lon: number, lat: number, maxMetres: number) => engine.ask('road', { lon, lat, maxMetres });

export const findRoute = (from: Place, to: Place) => engine.ask('route', { from, to });

/** Lines of every closure now drawn, planned ones included. */
export const closureLines = () => engine.ask('closureGeometry', {});
