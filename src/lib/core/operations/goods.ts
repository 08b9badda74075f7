/** Quantities and turns of a request for goods: the same judgement where it is typed and where it lands. */
import type { Allocation, AllocationLine, StockLot } from '../model/records';
import type { Receipt } from './parse-acts';
import { sameLot, sumOf } from './pick-lots';
import type { AllocationState } from './states';
import { TRANSITIONS, type MachineVerbs } from './transitions';

/**
 * Most that may be approved of what was asked for, and received of what was shipped. A parcel that was sent or packed twice
 * comes as double; a slipped digit is ten times as much. What is really more is another request, or the site's own count.
 */
export const MOST_TIMES = 2;

export type QuantityFault =
  'beyond_wanted' | 'not_enough_stock' | 'reason_missing' | 'never_shipped' | 'lot_not_shipped' | 'beyond_shipped';

/**
 * What stands against approving whole doses of a line; null where nothing does. `freeDoses`: what the source can still give
 * (`usableDoses` less `promisedDoses`), null of a supplier, whose stock nobody here knows.
 */
export function againstApproval(
  line: Pick<AllocationLine, 'wantedDoses'>,
  { doses, freeDoses, reason }: { doses: number; freeDoses: number | null; reason: string }
): QuantityFault | null {
  if (doses > line.wantedDoses * MOST_TIMES) return 'beyond_wanted';
  if (freeDoses !== null && doses > Math.max(0, freeDoses)) return 'not_enough_stock';
  return doses !== line.wantedDoses && reason === '' ? 'reason_missing' : null;
}

/** What stands against receiving a line so; null where nothing does. */
export function againstReceipt(shipped: readonly StockLot[], receipt: Receipt): QuantityFault | null {
  const { doses, lots, reason } = receipt;
  const sent = sumOf(shipped);
  if (doses > 0 && sent === 0) return 'never_shipped';
  const given = (lots ?? []).filter((lot) => lot.doses > 0);
  if (given.some((lot) => !shipped.some((each) => sameLot(each, lot)))) return 'lot_not_shipped';
  if (doses > sent * MOST_TIMES) return 'beyond_shipped';
  return differs(shipped, receipt) && reason === '' ? 'reason_missing' : null;
}

/** Whether what came is another quantity than was shipped, of any lot. */
export function differs(shipped: readonly StockLot[], { doses, lots }: Pick<Receipt, 'doses' | 'lots'>): boolean {
  if (doses !== sumOf(shipped)) return true;
  return lots !== null && shipped.some((lot) => sumOf(lots.filter((each) => sameLot(each, lot))) !== lot.doses);
}

/** Doses of a medicine that a site has promised to others and still holds: approved and not yet picked. */
export function promisedDoses(
  allocations: Iterable<Pick<Allocation, 'state' | 'sourceKind' | 'sourceId' | 'lines'>>,
  { sourceId, medicineId }: { sourceId: string; medicineId: string }
): number {
  let promised = 0;
  for (const { state, sourceKind, sourceId: source, lines } of allocations)
    if (state === 'approved' && sourceKind === 'facility' && source === sourceId)
      for (const line of lines) if (line.medicineId === medicineId) promised += line.approvedDoses ?? 0;
  return promised;
}

export type Turn = 'requester' | 'county' | 'source';
const FORWARD: readonly MachineVerbs['allocation'][] = ['submit', 'approve', 'pick', 'ship', 'receive'];

/** Who has to act next, and how; null where nothing is left to be done. The county may act for either side. */
export function nextStep(state: AllocationState): { verb: MachineVerbs['allocation']; turn: Turn } | null {
  const row = TRANSITIONS.allocation.find(({ from, verb }) => from === state && FORWARD.includes(verb));
  if (!row) return null;
  const turn = row.roles.includes('reporter@origin')
    ? 'requester'
    : row.roles.includes('reporter@target')
      ? 'source'
      : 'county';
  return { verb: row.verb, turn };
}

/** Doses of a line at each step; null where the request has not come so far. */
export function quantitiesOf(
  { state, shippedAt }: Pick<Allocation, 'state' | 'shippedAt'>,
  line: AllocationLine
): Record<'wanted' | 'approved' | 'shipped' | 'received', number | null> {
  return {
    wanted: line.wantedDoses,
    approved: line.approvedDoses,
    shipped: shippedAt !== null && state !== 'cancelled' ? sumOf(line.lots) : null,
    received: line.receivedDoses
  };
}
