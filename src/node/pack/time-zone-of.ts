import lookUp from '@photostructure/tz-lookup';
import type { PackManifest } from '../../lib/core/pack/manifest';

type Zone = NonNullable<PackManifest['timeZone']>;

/** Zones of a map that nobody's office goes by: all China keeps Beijing time. */
const OFFICIAL: Record<string, string> = { 'Asia/Urumqi': 'Asia/Shanghai', 'Asia/Kashgar': 'Asia/Shanghai' };

/**
 * Time zone in which most of the places lie (ties to the name), the middle of the box where none has a position. The
 * offset is standard time, the lesser of January and July: a rule pack knows no summer time.
 *
 * @param box west, south, east, north in WGS84 degrees.
 */
export function timeZoneOf(
  places: readonly { lon: number | null; lat: number | null }[],
  box: readonly [number, number, number, number]
): Zone {
  const counts = new Map<string, number>();
  for (const { lon, lat } of places) {
    if (lon === null || lat === null) continue;
    const name = zoneAt(lon, lat);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [west, south, east, north] = box;
  const most = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
  const name = most ?? zoneAt((west + east) / 2, (south + north) / 2);
  return { name, offset: standardOffset(name) };
}

function zoneAt(lon: number, lat: number): string {
  const name = lookUp(lat, lon);
  return OFFICIAL[name] ?? name;
}

function standardOffset(timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const offsets = [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)].map((at) => {
    const part = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    return part.slice(3) || '+00:00';
  });
  return minutesOf(offsets[0]) <= minutesOf(offsets[1]) ? offsets[0] : offsets[1];
}

/** Minutes east of UTC of an offset as `+03:00`. */
function minutesOf(offset: string): number {
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
