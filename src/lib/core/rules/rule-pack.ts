/**
 * Thresholds of every rule, each with the document, item and words it rests on. A county replaces the pack without
 * touching code. Where neither document gives a number the entry is a *setting* and says so.
 *
 * Sources: B = Beijing work plan for rural epidemic prevention and control, 6 January 2023 (item = section 1–6);
 * L = 龙潭府发〔2023〕16号, Longtan town plan, 10 January 2023 (item = 一–二十二, written 1–22).
 */
import type { RuleInWords, RuleRef } from '../model/results';

export type RuleUnit =
  | 'percent'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'metres'
  | 'persons'
  | 'persons-per-km2'
  | 'courses'
  | 'units'
  | 'vehicles'
  | 'beds'
  | 'contacts-per-week'
  | 'factor'
  | 'points'
  | 'month-day'
  | 'clock'
  | 'utc-offset'
  | 'telephone'
  | 'duty';

export type RuleKind = 'document' | 'setting';
/** One capital letter: `B` and `L` are the two shipped documents, a county's own ones take others. */
export type DocumentLetter = string;

export interface Words {
  zh: string;
  en: string;
}

export interface RuleEntry<V extends number | string | true = number | string | true> {
  value: V;
  unit: RuleUnit;
  /** Row of the requirements table. */
  requirement: number;
  document: DocumentLetter;
  /** Letter and item, e.g. `L5`. For a setting: the item that asks for the rule but leaves its number open. */
  item: string;
  /** Version of this entry, so that a figure can name the rule it was judged by. */
  version: string;
  /** The rule in the document's own words, and in English. */
  text: Words;
  kind: RuleKind;
  /** Why the county changed it, in the words of who did; absent in what is shipped. */
  reason?: string;
}

export const NUMBER_RULES = [
  'share-lower-percent',
  'share-upper-percent',
  'courses-per-person',
  'stock-days',
  'dense-persons-per-km2',
  'dense-extra-factor',
  'high-risk-extra-factor',
  'remote-extra-days',
  'remote-lead-days',
  'expiry-notice-days',
  'suppliers-min',
  'medicine-point-minutes',
  'oximeters-township-hospital',
  'oximeters-village-clinic',
  'dr-units',
  'ambulances',
  'fever-set-percent',
  'fever-open-percent',
  'staff-of-baseline-percent',
  'open-hours',
  'published-percent',
  'icu-convert-hours',
  'load-percent',
  'remote-minutes',
  'remote-walk-metres',
  'coverage-headline-minutes',
  'ready-vehicles-per-town',
  'minutes-to-ready',
  'position-stale-minutes',
  'free-beds-min',
  'referral-arrival-minutes',
  'reserve-minutes',
  'people-count-max-age-days',
  'contacts-yellow',
  'contacts-red',
  'risk-aged-share-percent',
  'risk-red-share-percent',
  'risk-weight-aged',
  'risk-weight-labels',
  'risk-weight-travel',
  'risk-weight-stock',
  'risk-alert-score',
  'tile-medicines-percent',
  'tile-care-percent',
  'tile-accounts-percent',
  'tile-transfer-percent',
  'tile-guidance-percent',
  'report-max-age-hours',
  'mean-use-days',
  'odd-jump-factor',
  'odd-jump-floor',
  'duty-horizon-days',
  'travel-minutes',
  'scene-minutes',
  'transport-minutes',
  'hand-over-minutes',
  'clock-warn-percent',
  'call-out-expiry-minutes',
  'personal-retention-days'
] as const;
export type NumberRule = (typeof NUMBER_RULES)[number];

/** Values `MM-DD`, both days included; a window may run over the new year. */
export const DATE_RULES = ['returnee-window-start', 'returnee-window-end', 'remote-stocked-by'] as const;
export type DateRule = (typeof DATE_RULES)[number];

/** Values `HH:MM` of a 24-hour clock, and `+HH:MM` or `-HH:MM` east or west of UTC. */
export const CLOCK_RULES = ['report-cut-off', 'time-zone'] as const;
export type ClockRule = (typeof CLOCK_RULES)[number];

/** Numbers that people are told to call, as they are written; empty where there is none. */
export const TELEPHONE_RULES = ['emergency-telephone', 'hotline-telephone'] as const;
export type TelephoneRule = (typeof TELEPHONE_RULES)[number];

