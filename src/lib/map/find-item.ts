import { closureSigns } from './layers/symbols';
import type { MapData, MapSelection } from './model';
import { FACILITY_SIZE, fullRadiusPersons, SIGN_SIZE, SUPPLIER_SIZE, VEHICLE_SIZE, villageRadius } from './symbol-size';

/** Place and symbol radius of a chosen thing; null when it is not drawn. */
export function findItem(data: MapData, { kind, id }: MapSelection, scale: number) {
  const at = (item: { lon: number; lat: number } | undefined, radius: number) =>
    item ? { lon: item.lon, lat: item.lat, radius: radius * scale } : null;
  switch (kind) {
    case 'village': {
      const village = data.villages.find((item) => item.id === id);
      return at(village, village ? villageRadius(village.persons, fullRadiusPersons(data.villages), 1) : 0);
    }
    case 'facility': {
      const facility = data.facilities.find((item) => item.id === id);
      return at(facility, facility ? FACILITY_SIZE[facility.tier] / 2 : 0);
    }
    case 'supplier': {
      const supplier = data.suppliers?.find((item) => item.id === id);
      return at(supplier, supplier ? SUPPLIER_SIZE[supplier.kind] / 2 : 0);
    }
    case 'vehicle':
      return at(
        data.vehicles.find((item) => item.id === id),
        VEHICLE_SIZE / 2
      );
    case 'candidate':
      return at(
        data.candidates.find((item) => item.id === id),
        12
      );
    case 'flag':
      return at(
        data.flags.find((item) => item.id === id),
        12
      );
    case 'closure': {
      const sign = closureSigns(data.closures).find((item) => item.id === id);
      return sign ? at({ lon: sign.position[0], lat: sign.position[1] }, SIGN_SIZE / 2) : null;
    }
  }
}
