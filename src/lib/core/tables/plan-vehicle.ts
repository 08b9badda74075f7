import { findFacility } from './find-facility';
import { stemOf } from './name-stem';
import { claim, figureIn, textIn, type PlanState } from './plan-state';
import { editOf, shortHash, townAsked, type RowDraft } from './row-plan';

const SEATS = 4;

/**
 * A vehicle by its plate. A new one stands at its base, a known facility or a place of its own, and is out of nothing:
 * without a driver on duty it is not ready.
 */
export function planVehicle(state: PlanState, draft: RowDraft): void {
  const { row, place, townId, values } = draft.checked;
  const callSign = textIn(draft, 'callSign');
  if (callSign === undefined) return;
  const known = state.index.vehicleByCallSign.get(stemOf(callSign)) ?? null;
  const id = known?.id ?? `veh-${shortHash(callSign)}`;
  if (!claim(state, draft, id, 'callSign')) return;
  const said = textIn(draft, 'base');
  const base = findFacility(state, draft, 'base', { required: false });
  const at = place ?? (base && base.lon !== null && base.lat !== null ? { lon: base.lon, lat: base.lat } : null);
  const town = townId ?? base?.townshipId ?? null;
  if (!known && !at) draft.add('lon', 'missing', 'refused');
  if (!known && !town && !townAsked(draft)) draft.add('town', 'missing', 'refused');
  const fields = {
    kind: values.kind,
    baseName: said,
    baseFacilityId: base?.id,
    lon: at?.lon,
    lat: at?.lat,
    seats: figureIn(draft, 'seats'),
    minutesToReady: figureIn(draft, 'minutesToReady'),
    capabilities: values.capabilities
  };
  const kind = (values.kind as string | undefined) ?? 'ambulance';
  const blank = {
    callSign,
    kind,
    vehicleClass: kind === 'ambulance' ? 'ambulance' : 'ordinary',
    townshipId: town,
    unit: town,
    baseName: '',
    baseFacilityId: null,
    status: 'available',
    outOfServiceReason: null,
    capabilities: [],
    seats: SEATS,
    severityLimit: kind === 'ambulance' ? 'critical' : 'ordinary',
    minutesToReady: 0,
    positionLon: null,
    positionLat: null,
    positionAt: null
  };
  draft.edits.push(...editOf({ collection: 'vehicles', id, row }, known, fields, blank));
}
