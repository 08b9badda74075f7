import { isCasePlace, type CasePlace } from '$lib/commands/locate-case';
import type { Capability, Grade } from '$core/model/records';
import type { FigureRef } from '$core/model/results';
import type { MapHandle } from '$lib/map';
import { recall, remember } from '$lib/state/remembered';
import { selection } from '$lib/state/selection.svelte';
import { casesUi } from './cases/cases-ui.svelte';

/** Where the keyboard works: naming the place, describing the case, choosing the vehicle. */
export type Stage = 'place' | 'case' | 'vehicles';
export type DispatchTool = 'place' | 'road';
/** What the right column shows. */
export type Side = { kind: 'board' } | { kind: 'vehicle'; id: string } | { kind: 'road' };

export interface CaseForm {
  grade: Grade;
  aged: boolean;
  severeDisease: boolean;
  unstable: boolean;
  dialysis: boolean;
  needs: readonly Capability[];
}

/** Grades of a case, in the order of their digits. */
export const GRADES: readonly Grade[] = ['asymptomatic', 'mild', 'ordinary', 'severe', 'critical'];
/** What a vehicle may have to carry, in the order of their keys. */
export const CARRIED = ['oxygen', 'stretcher', 'monitor', 'ventilator'] as const satisfies readonly Capability[];
/** The gravest case that needs no more than the document says, so that an untouched form errs on the safe side. */
const FIRST_FORM: CaseForm = {
  grade: 'severe',
  aged: false,
  severeDisease: false,
  unstable: false,
  dialysis: false,
  needs: []
};
const RECENT_KEPT = 6;

let form = $state.raw<CaseForm>(FIRST_FORM);
let vehicleId = $state<string | null>(null);
let side = $state.raw<Side>({ kind: 'board' });
let roadAt = $state.raw<{ lon: number; lat: number } | null>(null);
let tool = $state<DispatchTool>('place');
let stage = $state<Stage>('place');
let figure = $state.raw<FigureRef | null>(null);
let followed = $state(false);
let handle = $state.raw<MapHandle | null>(null);
let recent = $state.raw<readonly CasePlace[]>([]);
/** The open case goes before the place that is being asked about. */
const place = $derived(
  casesUi.subject ? casesUi.subject.place : isCasePlace(selection.current) ? selection.current : null
);

const samePlace = (a: CasePlace, b: CasePlace) =>
  'id' in a ? 'id' in b && a.kind === b.kind && a.id === b.id : !('id' in b) && a.lon === b.lon && a.lat === b.lat;

/** How this screen is being used. The place is the selection, so that a link reopens it; the case never leaves here. */
export const dispatchUi = {
  get place(): CasePlace | null {
    return place;
  },
  setPlace(next: CasePlace | null, areaId: string | null) {
    casesUi.open(null);
    if (next) casesUi.turn('new');
    selection.select(next);
    vehicleId = null;
    followed = false;
    figure = null;
    if (!next) {
      form = FIRST_FORM;
      return;
    }
    recent = [next, ...recent.filter((other) => !samePlace(other, next))].slice(0, RECENT_KEPT);
    if (areaId) remember(`dispatch-recent-${areaId}`, JSON.stringify(recent));
  },
  get recent() {
    return recent;
  },
  recallRecent(areaId: string) {
    try {
      const kept: unknown = JSON.parse(recall(`dispatch-recent-${areaId}`) ?? '[]');
      recent = Array.isArray(kept) ? kept.filter((each) => isCasePlace(each)).slice(0, RECENT_KEPT) : [];
    } catch {
      recent = [];
    }
  },
  get form(): CaseForm {
    return casesUi.subject?.form ?? form;
  },
  /** Whether vehicles are to be ranked: for a place that is asked about, or for the case that gets one. */
  get ranks(): boolean {
    return place !== null && (casesUi.subject === null || casesUi.assigning);
  },
  setForm(next: Partial<CaseForm>) {
    form = { ...form, ...next };
    vehicleId = null;
  },
  /** As it stands before anything is said of a patient. */
  clearForm() {
    this.setForm(FIRST_FORM);
  },
  toggleNeed(need: Capability) {
    const needs = form.needs.includes(need) ? form.needs.filter((each) => each !== need) : [...form.needs, need];
    this.setForm({ needs });
  },
  /** Vehicle chosen among the ranked ones; null stands for the first. */
  get vehicleId() {
    return vehicleId;
  },
  chooseVehicle(id: string | null) {
    vehicleId = id;
    followed = false;
  },
  get side() {
    return side;
  },
  show(next: Side) {
    side = next;
    figure = null;
    if (next.kind !== 'road') {
      tool = 'place';
      roadAt = null;
    }
  },
  get roadAt() {
    return roadAt;
  },
  setRoadAt(next: { lon: number; lat: number } | null) {
    roadAt = next;
  },
  get tool() {
    return tool;
  },
  take(next: DispatchTool) {
    tool = next;
    roadAt = null;
    side = { kind: next === 'road' ? 'road' : 'board' };
    figure = null;
  },
  get stage() {
    return stage;
  },
  turnTo(next: Stage) {
    stage = next;
  },
  get figure() {
    return figure;
  },
  explain(next: FigureRef | null) {
    figure = next;
  },
  /** Whether the map shows the whole way of the chosen vehicle. */
  get followed() {
    return followed;
  },
  follow(next: boolean) {
    followed = next;
  },
  get handle() {
    return handle;
  },
  setHandle(next: MapHandle | null) {
    handle = next;
  },
  forget() {
    casesUi.forget();
    form = FIRST_FORM;
    vehicleId = null;
    side = { kind: 'board' };
    tool = 'place';
    stage = 'place';
    roadAt = null;
    figure = null;
    followed = false;
  }
};
