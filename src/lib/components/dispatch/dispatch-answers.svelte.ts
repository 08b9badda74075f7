import { untrack } from 'svelte';
import type { VehicleClass } from '$core/model/records';
import type { RankedVehicle, ReferralAnswer, VehicleRanking } from '$core/model/results';
import type { NoWayReason, Place, Route } from '$core/routing/routing';
import { engineMessage, type Message } from '$lib/commands/as-message';
import { findRoute, rankVehicles, refer } from '$lib/commands/ask';
import { locateCase, type CaseSite } from '$lib/commands/locate-case';
import { t } from '$lib/i18n';
import { clock } from '$lib/state/clock.svelte';
import { isSuperseded } from '$lib/state/engine.svelte';
import { operations } from '$lib/state/operations.svelte';
import { results } from '$lib/state/results.svelte';
import { situation } from '$lib/state/situation.svelte';
import { casesUi } from './cases/cases-ui.svelte';
import { dispatchUi } from './dispatch-ui.svelte';

export interface Leg {
  route: Route | null;
  reason: NoWayReason | null;
}

export interface DispatchAnswers {
  /** Null without a place, or when it is gone. */
  readonly site: CaseSite | null;
  readonly ranking: VehicleRanking | null;
  readonly referral: ReferralAnswer | null;
  /** Of the offered ones, as chosen or the first. */
  readonly chosen: RankedVehicle | null;
  /** Whose way is shown: the one sent for the open case, else the chosen one. */
  readonly vehicleId: string | null;
  /** The site that the case is going to, else the one the rules lead to. */
  readonly targetId: string | null;
  /** Class whose times the way to the hospital takes. */
  readonly vehicleClass: VehicleClass;
  readonly approach: Leg | null;
  readonly transport: Leg | null;
  readonly failure: string | null;
  readonly computing: boolean;
}

const PERIOD_MS = 60_000;
type Question = 'ranking' | 'referral' | 'approach' | 'transport';

/** Why the engine gave no answer, whose last one is taken off the screen. */
function asFailure(error: unknown): Message {
  const { code, params } = engineMessage(error);
  return { code: code === 'trouble-engine' ? 'dispatch-engine-failed' : code, params };
}

/**
 * Asks the engine of the facts alone, anew with each of its figures and each minute: positions age. Call it while a
 * component is set up.
 */
