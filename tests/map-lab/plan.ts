import type { Facility, Village } from '../../src/lib/core/model/records';
import type { MapData, MapFacility, MapVillage, VillageMark } from '../../src/lib/map';
import { EMPTY_MAP_DATA } from '../../src/lib/map';

/** Marks for looking at the map alone: minutes grow with the straight distance to the first designated hospital. */
export function labMarks(
  villages: readonly MapVillage[],
  facilities: readonly MapFacility[],
  factor = 1,
  planned = false
): VillageMark[] {
  const hospital = facilities.find((facility) => facility.tier === 'designated') ?? facilities[0];
  return villages.map((village, index) => {
    if (index % 47 === 5) return { ms: null, assessed: true, baselineMs: null };
    if (index % 53 === 7) return { ms: null, assessed: false, baselineMs: null };
    const km = hospital ? Math.hypot(village.lon - hospital.lon, village.lat - hospital.lat) * 109 : index;
    const baselineMs = km * 2.1 * 60_000 * factor;
    const late = planned && village.lat < -11.78 && village.lon < 43.36;
    return { ms: late ? baselineMs + 60 * 60_000 : baselineMs, assessed: true, baselineMs };
  });
}

/** A whole picture for looking: a closure, a detour, vehicles and shortages. */
export function labPlan(villages: readonly Village[], facilities: readonly Facility[], planned: boolean): MapData {
  const placed = <T extends { lon: number | null; lat: number | null }>(item: T) =>
    item.lon !== null && item.lat !== null;
  const mapVillages = villages.filter(placed).map((v) => ({ ...v, lon: v.lon!, lat: v.lat!, persons: v.residents }));
  const mapFacilities = facilities.filter(placed).map((f) => ({ ...f, lon: f.lon!, lat: f.lat! }));
  const marks = labMarks(mapVillages, mapFacilities, 1, planned);
  const base = { ...EMPTY_MAP_DATA, villages: mapVillages, facilities: mapFacilities, marks };
  if (!planned) return base;
  const clinics = mapFacilities.filter((facility) => facility.tier === 'village-clinic');
  const shapes = ['ready', 'moving', 'onsite', 'out', 'assigned', 'ready'] as const;
  const centres = mapFacilities.filter((facility) => facility.tier === 'township-hospital');
  return {
    ...base,
    vehicles: centres.slice(0, 6).map((centre, index) => ({
      id: `a-${index}`,
      lon: centre.lon,
      lat: centre.lat,
      callSign: `A-0${index + 1}`,
      shape: shapes[index],
      stale: index === 5,
      heading: index === 1 ? 30 : null
    })),
    shortages: clinics.slice(0, 5).map((clinic, index) => ({
      facilityId: clinic.id,
      limb: index === 2 ? ('share' as const) : ('days' as const),
      value: index === 2 ? 0.149 : 6.2 + index
    })),
    closures: [
      {
        id: 'c',
        speedPercent: 0,
        planned: true,
        coordinates: [
          [
            [43.2594, -11.7688],
            [43.2651, -11.7749]
          ]
        ]
      },
      {
        id: 's',
        speedPercent: 50,
        planned: true,
        coordinates: [
          [
            [43.395, -11.62],
            [43.402, -11.635]
          ]
        ]
      }
    ],
    routes: [
      {
        id: 'd',
        kind: 'detour',
        tag: '26 min',
        coordinates: [
          [43.2651, -11.7749],
          [43.28, -11.82],
          [43.34, -11.85],
          [43.4, -11.87]
        ]
      }
    ]
  };
}
