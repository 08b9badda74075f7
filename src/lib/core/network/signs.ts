import type { OsmTags } from './osm';
import type { Tally } from './tally';

const KMH_PER_MPH = 1.609344;
/** `maxspeed=walk`: German practice is 4–7 km/h. */
const WALK_KMH = 6;
const HIGHEST_KMH = 200;

/** Signed speeds in km/h, half-up, 0 where none is signed or the value cannot be used (counted). Of a list the lowest. */
export function maxspeedsOf(tags: OsmTags, id: number, tally: Tally): { forward: number; backward: number } {
  return {
    forward: maxspeedOf(tags['maxspeed:forward'] ?? tags.maxspeed, id, tally),
    backward: maxspeedOf(tags['maxspeed:backward'] ?? tags.maxspeed, id, tally)
  };
}

function maxspeedOf(text: string | undefined, id: number, tally: Tally): number {
  if (text === undefined) return 0;
  const speeds = text.split(';').map((part) => parseMaxspeed(part));
  if (speeds.some((speed) => speed === 'zone' || speed === null)) {
    const zone = speeds.includes('zone');
    tally.add(
      {
        code: zone ? 'osm-maxspeed-zone' : 'osm-unknown-maxspeed',
        field: 'maxspeed',
        wanted: 'km/h, or a number with mph',
        cure: zone
          ? 'A zone names a law, not a number: taken as not signed.'
          : 'Taken as not signed. Correct the tag in OSM.',
        severity: zone ? 'note' : 'warning'
      },
      text,
      id
    );
  }
  const known = speeds.filter((speed): speed is number => typeof speed === 'number' && speed > 0);
  return known.length ? Math.min(...known) : 0;
}

/** km/h; 0 for `none`; 'zone' for a legal zone or a variable sign; null when it makes no sense. */
export function parseMaxspeed(text: string): number | 'zone' | null {
  const value = text.trim().toLowerCase();
  if (value === 'none') return 0;
  if (value === 'walk' || /^[a-z]{2}:(walk|living_street)$/.test(value)) return WALK_KMH;
  if (/^[a-z]{2}(-[a-z]+)?:/.test(value) || value === 'signals' || value === 'variable') return 'zone';
  const match = /^(\d{1,3}(?:\.\d+)?)\s*(km\/h|kmh|kph|mph)?$/.exec(value);
  if (!match) return null;
  const kmh = Math.floor(Number(match[1]) * (match[2] === 'mph' ? KMH_PER_MPH : 1) + 0.5);
  return kmh >= 1 && kmh <= HIGHEST_KMH ? kmh : null;
}

/** Seconds of a ferry's `duration`: `HH:MM`, `HH:MM:SS`, ISO 8601 `PT1H30M`, or minutes; null when unreadable. */
export function parseDuration(text: string): number | null {
  const value = text.trim();
  let seconds: number | null = null;
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(value);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(value);
  const minutes = /^(\d+(?:\.\d+)?)(?:\s*min(?:utes)?)?$/.exec(value);
  if (clock) seconds = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  else if (iso) {
    const [days, hours, mins, secs] = iso.slice(1).map((part) => Number(part ?? 0));
    seconds = ((days * 24 + hours) * 60 + mins) * 60 + secs;
  } else if (minutes) seconds = Math.floor(Number(minutes[1]) * 60 + 0.5);
  return seconds !== null && seconds > 0 && seconds <= 0xffff_ffff ? seconds : null;
}

/** Seconds for the whole of a ferry, 0 where none is stated or the value cannot be read (counted). */
export function ferrySecondsOf(tags: OsmTags, id: number, tally: Tally): number {
  if (tags.duration === undefined) return 0;
  const seconds = parseDuration(tags.duration);
  if (seconds !== null) return seconds;
  tally.add(
    {
      code: 'osm-unknown-duration',
      field: 'duration',
      wanted: 'HH:MM, HH:MM:SS, PT1H30M or minutes',
      cure: 'The table’s ferry speed is used. Correct the tag in OSM.'
    },
    tags.duration,
    id
  );
  return 0;
}
