import type { Capability, Grade, Referral } from '$core/model/records';
import type { CasePlace } from '$lib/commands/locate-case';
import { operations } from '$lib/state/operations.svelte';
import { recall, remember } from '$lib/state/remembered';

/** The case that is open, as ranking, routes and map want it. */
export interface CaseSubject {
  referral: Referral;
  place: CasePlace | null;
  form: {
    grade: Grade;
    aged: boolean;
    severeDisease: boolean;
    unstable: boolean;
    dialysis: boolean;
    needs: readonly Capability[];
  };
  targetId: string;
  /** The vehicle that was sent; null before. */
  vehicleId: string | null;
  /** The patient is aboard: the way leads on from the vehicle. */
  aboard: boolean;
}

export type LeftColumn = 'queue' | 'new';

const SOUND = 'dispatch-sound';
let left = $state<LeftColumn>('queue');
let caseId = $state<string | null>(null);
let assigning = $state(false);
let asked = $state<string | null>(null);
let keys = $state(false);
let sound = $state(recall(SOUND) !== 'off');

const subject = $derived.by((): CaseSubject | null => {
  const referral = caseId === null ? null : operations.caseOf(caseId);
  if (!referral) return null;
  const { grade, aged, severeDisease, stable, dialysis, vehicleNeeds, targetFacilityId } = referral;
  const sent = operations.assignmentOf(referral.id);
  return {
    referral,
    place: placeOf(referral),
    form: { grade, aged, severeDisease, unstable: !stable, dialysis, needs: vehicleNeeds },
    targetId: targetFacilityId,
    vehicleId: sent?.open ? sent.vehicleId : null,
    aboard: sent?.open === true && sent.leftSceneAt !== null
  };
});

/** Where the patient of a case waits. */
export function placeOf({ originFacilityId, villageId, lon, lat }: Referral): CasePlace | null {
  if (originFacilityId !== null) return { kind: 'facility', id: originFacilityId };
  if (lon !== null && lat !== null) return { kind: 'place', lon, lat };
  return villageId === null ? null : { kind: 'village', id: villageId };
}

/** Which case is open, and what is being asked about it. */
export const casesUi = {
  get left() {
    return left;
  },
  turn(next: LeftColumn) {
    left = next;
    if (next === 'new') casesUi.open(null);
  },
  get caseId() {
    return caseId;
  },
  get subject() {
    return subject;
  },
  open(id: string | null) {
    caseId = id;
    assigning = false;
    asked = null;
    if (id !== null) left = 'queue';
  },
  /** Whether the ranked vehicles stand open to choose one for the case; not while one is being sent. */
  get assigning() {
    return assigning && subject?.vehicleId === null;
  },
  assign(next: boolean) {
    assigning = next;
    if (next) asked = null;
  },
  /** Id of the act that waits for a reason, a signature or a facility; null where none does. */
  get asked() {
    return asked;
  },
  ask(next: string | null) {
    asked = next;
    if (next !== null) assigning = false;
  },
  get keys() {
    return keys;
  },
  showKeys(next: boolean) {
    keys = next;
  },
  get sound() {
    return sound;
  },
  setSound(next: boolean) {
    sound = next;
    remember(SOUND, next ? 'on' : 'off');
  },
  forget() {
    left = 'queue';
    caseId = null;
    assigning = false;
    asked = null;
    keys = false;
  }
};
