import { lawMinutes, POWER_LAW } from '../estimate/power-law';
import { seatPlaceId } from '../estimate/seat-place';
import type { Explanation, Reach } from '../model/results';
import type { Situation } from '../model/situation';
import { ruleWords, type RulePack } from '../rules/rule-pack';
import { minutesOrReason } from './explain-access';
import { computed, fromRecord, held, named, value, type ExplanationInput, type Figure } from './explain-parts';

/** Minutes without roads: the law, what known times near by make of it, the band; or the measurement itself. */
export function explainEstimate(input: {
  situation: Situation;
  figure: Figure<'village-minutes'>;
  reach: Reach;
  pack: RulePack;
}): Explanation {
  const { situation, figure, reach, pack } = input;
  const village = held(situation.villages, figure.villageId);
  const { ms, mm, estimate } = reach;
  const inputs: ExplanationInput[] = [];
  if (mm !== null) inputs.push(computed('input-straight', value('kilometres', mm / 1e6)));
  const law = mm === null ? null : lawMinutes(mm / 1e6);
  if (ms !== null && estimate && law !== null) {
    inputs.push(computed('input-law-minutes', value('minutes', law)));
    inputs.push(computed('input-known-factor', value('times', ms / 60_000 / law)));
  }
  const seat = figure.careLevel === 'seat' ? situation.townships.get(village.townshipId) : undefined;
  if (seat?.seat)
    inputs.push({
      label: { code: 'input-seat' },
      value: { code: 'value-place', params: named(seat.names, seat.id) },
      source: seat.seat.source,
      date: seat.seat.date,
      sample: false
    });
  const site = reach.facilityId === null ? undefined : situation.facilities.get(reach.facilityId);
  if (site)
    inputs.push(
      fromRecord(site, 'lon', {
        label: { code: 'input-site' },
        value: { code: 'value-place', params: named(site.names, site.id) }
      })
    );
  const target = site?.id ?? (seat ? seatPlaceId(seat.id) : null);
  for (const known of situation.knownTimes.values())
    if (known.villageId === village.id && known.facilityId === target)
      inputs.push(
        fromRecord(known, 'minutes', {
          label: { code: 'input-known-time' },
          value: value('minutes', known.minutes),
          date: known.measuredOn
        })
      );
  const { minutesAtOneKm, exponent } = POWER_LAW;
  return {
    figure,
    title: { code: `title-minutes-${figure.careLevel}`, params: named(village.names, village.id) },
    formula: estimate
      ? { code: 'formula-estimate', params: { factor: minutesAtOneKm, exponent } }
      : { code: ms === null ? 'formula-no-estimate' : 'formula-measured' },
    result: estimate
      ? { code: 'result-estimate', params: { low: estimate.q25 / 60_000, high: estimate.q75 / 60_000 } }
      : minutesOrReason(reach),
    inputs,
    leftOut: [{ code: 'left-out-no-roads' }],
    rule: ruleWords(pack, 'coverage-headline-minutes')
  };
}
