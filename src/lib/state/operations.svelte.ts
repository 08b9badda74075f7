import type { Assignment, Referral, Vehicle } from '../core/model/records';
import { latestByReferral, openByVehicle } from '../core/operations/assignments-by';
import { caseClock, caseGroup, inUrgency, type QueuedCase } from '../core/operations/case-clock';
import { hospitalLoads, type HospitalLoad } from '../core/operations/hospital-load';
import { predict } from '../core/operations/predict';
import { predictVehicle, vehicleOfPath } from '../core/operations/predict-vehicle';
import {
  NO_OPERATIONS,
  withList,
  withRecord,
  type OperationCollection,
  type OperationRecord,
  type OperationRecords
} from '../core/operations/records';
import { activeRulePack } from '../core/rules/active-rule-pack';
import type { RulePack } from '../core/rules/rule-pack';
import { clock } from './clock.svelte';
import { connection } from './connection.svelte';
import { queue, type QueuedCommand } from './queue.svelte';
import { session } from './session.svelte';
import { situation } from './situation.svelte';

export type OperationsWord = 'closed' | 'catching-up' | 'live' | 'offline';

const GOODS = '/api/greenlane/allocations';

let held = $state.raw<OperationRecords>(NO_OPERATIONS);
let word = $state<OperationsWord>('closed');
let dataAt = $state<number | null>(null);
let fault = $state.raw<{ code: string; params: Record<string, string | number> } | null>(null);

const minute = $derived(Math.floor(clock.now / 60_000));
const pack = $derived.by((): RulePack | null =>
  situation.real ? activeRulePack(situation.real, minute * 60_000) : null
);
const acts = $derived(queue.list.filter(({ path }) => path.startsWith('/api/greenlane/') && !isReport(path)));
const goodsCommands = $derived(acts.filter(({ path }) => path.startsWith(GOODS)));
const commands = $derived(acts.filter(({ path }) => !path.startsWith(GOODS)));
const waiting = $derived(acts.filter(({ refused, areaId }) => refused === null && areaId === situation.real?.areaId));
const foreseen = $derived.by(() => {
  if (waiting.length === 0 || !pack) return { records: held, pending: new Set<string>() };
  return predict(held, waiting, { pack, by: session.user?.name ?? '', unit: session.user?.unit ?? 'county' });
});
const byVehicle = $derived(openByVehicle(foreseen.records.assignments.values()));
const byReferral = $derived(latestByReferral(foreseen.records.assignments.values()));
const loads = $derived.by((): HospitalLoad[] =>
  situation.real && pack
    ? hospitalLoads(situation.real.facilities.values(), foreseen.records.referrals.values(), pack)
    : []
);
const cases = $derived.by((): QueuedCase[] => {
  const rules = pack;
  if (!rules) return [];
  const now = connection.serverNow;
  return [...foreseen.records.referrals.values()]
    .map((referral) => {
      const assignment = byReferral.get(referral.id) ?? null;
      const group = caseGroup(referral, assignment);
      return { referral, assignment, group, clock: caseClock(referral, assignment, rules, now) };
    })
    .sort(inUrgency);
});

function isReport(path: string): boolean {
  return path === '/api/greenlane/report';
}

/**
 * Cases, the vehicles sent for them and requests for goods, as the server has them and as they will stand once it has done
 * what this device's queue holds. No personal value is ever here.
 */
export const operations = {
  /** As the server told them last. */
  get held() {
    return held;
  },
  /** With the queue's acts foreseen: what the next act rests on. */
  get records() {
    return foreseen.records;
  },
  /** Ids of records on which an act waits that the server has not answered. */
  get pending() {
    return foreseen.pending;
  },
  get word() {
    return word;
  },
  /** When the list was last known to be whole, epoch ms; null before. */
  get dataAt() {
    return dataAt;
  },
  /** Why the list could not be read; null where it was. */
  get fault() {
    return fault;
  },
  /** The rule pack in force; null before an area is open. */
  get pack() {
    return pack;
  },
  /** Every case held, most urgent first, those that ended within a day among them. */
  get cases() {
    return cases;
  },
  get loads() {
    return loads;
  },
  /** Commands about cases on this device that are not done, refused ones among them. */
  get commands(): QueuedCommand[] {
    return commands;
  },
  /** The same about requests for goods. */
  get goodsCommands(): QueuedCommand[] {
    return goodsCommands;
  },
  caseOf(id: string): Referral | null {
    return foreseen.records.referrals.get(id) ?? null;
  },
  /** The vehicle sent for a case: the open one, else the last; null where none was. */
  assignmentOf(referralId: string): Assignment | null {
    return byReferral.get(referralId) ?? null;
  },
  /** Open assignments of a vehicle; several share one trip. */
  openOf(vehicleId: string): readonly Assignment[] {
    return byVehicle.get(vehicleId) ?? [];
  },
  /** The vehicle with the queue's acts foreseen. */
  vehicleOf(vehicle: Vehicle): Vehicle {
    return predictVehicle(vehicle, waiting);
  },
  /** When the first act on a vehicle that still waits was given, epoch ms; null where none waits. */
  vehicleWaits(id: string): number | null {
    return waiting.find(({ path }) => vehicleOfPath(path) === id)?.queuedAt ?? null;
  },

  setWord(next: OperationsWord) {
    word = next;
  },
  setFault(next: typeof fault) {
    fault = next;
  },
  /** The list anew; whatever newer was heard meanwhile stays. */
  load(next: OperationRecords, at: number) {
    held = withList(held, next);
    dataAt = at;
    fault = null;
  },
  /** What is held with the records of an answer. */
  take(next: OperationRecords) {
    held = next;
  },
  /** One record heard of; an older version never stands over a newer one. */
  hear<C extends OperationCollection>(collection: C, record: OperationRecord<C>) {
    held = withRecord(held, collection, record);
  },
  forget() {
    held = NO_OPERATIONS;
    word = 'closed';
    dataAt = null;
    fault = null;
  }
};
