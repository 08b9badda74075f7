import { mapFeatures, type ExportFeature } from '../core/export/map-features';
import { CARE_LEVELS } from '../core/model/situation';
import { translate } from '../i18n';
import { area } from '../state/area.svelte';
import { results } from '../state/results.svelte';
import { session } from '../state/session.svelte';
import { situation } from '../state/situation.svelte';
import { closureLines } from './ask';
import { readyTest, vehicleState } from './vehicle-states';

/** Everything the map shows as features: of the plan of this screen, or of the facts. Empty before an area is open. */
export async function exportFeatures(of: 'plan' | 'facts', now: number): Promise<ExportFeature[]> {
  const facts = of === 'facts';
  const shown = facts ? situation.real : situation.plan;
  const figures = facts ? results.baseline : results.plan;
  const { real } = situation;
  if (!shown || !figures || !real) return [];
  const closures = area.estimated || shown.closures.size === 0 ? [] : await closureLines({ facts });
  const ready = readyTest(shown, now);
  return mapFeatures({
    situation: shown,
    results: figures,
    levels: area.estimated ? ['seat', ...CARE_LEVELS] : CARE_LEVELS,
    closures,
    vehicles: new Map([...shown.vehicles.values()].map((vehicle) => [vehicle.id, vehicleState(vehicle, ready)])),
    isPlanned: (collection, id) => real[collection].get(id) !== shown[collection].get(id),
    onlyUnit: session.onlyUnit,
    say: translate
  });
}
