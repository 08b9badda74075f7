import type { FigureRef, Gap } from '$core/model/results';
import type { Situation } from '$core/model/situation';
import type { MapSelection } from '$lib/map';

export interface Placed {
  lon: number;
  lat: number;
  selection: MapSelection | null;
}

type Place = { lon: number | null; lat: number | null };
const placed = (place: Place | undefined, selection: MapSelection | null): Placed | null =>
  place && place.lon !== null && place.lat !== null ? { lon: place.lon, lat: place.lat, selection } : null;

/** Where a gap lies and what bears its ring; null where its place is not known. */
export function placeOfGap({ id, place, group, severity }: Gap): Placed | null {
  if (place.kind === 'area') return null;
  const flagged = isFlagged({ group, severity });
  if (flagged && place.kind === 'township') return placed(place, { kind: 'flag', id });
  return placed(place, place.kind === 'township' ? null : { kind: place.kind, id: place.id });
}

/** Gaps that the map shows as a flag; medicines bear their own tag, low ones are listed only. */
export const isFlagged = ({ group, severity }: Pick<Gap, 'group' | 'severity'>): boolean =>
  severity !== 'low' && group !== 'medicines';

/** Where a figure was made; null where it belongs to the whole area. */
export function placeOfFigure(figure: FigureRef, situation: Situation): Placed | null {
  if ('villageId' in figure) {
    return placed(situation.villages.get(figure.villageId), { kind: 'village', id: figure.villageId });
  }
  if ('facilityId' in figure) {
    return placed(situation.facilities.get(figure.facilityId), { kind: 'facility', id: figure.facilityId });
  }
  if ('townshipId' in figure && figure.townshipId !== 'all') {
    const seat = situation.townships.get(figure.townshipId)?.seatFacilityId;
    return seat ? placed(situation.facilities.get(seat), { kind: 'facility', id: seat }) : null;
  }
  return null;
}
