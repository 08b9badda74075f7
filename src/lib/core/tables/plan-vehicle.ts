import { crewId } from '../change/set-crew';
import { crewOf } from '../fleet/crew-of';
import type { VehicleId } from '../model/ids';
import { findFacility } from './find-facility';
import { stemOf } from './name-stem';
import { claim, figureIn, given, textIn, type PlanState } from './plan-state';
import { editOf, shortHash, townAsked, type RowDraft } from './row-plan';

const SEATS = 4;
/** As the server has it. */
const MOST_KM = 5000;

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
    capabilities: values.capabilities,
    severityLimit: values.severityLimit,
    rangeKm: figureIn(draft, 'rangeKm')
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
    rangeKm: null,
    severityLimit: kind === 'ambulance' ? 'critical' : 'ordinary',
    minutesToReady: 0,
    positionLon: null,
    positionLat: null,
    positionAt: null
  };
  if (!inRange(figureIn(draft, 'rangeKm')))
    draft.add('rangeKm', 'out-of-range', 'refused', { least: 1, most: MOST_KM });
  draft.edits.push(...editOf({ collection: 'vehicles', id, row }, known, fields, blank));
  planCrew(state, draft, { id: id as VehicleId, unit: known?.unit ?? town });
}

const inRange = (km: number | undefined): boolean => km === undefined || (km > 0 && km <= MOST_KM);

/** Who drives, where the row says anything of it. Without a word of duty a new crew is off duty: it is not ready. */
function planCrew(state: PlanState, draft: RowDraft, vehicle: { id: VehicleId; unit: string | null }): void {
  const { row, values } = draft.checked;
  const fields = given(draft, ['driver', 'attendant', 'telephone', 'onDuty', 'shiftEndsAt']);
  if (Object.values(fields).every((value) => value === undefined)) return;
  const known = crewOf(state.index.crewsByVehicle.get(vehicle.id) ?? [], vehicle.id);
  if (values.onDuty === true && !(fields.driver ?? known?.driver)) draft.add('driver', 'missing', 'refused');
  const blank = {
    ...{ vehicleId: vehicle.id, unit: vehicle.unit, driver: '', attendant: '', telephone: '' },
    ...{ onDuty: false, shiftEndsAt: null }
  };
  const id = known?.id ?? crewId(vehicle.id);
  draft.edits.push(...editOf({ collection: 'crews', id, row }, known, fields, blank));
}
