import type { RuleCode } from '$core/rules/rule-pack';

/** Rules as the page groups them, in order. */
export const RULE_GROUPS: readonly { id: string; codes: readonly RuleCode[] }[] = [
  {
    id: 'medicines',
    codes: [
      'share-lower-percent',
      'share-upper-percent',
      'courses-per-person',
      'stock-days',
      'dense-persons-per-km2',
      'dense-extra-factor',
      'high-risk-extra-factor',
      'returnee-window-start',
      'returnee-window-end',
      'remote-extra-days',
      'remote-lead-days',
      'remote-stocked-by',
      'expiry-notice-days',
      'mean-use-days',
      'suppliers-min',
      'medicine-point-minutes'
    ]
  },
  {
    id: 'facilities',
    codes: [
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
      'load-percent'
    ]
  },
  { id: 'access', codes: ['coverage-headline-minutes', 'remote-minutes', 'remote-walk-metres'] },
  {
    id: 'transfer',
    codes: [
      'ready-vehicles-per-town',
      'minutes-to-ready',
      'position-stale-minutes',
      'reserve-minutes',
      'free-beds-min',
      'referral-arrival-minutes',
      'travel-minutes',
      'scene-minutes',
      'transport-minutes',
      'hand-over-minutes',
      'clock-warn-percent',
      'call-out-expiry-minutes',
      'personal-retention-days'
    ]
  },
  {
    id: 'people',
    codes: [
      'people-count-max-age-days',
      'contacts-yellow',
      'contacts-red',
      'risk-aged-share-percent',
      'risk-red-share-percent',
      'risk-weight-aged',
      'risk-weight-labels',
      'risk-weight-travel',
      'risk-weight-stock',
      'risk-alert-score'
    ]
  },
  {
    id: 'reports',
    codes: [
      'report-cut-off',
      'time-zone',
      'report-max-age-hours',
      'odd-jump-factor',
      'odd-jump-floor',
      'duty-horizon-days',
      'emergency-telephone',
      'hotline-telephone'
    ]
  },
  {
    id: 'targets',
    codes: [
      'tile-medicines-percent',
      'tile-care-percent',
      'tile-accounts-percent',
      'tile-transfer-percent',
      'tile-guidance-percent'
    ]
  },
  {
    id: 'duties',
    codes: [
      'need-follows-population',
      'goods-on-hand-only',
      'allocation-request',
      'hospital-provides-for-clinics',
      'three-levels-linked',
      'zone-for-each-township',
      'alliance-support',
      'grid-staffed',
      'responsible-person',
      'care-at-home',
      'care-at-sub-designated',
      'care-at-designated',
      'liaison-posts',
      'green-channel',
      'first-diagnosis-owner',
      'key-people-first',
      'transport-channels-open',
      'cold-wave-plan'
    ]
  }
];

/** Norms of other sources beside the rules they may be compared with. */
const COMPARED: { [C in RuleCode]?: readonly string[] } = {
  'coverage-headline-minutes': ['county-circle', 'obstetric'],
  'remote-minutes': ['emergency-radius-rural'],
  'reserve-minutes': ['rural-response'],
  'minutes-to-ready': ['departure-3min'],
  'ready-vehicles-per-town': ['ambulance-per-persons', 'ambulance-per-persons-later'],
  ambulances: ['ambulance-per-persons', 'ambulance-per-persons-later'],
  'contacts-yellow': ['yellow-follow-up']
};

export const comparedNorms = (code: RuleCode): readonly string[] => COMPARED[code] ?? [];

/** Offsets from UTC in use, west to east. */
export const ZONES = [
  '-11:00',
  '-10:00',
  '-09:00',
  '-08:00',
  '-07:00',
  '-06:00',
  '-05:00',
  '-04:00',
  '-03:30',
  '-03:00',
  '-01:00',
  '+00:00',
  '+01:00',
  '+02:00',
  '+03:00',
  '+03:30',
  '+04:00',
  '+04:30',
  '+05:00',
  '+05:30',
  '+05:45',
  '+06:00',
  '+06:30',
  '+07:00',
  '+08:00',
  '+09:00',
  '+09:30',
  '+10:00',
  '+11:00',
  '+12:00',
  '+13:00',
  '+14:00'
] as const;
