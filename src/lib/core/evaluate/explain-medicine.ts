import type { Explanation, Phrase } from '../model/results';
import { remoteStockDate } from '../medicine/remote-stock-date';
import { localDay } from '../report/local-time';
import { latestStock, stockKey } from '../medicine/latest-stock';
import { numberRule, ruleWords } from '../rules/rule-pack';
import type { ExplainInput } from './explain';
import { computed, fromRecord, held, markOld, value, type ExplanationInput, type Figure } from './explain-parts';
import { nameParams } from './derived';

/** Both limbs of one site's stock of one medicine; the formula is that of the limb that decides. */
export function explainMedicine({ situation, results, pack }: ExplainInput, figure: Figure<'medicine'>): Explanation {
  const found = results.medicines.find(
    (each) => each.facilityId === figure.facilityId && each.medicineId === figure.medicineId
  );
  if (!found) throw new RangeError(`No medicine figure for "${figure.facilityId}", "${figure.medicineId}".`);
  const facility = held(situation.facilities, figure.facilityId);
  const medicine = held(situation.medicines, figure.medicineId);
  const members = [figure.facilityId, ...found.clinicIds];
  const stock = latestStock(situation.stock.values());
  const records = members
    .map((each) => stock.get(stockKey(each, figure.medicineId)))
    .filter((each) => each !== undefined);
  const own = records.find((each) => each.facilityId === figure.facilityId) ?? records[0];
  const use = records.reduce<number | null>(
    (sum, { meanDailyUse }) => (sum === null || meanDailyUse === null ? null : sum + meanDailyUse),
    records.length === members.length ? 0 : null
  );
  const dated = (input: ExplanationInput) => markOld(input, results.settings.now, pack);
  const stockInput = (label: string, shown: Phrase): ExplanationInput =>
    own
      ? dated(fromRecord(own, 'lots', { label: { code: label }, value: shown, date: own.countedAt }))
      : computed(label, shown);
  const byDays = found.failingLimb === 'days' || (found.failingLimb !== 'share' && found.days !== null);
  const percent = found.share === null ? null : found.share * 100;
  const remote = found.requiredDays !== numberRule(pack, 'stock-days');
  const today = localDay(results.settings.now, pack);
  const daysRule = remote ? 'remote-extra-days' : 'stock-days';
  return {
    figure,
    title: {
      code: byDays ? 'title-medicine-days' : 'title-medicine-share',
      params: {
        ...nameParams('medicine', medicine.names, medicine.id),
        ...nameParams('place', facility.names, facility.id)
      }
    },
    formula: byDays
      ? { code: 'formula-days', params: { doses: found.usableDoses, use: use ?? 0 } }
      : {
          code: 'formula-share',
          params: {
            doses: found.usableDoses,
            course: medicine.dosesPerCourse * medicine.coursesPerPerson,
            persons: found.demandPersons
          }
        },
    result: byDays ? value('days', found.days) : value('percent', percent),
    inputs: [
      stockInput('input-usable', value('doses', found.usableDoses)),
      stockInput('input-use', value('doses-a-day', use)),
      stockInput('input-expired', value('doses', found.expiredDoses)),
      ...(found.expiring
        ? [
            {
              ...stockInput('input-expiring', value('doses', found.expiring.doses)),
              label: {
                code: 'input-expiring',
                params: { days: numberRule(pack, 'expiry-notice-days'), day: found.expiring.firstOn }
              }
            }
          ]
        : []),
      computed('input-served', value('persons', found.servedPersons)),
      computed('input-demand', value('persons', found.demandPersons)),
      computed('input-share', value('percent', percent)),
      computed('input-days', value('days', found.days)),
      computed('input-required-days', value('days', found.requiredDays)),
      ...(remote
        ? [
            computed('input-remote-stocked-by', {
              code: 'value-day',
              params: { day: remoteStockDate(pack, today).day }
            })
          ]
        : []),
      computed('input-shortfall-15', value('doses', found.shortfallTo15)),
      computed('input-shortfall-20', value('doses', found.shortfallTo20)),
      ...found.uplifts.map((uplift) => computed(`input-uplift-${uplift.code}`, value('persons', uplift.persons)))
    ],
    leftOut: [
      ...(found.onOrderDoses > 0 ? [{ code: 'left-out-on-order', params: { doses: found.onOrderDoses } }] : []),
      ...(found.expiredDoses > 0 ? [{ code: 'left-out-expired', params: { doses: found.expiredDoses } }] : []),
      ...(found.withheldVillages ? [{ code: 'left-out-small-counts', params: { count: found.withheldVillages } }] : []),
      ...(use === null ? [{ code: 'left-out-no-history' }] : []),
      ...(records.length < members.length
        ? [{ code: 'left-out-silent-members', params: { count: members.length - records.length } }]
        : [])
    ],
    rule: ruleWords(pack, byDays ? daysRule : 'share-lower-percent')
  };
}
