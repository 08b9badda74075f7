import type { Referral } from '$core/model/records';
import type { CaseClock, QueuedCase } from '$core/operations/case-clock';
import { vehicleOfPath } from '$lib/commands/operations';
import { hasMessage, minutes, nameOf, phrase, t, timeOfDay } from '$lib/i18n';
import { operations } from '$lib/state/operations.svelte';
import type { CommandRefusal } from '$lib/state/queue.svelte';
import { situation } from '$lib/state/situation.svelte';
import { placeName } from '../place-words';
import type { StatusShape } from '../../status-shape';
import { caseName as nameOfCase } from './case-name';
import { placeOf } from './cases-ui.svelte';

/** What people call a case on the telephone; of a vehicle that an act is about its call sign. */
export function caseName(id: string): string {
  return situation.real?.vehicles.has(id) ? vehicleName(id) : nameOfCase(id);
}

export function facilityName(id: string | null): string {
  const facility = id === null ? undefined : situation.real?.facilities.get(id);
  return facility ? nameOf(facility.names) : t('ops-no-target');
}

export function vehicleName(id: string): string {
  return situation.real?.vehicles.get(id)?.callSign ?? id;
}

/** Where the patient of a case waits, in words. */
export function casePlaceName(referral: Referral): string {
  const facts = situation.real;
  const place = placeOf(referral);
  if (!facts || !place) return t('dispatch-place-gone');
  const village = referral.villageId ? facts.villages.get(referral.villageId) : undefined;
  if (place.kind === 'place' && village) return t('dispatch-near', { name: nameOf(village.names) });
  return placeName(facts, place);
}

/** Grade and what else tells how grave it is. */
export function traitsOf({ grade, aged, severeDisease, stable, dialysis, vehicleNeeds }: Referral): string {
  return [
    t(`grade-${grade}`),
    ...(aged ? [t('dispatch-aged')] : []),
    ...(severeDisease ? [t('dispatch-severe-disease')] : []),
    ...(stable ? [] : [t('dispatch-unstable')]),
    ...(dialysis ? [t('dispatch-dialysis')] : []),
    ...vehicleNeeds.map((need) => t('dispatch-need', { need: t(`capability-${need}`) }))
  ].join(t('dispatch-list-separator'));
}

/** What the case is doing: its vehicle's step where one is under way, its own state else. */
export function stateWords({ referral, assignment }: Pick<QueuedCase, 'referral' | 'assignment'>): string {
  const state = t(`ops-state-${referral.state}`);
  if (!assignment?.open) return state;
  const leg = `${vehicleName(assignment.vehicleId)} ${t(`ops-leg-${assignment.state}`)}`;
  return referral.state === 'rejected' || referral.state === 'redirected' ? `${state} · ${leg}` : leg;
}

/** Symbol of a case: its clock where that is near or over its limit, else what its vehicle is doing. */
export function caseShape({ referral, assignment, group, clock }: QueuedCase): StatusShape {
  if (group === 'ended') return 'low';
  if (clock?.level === 'alert') return 'alarm';
  if (clock?.level === 'warn' || referral.state === 'rejected') return 'attention';
  switch (assignment?.open ? assignment.state : null) {
    case 'reserved':
    case 'dispatched':
      return 'assigned';
    case 'on-location':
    case 'at-hospital':
      return 'onsite';
    case null:
      return referral.state === 'arrived' || referral.state === 'handed-over' ? 'onsite' : 'low';
    default:
      return 'moving';
  }
}

/** `3:12`, beyond an hour `1:03:12`. */
export function elapsed(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  const tail = `${hours > 0 ? two(Math.floor(rest / 60)) : Math.floor(rest / 60)}:${two(rest % 60)}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

export function clockWords({ span, ms, limitMs, level }: CaseClock): string {
  const limit = minutes(limitMs);
  return t('ops-running', {
    span: t(`ops-span-${span}`),
    time: elapsed(ms),
    level: t(`ops-level-${level}`, { limit })
  });
}

export function actLabel(verb: string): string {
  const id = verb === 'reserve' ? 'assign' : verb;
  return hasMessage(`ops-do-${id}`) ? t(`ops-do-${id}`) : id;
}

/** Codes of what stands against a vehicle or facility, in words. */
export function againstWords(codes: string): string {
  return codes
    .split(' ')
    .filter(Boolean)
    .map((code) => (hasMessage(`ops-against-${code}`) ? t(`ops-against-${code}`) : phrase({ code })))
    .join(t('dispatch-list-separator'));
}

/** What a vehicle is doing, and why where it is out of service. */
export function vehicleStateWords(status: string, outOfServiceReason: string | null): string {
  const reason = outOfServiceReason ? ` · ${t(`out-of-service-${outOfServiceReason}`)}` : '';
  return t(`vehicle-status-${status}`) + reason;
}

/** Why the server, or this device, did not carry an act out. */
export function refusalWords({ reason, item, detail, params = {} }: CommandRefusal): string {
  const code = `ops-refused-${reason}`;
  if (!hasMessage(code)) return t('ops-refused-other', { detail: detail || reason });
  return t(code, {
    by: String(params.by ?? ''),
    time: params.at ? timeOfDay(String(params.at)) : '',
    vehicle: params.vehicleId ? vehicleName(String(params.vehicleId)) : '',
    why: againstWords(String(params.against ?? '')),
    field: fieldWords(item),
    advised: params.advised ? facilityName(String(params.advised)) : '',
    state: params.status ? vehicleStateWords(String(params.status), String(params.outOfServiceReason ?? '')) : ''
  });
}

const SAID: Record<string, string> = {
  reason: 'ops-say-reason',
  signedFrom: 'ops-say-signedFrom',
  signedTo: 'ops-say-signedTo',
  'override/name': 'ops-override-name',
  'override/reason': 'ops-override-reason'
};

/** Label of the field that a refusal is about; empty where it is about none of a form. */
function fieldWords(item: string | null): string {
  return item !== null && item in SAID ? t(SAID[item]) : '';
}

/** Why the server did not take who the patient is. */
export function patientRefusal({ code, reason, item, params = {} }: CommandRefusal): string {
  if (reason === 'personal_in_text' && params.told)
    return t('ops-personal-in-log', {
      field: t(`ops-personal-${params.told}`),
      text: fieldWords(item),
      time: timeOfDay(String(params.at))
    });
  return t('ops-personal-failed', { why: t(`trouble-${code}`, { detail: '', ...params }) });
}

/** Key of the case or vehicle that an act is about, from the path of its command. */
export function caseOfPath(path: string): string | null {
  const vehicleId = vehicleOfPath(path);
  if (vehicleId !== null) return vehicleId;
  const [, collection, id] = /\/(referrals|assignments)\/([^/]+)\//.exec(path) ?? [];
  if (!collection) return null;
  return collection === 'referrals' ? id : (operations.records.assignments.get(id)?.referralId ?? null);
}
