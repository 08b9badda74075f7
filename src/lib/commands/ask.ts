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
import { engine, type Moment } from '../state/engine.svelte';

/** Questions to the engine. Each rejects when the area is not open or the engine stopped. */
export const explain = (figure: FigureRef): Promise<Explanation> => engine.ask('explain', { figure });

/** The same without the planned changes of this screen. */
export const explainFacts = (figure: FigureRef): Promise<Explanation> => engine.ask('explain', { figure, facts: true });

export const refer = (
  villageId: VillageId,
  patient: PatientCase,
  options: Moment & { from?: Place } = {}
): Promise<ReferralAnswer> => engine.ask('refer', { villageId, patient, ...options });

export const rankVehicles = (
  call: { place: Place; hospital: Place | null; grade: Grade; needs: Capability[] },
  moment: Moment = {}
): Promise<VehicleRanking> => engine.ask('rank', { ...call, ...moment });

/** The first answer, not proven, comes within a second by `onpartial`; an aborted `signal` ends the solving. */
export const planReserve = (
  input: { vehicles: number; minutes: number; existing: 'fixed' | 'free'; timeLimitSeconds: number },
  options?: { onpartial?: (first: ReservePlan) => void; signal?: AbortSignal }
): Promise<ReservePlan> => engine.ask('planReserve', input, options);

/** Times from every cell of the land to the nearest site of the chosen level; an aborted `signal` ends the counting. */
export const travelSurface = (options: { onprogress?: (share: number) => void; signal?: AbortSignal } = {}) =>
  engine.ask(
    'surface',
    {},
    { signal: options.signal, onprogress: ({ done, total }) => options.onprogress?.(done / total) }
  );

/** The road under a point, with the stretch that a click would close; null when none lies within the distance. */
export const findRoad = (lon: number, lat: number, maxMetres: number) => engine.ask('road', { lon, lat, maxMetres });

export const findRoute = (from: Place, to: Place, moment: Moment = {}) => engine.ask('route', { from, to, ...moment });

/** The way of each village to its nearest public fever clinic, of the facts. */
export const feverReach = () => engine.ask('feverReach', { facts: true });

/** Lines of every closure now drawn, planned ones included unless `facts`. */
export const closureLines = (options: { facts?: boolean } = {}) => engine.ask('closureGeometry', options);