export function createAnswers(): DispatchAnswers {
  let ranking = $state.raw<VehicleRanking | null>(null);
  let referral = $state.raw<ReferralAnswer | null>(null);
  let approach = $state.raw<Leg | null>(null);
  let transport = $state.raw<Leg | null>(null);
  let failures = $state.raw<Partial<Record<Question, Message>>>({});
  let awaited = $state(0);
  let asked: CaseSite['at'] | null = null;

  const site = $derived(situation.real && dispatchUi.place ? locateCase(situation.real, dispatchUi.place) : null);
  const at = $derived.by((): Place | null => site?.at ?? null);
  const atKey = $derived(at ? `${at.id} ${at.lon} ${at.lat}` : '');
  const minute = $derived(Math.floor(clock.now / PERIOD_MS));
  /** One that a command of this device waits to send for another case, or to take out of service, is not chosen. */
  const free = $derived(
    (ranking?.offered ?? []).filter(({ vehicleId: id }) => {
      const known = situation.real?.vehicles.get(id);
      const out = known !== undefined && operations.vehicleOf(known).status === 'out-of-service';
      return !out && (casesUi.subject === null || operations.openOf(id).length === 0);
    })
  );
  const chosen = $derived(free.find((each) => each.vehicleId === dispatchUi.vehicleId) ?? free[0] ?? null);
  const vehicleId = $derived(casesUi.subject?.vehicleId ?? chosen?.vehicleId ?? null);
  const vehicle = $derived(vehicleId ? (situation.real?.vehicles.get(vehicleId) ?? null) : null);
  const vehicleClass = $derived<VehicleClass>(vehicle?.vehicleClass ?? 'ambulance');
  const villageId = $derived(site?.village?.id ?? null);
  const targetId = $derived(
    casesUi.subject?.targetId ?? (referral?.target ?? referral?.monitoringSite ?? null)?.facilityId ?? null
  );
  /** Where the open case goes. That of a place that is asked about rests on the vehicle, and so none may rest on it. */
  const hospital = $derived.by((): Place | null => {
    const target = casesUi.subject && situation.real?.facilities.get(casesUi.subject.targetId);
    return target ? { id: target.id, lon: target.lon, lat: target.lat } : null;
  });
  const needsWay = $derived(casesUi.subject !== null || referral?.target !== null);
  /** Where the vehicle is, as far as anybody knows. */
  const vehicleAt = $derived.by((): Place | null => {
    if (!vehicle) return null;
    const { id, lon, lat, positionLon, positionLat } = vehicle;
    const placed = positionLon !== null && positionLat !== null;
    return { id, lon: placed ? positionLon : lon, lat: placed ? positionLat : lat };
  });

  /** An answer that fails is taken off: it would stand beside a case that it is not of. */
  function ask<T>(question: Question, request: () => Promise<T>, take: (answer: T | null) => void): () => void {
    let gone = false;
    untrack(() => (awaited += 1));
    request()
      .then(
        (answer) => {
          if (gone) return;
          failures = { ...failures, [question]: undefined };
          take(answer);
        },
        (error: unknown) => {
          if (gone || isSuperseded(error)) return;
          failures = { ...failures, [question]: asFailure(error) };
          take(null);
        }
      )
      .finally(() => (awaited -= 1));
    return () => {
      gone = true;
    };
  }

  $effect(() => {
    void results.baseline;
    const now = minute * PERIOD_MS;
    const { grade, needs } = dispatchUi.form;
    if (atKey === '' || !at || !dispatchUi.ranks) {
      ranking = referral = approach = transport = null;
      failures = {};
      asked = null;
      return;
    }
    if (asked?.id !== at.id || asked.lon !== at.lon || asked.lat !== at.lat) ranking = referral = null;
    asked = at;
    const to = hospital;
    return ask(
      'ranking',
      () => rankVehicles({ place: at, hospital: to, grade, needs: [...needs] }, { facts: true, now }),
      (answer) => (ranking = answer)
    );
  });

  $effect(() => {
    void results.baseline;
    const now = minute * PERIOD_MS;
    const { grade, aged, severeDisease, unstable, dialysis } = dispatchUi.form;
    const patient = { grade, aged, severeDisease, dialysis, stable: !unstable };
    const from = casesUi.subject?.aboard ? vehicleAt : at;
    if (atKey === '' || !from || !villageId) return;
    return ask(
      'referral',
      () => refer(villageId, patient, { from, facts: true, vehicle: vehicleClass, now }),
      (answer) => (referral = answer)
    );
  });

  $effect(() => {
    void results.baseline;
    const from = vehicleAt;
    if (!at || !from || casesUi.subject?.aboard) {
      approach = null;
      return;
    }
    return ask(
      'approach',
      () => findRoute(from, at, { facts: true, vehicle: vehicleClass }),
      (answer) => (approach = answer)
    );
  });

  $effect(() => {
    void results.baseline;
    const facility = targetId ? situation.real?.facilities.get(targetId) : undefined;
    const from = casesUi.subject?.aboard ? vehicleAt : at;
    if (!from || !facility || !needsWay) {
      transport = null;
      return;
    }
    const to = { id: facility.id, lon: facility.lon, lat: facility.lat };
    return ask(
      'transport',
      () => findRoute(from, to, { facts: true, vehicle: vehicleClass }),
      (answer) => (transport = answer)
    );
  });

  return {
    get site() {
      return site;
    },
    get ranking() {
      return ranking;
    },
    get referral() {
      return referral;
    },
    get chosen() {
      return chosen;
    },
    get vehicleId() {
      return vehicleId;
    },
    get targetId() {
      return targetId;
    },
    get vehicleClass() {
      return vehicleClass;
    },
    get approach() {
      return approach;
    },
    get transport() {
      return transport;
    },
    get failure() {
      const first = failures.ranking ?? failures.referral ?? failures.approach ?? failures.transport;
      return first ? t(first.code, first.params) : null;
    },
    get computing() {
      return awaited > 0;
    }
  };
}
