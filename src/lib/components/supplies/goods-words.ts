import type { Allocation, AllocationLine, StockLot } from '$core/model/records';
import { nextStep } from '$lib/commands/goods';
import { addMessages, date, hasMessage, moment, nameOf, number, t } from '$lib/i18n';
import { supplies } from '$lib/i18n/messages/supplies';
import { operations } from '$lib/state/operations.svelte';
import type { CommandRefusal } from '$lib/state/queue.svelte';
import { situation } from '$lib/state/situation.svelte';
import type { StatusShape } from '../status-shape';

addMessages(supplies);

/** `G-1A2B`: what people call a request on the telephone. */
export function requestName(id: string): string {
  return `G-${id.replace(/^g-/, '').slice(0, 4).toUpperCase()}`;
}

export function medicineName(id: string): string {
  const medicine = situation.real?.medicines.get(id as never);
  return medicine ? nameOf(medicine.names) : id;
}

export function siteName(id: string): string {
  const site = situation.real?.facilities.get(id as never);
  return site ? nameOf(site.names) : id;
}

/** `468 tablets`. */
export function dosesOf(medicineId: string, doses: number): string {
  const medicine = situation.real?.medicines.get(medicineId as never);
  return medicine ? `${number(doses)} ${nameOf(medicine.doseUnit)}` : number(doses);
}

export function sourceName({ sourceKind, sourceId }: Pick<Allocation, 'sourceKind' | 'sourceId'>): string {
  if (sourceId === null) return t('supplies-no-source');
  if (sourceKind === 'facility') return siteName(sourceId);
  const supplier = situation.real?.suppliers.get(sourceId as never);
  return supplier ? nameOf(supplier.names) : sourceId;
}

/** Who has to act next, in words; null where nothing is left to be done. */
export function turnWords(allocation: Allocation): string | null {
  const step = nextStep(allocation.state);
  if (!step) return null;
  const site = step.turn === 'source' ? sourceName(allocation) : siteName(allocation.requesterFacilityId);
  return t(`supplies-turn-${step.verb}`, { site });
}

export function stateWords({ state, discrepant }: Allocation): string {
  const words = t(`supplies-state-${state}`);
  return discrepant ? `${words} · ${t('supplies-discrepant')}` : words;
}

/** What came beside what was shipped, in words; empty where they agree. */
export function discrepancyWords({ medicineId, discrepancyDoses, discrepancyReason }: AllocationLine): string {
  if (discrepancyDoses === null || discrepancyReason === '') return '';
  if (discrepancyDoses === 0) return t('supplies-lots-differ');
  const code = discrepancyDoses > 0 ? 'supplies-missing' : 'supplies-surplus';
  return t(code, { count: dosesOf(medicineId, Math.abs(discrepancyDoses)) });
}

export function lotWords({ lot, expiresOn }: Pick<StockLot, 'lot' | 'expiresOn'>): string {
  return lot === ''
    ? t('supplies-lot-unnamed', { date: date(expiresOn) })
    : t('supplies-lot', { lot, date: date(expiresOn) });
}

export function stateShape({ state, discrepant }: Allocation): StatusShape {
  switch (state) {
    case 'submitted':
      return 'attention';
    case 'approved':
    case 'picked':
      return 'assigned';
    case 'shipped':
      return 'moving';
    case 'received':
      return discrepant ? 'attention' : 'ready';
    case 'rejected':
    case 'cancelled':
      return 'out';
    default:
      return 'low';
  }
}

export const actLabel = (verb: string): string => (hasMessage(`supplies-do-${verb}`) ? t(`supplies-do-${verb}`) : verb);

/** Why the server, or this device, did not carry an act out. */
export function refusalWords({ reason, item, detail, params = {} }: CommandRefusal): string {
  const state = `supplies-state-${params.state}`;
  if ((reason === 'wrong_state' || reason === 'stale_version') && params.by && params.at && hasMessage(state))
    return t('supplies-refused-first', {
      by: String(params.by),
      time: moment(Date.parse(String(params.at)), Date.now()),
      state: t(state)
    });
  const code = `supplies-refused-${reason}`;
  if (!hasMessage(code)) return t('supplies-refused-other', { detail: detail || reason });
  return t(code, { medicine: item?.startsWith('line/') ? medicineName(item.slice(5)) : '' });
}

/** Id of the request that an act is about, from the path of its command. */
export function requestOfPath(path: string, makes: string | undefined): string | null {
  return /\/allocations\/([^/]+)\//.exec(path)?.[1] ?? makes ?? null;
}

export const isPending = ({ id }: Allocation): boolean => operations.pending.has(id);
