import type { Village } from '../model/records';
import { residentsKnown } from '../model/residents';
import type { Phrase } from '../model/results';
import { travelTableInForce } from '../routing/active-scenario';
import type { ExplainInput } from './explain';
import { fromRecord, value, type ExplanationInput } from './explain-parts';

/** Sources named before the rest are put together. */
const MOST_SOURCES = 3;

/** Residents of the villages, summed by where the figures come from; the unknown are no figures. */
export function residentInputs(villages: readonly Village[]): ExplanationInput[] {
  const sums = new Map<string, { village: Village; persons: number; villages: number }>();
  for (const village of villages.filter(residentsKnown)) {
    const byHand = village.editedFields.includes('residents');
    const key = JSON.stringify([byHand, village.residentsSource, village.residentsDate]);
    const sum = sums.get(key) ?? { village, persons: 0, villages: 0 };
    sums.set(key, { ...sum, persons: sum.persons + village.residents, villages: sum.villages + 1 });
  }
  const ordered = [...sums.values()].sort((a, b) => b.persons - a.persons);
  const rest = ordered.slice(MOST_SOURCES);
  return [
    ...ordered.slice(0, MOST_SOURCES).map(({ village, persons, villages: count }) =>
      fromRecord(village, 'residents', {
        label: { code: 'input-residents-of', params: { villages: count } },
        value: value('persons', persons),
        source: village.residentsSource,
        date: village.residentsDate
      })
    ),
    ...(rest.length > 0
      ? [
          {
            label: { code: 'input-residents-of', params: { villages: sumOf(rest.map((each) => each.villages)) } },
            value: value('persons', sumOf(rest.map((each) => each.persons))),
            source: 'source-several',
            date: null,
            sample: false
          }
        ]
      : [])
  ];
}

export function unknownResidents(villages: readonly Village[]): Phrase[] {
  const count = villages.filter((village) => !residentsKnown(village)).length;
  return count > 0 ? [{ code: 'left-out-unknown-residents', params: { count } }] : [];
}

/** What times rest on: roads (their date is the pack's), speeds, vehicle and season, closures in force. */
export function travelInputs({ situation, results }: Pick<ExplainInput, 'situation' | 'results'>): ExplanationInput[] {
  const { vehicle, season, now } = results.settings;
  const table = travelTableInForce(situation);
  const inForce = [...situation.closures.values()].filter(
    ({ startsAt, endsAt }) => !(Date.parse(startsAt) > now) && (endsAt === null || Date.parse(endsAt) > now)
  );
  const common = { date: null, sample: false };
  return [
    {
      ...common,
      label: { code: 'input-times' },
      value: { code: 'value-vehicle-season', params: { vehicle, season } },
      source: 'source-roads'
    },
    {
      ...common,
      label: { code: 'input-travel-table' },
      value: table ? { code: 'value-text', params: { text: table.name } } : { code: 'value-travel-table-shipped' },
      source: table ? `origin-${table.origin}` : 'source-settings'
    },
    ...(inForce.length > 0
      ? [
          {
            label: { code: 'input-closures' },
            value: value('count', inForce.length),
            source: 'source-closures',
            date:
              inForce
                .map(({ startsAt }) => startsAt)
                .sort()
                .at(-1) ?? null,
            sample: inForce.some(({ origin }) => origin === 'sample')
          }
        ]
      : [])
  ];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}