/** Rules that packs of an earlier version of the product do not hold: read from the shipped pack there. */
export const LATER_RULES: readonly RuleCode[] = [
  'mean-use-days',
  'odd-jump-factor',
  'odd-jump-floor',
  'report-cut-off',
  'time-zone',
  ...TELEPHONE_RULES,
  'duty-horizon-days',
  'zone-for-each-township',
  'alliance-support',
  'grid-staffed',
  'responsible-person',
  'travel-minutes',
  'scene-minutes',
  'transport-minutes',
  'hand-over-minutes',
  'clock-warn-percent',
  'call-out-expiry-minutes',
  'personal-retention-days'
];

/** Duties without a number: the entry's value is `true`, its words and item are what a result cites. */
export const DUTY_RULES = [
  'need-follows-population',
  'goods-on-hand-only',
  'allocation-request',
  'hospital-provides-for-clinics',
  'three-levels-linked',
  'zone-for-each-township',
  'alliance-support',
  'care-at-home',
  'care-at-sub-designated',
  'care-at-designated',
  'liaison-posts',
  'green-channel',
  'first-diagnosis-owner',
  'key-people-first',
  'grid-staffed',
  'responsible-person',
  'transport-channels-open',
  'cold-wave-plan'
] as const;
export type DutyRule = (typeof DUTY_RULES)[number];
export type RuleCode = NumberRule | DateRule | ClockRule | TelephoneRule | DutyRule;
export const RULE_CODES: readonly RuleCode[] = [
  ...NUMBER_RULES,
  ...DATE_RULES,
  ...CLOCK_RULES,
  ...TELEPHONE_RULES,
  ...DUTY_RULES
];

/** A figure a county compares itself with; never a duty of the two documents. */
export interface Norm {
  code: string;
  value: number;
  unit: RuleUnit | 'percent-of-calls' | 'persons-per-ambulance' | 'seconds' | 'kilometres' | 'spo2-percent';
  text: Words;
  source: Words;
}

export type Rules = { [C in NumberRule]: RuleEntry<number> } & {
  [C in DateRule | ClockRule | TelephoneRule]: RuleEntry<string>;
} & {
  [C in DutyRule]: RuleEntry<true>;
};

export interface RulePack {
  name: Words;
  version: string;
  /** ISO date from which it holds. */
  effectiveOn: string;
  /** Version it was made from; absent in what is shipped. */
  basedOn?: string;
  documents: Record<DocumentLetter, Words>;
  rules: Rules;
  norms: Norm[];
}

/** The threshold of a rule, in the entry's unit. */
export function numberRule(pack: RulePack, code: NumberRule): number {
  return pack.rules[code].value;
}

/** The day of a rule as `MM-DD`. */
export function dateRule(pack: RulePack, code: DateRule): string {
  return pack.rules[code].value;
}

/** The clock time or UTC offset of a rule, as written in the pack. */
export function clockRule(pack: RulePack, code: ClockRule): string {
  return pack.rules[code].value;
}

/** A telephone number of the pack; empty where the county has none. */
export function telephoneRule(pack: RulePack, code: TelephoneRule): string {
  return pack.rules[code].value;
}

/** The authority of a rule, as every result carries it. */
export function ruleRef(pack: RulePack, code: RuleCode): RuleRef {
  const { requirement, item } = pack.rules[code];
  return { requirement, item, packVersion: pack.version };
}

/** The rule and its document in words, for an explanation; with the county's reason where it changed the rule. */
export function ruleWords(pack: RulePack, code: RuleCode): RuleRef & RuleInWords {
  const { text, document, kind, reason } = pack.rules[code];
  const words = { text, document: pack.documents[document], kind };
  return { ...ruleRef(pack, code), ...words, ...(reason === undefined ? {} : { reason }) };
}

/** The entry behind a reference: same requirement, same item; null when the pack holds none. */
export function findRule(pack: RulePack, ref: Pick<RuleRef, 'requirement' | 'item'>): RuleCode | null {
  return (
    RULE_CODES.find((code) => pack.rules[code].requirement === ref.requirement && pack.rules[code].item === ref.item) ??
    null
  );
}

/** Whether a day (ISO date) lies in the window in which returnees count (requirement 5). */
export function inReturneeWindow(pack: RulePack, today: string): boolean {
  const day = today.slice(5, 10);
  const start = dateRule(pack, 'returnee-window-start');
  const end = dateRule(pack, 'returnee-window-end');
  return start <= end ? day >= start && day <= end : day >= start || day <= end;
}

export {
  activeRulePack,
  byPrecedence,
  defaultRulePackRecord,
  isTakeover,
  readRulePack,
  rulePackFaults,
  rulePackInForce,
  takesOverAt
} from './active-rule-pack';
export { DEFAULT_RULE_PACK } from './default-rule-pack';
export { parseRulePack, RulePackError } from './parse-rule-pack';
