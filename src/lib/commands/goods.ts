import type { FacilityId, MedicineId } from '../core/model/ids';
import type { Allocation, Facility, StockLot } from '../core/model/records';
import type { MedicineAssessment } from '../core/model/results';
import { latestStock, stockKey } from '../core/medicine/latest-stock';
import { nextStep, promisedDoses } from '../core/operations/goods';
import { pickLots, usableDoses } from '../core/operations/pick-lots';
import { allowedVerbs, judge, NEW, type Actor, type MachineVerbs, type Needed } from '../core/operations/transitions';
import { keyOfMade } from '../store/operations';
import { newKey } from '../store/queue';
import { operations } from '../state/operations.svelte';
import { results } from '../state/results.svelte';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';
import { countyDayName } from './county-clock';
import { giveAndWait, type Acted } from './queue';

export { againstApproval, againstReceipt, differs, MOST_TIMES, nextStep, quantitiesOf } from '../core/operations/goods';
export { ALLOCATION_STATES, isEnded } from '../core/operations/states';
export { sameLot, sumOf } from '../core/operations/pick-lots';

export type { Acted };

const ROUTE = '/api/greenlane/allocations';

export interface GoodsAct {
  verb: MachineVerbs['allocation'];
  needs: readonly Needed[];
}

function actorFor(allocation: Pick<Allocation, 'unit' | 'sourceUnit'>): Actor | null {
  const { user } = session;
  if (!user) return null;
  const sides: Actor['sides'] = [
    ...(allocation.unit === user.unit ? (['origin'] as const) : []),
    ...(allocation.sourceUnit === user.unit ? (['target'] as const) : [])
  ];
  return { role: user.role, sides };
}

/** Everything that the table of transitions lets this person do with a request now, in its order. */
export function actsOnGoods(allocation: Allocation): GoodsAct[] {
  const actor = actorFor(allocation);
  if (!actor) return [];
  const { state } = allocation;
  return allowedVerbs('allocation', state, actor).flatMap((verb) => {
    const verdict = judge({ machine: 'allocation', state, verb, stage: 'none' }, actor);
    return verdict.ok ? [{ verb, needs: verdict.row.needs }] : [];
  });
}

/**
 * Whether a request waits for this person. A desk may do for either side what that side is to do: it waits for the desk
 * alone where the county decides, and where a supplier gives, who has no account here.
 */
export function waitsForMe(allocation: Allocation): boolean {
  const step = nextStep(allocation.state);
  if (!step || !actsOnGoods(allocation).some(({ verb }) => verb === step.verb)) return false;
  const forCounty = step.turn === 'county' || (step.turn === 'source' && allocation.sourceKind === 'supplier');
  return session.user?.role === 'reporter' || forCounty;
}

/** Open sites for which this person may ask for goods. */
export function askingSites(): Facility[] {
  return [...(situation.real?.facilities.values() ?? [])].filter(({ id }) => mayAskFor(id));
}

export function mayAskFor(facilityId: string): boolean {
  const site = situation.real?.facilities.get(facilityId as FacilityId);
  const actor = site?.open ? actorFor({ unit: site.unit, sourceUnit: null }) : null;
  return actor !== null && allowedVerbs('allocation', NEW, actor).length > 0;
}

/** Doses that bring each medicine of a site to the upper share, as the engine says; none where it says nothing. */
export function suggestedDoses(facilityId: string): ReadonlyMap<MedicineId, number> {
  return new Map(
    assessedOf(facilityId)
      .filter(({ shortfallTo20 }) => shortfallTo20 > 0)
      .map(({ medicineId, shortfallTo20 }) => [medicineId, shortfallTo20])
  );
}

export function assessedOf(facilityId: string): MedicineAssessment[] {
  return results.baseline?.medicines.filter((each) => each.facilityId === facilityId) ?? [];
}

/** Requests of a site for a medicine that have neither come nor been refused. */
export function underWay(facilityId: string, medicineId: string): Allocation[] {
  return [...operations.records.allocations.values()].filter(
    ({ requesterFacilityId, state, lines }) =>
      requesterFacilityId === facilityId &&
      ['submitted', 'approved', 'picked', 'shipped'].includes(state) &&
      lines.some((line) => line.medicineId === medicineId && line.approvedDoses !== 0)
  );
}

