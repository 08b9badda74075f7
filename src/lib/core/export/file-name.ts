/** What some system or other forbids in the name of a file, and marks that would hide what it is. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu;
const MOST_CHARACTERS = 120;

/**
 * Name of an exported file: area, what it holds, moment with its distance from UTC, marks such as *planned*, in this
 * order, then the extension. Signs that a file system refuses become spaces or hyphens.
 */
export function exportFileName(parts: {
  area: string;
  title: string;
  /** As `zonedTime` writes it. */
  moment: string;
  marks: readonly string[];
  extension: string;
}): string {
  const words = [parts.area, parts.title, parts.moment.replaceAll(':', '-'), ...parts.marks];
  const name = words
    .map((word) => word.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '')
    .join(' ');
  const short = [...name].slice(0, MOST_CHARACTERS).join('');
  return `${short.replace(/[. ]+$/, '')}.${parts.extension}`;
}

/** ISO date and time with its distance from UTC written out, e.g. `2026-03-01 14:02:08 UTC+03:00`. */
export function zonedTime(at: number, zoneMinutes: number): string {
  const local = new Date(at + zoneMinutes * 60_000).toISOString();
  const [hours, minutes] = [Math.trunc(Math.abs(zoneMinutes) / 60), Math.abs(zoneMinutes) % 60];
  const zone = [hours, minutes].map((each) => String(each).padStart(2, '0')).join(':');
  return `${local.slice(0, 10)} ${local.slice(11, 19)} UTC${zoneMinutes < 0 ? '-' : '+'}${zone}`;
}
