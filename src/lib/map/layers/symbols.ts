import { facilityIcon } from '../glyphs';
import type { IconName } from '../glyphs';
import type {
  MapCandidate,
  MapClosure,
  MapFacility,
  MapSample,
  MapSeat,
  MapSupplier,
  MapVehicle,
  Position
} from '../model';
import { rgba, type Palette, type Rgba } from '../palette';
import { closureMiddle } from '../plan-lines';
import { FACILITY_SIZE, SEAT_SIZE, SIGN_SIZE, SUPPLIER_SIZE, VEHICLE_SIZE } from '../symbol-size';

/** Pixel offsets (right, down) by id, from the placement; absent means none. */
export type Offsets = ReadonlyMap<string, [number, number]>;

const STALE_OPACITY = 120;
const NO_OFFSET: [number, number] = [0, 0];

interface SymbolOptions {
  scale: number;
  offsets: Offsets;
  visible: boolean;
}

export function facilitiesLayer(facilities: readonly MapFacility[], { scale, offsets, visible }: SymbolOptions) {
  return {
    id: 'facilities' as const,
    data: facilities as MapFacility[],
    pickable: false,
    visible,
    sizeUnits: 'pixels' as const,
    getPosition: (facility: MapFacility): Position => [facility.lon, facility.lat],
    getIcon: (facility: MapFacility): IconName => facilityIcon(facility.tier, facility.open),
    getSize: (facility: MapFacility) => FACILITY_SIZE[facility.tier] * scale,
    getPixelOffset: (facility: MapFacility) => offsets.get(facility.id) ?? NO_OFFSET,
    updateTriggers: { getSize: [scale], getPixelOffset: [offsets] }
  };
}

export function seatsLayer(seats: readonly MapSeat[], scale: number) {
  return {
    id: 'seats' as const,
    data: seats as MapSeat[],
    pickable: false,
    sizeUnits: 'pixels' as const,
    getPosition: ({ lon, lat }: MapSeat): Position => [lon, lat],
    getIcon: (): IconName => 'seat',
    getSize: SEAT_SIZE * scale
  };
}

/** Enterprises, depots and, seen near by, pharmacies: under the facilities they lie beside. */
export function suppliersLayer(
  suppliers: readonly MapSupplier[],
  { scale, visible, pharmacies }: Pick<SymbolOptions, 'scale' | 'visible'> & { pharmacies: boolean }
) {
  return {
    id: 'suppliers' as const,
    data: suppliers as MapSupplier[],
    pickable: false,
    visible,
    sizeUnits: 'pixels' as const,
    getPosition: ({ lon, lat }: MapSupplier): Position => [lon, lat],
    getIcon: ({ kind }: MapSupplier): IconName => `supplier-${kind}`,
    getSize: ({ kind }: MapSupplier) => (kind === 'pharmacy' && !pharmacies ? 0 : SUPPLIER_SIZE[kind] * scale),
    updateTriggers: { getSize: [scale, pharmacies] }
  };
}

/** Vehicles: a disc with the status shape; only a moving vehicle with a known heading turns; faint where its position is old. */
export function vehiclesLayer(vehicles: readonly MapVehicle[], { scale, offsets, visible }: SymbolOptions) {
  return {
    id: 'vehicles' as const,
    data: vehicles as MapVehicle[],
    pickable: false,
    visible,
    sizeUnits: 'pixels' as const,
    getPosition: (vehicle: MapVehicle): Position => [vehicle.lon, vehicle.lat],
    getIcon: (vehicle: MapVehicle): IconName => `vehicle-${vehicle.shape}`,
    getSize: VEHICLE_SIZE * scale,
    // Of the colour only the opacity counts.
    getColor: ({ stale }: MapVehicle): [number, number, number, number] => [0, 0, 0, stale ? STALE_OPACITY : 255],
    getAngle: ({ shape, heading }: MapVehicle) => (shape === 'moving' || shape === 'assigned' ? -(heading ?? 90) : 0),
    getPixelOffset: (vehicle: MapVehicle) => offsets.get(vehicle.id) ?? NO_OFFSET,
    updateTriggers: { getSize: [scale], getPixelOffset: [offsets] }
  };
}

const CLEAR: Rgba = [0, 0, 0, 0];

/** Places under discussion in ink: no measure and no status, so no hue. */
export function samplesLayer(samples: readonly MapSample[], palette: Palette, scale: number) {
  const ink = rgba(palette.ink);
  return {
    id: 'samples' as const,
    data: samples as MapSample[],
    pickable: false,
    radiusUnits: 'pixels' as const,
    lineWidthUnits: 'pixels' as const,
    stroked: true,
    getPosition: ({ lon, lat }: MapSample): Position => [lon, lat],
    getRadius: ({ filled }: MapSample) => (filled ? 5.5 : 4) * scale,
    getFillColor: ({ filled }: MapSample) => (filled ? ink : CLEAR),
    getLineColor: ({ filled }: MapSample) => (filled ? rgba(palette.halo) : ink),
    getLineWidth: ({ filled }: MapSample) => (filled ? 2 : 1.2) * scale,
    updateTriggers: { getFillColor: palette.theme, getLineColor: palette.theme }
  };
}

export interface ClosureSign {
  id: string;
  position: Position;
  closed: boolean;
}

/** One sign per closure that has geometry. */
export function closureSigns(closures: readonly MapClosure[]): ClosureSign[] {
  return closures.flatMap((closure) => {
    const position = closureMiddle(closure);
    return position ? [{ id: closure.id, position, closed: closure.speedPercent === 0 }] : [];
  });
}

export function closureSignsLayer(signs: readonly ClosureSign[], { scale, offsets, visible }: SymbolOptions) {
  return {
    id: 'closure-signs' as const,
    data: signs as ClosureSign[],
    pickable: false,
    visible,
    sizeUnits: 'pixels' as const,
    getPosition: (sign: ClosureSign) => sign.position,
    getIcon: (sign: ClosureSign): IconName => (sign.closed ? 'sign-closed' : 'sign-slow'),
    getSize: SIGN_SIZE * scale,
    getPixelOffset: (sign: ClosureSign) => offsets.get(sign.id) ?? NO_OFFSET,
    updateTriggers: { getPixelOffset: [offsets] }
  };
}

export function candidatesLayer(candidates: readonly MapCandidate[], { scale, visible }: SymbolOptions) {
  return {
    id: 'candidates' as const,
    data: candidates as MapCandidate[],
    pickable: false,
    visible,
    sizeUnits: 'pixels' as const,
    getPosition: (candidate: MapCandidate): Position => [candidate.lon, candidate.lat],
    getIcon: (candidate: MapCandidate): IconName => (candidate.existing ? 'candidate-existing' : 'candidate-new'),
    // Icons bear their own colours; only the share of ink counts.
    getColor: (candidate: MapCandidate): Rgba => [0, 0, 0, candidate.outdated ? STALE_OPACITY : 255],
    getSize: 24 * scale
  };
}