export interface Source {
  kind: 'facility' | 'supplier';
  id: string;
  /** Doses that it can still give, by medicine; null of a supplier, whose stock nobody here knows. */
  free: ReadonlyMap<string, number> | null;
  /** It holds less than it needs itself of one of them. */
  short: boolean;
}

/** Who could give what a request asks for: sites that hold it, those without a want of their own first, then suppliers. */
export function sourcesFor({ requesterFacilityId, lines }: Allocation, now: number): Source[] {
  const facts = situation.real;
  if (!facts) return [];
  const today = countyDayName(now);
  const stock = latestStock(facts.stock.values());
  const allocations = [...operations.records.allocations.values()];
  const sites = [...facts.facilities.values()].flatMap(({ id, open }): Source[] => {
    if (!open || id === requesterFacilityId) return [];
    const free = new Map(
      lines.map(({ medicineId }) => {
        const usable = usableDoses(stock.get(stockKey(id, medicineId))?.lots ?? [], today);
        return [medicineId, Math.max(0, usable - promisedDoses(allocations, { sourceId: id, medicineId }))];
      })
    );
    if ([...free.values()].every((doses) => doses === 0)) return [];
    const short = assessedOf(id).some(({ medicineId, shortfallTo20 }) => shortfallTo20 > 0 && free.has(medicineId));
    return [{ kind: 'facility', id, free, short }];
  });
  const inAll = ({ free }: Source) => lines.reduce((sum, { medicineId }) => sum + (free?.get(medicineId) ?? 0), 0);
  return [
    ...sites.sort((a, b) => Number(a.short) - Number(b.short) || inAll(b) - inAll(a)),
    ...[...facts.suppliers.keys()].map((id): Source => ({ kind: 'supplier', id, free: null, short: false }))
  ];
}

/**
 * The lots that a site will give of each line, those that expire first, as its stock is known here; null where it is too
 * little. The server picks by its own.
 */
export function lotsToPick({ sourceId, lines }: Allocation, now: number): ReadonlyMap<MedicineId, StockLot[] | null> {
  const stock = latestStock(situation.real?.stock.values() ?? []);
  const today = countyDayName(now);
  return new Map(
    lines.map(({ medicineId, approvedDoses }) => {
      const lots = stock.get(stockKey(sourceId as FacilityId, medicineId))?.lots ?? [];
      return [medicineId, pickLots(lots, approvedDoses ?? 0, today)?.picked ?? null];
    })
  );
}

export interface NewRequest {
  requesterFacilityId: string;
  lines: readonly { medicineId: string; wantedDoses: number }[];
  /** Kept for later instead of asked. */
  draft: boolean;
}

/** Asks for goods. `id` is the request's, where the device can form it beforehand. */
export async function requestGoods(allocation: NewRequest): Promise<Acted & { id: string | null }> {
  const key = newKey();
  const id = await keyOfMade('g', key);
  const verb = allocation.draft ? 'draft' : 'submit';
  const acted = await give(verb, ROUTE, { allocation }, { key, ...(id ? { makes: id } : {}) });
  return { ...acted, id };
}

/** An act on a request, at the version that this screen holds. */
export async function actOnGoods(id: string, verb: string, said: Record<string, unknown> = {}): Promise<Acted> {
  const held = operations.records.allocations.get(id);
  if (!held) return refused('id');
  const path = `${ROUTE}/${encodeURIComponent(id)}/${verb}`;
  return give(verb, path, { version: held.version, ...said }, { seen: { state: held.state } });
}

async function give(
  verb: string,
  path: string,
  body: Record<string, unknown>,
  more: { key?: string; makes?: string; seen?: Record<string, unknown> }
): Promise<Acted> {
  const areaId = situation.real?.areaId;
  return areaId ? giveAndWait({ areaId, verb, path, body, ...more }) : refused('area');
}

function refused(item: string): Acted {
  const refusal = { code: 'not-allowed', reason: 'unknown_reference', item, detail: '', at: Date.now() };
  return { kind: 'refused', refusal };
}
