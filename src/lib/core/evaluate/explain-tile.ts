import { readyTestOf } from '../fleet/readiness';
import { vehicleState } from '../fleet/vehicle-state';
import type { Explanation, Mechanism, Phrase } from '../model/results';
import { isUnknown } from '../model/unknown-fields';
import { CONTACT_COUNTS } from '../people/count-freshness';
import { isWithheld } from '../people/known-count';
import { countsByVillage } from './evaluate';
import { numberRule, ruleWords, type NumberRule } from '../rules/rule-pack';
import type { ExplainInput } from './explain';
import { computed, fromRecord, held, named, value, type Figure } from './explain-parts';
import { emptyPosts } from './make-tiles';

const TILE_RULE: Record<Mechanism, NumberRule> = {
  medicines: 'tile-medicines-percent',
  care: 'tile-care-percent',
  accounts: 'tile-accounts-percent',
  transfer: 'tile-transfer-percent',
  guidance: 'tile-guidance-percent'
};

/** One mechanism: places that meet it of places that can be assessed. */
export function explainTile(
  { results, situation, shown = situation, pack }: ExplainInput,
  figure: Figure<'tile'>
): Explanation {
  const tile = results.tiles.find(({ mechanism }) => mechanism === figure.tile);
  if (!tile) throw new RangeError(`No tile "${figure.tile}".`);
  const { value: met, total } = tile;
  const places: Record<Mechanism, number> = {
    medicines: new Set(results.medicines.map(({ facilityId }) => facilityId)).size,
    care: shown.villages.size,
    accounts: shown.villages.size,
    transfer: shown.townships.size,
    guidance: shown.villages.size
  };
  const counts = figure.tile === 'guidance' ? [...countsByVillage(situation).values()] : [];
  const withheld = counts.filter((count) => isWithheld(count, ...CONTACT_COUNTS)).length;
  const unknown = counts.filter(
    (count) => count.countedOn && isUnknown(count, ...CONTACT_COUNTS) && !isWithheld(count, ...CONTACT_COUNTS)
  ).length;
  const left = places[figure.tile] - total - withheld - unknown;
  return {
    figure,
    title: { code: `title-tile-${figure.tile}` },
    formula: { code: `formula-tile-${figure.tile}`, params: tile.phrase.params ?? {} },
    result: total === 0 ? { code: 'value-unknown' } : { code: 'result-of', params: { value: met, total } },
    inputs: [
      computed('input-met', value('count', met)),
      computed('input-assessed', value('count', total)),
      computed('input-target', value('percent', numberRule(pack, TILE_RULE[figure.tile]))),
      ...(figure.tile === 'accounts'
        ? [computed('input-late-sites', value('count', results.reports.late.length))]
        : []),
      ...(figure.tile === 'transfer' ? [computed('input-posts-empty', value('count', emptyPosts(results)))] : [])
    ],
    leftOut: [
      ...(left > 0
        ? [
            {
              code: figure.tile === 'guidance' ? 'left-out-no-labelled' : 'left-out-not-assessable',
              params: { count: left }
            }
          ]
        : []),
      ...(unknown > 0 ? [{ code: 'left-out-unknown-counts', params: { count: unknown } }] : []),
      ...(withheld > 0 ? [{ code: 'left-out-small-counts', params: { count: withheld } }] : []),
      ...(figure.tile === 'transfer' ? [{ code: 'left-out-transfer-times' }] : [])
    ],
    rule: ruleWords(pack, TILE_RULE[figure.tile])
  };
}

/** Vehicles of a township that could leave at once, and why the others could not. */
export function explainReadiness(
  { situation, results, pack }: ExplainInput,
  figure: Figure<'vehicles-ready'>
): Explanation {
  const township = held(situation.townships, figure.townshipId);
  const town = results.readiness.find(({ townshipId }) => townshipId === figure.townshipId);
  if (!town) throw new RangeError(`No readiness figure for "${figure.townshipId}".`);
  const test = readyTestOf(situation.crews.values(), pack, results.settings.now);
  const limit = test.minutesLimit;
  const vehicles = [...situation.vehicles.values()].filter(({ townshipId }) => townshipId === figure.townshipId);
  return {
    figure,
    title: { code: 'title-vehicles-ready', params: named(township.names, township.id) },
    formula: { code: 'formula-vehicles-ready', params: { minutes: limit, stale: test.staleMinutes } },
    result: { code: 'result-of', params: { value: town.ready, total: town.required } },
    inputs: vehicles.map((vehicle) =>
      fromRecord(vehicle, 'status', {
        label: { code: 'input-vehicle', params: { callSign: vehicle.callSign } },
        value: { code: `vehicle-status-${vehicle.status}` },
        date: vehicle.positionAt
      })
    ),
    leftOut: vehicles
      .filter(({ id }) => !town.vehicleIds.includes(id))
      .map((vehicle): Phrase => {
        const { callSign, minutesToReady } = vehicle;
        switch (vehicleState(vehicle, test).lack) {
          case 'crew':
            return { code: 'left-out-vehicle-no-crew', params: { callSign } };
          case 'position':
            return { code: 'left-out-vehicle-stale', params: { callSign, limit: test.staleMinutes } };
          case 'minutes':
            return { code: 'left-out-vehicle-slow', params: { callSign, minutes: minutesToReady, limit } };
          case null:
            return { code: 'left-out-vehicle-busy', params: { callSign } };
        }
      }),
    rule: ruleWords(pack, 'ready-vehicles-per-town')
  };
}
