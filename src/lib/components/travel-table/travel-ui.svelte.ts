import type { VehicleClass } from '$core/model/records';
import type { EntryPath } from '$core/routing/table-entry';
import type { Part } from './travel-rows';

let part = $state<Part>('speeds');
let vehicle = $state<VehicleClass | null>(null);
let at = $state.raw<EntryPath | null>(null);

/** Which part of the table is open, whose speeds, and the number the cursor is on. */
export const travelUi = {
  get part() {
    return part;
  },
  turnTo(next: Part) {
    part = next;
    at = null;
  },
  /** Null until chosen: the vehicle the map shows. */
  get vehicle() {
    return vehicle;
  },
  choose(next: VehicleClass | null) {
    vehicle = next;
    at = null;
  },
  get at() {
    return at;
  },
  /** Puts the cursor on a number, e.g. of the road a person asks about. */
  point(path: EntryPath) {
    at = path;
    part = path[0] === 'kmh' ? 'speeds' : path[0] === 'surfaceFactor' ? 'surfaces' : part;
    if (path[0] === 'kmh' || path[0] === 'surfaceFactor') vehicle = path[1] as VehicleClass;
  },
  forget() {
    part = 'speeds';
    vehicle = null;
    at = null;
  }
};
